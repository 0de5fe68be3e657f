"""Who reads what was shown of a home or of a child, and what they say to it.

Behind the door nobody reads a row: a function gives the words that were written for the reader and released to them by
name, and what they wrote themselves. Words that tell where anybody lives are never released, names not before a home is
agreed, and nothing of a search that comes of a concern not yet told.
"""

from django.db import migrations

from kith.core.rls import EDITS, Policy, Protect, granted

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
ME = "(SELECT kith_actor())"
DOOR = "coalesce((SELECT kith_actor_role()) IN ('young_person', 'carer'), false)"
FUNCTIONS = f"""
-- The people that the reader is: one, and its linked records.
CREATE FUNCTION homes_me() RETURNS uuid[] {HEAD}
BEGIN
    RETURN ARRAY(SELECT s.same FROM access_dooraccess d CROSS JOIN kith_same_people(ARRAY[d.person_id]) s
      WHERE d.account_id = coalesce(kith_on_behalf_of(), kith_actor()) AND d.capacity = 'self' AND d.during @> now());
END $$;

-- A young person, of themselves: never while somebody looks through their eyes.
CREATE FUNCTION homes_is_me(person uuid) RETURNS boolean {HEAD}
BEGIN RETURN kith_on_behalf_of() IS NULL AND coalesce(person = ANY (homes_me()), false); END $$;

CREATE FUNCTION homes_opens(child uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN coalesce(kith_actor_role() IN ({READS}), false) AND EXISTS (SELECT FROM access_grant g
      WHERE g.actor = kith_actor() AND g.person = child AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now());
END $$;

-- Who could be shown it, by name: the child of a choice, and the carers of its home. From the shortlist on a worker may know.
CREATE FUNCTION homes_readers(which uuid) RETURNS TABLE (person uuid, as_carer boolean, name text) {HEAD}
BEGIN
    RETURN QUERY SELECT p.id, p.carer, (SELECT btrim(n.given || ' ' || n.family) FROM people_personname n
           WHERE n.person_id = p.id ORDER BY n.preferred DESC, n.kind, n.id LIMIT 1)
      FROM homes_choice c CROSS JOIN LATERAL (SELECT c.child_id AS id, false AS carer UNION ALL
           SELECT m.person_id, true FROM homes_member m WHERE m.home_id = c.home_id AND m.part = 'carer'
              AND m.since <= kith_today() AND (m.until IS NULL OR m.until > kith_today())) p
     WHERE c.id = which AND homes_opens(c.child_id) ORDER BY 2, 3, 1;
END $$;

-- Names that may not stand in these words, as they are said: of the home and its people, or of the child and their family.
CREATE FUNCTION homes_names_in(child uuid, home uuid, as_carer boolean, words text) RETURNS SETOF text {HEAD}
DECLARE said text[] := regexp_split_to_array(regexp_replace(coalesce(words, ''), '[''’]s\\M', '', 'g'), '[^[:alpha:]-]+');
        low text[] := ARRAY(SELECT lower(w) FROM unnest(said) w);
        of uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[child]) s);
BEGIN
    IF as_carer THEN
        RETURN QUERY SELECT w FROM people_personname n, regexp_split_to_table(n.given || ' ' || n.family, '[[:space:]]+') w
            WHERE n.person_id = ANY (of) AND length(w) > 1 AND lower(w) = ANY (low)
          UNION SELECT w FROM people_relationship r JOIN people_personname n ON n.person_id = r.other_id
             CROSS JOIN LATERAL regexp_split_to_table(n.given, '[[:space:]]+') w
            WHERE r.person_id = ANY (of) AND length(w) > 2 AND w = ANY (said);
    ELSE
        RETURN QUERY SELECT w FROM homes_member m JOIN people_personname n ON n.person_id = m.person_id
             CROSS JOIN LATERAL regexp_split_to_table(n.given || ' ' || n.family, '[[:space:]]+') w
            WHERE m.home_id = home AND length(w) > 2 AND w = ANY (said)
          UNION SELECT w FROM homes_home h CROSS JOIN LATERAL regexp_split_to_table(h.name, '[^[:alpha:]-]+') w
            WHERE h.id = home AND length(w) > 2 AND w = initcap(w) AND w = ANY (said)
              AND lower(w) NOT IN ('the', 'and', 'home', 'house', 'family', 'carers', 'children');
    END IF;
END $$;

-- Whether these words tell where somebody lives: the home, of the child and their family; where it is told, people tell it.
CREATE FUNCTION homes_tells_where(child uuid, home uuid, as_carer boolean, words text) RETURNS boolean {HEAD}
DECLARE said text := access_bare(words);
BEGIN
    RETURN EXISTS (
        SELECT FROM (
            SELECT p.lines, p.postcode FROM homes_homeplace p WHERE p.home_id = home AND NOT as_carer
            UNION ALL SELECT a.lines, a.postcode FROM kith_same_people(ARRAY[child] || ARRAY(
                SELECT r.other_id FROM people_relationship r JOIN kith_same_people(ARRAY[child]) s ON s.same = r.person_id)) s
              JOIN people_address a ON a.person_id = s.same WHERE as_carer AND a.kind IN ('home', 'staying', 'school')) a
         CROSS JOIN LATERAL (VALUES (a.postcode::text), ((regexp_split_to_array(a.lines, E'[\\n,]'))[1])) t (piece)
         WHERE length(access_bare(t.piece)) >= 5 AND strpos(said, access_bare(t.piece)) > 0);
END $$;

-- Why these words may not go to this reader, as a word; nothing where they may.
CREATE FUNCTION homes_words_why_not(which uuid, reader uuid, as_carer boolean, words text) RETURNS text {HEAD}
DECLARE c record;
BEGIN
    SELECT x.child_id, x.home_id, x.state, s.covert_id, s.closed_on INTO c
      FROM homes_choice x JOIN homes_search s ON s.id = x.search_id WHERE x.id = which;
    IF c.child_id IS NULL OR kith_on_behalf_of() IS NOT NULL OR c.closed_on IS NOT NULL
       OR NOT coalesce(kith_actor_role() IN ({RELEASES}), false) OR NOT homes_opens(c.child_id)
       OR NOT EXISTS (SELECT FROM homes_readers(which) r WHERE r.person = reader AND r.as_carer = $3) THEN RETURN 'not_yours'; END IF;
    IF c.covert_id IS NOT NULL AND kith_concern_open(c.covert_id) THEN RETURN 'not_told'; END IF;
    IF as_carer AND c.child_id = ANY (access_apart_from(reader)) THEN RETURN 'apart'; END IF;
    IF EXISTS (SELECT FROM access_found_in(reader, words)) THEN RETURN 'apart'; END IF;
    IF homes_tells_where(c.child_id, c.home_id, as_carer, words) THEN RETURN 'address'; END IF;
    RETURN (SELECT 'name:' || min(n) FROM homes_names_in(c.child_id, c.home_id, as_carer, words) n WHERE c.state <> 'agreed');
END $$;

CREATE FUNCTION homes_why_not(item uuid, reader uuid) RETURNS text {HEAD}
DECLARE s homes_shown;
BEGIN
    SELECT * INTO s FROM homes_shown x WHERE x.id = item;
    IF s.id IS NULL OR s.reader_id <> reader OR NOT homes_opens(s.child_id) THEN RETURN 'not_yours'; END IF;
    RETURN homes_words_why_not(s.choice_id, reader, s.as_carer, s.words);
END $$;

CREATE FUNCTION homes_shown_open(item uuid) RETURNS boolean {HEAD}
BEGIN RETURN EXISTS (SELECT FROM homes_shown s WHERE s.id = item AND homes_opens(s.child_id)); END $$;

-- Once its reader is kept apart from somebody of it: held back, until a worker has looked.
CREATE FUNCTION homes_gives_away(item uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM homes_shown s WHERE s.id = item
       AND (EXISTS (SELECT FROM access_found_in(reader, s.words))
            OR (s.as_carer AND access_apart_from(reader) && ARRAY(SELECT k.same FROM kith_same_people(ARRAY[s.child_id]) k))));
END $$;

-- What was shown to whose account it is, and what they said: one row for each of their answers, or one without.
CREATE FUNCTION homes_my_shown() RETURNS TABLE (shown uuid, choice uuid, child uuid, as_carer boolean, words text, "on" date,
    said uuid, yes boolean, said_words text, needs text, said_on date, answer text, answered_as text, answered_on date) {HEAD}
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor()); me uuid[] := homes_me();
BEGIN
    IF cardinality(me) = 0 THEN RETURN; END IF;
    RETURN QUERY SELECT s.id, s.choice_id, s.child_id, s.as_carer, s.words::text, s.on, d.id, d.yes, d.words::text,
           d.needs::text, d.on, d.answer::text, d.answered_as::text, d.answered_on
      FROM homes_shown s JOIN homes_choice c ON c.id = s.choice_id JOIN homes_search q ON q.id = c.search_id
      LEFT JOIN homes_said d ON d.shown_id = s.id AND d.source = 'family'
     WHERE s.reader_id = ANY (me) AND kith_released(s.id, reader) AND q.closed_on IS NULL
       AND (q.covert_id IS NULL OR NOT kith_concern_open(q.covert_id))
       AND (NOT s.as_carer OR (NOT access_apart_from(s.reader_id) && ARRAY(SELECT k.same FROM kith_same_people(ARRAY[s.child_id]) k)
            AND EXISTS (SELECT FROM homes_member m WHERE m.home_id = c.home_id AND m.person_id = s.reader_id
                           AND m.part = 'carer' AND (m.until IS NULL OR m.until > kith_today()))))
       AND (kith_on_behalf_of() IS NULL OR homes_opens(s.child_id))
     ORDER BY s.on DESC, s.recorded_at DESC, s.id, d.recorded_at DESC;
END $$;

-- Whether whoever acts was shown this, and answers as themselves.
CREATE FUNCTION homes_may_say(item uuid, which uuid, whose uuid, speaker text) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND EXISTS (SELECT FROM homes_my_shown() m WHERE m.shown = item AND m.choice = which
       AND m.child = whose AND speaker = CASE WHEN m.as_carer THEN 'carers' ELSE 'child' END);
END $$;
"""
CALLED = (
    "homes_is_me(uuid)", "homes_opens(uuid)", "homes_readers(uuid)", "homes_why_not(uuid, uuid)", "homes_shown_open(uuid)",
    "homes_my_shown()", "homes_may_say(uuid, uuid, uuid, text)", "homes_words_why_not(uuid, uuid, boolean, text)",
)  # fmt: skip
INNER = (
    "homes_me()", "homes_tells_where(uuid, uuid, boolean, text)", "homes_gives_away(uuid, uuid)",
    "homes_names_in(uuid, uuid, boolean, text)",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *INNER)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)
