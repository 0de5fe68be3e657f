"""Find: one function that asks the index first and then applies the visibility that every policy applies.

`people_find` answers whoever may find with everybody who is not restricted, sealed or relocated; all others
with the people whom they hold a grant on. Sealed and relocated identities are in no index at all.
"""

from django.db import migrations

NEVER_FOUND = """
CREATE OR REPLACE FUNCTION people_never_found(persons uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT x.person_id FROM access_restriction x
     WHERE x.person_id = ANY (persons) AND x.kind IN ('sealed', 'relocated')
       AND coalesce(upper(x.during) > current_date, true)
$$;
"""

TRIGGERS = "\n".join(
    f"CREATE TRIGGER kith_reindex_{event.lower()}_{rows.lower()} AFTER {event} ON access_restriction"
    f" REFERENCING {rows} TABLE AS changed FOR EACH STATEMENT"
    f" EXECUTE FUNCTION people_reindex_trigger('SELECT person_id AS p FROM changed');"
    for event, rows in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
)

FIND = r"""
-- Roles with the permission to find people, and the one that sees an index line; a test holds these to the roles.
CREATE FUNCTION access_role_finds(role text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT role IN ('lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director')
$$;
CREATE FUNCTION access_role_sees_index(role text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT role = 'front_door'
$$;

CREATE FUNCTION people_find(typed text, born date, near date[], postcode text, codes text[], most integer)
RETURNS TABLE (person uuid, name text, known_as text, local_id text, born_on date, birth_knowledge text, died_on date,
               births date[], area text, lead_worker text, why text[], state text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
#variable_conflict use_column
DECLARE
    me uuid := kith_actor();
    other uuid := kith_on_behalf_of();
    finds boolean := access_role_finds(kith_actor_role()) AND kith_on_behalf_of() IS NULL;
    index_too boolean := access_role_sees_index(kith_actor_role()) AND kith_on_behalf_of() IS NULL;
    said text[] := (people_words(typed))[1:6];
    want text := people_code(postcode);
    wanted text[] := ARRAY(SELECT people_code(c) FROM unnest(codes) c WHERE people_code(c) <> '');
    cards integer[];
BEGIN
    IF me IS NULL OR kith_actor_role() IS NULL THEN RETURN; END IF;
    -- One's own people first: they are few, and a worker mostly looks for them.
    cards := ARRAY(SELECT c.card FROM (
        SELECT DISTINCT g.person FROM access_grant g WHERE g.actor = me AND g.level >= 2 - (NOT finds)::integer
           AND g.label_mask & 1 <> 0 AND g.during @> now() LIMIT CASE WHEN finds THEN 200 ELSE 5000 END) mine
        JOIN people_searchname c ON c.person = mine.person
       WHERE NOT finds OR EXISTS (SELECT 1 FROM unnest(said) w, unnest(c.words) x WHERE starts_with(x, w)));
    IF finds THEN
        cards := cards || people_gather(said, born, near, want, wanted, 2 * most);
    END IF;
    RETURN QUERY
    WITH scored AS (
        SELECT s.score, s.why, c.* FROM people_score(cards, said, born, near, want, wanted) s
          JOIN people_searchname c ON c.card = s.card
    ),
    judged AS (
        SELECT s.*,
            EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = me AND g.person = s.person AND g.level >= 2
                       AND g.label_mask & 1 <> 0 AND g.during @> now()) AS mine,
            EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = me AND g.person = s.person AND g.during @> now()) AS near_me,
            EXISTS (SELECT 1 FROM access_restriction x WHERE x.person_id = ANY (s.ids) AND x.during @> current_date) AS barred
          FROM scored s
         WHERE other IS NULL OR EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = other AND g.person = s.person
                                           AND g.during @> now())
    ),
    seen AS (
        SELECT j.*, CASE WHEN j.mine THEN 'open' WHEN j.barred THEN 'index' WHEN finds THEN 'ask' ELSE 'name' END AS state
          FROM judged j
         WHERE j.mine OR (NOT j.barred AND (finds OR j.near_me)) OR (j.barred AND index_too)
         ORDER BY j.score DESC, j.mine DESC, j.name, j.card LIMIT most
    )
    SELECT CASE WHEN s.state <> 'index' THEN s.person END, s.name, CASE WHEN s.state <> 'index' THEN s.known_as ELSE '' END,
           CASE WHEN s.state <> 'index' THEN s.local_id ELSE '' END, s.born_on, s.birth_knowledge, s.died_on, s.births,
           CASE WHEN s.state <> 'index' AND NOT g.guarded THEN coalesce(place.area, '') ELSE '' END,
           CASE WHEN s.state <> 'index' AND NOT g.guarded THEN coalesce(worker.name, '') ELSE '' END,
           CASE WHEN s.state <> 'index' THEN s.why ELSE '{}'::text[] END, s.state
      FROM seen s
      CROSS JOIN LATERAL (SELECT EXISTS (
            SELECT 1 FROM people_address a WHERE a.person_id = ANY (s.ids) AND a.protected
               AND coalesce(upper(a.during) > current_date, true)) OR EXISTS (
            SELECT 1 FROM people_contactpoint k WHERE k.person_id = ANY (s.ids) AND k.protected
               AND coalesce(upper(k.during) > current_date, true)) AS guarded) g
      LEFT JOIN LATERAL (
            SELECT regexp_replace(a.postcode, '\s*\w{3}$', '') AS area FROM people_address a
             WHERE a.person_id = ANY (s.ids) AND a.kind IN ('home', 'staying') AND a.postcode <> ''
               AND a.during @> current_date ORDER BY a.kind, a.settled DESC, lower(a.during) DESC NULLS LAST LIMIT 1) place ON true
      LEFT JOIN LATERAL (
            SELECT a.display_name::text AS name FROM (
                SELECT i.account_id, i.role, i.during FROM access_involvement i WHERE i.person_id = ANY (s.ids)
                   AND i.role IN ('lead_practitioner', 'social_worker') AND i.arises_from_id IS NULL AND i.during @> current_date
                UNION ALL
                SELECT i.account_id, i.role, i.during FROM people_familymember m JOIN access_involvement i ON i.family_id = m.family_id
                 WHERE m.person_id = ANY (s.ids) AND m.during @> current_date AND i.arises_from_id IS NULL
                   AND i.role IN ('lead_practitioner', 'social_worker') AND i.during @> current_date) w
              JOIN access_account a ON a.id = w.account_id
             ORDER BY w.role, lower(w.during) LIMIT 1) worker ON true
     ORDER BY s.score DESC, s.mine DESC, s.name, s.card;
END $$;

-- Before somebody is added: whom to ask, and nothing else, where a restricted record is strongly like them.
CREATE FUNCTION people_check_with(typed text, born date, near date[], codes text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    said text[] := (people_words(typed))[1:6];
    wanted text[] := ARRAY(SELECT people_code(c) FROM unnest(codes) c WHERE people_code(c) <> '');
BEGIN
    IF NOT coalesce(access_role_finds(kith_actor_role()), false) OR kith_on_behalf_of() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY
    SELECT DISTINCT x.check_with::text
      FROM people_score(people_gather(said, born, near, '', wanted, 60), said, born, near, '', wanted) s
      JOIN people_searchname c ON c.card = s.card
      JOIN access_restriction x ON x.person_id = ANY (c.ids) AND x.during @> current_date AND x.kind = 'restricted'
     WHERE ('identifier' = ANY (s.why)
            OR (s.why && ARRAY['name', 'begins', 'sounds'] AND s.why && ARRAY['born', 'born_near'])
            OR ('name' = ANY (s.why) AND cardinality(said) > 1 AND (born IS NULL OR c.born_on IS NULL)))
       AND NOT EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = c.person
                          AND g.level >= 2 AND g.during @> now())
     ORDER BY 1;
END $$;

-- May the actor know that this person is there? For naming somebody as a relative, or who may know what.
CREATE FUNCTION people_may_name(asked uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = asked AND g.during @> now())
        OR (access_role_finds(kith_actor_role()) AND EXISTS (SELECT 1 FROM people_person p WHERE p.id = asked)
            AND NOT EXISTS (SELECT 1 FROM kith_same_people(ARRAY[asked]) s JOIN access_restriction x
                              ON x.person_id = s.same AND x.during @> current_date))
$$;

-- May these two be said to be one? Restricted, sealed and relocated identities never, in either direction of time.
CREATE FUNCTION people_may_link(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (SELECT 1 FROM kith_same_people(ARRAY[one, other]) s JOIN access_restriction x
        ON x.person_id = s.same AND (x.kind IN ('sealed', 'relocated') OR coalesce(upper(x.during) > current_date, true)))
$$;
"""

REASONS = """
-- A reason holds from the transaction that gives it: the app's clock is a little ahead of it, and whoever adds a
-- person writes their name before that transaction ends.
CREATE FUNCTION access_reason_from_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF lower(NEW.during) > now() AND lower(NEW.during) < now() + interval '5 minutes' THEN
        NEW.during := tstzrange(now(), upper(NEW.during));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kith_reason_from_now BEFORE INSERT ON access_reason FOR EACH ROW
    EXECUTE FUNCTION access_reason_from_now();
"""

OWNERS = """
GRANT SELECT ON people_contactpoint, people_familymember, access_involvement, access_account, access_restriction,
    access_grant TO kith_definer;
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['access_role_finds(text)', 'access_role_sees_index(text)',
        'people_find(text, date, date[], text, text[], integer)', 'people_check_with(text, date, date[], text[])',
        'people_may_name(uuid)', 'people_may_link(uuid, uuid)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_policies"), ("people", "0004_search_candidates")]
    operations = [
        migrations.RunSQL(NEVER_FOUND),
        migrations.RunSQL(TRIGGERS),
        migrations.RunSQL(FIND),
        migrations.RunSQL(REASONS),
        migrations.RunSQL(OWNERS),
    ]
