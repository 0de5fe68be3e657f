"""What a parent or carer reads of a child in care: item by item, released to them by name, by a function.

Nobody behind the family's door reads a row of this room but a young person their own. `care_my_care` asks anew each time: is
the reader still who may read this kind of thing, would the words tell them where somebody lives, is the look through a
worker's eyes one that the worker may have? Then there is nothing, as for an item that never was.
"""

from django.db import migrations

from kith.core.labels import Label

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
INSIDE = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
SQL = f"""
-- People who come in by a door for this child in some capacity, by who they are themselves.
CREATE FUNCTION care_by_door(whose uuid, called text) RETURNS uuid[] {HEAD}
BEGIN
    RETURN ARRAY(SELECT DISTINCT me.person_id FROM kith_same_people(ARRAY[whose]) s
        JOIN access_dooraccess d ON d.person_id = s.same AND d.capacity = called AND d.during @> now()
        JOIN access_dooraccess me ON me.account_id = d.account_id AND me.capacity = 'self' AND me.during @> now());
END $$;

-- Who cares for a child today: in their home, in family care, or by a door as carer.
CREATE FUNCTION care_carers(whose uuid) RETURNS uuid[] {HEAD}
BEGIN
    RETURN care_by_door(whose, 'carer') || ARRAY(
        SELECT c.carer_id FROM kinship_caring c WHERE c.child_id = whose AND (c.until IS NULL OR c.until > kith_today())
        UNION SELECT p.carer_id FROM care_stayplace p JOIN care_stay s ON s.id = p.stay_id
         WHERE s.person_id = whose AND s.ended_on IS NULL AND p.carer_id IS NOT NULL);
END $$;

-- One thing that may be shown: what it is, its words, of which child, to whom alone; and whether it is of daily life
-- (`close`), which leads to where the child is.
CREATE FUNCTION care_item(of_it uuid) RETURNS TABLE (what text, words text, child uuid, readers uuid[], close boolean) {HEAD}
BEGIN
    RETURN QUERY
    SELECT 'home', '', s.person_id, care_carers(s.person_id), true FROM care_stay s WHERE s.id = of_it AND s.ended_on IS NULL
    UNION ALL SELECT 'plan', concat_ws(' ', p.days, p.school, p.health, p.family_time), p.person_id, care_carers(p.person_id), true
      FROM care_placementplan p JOIN care_stay s ON s.id = p.stay_id WHERE p.id = of_it AND s.ended_on IS NULL
    UNION ALL SELECT 'exception', n.reason::text, n.person_id,
           care_carers(n.person_id) || CASE n.decides WHEN 'parent' THEN care_by_door(n.person_id, 'parent') END, true
      FROM care_notdelegated n WHERE n.id = of_it AND n.until IS NULL
    UNION ALL SELECT 'ask', concat_ws(' ', a.reason, a.answered_by), a.person_id,
           care_carers(a.person_id) || care_by_door(a.person_id, 'parent'), true FROM care_ask a WHERE a.id = of_it
    UNION ALL SELECT 'review', r.for_family::text, r.person_id,
           care_carers(r.person_id) || care_by_door(r.person_id, 'parent'), false FROM care_reviewplanned r WHERE r.id = of_it
    UNION ALL SELECT 'health', h.words::text, h.person_id,
           care_carers(h.person_id) || care_by_door(h.person_id, 'parent'), true FROM care_healthcheck h WHERE h.id = of_it
    UNION ALL SELECT 'part', c.words::text, c.person_id, care_carers(c.person_id) || care_by_door(c.person_id, 'parent')
           || care_by_door(c.person_id, 'self'), false FROM care_careplanpart c WHERE c.id = of_it
    -- What somebody agreed to is theirs alone to read.
    UNION ALL SELECT 'agreement', g.explained::text, g.person_id, ARRAY[g.whose_id], false
      FROM care_agreement g WHERE g.id = of_it AND g.whose_id IS NOT NULL;
END $$;

-- Do these words tell the reader where the child lives or learns? Unless it was ruled that they may know, they live there,
-- or they are the child.
CREATE FUNCTION care_tells_where(reader uuid, whose uuid, words text) RETURNS boolean {HEAD}
DECLARE said text := access_bare(words); me uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[reader]) s);
        child uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[whose]) s);
BEGIN
    IF said = '' OR me && child THEN RETURN false; END IF;
    IF EXISTS (SELECT FROM access_found_in(reader, words)) THEN RETURN true; END IF;
    IF EXISTS (SELECT FROM people_mayknow y WHERE y.person_id = ANY (child) AND y.other_id = ANY (me) AND y.may
                  AND y.during @> kith_today()) OR me && care_carers(whose) THEN RETURN false; END IF;
    RETURN EXISTS (
        SELECT FROM (SELECT a.lines, a.postcode FROM people_address a WHERE a.person_id = ANY (child)
                        AND a.kind IN ('home', 'staying', 'school')
                     UNION ALL SELECT p.lines, p.postcode FROM care_stayplace p JOIN care_stay s ON s.id = p.stay_id
                      WHERE p.person_id = ANY (child) AND s.ended_on IS NULL
                     UNION ALL SELECT p.called, '' FROM care_stayplace p JOIN care_stay s ON s.id = p.stay_id
                      WHERE p.person_id = ANY (child) AND s.ended_on IS NULL) h
         WHERE NOT EXISTS (SELECT FROM people_address own WHERE own.person_id = ANY (me)
                              AND access_bare(own.lines || own.postcode) = access_bare(h.lines || h.postcode))
           AND ((length(access_bare(h.postcode)) >= 5 AND strpos(said, access_bare(h.postcode)) > 0)
                OR (length(access_bare(split_part(h.lines, ',', 1))) >= 5
                    AND strpos(said, access_bare(split_part(h.lines, ',', 1))) > 0)));
END $$;

-- Whoever is kept apart from the child reads nothing of their daily life, and no words that tell where they are.
CREATE FUNCTION care_gives_away(of_it uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM care_item(of_it) i WHERE care_tells_where(reader, i.child, i.words)
        OR (i.close AND access_apart_from(reader) && ARRAY(SELECT s.same FROM kith_same_people(ARRAY[i.child]) s)));
END $$;

CREATE FUNCTION care_opens(person uuid, what text) RETURNS boolean {HEAD}
BEGIN
    RETURN coalesce(kith_actor_role() IN ({INSIDE}), false) AND EXISTS (SELECT FROM access_grant g
        WHERE g.actor = kith_actor() AND g.person = $1 AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now())
       AND (what <> 'health' OR EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = $1
        AND g.level >= 2 AND (g.label_mask & {Label.HEALTH.value}) <> 0 AND g.during @> now()));
END $$;

CREATE FUNCTION care_item_open(of_it uuid) RETURNS boolean {HEAD}
BEGIN RETURN EXISTS (SELECT FROM care_item(of_it) i WHERE care_opens(i.child, i.what)); END $$;

-- Who may be shown a thing, for the worker's page.
CREATE FUNCTION care_may_read(of_it uuid) RETURNS TABLE (reader uuid) {HEAD}
BEGIN
    RETURN QUERY SELECT DISTINCT r FROM care_item(of_it) i, unnest(i.readers) r WHERE care_opens(i.child, i.what) AND r IS NOT NULL;
END $$;

-- Why a thing may not be shown to somebody, as a word; nothing where it may.
CREATE FUNCTION care_why_not(of_it uuid, reader uuid) RETURNS text {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR NOT coalesce(kith_actor_role() IN ({RELEASES}), false) OR NOT care_item_open(of_it)
       OR NOT EXISTS (SELECT FROM care_item(of_it) i WHERE reader = ANY (i.readers))
       OR NOT EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = reader
                         AND (g.label_mask & 1) <> 0 AND g.during @> now()) THEN RETURN 'not_yours'; END IF;
    IF care_gives_away(of_it, reader) THEN RETURN 'tells'; END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION care_my_care() RETURNS TABLE (child uuid, name text, what text, item uuid, body jsonb) {HEAD}
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor()); me uuid;
BEGIN
    me := (SELECT d.person_id FROM access_dooraccess d WHERE d.account_id = reader AND d.capacity = 'self' AND d.during @> now());
    IF me IS NULL THEN RETURN; END IF;
    RETURN QUERY
    WITH shown AS MATERIALIZED (
        SELECT r.item, i.child, i.what FROM access_release r CROSS JOIN LATERAL care_item(r.item) i
         WHERE r.reader_id = me AND r.kind = 'care' AND r.withdrawn_at IS NULL AND kith_released(r.item, reader)
           AND me = ANY (i.readers) AND NOT care_gives_away(r.item, me)
           AND (kith_on_behalf_of() IS NULL OR care_opens(i.child, i.what))),
    said AS (
        SELECT x.*, CASE x.what
            WHEN 'home' THEN (SELECT jsonb_build_object('on', s.began_on) FROM care_stay s WHERE s.id = x.item)
            WHEN 'plan' THEN (SELECT jsonb_build_object('on', p.made_on, 'days', p.days, 'school', p.school, 'health', p.health,
                'family_time', p.family_time) FROM care_placementplan p WHERE p.id = x.item)
            WHEN 'exception' THEN (SELECT jsonb_build_object('on', n.since, 'matter', n.matter, 'decides', n.decides,
                'words', n.reason) FROM care_notdelegated n WHERE n.id = x.item)
            WHEN 'ask' THEN (SELECT jsonb_build_object('on', a.asked_on, 'matter', a.matter, 'for_on', a.for_on,
                'answer_by', a.answer_by, 'answer', a.answer, 'words', a.reason, 'by', a.answered_by)
                FROM care_ask a WHERE a.id = x.item)
            WHEN 'review' THEN (SELECT jsonb_build_object('on', coalesce(r.held_on, r.planned_for), 'held', r.held_on IS NOT NULL,
                'chairs', r.chairs, 'words', CASE WHEN r.held_on IS NULL THEN '' ELSE r.for_family END)
                FROM care_reviewplanned r WHERE r.id = x.item)
            WHEN 'health' THEN (SELECT jsonb_build_object('on', h."on", 'kind', h.kind, 'words', h.words)
                FROM care_healthcheck h WHERE h.id = x.item)
            WHEN 'part' THEN (SELECT jsonb_build_object('on', c."on", 'part', c.part, 'words', c.words)
                FROM care_careplanpart c WHERE c.id = x.item)
            WHEN 'agreement' THEN (SELECT jsonb_build_object('on', g."on", 'agrees', g.agrees AND g.capacity, 'words', g.words,
                'back', g.taken_back_on, 'over', b.ended_on, 'as', g.given_as)
                FROM care_agreement g JOIN care_legalbasis b ON b.id = g.basis_id WHERE g.id = x.item) END AS body
          FROM shown x)
    SELECT s.child, (SELECT n.given::text FROM people_personname n WHERE n.person_id = s.child
                      ORDER BY n.preferred DESC, n.kind, n.id LIMIT 1), s.what, s.item, s.body
      FROM said s ORDER BY 2, s.child, s.body ->> 'on' DESC, s.item;
END $$;

-- Of a child in care it stands here what the carer decides; family care reads it (kinship_my_door). Not a function of the
-- definer: a worker reads what row level security lets them, and a carer's door asks as itself.
CREATE OR REPLACE FUNCTION kinship_decided_in_care(child uuid, reader uuid) RETURNS TABLE (what text, may boolean, words text)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT m.called, n.id IS NULL, coalesce(n.reason::text, '')
      FROM (VALUES ('sleepover', 'sleepover'), ('haircut', 'haircut'), ('trip', 'day_trip'), ('trip', 'school_trip'),
                   ('club', 'day_trip'), ('photos', 'photo'), ('phone', 'phone'), ('health', 'doctor')) m (matter, called)
      LEFT JOIN care_notdelegated n ON n.person_id = $1 AND n.matter = m.matter AND n.until IS NULL
           AND ($2 IS NULL OR kith_released(n.id, $2));
END $$;

-- Words that change are new words: they stay with staff until they are shown anew.
CREATE FUNCTION care_shown_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE access_release r SET withdrawn_at = now() WHERE r.item = NEW.id AND r.kind = 'care' AND r.withdrawn_at IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER care_shown_anew AFTER UPDATE ON care_careplanpart FOR EACH ROW WHEN (OLD.words IS DISTINCT FROM NEW.words)
    EXECUTE FUNCTION care_shown_anew();
CREATE TRIGGER care_shown_anew AFTER UPDATE ON care_reviewplanned FOR EACH ROW
    WHEN (OLD.for_family IS DISTINCT FROM NEW.for_family) EXECUTE FUNCTION care_shown_anew();
CREATE TRIGGER care_shown_anew AFTER UPDATE ON care_placementplan FOR EACH ROW
    WHEN ((OLD.days, OLD.school, OLD.health, OLD.family_time) IS DISTINCT FROM (NEW.days, NEW.school, NEW.health, NEW.family_time))
    EXECUTE FUNCTION care_shown_anew();

CREATE POLICY access_release_insert_care ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'care' AND recorded_by = (SELECT kith_actor()) AND withdrawn_at IS NULL
                AND care_why_not(item, reader_id) IS NULL);
CREATE POLICY access_release_update_care ON access_release FOR UPDATE TO kith_app
    USING (kind = 'care' AND (SELECT kith_actor_role()) IN ({RELEASES}) AND care_item_open(item))
    WITH CHECK (withdrawn_at IS NOT NULL);
"""
CALLED = (
    "care_item_open(uuid)",
    "care_may_read(uuid)",
    "care_why_not(uuid, uuid)",
    "care_my_care()",
)
WITHIN = (
    "care_by_door(uuid, text)", "care_carers(uuid)", "care_item(uuid)", "care_tells_where(uuid, uuid, text)",
    "care_gives_away(uuid, uuid)", "care_opens(uuid, text)", "care_shown_anew()",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *WITHIN)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)


class Migration(migrations.Migration):
    dependencies = [
        ("care", "0045_words_of_a_review_for_families"),
        ("access", "0190_care_is_released"),
        ("kinship", "0020_decided_where_a_child_is_in_care"),
    ]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (SQL, OWNERS)]