CHILD = f"{INSIDE} AND {granted('homes_shown.child_id')}"
WISHER = f"{INSIDE} AND {granted('homes_wish.person_id')}"
YOUNG = "coalesce((SELECT kith_actor_role()) = 'young_person', false)"
POLICIES = [
    Policy(
        "homes_shown",
        read=CHILD,
        as_other="false",
        write="false",
        insert=f"{CHILD} AND homes_shown.recorded_by = {ME} AND homes_shown.source = 'worker' AND EXISTS (SELECT 1 FROM"
        " homes_choice c WHERE c.id = homes_shown.choice_id AND c.child_id = homes_shown.child_id)",
        history=False,
        by_role=f"({EDITS} OR coalesce((SELECT kith_actor_role()) = 'reviewing', false))",
        extra=("REVOKE UPDATE ON homes_shown FROM kith_app",),
    ),
    Policy(
        "homes_wish",
        read=f"({WISHER}) OR ({YOUNG} AND homes_is_me(homes_wish.person_id))",
        as_other="EXISTS (SELECT 1 FROM access_dooraccess d WHERE d.account_id = (SELECT kith_on_behalf_of())"
        " AND d.person_id = homes_wish.person_id AND d.capacity = 'self' AND d.during @> now())",
        write="false",
        insert=f"homes_wish.recorded_by = {ME} AND (({WISHER} AND homes_wish.source = 'worker') OR ({YOUNG}"
        " AND homes_wish.source = 'family' AND homes_is_me(homes_wish.person_id)))",
        history=False,
        by_role=f"({EDITS} OR {YOUNG})",
        extra=("REVOKE UPDATE ON homes_wish FROM kith_app",),
    ),
]
OWN = f"homes_said.source = 'family' AND {DOOR}"
# What was said stays as it was said; its answer is written once, by a worker of the child.
SAID = f"""
CREATE POLICY homes_said_insert_door ON homes_said FOR INSERT TO kith_app WITH CHECK ({OWN} AND homes_said.recorded_by = {ME}
    AND homes_said.answer = '' AND homes_may_say(homes_said.shown_id, homes_said.choice_id, homes_said.child_id, homes_said.who));
DROP POLICY homes_said_insert_role ON homes_said;
CREATE POLICY homes_said_insert_role ON homes_said AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (homes_said.answer = '' AND ({EDITS} OR ({OWN})));
DROP POLICY homes_said_update ON homes_said;
CREATE POLICY homes_said_update ON homes_said FOR UPDATE TO kith_app
    USING ({INSIDE} AND {granted("homes_said.child_id")}) WITH CHECK ({INSIDE} AND {granted("homes_said.child_id")});
GRANT UPDATE (answer, answered_on, answered_as) ON homes_said TO kith_app;
"""
RELEASED = f"""
CREATE POLICY access_release_insert_home ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'home' AND recorded_by = {ME} AND withdrawn_at IS NULL AND homes_why_not(item, reader_id) IS NULL);
CREATE POLICY access_release_update_home ON access_release FOR UPDATE TO kith_app
    USING (kind = 'home' AND (SELECT kith_actor_role()) IN ({RELEASES}) AND homes_shown_open(item))
    WITH CHECK (withdrawn_at IS NOT NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("homes", "0010_shown"), ("access", "0185_a_home_is_released")]
    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
        *[Protect(each) for each in POLICIES],
        migrations.RunSQL(SAID, migrations.RunSQL.noop),
        migrations.RunSQL(RELEASED, migrations.RunSQL.noop),
    ]
