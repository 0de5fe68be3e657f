"""What holds once somebody is kept apart: signed out at once, what they were given listed, others' names found in words.

Kept apart is a ruling that somebody may not know where a person lives (people_mayknow). From it follows, and from
nothing that the one kept apart could see:

- their account is signed out everywhere, and a first link to it is dead;
- whoever works with the person is shown all that was released to them, and takes it back, whoever released it;
- words that are to go to them are looked through for whatever stands near the person and those who live there: home,
  numbers, workers, teams, schools and other organisations, and where they were asked to meet.

A family account ends its own sign-ins, and closes its own door; a worker who saw them opens it again.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect, granted

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FAMILY = "'parent', 'young_person', 'carer'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
HOLDS = (
    "EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = {person} AND g.level >= 2"
    " AND (g.label_mask & 1) <> 0 AND g.during @> now())"
)
KEPT = 10

POLICIES = [
    Protect(
        Policy(
            "access_signedin",
            read="access_signedin.account_id = (SELECT kith_actor())",
            as_other="false",
            write="false",
            history=False,
        )
    ),
    Protect(
        Policy(
            "access_closeddoor",
            read=f"(SELECT kith_actor_role()) NOT IN ({FAMILY}) AND {granted('access_closeddoor.person_id')}",
            as_other="false",
            write="false",
            history=False,
        )
    ),
]

OWN_DOOR = f"""
-- At the sign-in: when, and from what; the last {KEPT} are kept. Of a family account, by the sign-in or itself.
CREATE FUNCTION access_signed_in(account uuid, device text) RETURNS void {WRITES}
BEGIN
    IF NOT coalesce((kith_actor() IS NULL AND kith_channel() = 'sign-in') OR kith_actor() = account, false)
        OR NOT EXISTS (SELECT FROM access_account a WHERE a.id = account AND a.role IN ({FAMILY}))
    THEN
        RETURN;
    END IF;
    INSERT INTO access_signedin (id, account_id, at, device) VALUES (gen_random_uuid(), account, now(), left(device, 20));
    DELETE FROM access_signedin s WHERE s.account_id = account AND s.id NOT IN (
        SELECT k.id FROM access_signedin k WHERE k.account_id = account ORDER BY k.at DESC, k.id LIMIT {KEPT});
END $$;

-- One's own sign-ins end, this one too.
CREATE FUNCTION access_sign_out_everywhere() RETURNS void {WRITES}
BEGIN
    IF kith_on_behalf_of() IS NULL THEN
        UPDATE access_account SET sessions_since = clock_timestamp() WHERE id = kith_actor();
    END IF;
END $$;

CREATE FUNCTION access_close_my_door() RETURNS boolean {WRITES}
DECLARE me uuid := (SELECT d.person_id FROM access_dooraccess d
                     WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now());
BEGIN
    IF me IS NULL OR kith_on_behalf_of() IS NOT NULL OR kith_actor_role() NOT IN ({FAMILY}) THEN RETURN false; END IF;
    INSERT INTO access_closeddoor (id, account_id, person_id, closed_at, how_seen)
    VALUES (gen_random_uuid(), kith_actor(), me, now(), '') ON CONFLICT DO NOTHING;
    UPDATE access_account SET sessions_since = clock_timestamp() WHERE id = kith_actor();
    RETURN true;
END $$;

