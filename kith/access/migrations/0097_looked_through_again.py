"""Whoever is kept apart later: what they were given before is looked through again, and what tells, or may tell, is held.

As the ruling is made, its trigger holds back every document that stands released to them, whoever released it, and all
words in which something of those they are now kept apart from is found. Documents are then looked through (a room above
does, for they are encrypted): one in which nothing is found may be read again at once, any other waits for a worker.
What is held answers its reader as what was never released. Letters ask the same at each reading (letters 0006).

And what is due because a ruling has a day on which it is to be looked at again. It goes on until somebody decides.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"

PROTECT = Protect(Policy("access_heldback", read="false", as_other="false", write="false", history=False))

HOLDS = f"""
CREATE OR REPLACE FUNCTION kith_released(what uuid, who uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN coalesce(who IN (kith_actor(), kith_on_behalf_of()), false) AND EXISTS (
        SELECT 1 FROM access_release r JOIN access_dooraccess d ON d.person_id = r.reader_id
         WHERE r.item = what AND r.withdrawn_at IS NULL
           AND d.account_id = who AND d.capacity = 'self' AND d.during @> now()
           AND NOT EXISTS (SELECT FROM access_heldback h WHERE h.release_id = r.id AND h.ended_at IS NULL));
END $$;

-- Does an item of some room name those whom its reader is kept apart from? Rooms above say it anew.
CREATE FUNCTION access_item_gives_away(kind text, item uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN RETURN false; END $$;

CREATE FUNCTION access_hold_given(other uuid) RETURNS void {WRITES}
BEGIN
    INSERT INTO access_heldback (id, release_id, since, found, why, looked_at)
    SELECT gen_random_uuid(), r.id, now(),
           CASE r.kind WHEN 'document' THEN ARRAY[]::text[] ELSE ARRAY['words that would tell them'] END, '',
           CASE r.kind WHEN 'document' THEN NULL ELSE now() END
      FROM access_release r JOIN kith_same_people(ARRAY[other]) o ON o.same = r.reader_id
     WHERE r.withdrawn_at IS NULL AND (r.kind = 'document' OR access_item_gives_away(r.kind::text, r.item, r.reader_id))
        ON CONFLICT DO NOTHING;
    -- A document that waits is looked through once more: what tells may have been recorded since.
    UPDATE access_heldback h SET looked_at = NULL, found = '{{}}', why = '' FROM access_release r
      JOIN kith_same_people(ARRAY[other]) o ON o.same = r.reader_id
     WHERE h.release_id = r.id AND h.ended_at IS NULL AND r.kind = 'document' AND r.withdrawn_at IS NULL;
END $$;

CREATE OR REPLACE FUNCTION access_apart_signs_out() RETURNS trigger {WRITES}
BEGIN
    UPDATE access_account a SET sessions_since = clock_timestamp()
      FROM access_dooraccess d JOIN kith_same_people(ARRAY[NEW.other_id]) s ON s.same = d.person_id
     WHERE d.account_id = a.id AND d.capacity = 'self' AND d.during @> now();
    PERFORM access_hold_given(NEW.other_id);
    RETURN NULL;
END $$;

-- Hold and look through anew, for a worker who holds the person.
CREATE FUNCTION access_look_again(person uuid, other uuid) RETURNS boolean {WRITES}
BEGIN
    IF NOT access_keeps_apart(person, other) THEN RETURN false; END IF;
    PERFORM access_hold_given(other);
    RETURN true;
END $$;

-- A document was looked through: these are its words. Where nothing is found, and all of it was read, it is held no more.
CREATE FUNCTION access_looked(person uuid, other uuid, held uuid, words text, unread text) RETURNS text[] {WRITES}
DECLARE reads uuid; told text[];
BEGIN
    IF NOT access_keeps_apart(person, other) THEN RETURN NULL; END IF;
    SELECT r.reader_id INTO reads FROM access_heldback h JOIN access_release r ON r.id = h.release_id
      JOIN kith_same_people(ARRAY[other]) o ON o.same = r.reader_id
     WHERE h.id = held AND h.ended_at IS NULL;
    IF reads IS NULL THEN RETURN NULL; END IF;
    told := ARRAY(SELECT left(f.what || ', “' || f.found || '”', 300) FROM access_found_in(reads, words) f ORDER BY 1);
    UPDATE access_heldback h SET looked_at = now(), found = told, why = left(unread, 120),
           ended_at = CASE WHEN told = '{{}}' AND unread = '' THEN now() END,
           ended_by = CASE WHEN told = '{{}}' AND unread = '' THEN kith_actor() END
     WHERE h.id = held;
    RETURN told;
END $$;

-- A worker read a file that no program could read, and says that it tells nothing.
CREATE FUNCTION access_read_by_hand(person uuid, other uuid, held uuid) RETURNS boolean {WRITES}
BEGIN
    IF NOT access_keeps_apart(person, other) OR NOT coalesce(kith_actor_role() IN ({RELEASES}), false) THEN
        RETURN false;
    END IF;
    UPDATE access_heldback h SET ended_at = now(), ended_by = kith_actor() FROM access_release r
      JOIN kith_same_people(ARRAY[other]) o ON o.same = r.reader_id
     WHERE h.id = held AND r.id = h.release_id AND h.ended_at IS NULL AND h.looked_at IS NOT NULL
       AND h.found = '{{}}' AND h.why <> '';
    RETURN FOUND;
END $$;

DROP FUNCTION access_given_to(uuid, uuid);
CREATE FUNCTION access_given_to(person uuid, other uuid)
RETURNS TABLE (release uuid, kind text, item uuid, at timestamptz, by uuid, held uuid, looked boolean, found text[], why text)
{HEAD}
BEGIN
    IF NOT access_keeps_apart(person, other) THEN RETURN; END IF;
    RETURN QUERY SELECT r.id, r.kind::text, r.item, r.released_at, r.recorded_by, h.id, h.looked_at IS NOT NULL,
           coalesce(h.found, '{{}}')::text[], coalesce(h.why, '')::text
      FROM access_release r
      JOIN kith_same_people(ARRAY[other]) o ON o.same = r.reader_id
      LEFT JOIN access_heldback h ON h.release_id = r.id AND h.ended_at IS NULL
     WHERE r.withdrawn_at IS NULL ORDER BY h.id IS NULL, r.released_at DESC, r.id;
END $$;
"""

REVIEWS = f"""
-- Rulings whose day has come: for whoever decided, or holds the person, or answers for the decider's team. The name is
-- given where the record is open; of a restricted one nothing to others.
CREATE FUNCTION access_apart_reviews() RETURNS TABLE (ruling uuid, person uuid, name text, review_on date, author text) {HEAD}
DECLARE mine uuid := (SELECT a.team_id FROM access_account a WHERE a.id = kith_actor());
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR NOT coalesce(kith_actor_role() IN ({RELEASES}), false) THEN RETURN; END IF;
    RETURN QUERY SELECT y.id, y.person_id, CASE WHEN o.open THEN (
             SELECT btrim(n.given || ' ' || n.family) FROM people_personname n WHERE n.person_id = y.person_id
              ORDER BY n.preferred DESC, n.id LIMIT 1) END, y.review_on, coalesce(a.display_name, '')::text
      FROM people_mayknow y LEFT JOIN access_account a ON a.id = y.recorded_by
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = y.person_id
            AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now()) AS open) o
     WHERE NOT y.may AND y.during @> kith_today() AND y.review_on <= kith_today()
       AND ((o.open AND (y.recorded_by = kith_actor() OR a.team_id = mine OR EXISTS (
                SELECT FROM access_involvement i WHERE i.account_id = kith_actor() AND i.during @> kith_today()
                   AND (i.person_id = y.person_id OR i.family_id IN (
                        SELECT m.family_id FROM people_familymember m WHERE m.person_id = y.person_id)))))
            OR (kith_actor_role() IN ('manager', 'front_door')
                AND (a.team_id = mine OR a.id IS NULL OR NOT a.is_active)
                AND NOT EXISTS (SELECT FROM access_restriction x WHERE x.person_id = y.person_id
                                   AND coalesce(upper(x.during) > kith_today(), true))))
     ORDER BY y.review_on, y.id LIMIT 50;
END $$;
"""
CALLED = (
    "access_look_again(uuid, uuid)", "access_looked(uuid, uuid, uuid, text, text)", "access_read_by_hand(uuid, uuid, uuid)",
    "access_given_to(uuid, uuid)", "access_apart_reviews()",
)  # fmt: skip
INNER = ("access_item_gives_away(text, uuid, uuid)", "access_hold_given(uuid)")
OWNERS = (
    "GRANT SELECT, INSERT, UPDATE ON access_heldback TO kith_definer;\n"
    + "".join(
        f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
        for each in (*CALLED, *INNER)
    )
    + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)
)


class Migration(migrations.Migration):
    dependencies = [("access", "0096_held_back"), ("people", "0036_kept_apart_reviewed")]
    operations = [
        PROTECT,
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (HOLDS, REVIEWS, OWNERS)),
    ]
