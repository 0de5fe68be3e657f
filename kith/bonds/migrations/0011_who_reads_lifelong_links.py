"""Who reads and writes of Lifelong Links; what a child reads of it; and that somebody kept apart is not looked for.

- Whoever is looked for has no page here, and no row tells them anything: what is written of them is read by the child's workers.
- A child reads no row of it either. A function gives the names that the child gave, and of anybody else nothing before a
  recorded yes. It asks anew at each reading whether that person has come to be kept apart since. Found and said no, and not
  found, are one and the same there, in the reason that was told to the child: a no is a fact about whoever said it.
- The drawing is the child's own, and so is the choice of a lifelong bond.
- Somebody kept apart, or with whom something forbids being together, is looked for only once a manager has said why.
"""

from django.db import migrations

from kith.core.rls import EDITS, Policy, Protect, granted

READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
YOUNG = "coalesce((SELECT kith_actor_role()) = 'young_person', false)"
ME, OTHER = "(SELECT kith_actor())", "(SELECT kith_on_behalf_of())"
SELF, SELF_OTHER = f"(SELECT care_self({ME}))", f"(SELECT care_self({OTHER}))"
HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"

FUNCTIONS = f"""
-- Does anything keep these two apart today, but for what a manager has looked at since? Of what comes of a concern not yet
-- told, only with `hidden`: nobody is looked for against it, and no page behind the door shows it by a change.
CREATE FUNCTION bonds_link_barred(child uuid, known uuid, despite timestamptz, hidden boolean) RETURNS boolean {HEAD}
DECLARE mine uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[child]) s);
        theirs uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[known]) s);
BEGIN
    IF known IS NULL THEN RETURN false; END IF;
    RETURN EXISTS (
        SELECT FROM people_mayknow y
         WHERE ((y.person_id = ANY (mine) AND y.other_id = ANY (theirs)) OR (y.person_id = ANY (theirs) AND y.other_id = ANY (mine)))
           AND NOT y.may AND y.during @> kith_today() AND (despite IS NULL OR y.recorded_at > despite)
    ) OR (despite IS NULL AND (access_apart_from(child) && theirs OR access_apart_from(known) && mine))
    OR EXISTS (
        SELECT FROM bonds_timelimit l
         WHERE ((l.child_id = ANY (mine) AND l.other_id = ANY (theirs)) OR (l.child_id = ANY (theirs) AND l.other_id = ANY (mine)))
           AND l.from_on <= kith_today() AND (l.until IS NULL OR l.until > kith_today())
           AND (hidden OR l.covert_id IS NULL OR NOT kith_concern_open(l.covert_id))
           AND (despite IS NULL OR l.recorded_at > despite));
END $$;

-- Before a row is kept: a manager alone lets somebody kept apart be looked for.
CREATE FUNCTION bonds_link_guard() RETURNS trigger {WRITES}
BEGIN
    IF current_setting('kith.migrating', true) = 'on' THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND NEW.despite_at IS NOT DISTINCT FROM OLD.despite_at AND NEW.despite = OLD.despite THEN NULL;
    ELSIF NEW.despite <> '' AND coalesce(kith_actor_role() NOT IN ('manager', 'director'), true) AND session_user = 'kith_app' THEN
        RAISE EXCEPTION 'a manager alone says so' USING ERRCODE = '42501';
    END IF;
    IF NEW.stands IN ('looking', 'found', 'yes', 'met') AND session_user = 'kith_app'
       AND bonds_link_barred(NEW.child_id, NEW.known_id, NEW.despite_at, true) THEN
        RAISE EXCEPTION 'they are kept apart' USING ERRCODE = 'KB001';
    END IF;
    RETURN NEW;
END $$;

-- Behind the child's own door, and through a worker's eyes what both may read.
CREATE FUNCTION bonds_links_reader() RETURNS uuid {HEAD}
DECLARE me uuid := care_self(coalesce(kith_on_behalf_of(), kith_actor()));
BEGIN
    IF me IS NULL OR (kith_on_behalf_of() IS NOT NULL AND NOT EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor()
        AND g.person = me AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now())) THEN RETURN NULL; END IF;
    RETURN me;
END $$;

CREATE FUNCTION bonds_my_links() RETURNS TABLE (link uuid, name text, tie text, stands text, why text, look_again_on date,
    shares text) {HEAD}
DECLARE me uuid := bonds_links_reader();
BEGIN
    RETURN QUERY SELECT p.id, p.name::text, CASE WHEN p.by_child THEN p.tie::text ELSE '' END, s.stands,
           CASE WHEN s.stands IN ('not_safe', 'not_found') THEN p.why::text ELSE '' END,
           CASE WHEN s.stands = 'not_safe' THEN p.look_again_on END,
           CASE WHEN s.stands IN ('yes', 'met') THEN p.shares::text ELSE '' END
      FROM bonds_linkperson p
      CROSS JOIN LATERAL (SELECT CASE
           WHEN p.stands IN ('yes', 'met') AND NOT bonds_link_barred(p.child_id, p.known_id, p.despite_at, false) THEN p.stands::text
           WHEN p.stands = 'not_safe' AND p.told_on IS NOT NULL THEN 'not_safe'
           WHEN p.stands IN ('not_found', 'no') AND p.told_on IS NOT NULL THEN 'not_found'
           WHEN p.stands = 'wanted' THEN 'wanted' ELSE 'looking' END AS stands) s
     WHERE p.child_id = me AND (p.by_child OR s.stands IN ('yes', 'met'))
     ORDER BY p.recorded_at, p.id;
END $$;

CREATE FUNCTION bonds_my_journey() RETURNS TABLE (offered_on date, answer text, ask_again_on date, plan text, plan_with text,
    plan_on date, ended_on date) {HEAD}
DECLARE me uuid := bonds_links_reader();
BEGIN
    RETURN QUERY SELECT j.offered_on, j.answer::text, j.ask_again_on, j.plan::text, j.plan_with::text, j.plan_on, j.ended_on
      FROM bonds_linksjourney j WHERE j.child_id = me ORDER BY j.offered_on DESC, j.recorded_at DESC LIMIT 1;
END $$;

-- The child answers the offer, or stops it all, on their own page; the journey, or nothing where there is none.
CREATE FUNCTION bonds_answer_links(said text, again date) RETURNS uuid {WRITES}
DECLARE me uuid := care_self(kith_actor()); done uuid;
BEGIN
    IF me IS NULL OR kith_on_behalf_of() IS NOT NULL OR said NOT IN ('yes', 'not_now', 'no') THEN RETURN NULL; END IF;
    UPDATE bonds_linksjourney SET answer = said, answered_on = kith_today(), ask_again_on = CASE WHEN said = 'not_now' THEN again END
     WHERE child_id = me AND ended_on IS NULL AND answer <> 'yes' RETURNING id INTO done;
    RETURN done;
END $$;

CREATE FUNCTION bonds_stop_links(why text) RETURNS uuid {WRITES}
DECLARE me uuid := care_self(kith_actor()); done uuid;
BEGIN
    IF me IS NULL OR kith_on_behalf_of() IS NOT NULL OR coalesce(btrim(why), '') = '' THEN RETURN NULL; END IF;
    UPDATE bonds_linksjourney SET ended_on = kith_today(), why_ended = left(why, 500)
     WHERE child_id = me AND ended_on IS NULL RETURNING id INTO done;
    -- Nobody who has not said yes is looked for any longer.
    IF done IS NOT NULL THEN
        UPDATE bonds_linkperson SET stands = 'wanted' WHERE child_id = me AND stands IN ('looking', 'found');
    END IF;
    RETURN done;
END $$;

-- May the child read this bond? Not of somebody who did not say yes, or is kept apart since.
CREATE FUNCTION bonds_bond_shown(which uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN which IS NULL OR EXISTS (SELECT FROM bonds_linkperson p WHERE p.id = which AND p.stands IN ('yes', 'met')
        AND NOT bonds_link_barred(p.child_id, p.known_id, p.despite_at, false));
END $$;

-- Either ends a bond: the child of their own, a worker whose record it is. What ended is on the child's page no more.
CREATE FUNCTION bonds_end_bond(which uuid) RETURNS boolean {WRITES}
DECLARE me uuid := care_self(kith_actor());
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN false; END IF;
    UPDATE bonds_lifelongbond b SET ended_on = kith_today() WHERE b.id = which AND b.ended_on IS NULL AND (b.child_id = me
        OR (access_role_edits(kith_actor_role()) AND EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor()
            AND g.person = b.child_id AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now())));
    RETURN FOUND;
END $$;

-- Of a bond the child changes their own choice, and may end it; what the other says is the other's.
CREATE FUNCTION bonds_bond_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_actor_role() IS DISTINCT FROM 'young_person' THEN RETURN NEW; END IF;
    IF TG_OP = 'INSERT' AND (NEW.other_words <> '' OR NEW.other_chose_on IS NOT NULL OR NEW.ended_on IS NOT NULL)
       OR TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'child_words' - 'child_chose_on' - 'ended_on')
          IS DISTINCT FROM (to_jsonb(OLD) - 'child_words' - 'child_chose_on' - 'ended_on') THEN
        RAISE EXCEPTION 'What the other says is theirs' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;

-- That a young person did something on their own page, on their own story, for staff; in words that stand here alone.
CREATE FUNCTION bonds_tell_self(code text) RETURNS uuid {WRITES}
DECLARE me uuid := kith_actor(); whose uuid := care_self(kith_actor()); made uuid := gen_random_uuid(); moment timestamptz := now();
    my_name text := (SELECT a.display_name FROM access_account a WHERE a.id = kith_actor());
    says text := CASE code WHEN 'ask_for_link' THEN 'Asked to find somebody who matters' WHEN 'answer_links' THEN 'Answered the offer of Lifelong Links'
        WHEN 'stop_links' THEN 'Stopped Lifelong Links' WHEN 'draw_link' THEN 'Drew who matters to them'
        WHEN 'choose_bond' THEN 'Chose somebody for life' WHEN 'end_bond' THEN 'Ended a lifelong bond' END;
BEGIN
    IF says IS NULL OR whose IS NULL OR kith_on_behalf_of() IS NOT NULL THEN
        RAISE EXCEPTION 'only a young person tells of themselves here' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO story_event (id, recorded_at, recorded_by, source, kind, action, happened_at, all_day, title, facts, label,
                             written_by_name)
    VALUES (made, moment, me, 'family', 'record', 'bonds.' || code, moment, false, says, '{{}}'::jsonb, 1, my_name);
    INSERT INTO story_about (id, recorded_at, recorded_by, source, event_id, person_id, happened_at, part)
    VALUES (gen_random_uuid(), moment, me, 'family', made, whose, moment, '');
    RETURN made;
END $$;

-- The offer is told to the law.
CREATE FUNCTION bonds_links_facts() RETURNS trigger {WRITES}
BEGIN
    INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
    VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', NEW.id, NEW.child_id, 'links', NEW.offered_on)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
"""
CALLED = (
    "bonds_my_links()", "bonds_my_journey()", "bonds_answer_links(text, date)", "bonds_stop_links(text)",
    "bonds_link_barred(uuid, uuid, timestamptz, boolean)", "bonds_bond_shown(uuid)", "bonds_tell_self(text)",
    "bonds_end_bond(uuid)",
)  # fmt: skip
WITHIN = ("bonds_link_guard()", "bonds_links_reader()", "bonds_links_facts()")
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *WITHIN)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)
TRIGGERS = """
CREATE TRIGGER bonds_guard BEFORE INSERT OR UPDATE ON bonds_linkperson FOR EACH ROW EXECUTE FUNCTION bonds_link_guard();
CREATE TRIGGER bonds_guard BEFORE INSERT OR UPDATE ON bonds_lifelongbond FOR EACH ROW EXECUTE FUNCTION bonds_bond_guard();
CREATE TRIGGER bonds_facts AFTER INSERT ON bonds_linksjourney FOR EACH ROW EXECUTE FUNCTION bonds_links_facts();
"""
BY_BOTH = f"({EDITS} OR {YOUNG})"