-- Asked at the sign-in, of an account whose password was right.
CREATE FUNCTION access_door_closed(account uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN coalesce(kith_actor() IS NULL AND kith_channel() = 'sign-in', false)
       AND EXISTS (SELECT FROM access_closeddoor c WHERE c.account_id = account AND c.opened_at IS NULL);
END $$;

CREATE FUNCTION access_open_door_again(closed uuid, seen date, how text) RETURNS boolean {WRITES}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR NOT coalesce(kith_actor_role() IN ({RELEASES}), false) OR btrim(how) = '' THEN
        RETURN false;
    END IF;
    UPDATE access_closeddoor c SET opened_at = now(), opened_by = kith_actor(), seen_on = seen, how_seen = left(how, 300)
     WHERE c.id = closed AND c.opened_at IS NULL AND seen <= kith_today()
       AND seen >= (c.closed_at AT TIME ZONE 'Europe/London')::date AND {HOLDS.format(person="c.person_id")};
    RETURN FOUND;
END $$;
"""

APART = f"""
CREATE FUNCTION access_apart_signs_out() RETURNS trigger {WRITES}
BEGIN
    UPDATE access_account a SET sessions_since = clock_timestamp()
      FROM access_dooraccess d JOIN kith_same_people(ARRAY[NEW.other_id]) s ON s.same = d.person_id
     WHERE d.account_id = a.id AND d.capacity = 'self' AND d.during @> now();
    RETURN NULL;
END $$;
CREATE TRIGGER kith_apart_made AFTER INSERT ON people_mayknow FOR EACH ROW WHEN (NOT NEW.may)
    EXECUTE FUNCTION access_apart_signs_out();
CREATE TRIGGER kith_apart_ruled AFTER UPDATE OF may ON people_mayknow FOR EACH ROW WHEN (OLD.may AND NOT NEW.may)
    EXECUTE FUNCTION access_apart_signs_out();

-- Is `other` kept apart from this person today, and does the actor, a worker, hold the person?
CREATE FUNCTION access_keeps_apart(person uuid, other uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() NOT IN ({FAMILY}), false)
       AND {HOLDS.format(person="access_keeps_apart.person")}
       AND EXISTS (SELECT FROM people_mayknow y
            JOIN kith_same_people(ARRAY[access_keeps_apart.person]) p ON p.same = y.person_id
            JOIN kith_same_people(ARRAY[access_keeps_apart.other]) o ON o.same = y.other_id
           WHERE NOT y.may AND y.during @> kith_today());
END $$;

-- All that was released to somebody who is kept apart, and stands; for whoever works with the person.
CREATE FUNCTION access_given_to(person uuid, other uuid)
RETURNS TABLE (release uuid, kind text, item uuid, at timestamptz, by uuid) {HEAD}
BEGIN
    IF NOT access_keeps_apart(person, other) THEN RETURN; END IF;
    RETURN QUERY SELECT r.id, r.kind::text, r.item, r.released_at, r.recorded_by FROM access_release r
      JOIN kith_same_people(ARRAY[other]) o ON o.same = r.reader_id
     WHERE r.withdrawn_at IS NULL ORDER BY r.released_at DESC, r.id;
END $$;

CREATE FUNCTION access_take_back(person uuid, other uuid, asked uuid) RETURNS boolean {WRITES}
BEGIN
    IF NOT access_keeps_apart(person, other) OR NOT coalesce(kith_actor_role() IN ({RELEASES}), false) THEN
        RETURN false;
    END IF;
    UPDATE access_release r SET withdrawn_at = now() WHERE r.id = asked AND r.withdrawn_at IS NULL
       AND r.reader_id IN (SELECT o.same FROM kith_same_people(ARRAY[other]) o);
    RETURN FOUND;
END $$;
"""

NAMES = f"""
CREATE FUNCTION access_bare(words text) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT regexp_replace(lower(coalesce(words, '')), '[^[:alnum:]]', '', 'g') $$;

-- Whom a reader is kept apart from today, with those who live where they live.
CREATE FUNCTION access_apart_from(reader uuid) RETURNS uuid[] {HEAD}
DECLARE me uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[reader]) s); theirs uuid[];
BEGIN
    theirs := ARRAY(SELECT s.same FROM kith_same_people(ARRAY(SELECT y.person_id FROM people_mayknow y
        WHERE y.other_id = ANY (me) AND NOT y.may AND y.during @> kith_today())) s);
    IF cardinality(theirs) = 0 THEN RETURN theirs; END IF;
    RETURN ARRAY(SELECT unnest(theirs) UNION
        SELECT a.person_id FROM people_address h JOIN people_address a
            ON access_bare(a.lines || a.postcode) = access_bare(h.lines || h.postcode)
         WHERE h.person_id = ANY (theirs) AND h.during @> kith_today() AND a.during @> kith_today()
           AND access_bare(h.lines || h.postcode) <> '' AND h.kind IN ('home', 'staying') AND a.kind IN ('home', 'staying')
           AND a.person_id <> ALL (me) AND NOT EXISTS (SELECT FROM people_mayknow y WHERE y.person_id = a.person_id
               AND y.other_id = ANY (me) AND y.may AND y.during @> kith_today()));
END $$;

-- Where these people were asked to meet. Rooms above that know of meetings say it anew.
CREATE FUNCTION access_places_met(persons uuid[]) RETURNS TABLE (place text) {HEAD}
BEGIN RETURN; END $$;

-- What of those whom a reader is kept apart from stands in these words: what it is, and as it stands on the record.
CREATE FUNCTION access_found_in(reader uuid, words text) RETURNS TABLE (what text, found text) {HEAD}
DECLARE
    me uuid[]; theirs uuid[] := access_apart_from(reader); said text := access_bare(words);
    spoken text[] := regexp_split_to_array(coalesce(words, ''), '[^[:alpha:]]+');
    near uuid[]; mine uuid[]; own_names text[];
