"""The one status and one home that a return reports for each night, derived from homes and laws by the database.

Each change of a home, a law or an end of care works out the child's nights anew, in the same transaction
(docs/adr/0206). Rows that stay as they were are not touched; a row that changes keeps its id and its history.
"""

from django.db import migrations

HEAD = "SECURITY DEFINER SET search_path = public, pg_temp AS $$"
RANK = "ARRAY['E1','D1','C2','C1','L2','L1','L3','J1','J2','J3','V2','V3','V4']"
SQL = f"""
-- The day on which somebody is 18; of a child of 29 February, 1 March. NULL where the day of birth is not known.
CREATE FUNCTION care_adult_on(p uuid) RETURNS date LANGUAGE sql STABLE {HEAD}
    SELECT make_date(extract(year FROM born_on)::int + 18, extract(month FROM born_on)::int,
                     least(extract(day FROM born_on)::int, 28)) + greatest(extract(day FROM born_on)::int - 28, 0)
      FROM people_person WHERE id = p AND birth_knowledge = 'exact'
$$;

-- Runs of nights with one home and one status; a home without any law, and a law without a home, are both told apart.
CREATE FUNCTION care_runs(p uuid) RETURNS TABLE (first_on date, until_on date, stay uuid, status text) LANGUAGE sql STABLE {HEAD}
    WITH adult AS (SELECT coalesce(d, 'infinity'::date) AS day FROM (SELECT care_adult_on(p)) a (d)),
    days AS (
        SELECT DISTINCT least(d, adult.day) AS d FROM adult, (
            SELECT began_on FROM care_stay WHERE person_id = p UNION ALL
            SELECT coalesce(ended_on, 'infinity') FROM care_stay WHERE person_id = p UNION ALL
            SELECT began_on FROM care_legalbasis WHERE person_id = p UNION ALL
            SELECT coalesce(ended_on, 'infinity') FROM care_legalbasis WHERE person_id = p) every (d)
    ), pieces AS (SELECT d AS a, lead(d) OVER (ORDER BY d) AS b FROM days),
    held AS (
        SELECT a, b, s.id AS stay, (SELECT l.kind FROM care_legalbasis l WHERE l.person_id = p AND l.during @> a
                 ORDER BY array_position({RANK}, l.kind::text) LIMIT 1)::text AS status
          FROM pieces LEFT JOIN care_stay s ON s.person_id = p AND s.during @> a WHERE b IS NOT NULL
    ), marked AS (
        SELECT *, (lag(b) OVER w IS DISTINCT FROM a OR lag(stay) OVER w IS DISTINCT FROM stay
                   OR lag(status) OVER w IS DISTINCT FROM status)::int AS fresh
          FROM held WHERE status IS NOT NULL WINDOW w AS (ORDER BY a)
    ), run AS (SELECT *, sum(fresh) OVER (ORDER BY a) AS n FROM marked)
    SELECT min(a), nullif(max(b), CASE WHEN max(b) > kith_today() THEN max(b) ELSE 'infinity' END), (array_agg(run.stay))[1], min(run.status) FROM run GROUP BY n ORDER BY 1
$$;

CREATE FUNCTION care_nights(p uuid) RETURNS TABLE (started_on date, ceased_on date, stay uuid, legal_status text,
    placement_type text, provider text, reason_new_episode text, reason_ceased text, reason_place_change text,
    same_home boolean, need text) LANGUAGE sql STABLE {HEAD}
    WITH run AS (
        SELECT r.*, s.kind, s.provider, s.goes_on, s.why_moved,
               lag(r.until_on) OVER w IS NOT DISTINCT FROM r.first_on AS follows,
               lag(r.stay) OVER w IS DISTINCT FROM r.stay AS moved, lag(r.status) OVER w IS DISTINCT FROM r.status AS other_law,
               lead(r.first_on) OVER w IS NOT DISTINCT FROM r.until_on AND r.until_on IS NOT NULL AS goes_over,
               lead(r.stay) OVER w IS DISTINCT FROM r.stay AS moves, lead(s.why_moved) OVER w AS next_why
          FROM care_runs(p) r LEFT JOIN care_stay s ON s.id = r.stay WINDOW w AS (ORDER BY r.first_on)
    )
    SELECT first_on, until_on, stay, status, coalesce(kind, ''), coalesce(run.provider, ''),
           CASE WHEN NOT follows THEN 'S' WHEN NOT moved THEN 'L'
                WHEN goes_on = 'new' THEN CASE WHEN other_law THEN 'B' ELSE 'P' END
                ELSE CASE WHEN other_law THEN 'U' ELSE 'T' END END,
           CASE WHEN until_on IS NULL THEN '' WHEN goes_over THEN 'X1'
                ELSE coalesce((SELECT e.reason FROM care_leftcare e WHERE e.person_id = p AND e.left_on = until_on
                                ORDER BY e.recorded_at DESC LIMIT 1), '') END,
           CASE WHEN goes_over AND moves THEN coalesce(next_why, '') ELSE '' END,
           CASE WHEN NOT follows THEN NULL WHEN NOT moved THEN true ELSE coalesce(goes_on, 'new') = 'home' END,
           coalesce((SELECT d.need FROM care_caredecision d WHERE d.person_id = p AND d.decided_on <= first_on AND d.need <> ''
                      ORDER BY d.decided_on DESC, d.recorded_at DESC LIMIT 1), '')
      FROM run ORDER BY first_on
$$;

CREATE FUNCTION care_derive(p uuid) RETURNS void LANGUAGE plpgsql {HEAD}
DECLARE fresh jsonb[]; starts date[];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p::text, 206));
    -- A row that begins on the same day is the same row, with its id; all others are new.
    SELECT array_agg(one.made), array_agg(one.started_on) INTO fresh, starts FROM (
        SELECT n.started_on, jsonb_build_object(
            'id', coalesce(was.id, gen_random_uuid()), 'recorded_at', coalesce(was.recorded_at, now()), 'source', 'worker',
            'recorded_by', coalesce(was.recorded_by, kith_actor()), 'person_id', p, 'started_on', n.started_on,
            'ceased_on', n.ceased_on, 'during', daterange(n.started_on, n.ceased_on)::text,
            'reason_new_episode', n.reason_new_episode, 'legal_status', n.legal_status,
            'need', coalesce(nullif(n.need, ''), nullif(was.need, ''), (SELECT e.need FROM care_episode e WHERE e.person_id = p
                AND e.need <> '' AND e.started_on <= n.started_on ORDER BY e.started_on DESC LIMIT 1), ''),
            'placement_type', coalesce(nullif(n.placement_type, ''), was.placement_type, ''),
            'provider', coalesce(nullif(n.provider, ''), was.provider, ''),
            'reason_ceased', coalesce(nullif(n.reason_ceased, ''),
                CASE WHEN was.ceased_on = n.ceased_on THEN nullif(was.reason_ceased, 'X1') END, ''),
            'reason_place_change', coalesce(nullif(n.reason_place_change, ''),
                CASE WHEN was.ceased_on = n.ceased_on THEN was.reason_place_change END, ''),
            'same_home_as_before', n.same_home, 'derived', true, 'stay_id', n.stay,
            'reported_year', coalesce(was.reported_year, '')) AS made
          FROM care_nights(p) n LEFT JOIN LATERAL (
               SELECT e.* FROM care_episode e WHERE e.person_id = p AND e.started_on = n.started_on AND e.during IS NOT NULL
                  AND e.legal_status <> 'V4' LIMIT 1) was ON true) one;
    -- What stands as it should is not touched.
    fresh := ARRAY(SELECT f FROM unnest(fresh) f WHERE NOT EXISTS (SELECT FROM care_episode e WHERE e.id = (f ->> 'id')::uuid
        AND (e.ceased_on, e.reason_new_episode, e.legal_status, e.need, e.placement_type, e.provider, e.reason_ceased,
             e.reason_place_change, e.same_home_as_before, e.derived, e.stay_id) IS NOT DISTINCT FROM ((f ->> 'ceased_on')::date,
             f ->> 'reason_new_episode', f ->> 'legal_status', f ->> 'need', f ->> 'placement_type', f ->> 'provider',
             f ->> 'reason_ceased', f ->> 'reason_place_change', (f ->> 'same_home_as_before')::boolean, true,
             (f ->> 'stay_id')::uuid)));
    -- An episode that no night follows from any more goes, with where it was; both stay in the history.
    DELETE FROM care_episodeplace b USING care_episode e WHERE b.episode_id = e.id AND e.person_id = p AND e.derived
       AND e.started_on <> ALL (coalesce(starts, '{{}}'));
    DELETE FROM care_episode e WHERE e.person_id = p AND (e.derived AND e.started_on <> ALL (coalesce(starts, '{{}}'))
        OR e.id = ANY (ARRAY(SELECT (f ->> 'id')::uuid FROM unnest(fresh) f)));
    INSERT INTO care_episode SELECT made.* FROM unnest(fresh) f, jsonb_populate_record(NULL::care_episode, f) made;
    PERFORM care_derive_places(p);
END $$;

-- Postcode and number of each derived episode are those of its home; the postcode they came from, of where care began.
CREATE FUNCTION care_derive_places(p uuid) RETURNS void LANGUAGE plpgsql {HEAD}
BEGIN
    INSERT INTO care_episodeplace AS b (id, recorded_at, recorded_by, source, person_id, episode_id, home_postcode,
                                        placement_postcode, urn)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', p, e.id, w.came_from, w.postcode, w.urn
      FROM care_episode e JOIN care_stayplace w ON w.stay_id = e.stay_id WHERE e.person_id = p AND e.derived
        ON CONFLICT (episode_id) DO UPDATE SET placement_postcode = EXCLUDED.placement_postcode, urn = EXCLUDED.urn,
           home_postcode = coalesce(nullif(EXCLUDED.home_postcode, ''), b.home_postcode), source = 'worker'
     WHERE (b.placement_postcode, b.urn) IS DISTINCT FROM (EXCLUDED.placement_postcode, EXCLUDED.urn)
        OR EXCLUDED.home_postcode NOT IN ('', b.home_postcode);
END $$;

CREATE FUNCTION care_nights_change() RETURNS trigger LANGUAGE plpgsql {HEAD}
BEGIN
    IF TG_TABLE_NAME = 'care_stayplace' THEN
        PERFORM care_derive_places(coalesce(NEW.person_id, OLD.person_id));
    ELSIF EXISTS (SELECT FROM care_stay s WHERE s.person_id = coalesce(NEW.person_id, OLD.person_id)) THEN
        PERFORM care_derive(coalesce(NEW.person_id, OLD.person_id));
    END IF;
    RETURN NULL;
END $$;

-- A child whose time in care was loaded, or written as the return asks it: their last time in care becomes homes and laws,
-- from which the very same episodes follow. Of what lies before it nothing changes. Says whether anything was taken over.
CREATE FUNCTION care_take_over(p uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE {HEAD}
DECLARE since date; mine uuid := kith_actor();
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR NOT coalesce(access_role_edits(kith_actor_role()), false) OR NOT EXISTS (
        SELECT FROM access_grant g WHERE g.actor = mine AND g.person = p AND g.level >= 2 AND (g.label_mask & 1) <> 0
           AND g.during @> now()) OR EXISTS (SELECT FROM care_stay WHERE person_id = p) THEN RETURN false; END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(p::text, 206));
    SELECT max(started_on) INTO since FROM (SELECT e.started_on, lag(e.ceased_on) OVER (ORDER BY e.started_on) IS DISTINCT FROM
        e.started_on AS begins FROM care_episode e WHERE e.person_id = p AND e.during IS NOT NULL
           AND e.legal_status NOT IN ('V3', 'V4')) b WHERE begins;
    -- Care that is over is history: only care that goes on is taken over.
    IF since IS NULL OR NOT EXISTS (SELECT FROM care_episode WHERE person_id = p AND ceased_on IS NULL
        AND legal_status NOT IN ('V3', 'V4')) THEN RETURN false; END IF;
    WITH one AS (
        SELECT e.*, w.placement_postcode, w.urn, w.home_postcode, coalesce(e.reason_new_episode = 'L' OR e.same_home_as_before,
               false) AS stayed, lag(e.legal_status) OVER o AS law_before, lag(e.placement_type) OVER o AS kind_before,
               lag(e.provider) OVER o AS provider_before, lag(e.reason_place_change) OVER o AS why
          FROM care_episode e LEFT JOIN care_episodeplace w ON w.episode_id = e.id
         WHERE e.person_id = p AND e.started_on >= since AND e.during IS NOT NULL AND e.legal_status NOT IN ('V3', 'V4')
        WINDOW o AS (ORDER BY e.started_on)
    ), law AS (
        SELECT *, count(*) FILTER (WHERE law_before IS DISTINCT FROM legal_status) OVER (ORDER BY started_on) AS n FROM one
    )
    INSERT INTO care_legalbasis (id, recorded_at, recorded_by, source, person_id, kind, began_on, ended_on, during, court,
                                 order_number, why_ended)
    SELECT gen_random_uuid(), now(), mine, min(source), p, min(legal_status), min(started_on),
           nullif(max(coalesce(ceased_on, 'infinity')), 'infinity'),
           daterange(min(started_on), nullif(max(coalesce(ceased_on, 'infinity')), 'infinity')), '', '', ''
      FROM law WHERE legal_status <> '' GROUP BY n;
    WITH one AS (
        SELECT e.*, lag(e.id) OVER o AS before, lag(e.placement_type) OVER o AS kind_before, lag(e.provider) OVER o AS provider_before,
               coalesce(lag(e.reason_place_change) OVER o, '') AS why
          FROM care_episode e
         WHERE e.person_id = p AND e.started_on >= since AND e.during IS NOT NULL AND e.legal_status NOT IN ('V3', 'V4')
        WINDOW o AS (ORDER BY e.started_on)
    ), moved AS (
        SELECT *, before IS NULL OR NOT coalesce(reason_new_episode = 'L' OR same_home_as_before, false)
                  OR (kind_before, provider_before) IS DISTINCT FROM (placement_type, provider) AS moves FROM one
    ), home AS (SELECT *, count(*) FILTER (WHERE moves) OVER (ORDER BY started_on) AS n FROM moved)
    INSERT INTO care_stay (id, recorded_at, recorded_by, source, person_id, kind, provider, began_on, ended_on, during, goes_on,
                           why_moved, child_says, carers_say, unlawful)
    SELECT gen_random_uuid(), now(), mine, min(source), p, min(placement_type), min(provider), min(started_on),
           nullif(max(coalesce(ceased_on, 'infinity')), 'infinity'),
           daterange(min(started_on), nullif(max(coalesce(ceased_on, 'infinity')), 'infinity')),
           CASE WHEN bool_or(moves AND same_home_as_before) THEN 'home'
                WHEN bool_or(moves AND reason_new_episode IN ('T', 'U')) THEN 'carers' ELSE 'new' END,
           coalesce((array_agg(why ORDER BY started_on))[1], ''), '', '', '{{}}'
      FROM home GROUP BY n;
    INSERT INTO care_stayplace (id, recorded_at, recorded_by, source, person_id, stay_id, called, lines, postcode, urn, came_from)
    SELECT DISTINCT ON (s.id) gen_random_uuid(), now(), mine, b.source, p, s.id, '', '', b.placement_postcode, b.urn, b.home_postcode
      FROM care_stay s JOIN care_episode e ON e.person_id = p AND s.during @> e.started_on AND e.during IS NOT NULL
      JOIN care_episodeplace b ON b.episode_id = e.id WHERE s.person_id = p ORDER BY s.id, e.started_on DESC;
    RETURN true;
END $$;

-- Who turned 18 while the nights that follow from homes and laws still went on: worked out anew. How many.
CREATE FUNCTION care_birthdays() RETURNS bigint LANGUAGE plpgsql VOLATILE {HEAD}
DECLARE each uuid; number bigint := 0;
BEGIN
    FOR each IN SELECT DISTINCT e.person_id FROM care_episode e WHERE e.derived AND e.ceased_on IS NULL
                   AND care_adult_on(e.person_id) <= kith_today() LOOP
        PERFORM care_derive(each);
        number := number + 1;
    END LOOP;
    RETURN number;
END $$;

-- For a director: nights where no child should sleep, going on or of the last four weeks. Of a record that is kept among few
-- nothing is told but that there is one: whoever keeps it is asked.
CREATE FUNCTION care_unlawful_told() RETURNS TABLE (person uuid, first_on date, why text[]) LANGUAGE plpgsql STABLE {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IS DISTINCT FROM 'director' THEN RETURN; END IF;
    RETURN QUERY SELECT CASE WHEN NOT EXISTS (SELECT FROM kith_same_people(ARRAY[n.who]) s JOIN access_restriction x
                                 ON x.person_id = s.same AND x.during @> kith_today()) THEN n.who END, n.began, n.because
      FROM (SELECT s.person_id, s.first_on, s.unlawful::text[] FROM care_slept s WHERE coalesce(s.last_on, kith_today()) > kith_today() - 28
            UNION ALL SELECT h.person_id, h.began_on, h.unlawful::text[] FROM care_stay h
             WHERE h.unlawful <> '{{}}' AND coalesce(h.ended_on, kith_today()) > kith_today() - 28) n (who, began, because)
     ORDER BY n.began DESC, n.who;
END $$;
"""
TRIGGERS = "".join(
    f"CREATE TRIGGER {table}_nights AFTER INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW"
    " EXECUTE FUNCTION care_nights_change();\n"
    for table in ("care_stay", "care_legalbasis", "care_leftcare", "care_caredecision", "care_stayplace")
)
OURS = (
    "care_adult_on(uuid)", "care_runs(uuid)", "care_nights(uuid)", "care_derive(uuid)", "care_derive_places(uuid)",
    "care_nights_change()", "care_take_over(uuid)", "care_birthdays()", "care_unlawful_told()",
)  # fmt: skip
OWNERS = (
    "".join(
        f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
        for each in OURS
    )
    + "GRANT EXECUTE ON FUNCTION care_take_over(uuid), care_nights_change(), care_unlawful_told() TO kith_app, kith_worker;"
    + "GRANT EXECUTE ON FUNCTION care_birthdays() TO kith_worker;"
)


class Migration(migrations.Migration):
    dependencies = [("care", "0028_who_reads_homes_and_laws"), ("access", "0052_writes_by_role")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (SQL, TRIGGERS, OWNERS)]
