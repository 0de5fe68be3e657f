"""What Notify carries, and a letter behind its reader's own door.

- A delivery is read by those who read where the sending goes. A worker who releases gives one; the service that carries
  it asks again, in the database, whether it may still leave.
- A letter as it was sent is released by name, as everything behind that door is: to whoever it was addressed to, by a
  worker who said that they are prepared. Its reader is given its day and its file, and no row of it.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
RELEASER = f"coalesce((SELECT kith_actor_role()) IN ({RELEASES}), false)"

FUNCTIONS = f"""
-- Every string that stands in a letter, whatever part it is of, and where it went.
CREATE FUNCTION letters_said(asked uuid, goes_to text) RETURNS text {HEAD}
BEGIN
    RETURN (SELECT concat_ws(E'\\n', l.to_name, goes_to, l.subject, (
        SELECT string_agg(x #>> '{{}}', E'\\n') FROM jsonb_path_query(l.content, '$.**') x WHERE jsonb_typeof(x) = 'string'))
      FROM letters_letter l WHERE l.id = asked);
END $$;

-- Why something must not go now: 'told', 'apart', 'unsafe', 'withdrawn', or nothing. For the service that carries it.
CREATE FUNCTION letters_held_back(asked uuid) RETURNS text {HEAD}
DECLARE d letters_delivery; s letters_sending; l letters_letter; said text;
BEGIN
    SELECT * INTO d FROM letters_delivery WHERE id = asked;
    SELECT * INTO s FROM letters_sending WHERE id = d.sending_id;
    SELECT * INTO l FROM letters_letter WHERE id = s.letter_id;
    said := letters_said(l.id, s.goes_to);
    IF NOT letters_told(l.made_of) THEN RETURN 'told'; END IF;
    IF EXISTS (SELECT FROM letters_found_in(l.readers, s.goes_to, said)) OR (
        EXISTS (SELECT FROM unnest(letters_reached(l.readers, s.goes_to)) r (id)
                 WHERE cardinality(access_apart_from(r.id)) > 0)
        AND EXISTS (SELECT FROM access_account a LEFT JOIN access_team t ON t.id = a.team_id
            CROSS JOIN LATERAL (VALUES (a.phone), (t.name), (t.duty_number)) p (piece)
             WHERE a.id IN (s.recorded_by, l.recorded_by) AND length(access_bare(p.piece)) >= 5
               AND strpos(access_bare(said), access_bare(p.piece)) > 0))
    THEN RETURN 'apart'; END IF;
    IF d."by" = 'post' THEN
        IF EXISTS (SELECT FROM people_contactpoint c JOIN kith_same_people(l.readers[1:1]) p ON p.same = c.person_id
            WHERE c.channel = 'post' AND c.safety = 'unsafe' AND c.during @> kith_today())
        THEN RETURN 'unsafe'; END IF;
        RETURN '';
    END IF;
    IF NOT EXISTS (SELECT FROM access_ownroute o JOIN people_contactpoint c ON c.id = o.contact_id
        JOIN kith_same_people(l.readers[1:1]) p ON p.same = o.person_id AND p.same = c.person_id
        WHERE o.id = d.route_id AND o.ended_at IS NULL AND c.safety = 'safe' AND c.during @> kith_today()
          AND c.value = d.goes_to AND c.channel = d."by")
    THEN RETURN 'unsafe'; END IF;
    IF NOT EXISTS (SELECT FROM access_release r WHERE r.item = s.id AND r.kind = 'letter' AND r.withdrawn_at IS NULL)
    THEN RETURN 'withdrawn'; END IF;
    RETURN '';
END $$;

-- May the actor put this sending on the page of this reader?
CREATE FUNCTION letters_may_release(asked uuid, reader uuid) RETURNS boolean {HEAD}
DECLARE s letters_sending; l letters_letter;
BEGIN
    SELECT * INTO s FROM letters_sending WHERE id = asked;
    SELECT * INTO l FROM letters_letter WHERE id = s.letter_id;
    RETURN coalesce(l.for_whom = 'family' AND l.readers[1] = reader AND s.file <> '' AND letters_open(l.person_id, l.labels)
        AND letters_open(reader, 1) AND letters_told(l.made_of)
        AND NOT EXISTS (SELECT FROM letters_found_in(l.readers, s.goes_to, letters_said(l.id, s.goes_to))), false);
END $$;

CREATE FUNCTION letters_may_take_back(asked uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM letters_sending s JOIN letters_letter l ON l.id = s.letter_id
        WHERE s.id = asked AND letters_open(l.person_id, l.labels));
END $$;

-- The reader's own letters: those addressed to them that were released to them. Nothing while somebody looks through
-- their eyes, nothing that came to tell of whom they are kept apart from, and no word of what it is about.
CREATE FUNCTION letters_mine() RETURNS TABLE (sending uuid, written_on date, released_at timestamptz, file text) {HEAD}
DECLARE me uuid[];
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN; END IF;
    me := ARRAY(SELECT s.same FROM access_dooraccess d, kith_same_people(ARRAY[d.person_id]) s
        WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now());
    RETURN QUERY SELECT s.id, l.written_on, r.released_at, s.file::text FROM access_release r
      JOIN letters_sending s ON s.id = r.item JOIN letters_letter l ON l.id = s.letter_id
     WHERE r.kind = 'letter' AND r.withdrawn_at IS NULL AND r.prepared AND r.reader_id = ANY (me)
       AND l.readers[1] = ANY (me) AND letters_told(l.made_of)
       AND NOT EXISTS (SELECT FROM letters_found_in(l.readers, s.goes_to, letters_said(l.id, s.goes_to)))
     ORDER BY r.released_at DESC, s.id;
END $$;

CREATE POLICY access_release_insert_letter ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'letter' AND prepared AND btrim(how_prepared) <> '' AND {RELEASER}
                AND recorded_by = (SELECT kith_actor()) AND withdrawn_at IS NULL AND letters_may_release(item, reader_id));
CREATE POLICY access_release_update_letter ON access_release FOR UPDATE TO kith_app
    USING (kind = 'letter' AND {RELEASER} AND letters_may_take_back(item)) WITH CHECK (withdrawn_at IS NOT NULL);
"""
CALLED = ("letters_may_release(uuid, uuid)", "letters_may_take_back(uuid)", "letters_mine()")
INNER = ("letters_said(uuid, text)",)
SERVICE = "letters_held_back(uuid)"
OWNERS = (
    "".join(
        f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
        for each in (*CALLED, *INNER, SERVICE)
    )
    + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app;\n" for each in CALLED)
    + f"GRANT EXECUTE ON FUNCTION {SERVICE} TO kith_worker;\n"
)
WHERE = (
    "EXISTS (SELECT 1 FROM letters_sending s WHERE s.id = letters_delivery.sending_id AND (s.recorded_by = (SELECT kith_actor())"
    " OR letters_where_open(s.letter_id)))"
)


class Migration(migrations.Migration):
    dependencies = [("letters", "0005_carried"), ("access", "0081_who_chose")]
    operations = [
        Protect(
            Policy(
                "letters_delivery",
                read=WHERE,
                as_other="false",
                write=f"{RELEASER} AND letters_delivery.state = 'failed' AND {WHERE}",
                insert=f"{RELEASER} AND recorded_by = (SELECT kith_actor()) AND source = 'worker' AND state = 'waits'"
                " AND notify_id IS NULL AND seen_at IS NULL AND EXISTS (SELECT 1 FROM letters_sending s"
                " WHERE s.id = letters_delivery.sending_id AND s.person_id = letters_delivery.person_id AND s.file <> '')",
                extra=(
                    "REVOKE UPDATE ON letters_delivery FROM kith_app",
                    "GRANT UPDATE (seen_at, seen_by) ON letters_delivery TO kith_app",
                ),
            )
        ),
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
    ]