BEGIN
    IF cardinality(theirs) = 0 OR said = '' THEN RETURN; END IF;
    me := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[reader]) s);
    -- Who works with the reader too, or was named to them, is nobody new to them.
    mine := ARRAY(SELECT i.account_id FROM access_involvement i WHERE i.person_id = ANY (me)
        UNION SELECT i.account_id FROM access_involvement i JOIN access_release r ON r.item = i.id
         WHERE r.reader_id = ANY (me) AND r.kind = 'involvement');
    near := ARRAY(SELECT i.account_id FROM access_involvement i
         WHERE i.account_id <> ALL (mine) AND (i.person_id = ANY (theirs) OR i.family_id IN (
            SELECT m.family_id FROM people_familymember m WHERE m.person_id = ANY (theirs))));
    own_names := ARRAY(SELECT lower(w) FROM people_personname n,
        regexp_split_to_table(n.given || ' ' || n.family, '[^[:alpha:]]+') w WHERE n.person_id = ANY (theirs || me));
    RETURN QUERY
    WITH told (what, piece) AS (
        SELECT CASE a.kind WHEN 'school' THEN 'a school' ELSE 'where they live' END, p FROM people_address a
         CROSS JOIN LATERAL (SELECT (regexp_split_to_array(a.lines, E'[\\n,]'))[1] AS first) f
         CROSS JOIN LATERAL unnest(ARRAY[a.postcode, f.first, regexp_replace(f.first, '^[^[:alpha:]]+', '')]) p
         WHERE a.person_id = ANY (theirs) AND NOT EXISTS (SELECT FROM people_address own
               WHERE own.person_id = ANY (me) AND strpos(access_bare(own.lines || own.postcode), access_bare(p)) > 0)
        UNION SELECT 'how to reach them', c.value FROM people_contactpoint c WHERE c.person_id = ANY (theirs)
           AND NOT EXISTS (SELECT FROM people_contactpoint own
               WHERE own.person_id = ANY (me) AND access_bare(own.value) = access_bare(c.value))
        UNION SELECT 'a worker', a.display_name FROM access_account a WHERE a.id = ANY (near)
        UNION SELECT 'a worker''s number', a.phone FROM access_account a WHERE a.id = ANY (near)
        UNION SELECT t.what, t.piece FROM access_account a JOIN access_team k ON k.id = a.team_id
         CROSS JOIN LATERAL (VALUES ('a team', k.name), ('a team''s number', k.duty_number)) t (what, piece)
         WHERE a.id = ANY (near) AND NOT EXISTS (
            SELECT FROM access_account o WHERE o.id = ANY (mine) AND o.team_id = k.id)
        UNION SELECT CASE o.kind WHEN 'school' THEN 'a school' ELSE 'an organisation' END, o.name
          FROM access_account a JOIN access_organisation o ON o.id = a.organisation_id
         WHERE a.id = ANY (near) AND o.kind NOT IN ('council', 'family') AND NOT EXISTS (
            SELECT FROM access_account m WHERE m.id = ANY (mine) AND m.organisation_id = o.id)
        UNION SELECT 'a place to meet', p.place FROM access_places_met(theirs) p
        UNION SELECT 'a place to meet', split_part(p.place, ',', 1) FROM access_places_met(theirs) p)
    SELECT DISTINCT t.what, btrim(t.piece) FROM told t
     -- Shorter pieces stand in other words by chance.
     WHERE length(access_bare(t.piece)) >= 5 AND strpos(said, access_bare(t.piece)) > 0
    UNION
    SELECT 'a worker', w.part FROM access_account a
      CROSS JOIN LATERAL regexp_split_to_table(a.display_name, '[^[:alpha:]]+') w (part)
     WHERE a.id = ANY (near) AND length(w.part) >= 3 AND lower(w.part) <> ALL (own_names)
       AND (w.part = ANY (spoken) OR upper(w.part) = ANY (spoken)
            OR (length(w.part) >= 5 AND lower(w.part) IN (SELECT lower(x) FROM unnest(spoken) x)));
END $$;

-- The same for a worker who holds the reader, and so may release to them; to others nothing.
CREATE FUNCTION access_tells_of(reader uuid, words text) RETURNS TABLE (what text, found text) {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() NOT IN ({FAMILY}), false) AND EXISTS (
        SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = reader
           AND (g.label_mask & 1) <> 0 AND g.during @> now())
    THEN
        RETURN QUERY SELECT f.what, f.found FROM access_found_in(reader, words) f ORDER BY 1, 2;
    END IF;
END $$;
"""

CALLED = (
    "access_signed_in(uuid, text)", "access_sign_out_everywhere()", "access_close_my_door()",
    "access_door_closed(uuid)", "access_open_door_again(uuid, date, text)", "access_keeps_apart(uuid, uuid)",
    "access_given_to(uuid, uuid)", "access_take_back(uuid, uuid, uuid)", "access_tells_of(uuid, text)",
)  # fmt: skip
INNER = (
    "access_apart_signs_out()", "access_apart_from(uuid)", "access_places_met(uuid[])", "access_bare(text)",
    "access_found_in(uuid, text)",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *INNER)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)
RIGHTS = """
GRANT SELECT, UPDATE ON access_release TO kith_definer;
GRANT SELECT ON access_team, access_organisation, people_personname TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0071_signed_out_and_closed_doors"), ("people", "0029_found_in_one_block")]
    operations = [
        *POLICIES,
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (OWN_DOOR, APART, NAMES, RIGHTS, OWNERS)),
    ]