def kept(table, *columns):
    return (
        f"REVOKE UPDATE ON {table} FROM kith_app",
        f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO kith_app",
    )


def worker(table):
    return f"{INSIDE} AND {granted(f'{table}.child_id')}"


def mine(table):
    """The child's own new row, in their own name."""
    return (
        f"{YOUNG} AND {table}.child_id = {SELF} AND {table}.source = 'family' AND {table}.recorded_by = {ME}"
    )


JOURNEY, LINK, DRAWN, BOND = "bonds_linksjourney", "bonds_linkperson", "bonds_linkdrawn", "bonds_lifelongbond"
BY_WORKER = {
    each: f"{worker(each)} AND {each}.recorded_by = {ME} AND {each}.source = 'worker'"
    for each in (JOURNEY, LINK, DRAWN, BOND)
}
SHOWN = f"{BOND}.ended_on IS NULL AND bonds_bond_shown({BOND}.link_id)"
POLICIES = [
    Policy(JOURNEY, read=worker(JOURNEY), as_other="false", insert=BY_WORKER[JOURNEY], by_role=EDITS,
           extra=kept(JOURNEY, "answer", "answered_on", "ask_again_on", "plan", "plan_with", "plan_on", "ended_on", "why_ended")),
    Policy(LINK, read=worker(LINK), as_other="false", by_role=BY_BOTH,
           insert=f"({BY_WORKER[LINK]}) OR ({mine(LINK)} AND {LINK}.by_child AND {LINK}.stands = 'wanted' AND {LINK}.known_id IS NULL"
                  f" AND {LINK}.found = '' AND {LINK}.why = '')",
           extra=kept(LINK, "known_id", "stands", "found", "despite", "despite_at", "why", "told_on", "look_again_on",
                      "consent_on", "consent_how", "shares")),
    Policy(DRAWN, read=f"({worker(DRAWN)}) OR ({YOUNG} AND {DRAWN}.child_id = {SELF})",
           as_other=f"{DRAWN}.child_id = {SELF_OTHER}", insert=f"({BY_WORKER[DRAWN]}) OR ({mine(DRAWN)})",
           write=f"({worker(DRAWN)} AND {EDITS}) OR ({YOUNG} AND {DRAWN}.child_id = {SELF})", deletable=True, by_role=BY_BOTH),
    Policy(BOND, read=f"({worker(BOND)}) OR ({YOUNG} AND {BOND}.child_id = {SELF} AND {SHOWN})",
           as_other=f"{BOND}.child_id = {SELF_OTHER} AND {SHOWN}",
           insert=f"({BY_WORKER[BOND]}) OR ({mine(BOND)} AND bonds_bond_shown({BOND}.link_id))",
           write=f"({worker(BOND)}) OR ({YOUNG} AND {BOND}.child_id = {SELF})", by_role=BY_BOTH,
           extra=kept(BOND, "child_words", "child_chose_on", "other_words", "other_how", "other_chose_on", "ended_on")),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("bonds", "0010_lifelong_links"),
        ("access", "0150_time_is_released"),
        ("care", "0032_what_a_child_is_told"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
        *[Protect(each) for each in POLICIES],
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
    ]
