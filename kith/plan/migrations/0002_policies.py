"""Row level security on the plan: staff by whom it is about, partners by line, families by line and by name.

Chosen here, and why:
- Staff read a plan who hold one of its children, and are barred by no restriction on anybody that it is about: a plan
  told line by line of brothers and sisters would be no plan. Who holds nobody of it sees nothing.
- Staff write it who hold every child and parent that it is about.
- A charity, a school and a meeting's coordinator read what was shared with their organisation, what it wrote itself,
  or the whole where they lead; never what arises from a concern that is not told.
- Behind the family's door only lines are read, each released by name. Nothing there reads whom a plan is about, so
  that nobody learns who is thought to cause harm, or that a plan is there at all.
- What was released is what was read and checked before: other words take the release back.
"""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import Policy, Protect, written_by_role

OTHER = "kith_on_behalf_of()"
FAMILY = "'parent', 'young_person', 'carer'"
OUTSIDE = "'partner', 'school', 'coordinator'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
# As in kith.plan.actions.sharing: kept by others' rules, so no worker releases them.
NEVER = (
    Label.LEGAL_PRIVILEGE
    | Label.POLICE_SENSITIVE
    | Label.ADOPTION_SEALED
    | Label.STAFF_RESTRICTED
    | Label.LADO
    | Label.COUNSELLING
    | Label.ADDRESS_PROTECTED
    | Label.CHILD_PRIVATE
).value
HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
# A function that takes an account answers of the transaction's own, and of whose eyes it borrows, alone.
OWN = "    IF NOT coalesce(who IN (kith_actor(), kith_on_behalf_of()), false) THEN RETURN false; END IF;"

WHOLE = f"""
-- Roles that write a plan with a family; a test holds it to kith.access.roles.
CREATE FUNCTION plan_role_plans(role text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(role IN ('lead', 'social_worker', 'protection', 'manager', 'front_door', 'partner', 'health',
                             'school'), false) $$;

CREATE FUNCTION plan_role_of(who uuid) RETURNS text {HEAD}
BEGIN RETURN (SELECT a.role FROM access_account a WHERE a.id = who AND a.is_active); END $$;

CREATE FUNCTION plan_leads(asked uuid, who uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM plan_plan p JOIN access_involvement i ON i.account_id = who
         AND i.role = 'lead_practitioner' AND i.during @> kith_today()
        WHERE p.id = asked AND (i.family_id = p.family_id OR i.person_id IN (
              SELECT c.person_id FROM plan_planperson c WHERE c.plan_id = asked AND c.part = 'child')));
END $$;

CREATE FUNCTION plan_concern_open(asked uuid, concern uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM access_notyettold n WHERE n.ended_at IS NULL
        AND n.id IN (concern, (SELECT p.covert_id FROM plan_plan p WHERE p.id = asked)));
END $$;

-- A child of it whose record is open to the account under one of these labels.
CREATE FUNCTION plan_holds_child(asked uuid, mask integer, who uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM plan_planperson c JOIN access_grant g ON g.actor = who AND g.person = c.person_id
            AND g.level >= 2 AND (g.label_mask & mask) <> 0 AND g.during @> now()
        WHERE c.plan_id = asked AND c.part = 'child');
END $$;

CREATE FUNCTION plan_whole(asked uuid, mask integer, who uuid) RETURNS boolean {HEAD}
DECLARE role text := plan_role_of(who);
BEGIN
{OWN}
    IF role IS NULL OR role IN ({FAMILY}) OR NOT plan_holds_child(asked, mask, who) OR EXISTS (
        SELECT FROM plan_planperson p CROSS JOIN LATERAL kith_same_people(ARRAY[p.person_id]) s
          JOIN access_restriction x ON x.person_id = s.same AND x.during @> kith_today()
         WHERE p.plan_id = asked AND NOT EXISTS (SELECT FROM access_grant g WHERE g.actor = who
               AND g.person = p.person_id AND g.level >= 2 AND g.during @> now()))
    THEN
        RETURN false;
    END IF;
    RETURN role NOT IN ({OUTSIDE}) OR (plan_leads(asked, who) AND (NOT plan_concern_open(asked, NULL)
        OR EXISTS (SELECT FROM plan_plan p WHERE p.id = asked AND p.recorded_by = who)));
END $$;

-- The actor writes it: every child and parent that it is about is open.
CREATE FUNCTION plan_written(asked uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND plan_role_plans(kith_actor_role())
        AND plan_whole(asked, 1, kith_actor()) AND NOT EXISTS (
            SELECT FROM plan_planperson p WHERE p.plan_id = asked AND p.part IN ('child', 'parent') AND NOT EXISTS (
                SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = p.person_id AND g.level >= 2
                   AND (g.label_mask & 1) <> 0 AND g.during @> now()));
END $$;

CREATE FUNCTION plan_may_start(family uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND plan_role_plans(kith_actor_role()) AND EXISTS (
        SELECT FROM people_familymember m JOIN access_grant g ON g.actor = kith_actor() AND g.person = m.person_id
           AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now() WHERE m.family_id = family);
END $$;

-- Whoever began it names the first; afterwards whoever writes it. Nobody reaches one person by way of another.
CREATE FUNCTION plan_may_name(asked uuid, person uuid, part text) RETURNS boolean {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR NOT plan_role_plans(kith_actor_role()) OR NOT EXISTS (
        SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = plan_may_name.person
           AND g.level >= CASE WHEN part IN ('child', 'parent') THEN 2 ELSE 1 END
           AND (g.label_mask & 1) <> 0 AND g.during @> now())
    THEN
        RETURN false;
    END IF;
    RETURN plan_written(asked) OR EXISTS (SELECT FROM plan_plan p WHERE p.id = asked AND p.recorded_by = kith_actor()
        AND NOT EXISTS (SELECT FROM plan_planperson o WHERE o.plan_id = asked));
END $$;

-- What a partner knows of whom a plan is about: the children they work with, where it arises from nothing hidden.
CREATE FUNCTION plan_person_seen(asked uuid, person uuid, part text, who uuid) RETURNS boolean {HEAD}
BEGIN
{OWN}
    RETURN plan_whole(asked, 1, who) OR (plan_role_of(who) IN ({OUTSIDE}) AND part = 'child'
        AND NOT plan_concern_open(asked, NULL) AND EXISTS (SELECT FROM access_grant g WHERE g.actor = who
            AND g.person = plan_person_seen.person AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now()));
END $$;
"""

LINES = f"""
-- A line of a plan, of whatever kind, or what services said of one: whose plan, and what guards it.
CREATE FUNCTION plan_line(asked uuid) RETURNS TABLE (plan uuid, line uuid, label integer, covert uuid, author uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH said AS (SELECT coalesce((SELECT p.item FROM plan_progress p WHERE p.id = asked AND p.side = 'services'), asked) AS home)
    SELECT plan_id, id, label, covert_id, recorded_by FROM plan_goal WHERE id = (SELECT home FROM said)
    UNION ALL SELECT plan_id, id, label, covert_id, recorded_by FROM plan_step WHERE id = (SELECT home FROM said)
    UNION ALL SELECT plan_id, id, label, covert_id, recorded_by FROM plan_strength WHERE id = (SELECT home FROM said)
    UNION ALL SELECT plan_id, id, label, covert_id, recorded_by FROM plan_change WHERE id = (SELECT home FROM said)
$$;

CREATE FUNCTION plan_line_seen(item uuid, asked uuid, label integer, concern uuid, author uuid, who uuid)
RETURNS boolean {HEAD}
DECLARE role text := plan_role_of(who); hidden boolean;
BEGIN
{OWN}
    IF role IS NULL THEN RETURN false; END IF;
    IF role IN ({FAMILY}) THEN
        RETURN kith_released(item, who) AND (label & {NEVER}) = 0 AND NOT plan_concern_open(asked, concern);
    END IF;
    IF role NOT IN ({OUTSIDE}) THEN RETURN plan_whole(asked, label, who); END IF;
    hidden := plan_concern_open(asked, concern) AND author IS DISTINCT FROM who;
    RETURN NOT hidden AND plan_holds_child(asked, label, who) AND (plan_whole(asked, label, who) OR EXISTS (
        SELECT FROM access_account me WHERE me.id = who AND (
            EXISTS (SELECT FROM plan_planshare s WHERE s.item = plan_line_seen.item
                       AND s.organisation_id = me.organisation_id AND s.taken_back_at IS NULL)
            OR EXISTS (SELECT FROM access_account w WHERE w.id = author
                          AND (w.id = who OR w.organisation_id = me.organisation_id)))));
END $$;

CREATE FUNCTION plan_item_seen(asked uuid, item uuid, who uuid) RETURNS boolean {HEAD}
BEGIN
{OWN}
    RETURN EXISTS (SELECT FROM plan_line(item) l WHERE l.plan = asked
        AND plan_line_seen(l.line, l.plan, l.label, l.covert, l.author, who));
END $$;

-- What was said of a line: staff who see the line; at the door one's own, and what was released by name.
CREATE FUNCTION plan_said_seen(said uuid, asked uuid, item uuid, author uuid, source text, who uuid)
RETURNS boolean {HEAD}
DECLARE role text := plan_role_of(who);
BEGIN
{OWN}
    IF role IN ({FAMILY}) THEN
        RETURN (author = who AND source = 'family') OR (kith_released(said, who)
            AND EXISTS (SELECT FROM plan_line(said) l WHERE l.plan = asked AND (l.label & {NEVER}) = 0
                           AND NOT plan_concern_open(asked, l.covert)));
    END IF;
    RETURN plan_item_seen(asked, item, who);
END $$;

-- Who says it: at the door the account's own person, of a line they read; else a worker who sees it.
CREATE FUNCTION plan_may_say(asked uuid, item uuid, person uuid, source text) RETURNS boolean {HEAD}
DECLARE role text := kith_actor_role();
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR role IS NULL OR NOT plan_item_seen(asked, item, kith_actor()) THEN
        RETURN false;
    END IF;
    IF role IN ({FAMILY}) THEN
        RETURN source = 'family' AND EXISTS (SELECT FROM access_dooraccess d WHERE d.account_id = kith_actor()
            AND d.capacity = 'self' AND d.person_id = plan_may_say.person AND d.during @> now());
    END IF;
    RETURN source = 'worker' AND plan_role_plans(role) AND (person IS NULL OR EXISTS (
        SELECT FROM plan_planperson p WHERE p.plan_id = asked AND p.person_id = plan_may_say.person));
END $$;

CREATE FUNCTION plan_version_seen(asked uuid, labels integer, concerns uuid[], who uuid) RETURNS boolean {HEAD}
BEGIN
{OWN}
    RETURN plan_whole(asked, 1, who) AND EXISTS (
        SELECT FROM plan_planperson c JOIN access_grant g ON g.actor = who AND g.person = c.person_id AND g.level >= 2
           AND (g.label_mask & labels) = labels AND g.during @> now() WHERE c.plan_id = asked AND c.part = 'child')
        AND (plan_role_of(who) NOT IN ({OUTSIDE}) OR NOT EXISTS (
            SELECT FROM access_notyettold n WHERE n.id = ANY (concerns) AND n.ended_at IS NULL));
END $$;

-- Agreed by somebody who wrote none of it.
CREATE FUNCTION plan_may_agree(asked uuid) RETURNS boolean {HEAD}
DECLARE me uuid := kith_actor();
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() = 'manager', false) AND plan_whole(asked, 1, me)
        AND NOT EXISTS (SELECT FROM plan_plan p WHERE p.id = asked AND p.recorded_by = me)
        AND NOT EXISTS (SELECT FROM plan_goal l WHERE l.plan_id = asked AND l.recorded_by = me)
        AND NOT EXISTS (SELECT FROM plan_step l WHERE l.plan_id = asked AND l.recorded_by = me)
        AND NOT EXISTS (SELECT FROM plan_strength l WHERE l.plan_id = asked AND l.recorded_by = me)
        AND NOT EXISTS (SELECT FROM plan_change l WHERE l.plan_id = asked AND l.recorded_by = me);
END $$;

-- A line that may leave: all of whose people are open to the actor, kept by no other rule, from nothing hidden.
-- Neither label nor concern of a line can be changed by the app, so that what it bears now it always bore.
CREATE FUNCTION plan_may_leave(item uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM plan_line(item) l WHERE plan_written(l.plan) AND plan_whole(l.plan, l.label, kith_actor())
        AND (l.label & {NEVER}) = 0 AND NOT plan_concern_open(l.plan, l.covert));
END $$;

CREATE FUNCTION plan_may_release(item uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN plan_may_leave(item) AND EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor()
            AND g.person = reader AND (g.label_mask & 1) <> 0 AND g.during @> now())
        AND EXISTS (SELECT FROM plan_line(item) l JOIN plan_planperson p ON p.plan_id = l.plan WHERE
            reader = p.person_id
            OR EXISTS (SELECT FROM people_relationship r WHERE r.person_id = reader AND r.other_id = p.person_id)
            OR EXISTS (SELECT FROM people_relationship r WHERE r.other_id = reader AND r.person_id = p.person_id)
            OR EXISTS (SELECT FROM people_familymember m JOIN people_familymember k ON k.family_id = m.family_id
                        WHERE m.person_id = reader AND k.person_id = p.person_id));
END $$;

-- Whoever writes the plan takes back what was shared of it, also of what could not be shared any more.
CREATE FUNCTION plan_may_take_back(item uuid) RETURNS boolean {HEAD}
BEGIN RETURN EXISTS (SELECT FROM plan_line(item) l WHERE plan_written(l.plan)); END $$;
"""

# Called by policies; the others only by these.
CALLED = (
    "plan_role_plans(text)", "plan_whole(uuid, integer, uuid)", "plan_written(uuid)", "plan_may_start(uuid)",
    "plan_may_name(uuid, uuid, text)", "plan_person_seen(uuid, uuid, text, uuid)",
    "plan_line_seen(uuid, uuid, integer, uuid, uuid, uuid)", "plan_said_seen(uuid, uuid, uuid, uuid, text, uuid)",
    "plan_may_say(uuid, uuid, uuid, text)", "plan_version_seen(uuid, integer, uuid[], uuid)", "plan_may_agree(uuid)",
    "plan_may_leave(uuid)", "plan_may_release(uuid, uuid)", "plan_may_take_back(uuid)",
)  # fmt: skip
INNER = (
    "plan_role_of(uuid)", "plan_leads(uuid, uuid)", "plan_concern_open(uuid, uuid)",
    "plan_holds_child(uuid, integer, uuid)", "plan_line(uuid)", "plan_item_seen(uuid, uuid, uuid)",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *INNER)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)

ME = "(SELECT kith_actor())"
MINE = "recorded_by = (SELECT kith_actor())"
BY_WORKER = f"{MINE} AND source = 'worker'"
KNOWN_CONCERN = "(covert_id IS NULL OR EXISTS (SELECT 1 FROM access_notyettold kn WHERE kn.id = covert_id))"


def whole(table: str, column: str = "plan_id") -> Policy:
    """Staff who see the plan itself."""
    plan = f"{table}.{column}"
    return Policy(
        table,
        read=f"plan_whole({plan}, 1, {ME})",
        as_other=f"plan_whole({plan}, 1, (SELECT {OTHER}))",
        write=f"plan_written({plan})",
        insert=f"{BY_WORKER} AND plan_written(plan_id)",
    )


def line(table: str) -> Policy:
    """A line: staff who see the plan and its label, partners by share, families by name."""
    given = f"{table}.id, {table}.plan_id, {table}.label, {table}.covert_id, {table}.recorded_by"
    return Policy(
        table,
        read=f"plan_line_seen({given}, {ME})",
        as_other=f"plan_line_seen({given}, (SELECT {OTHER}))",
        write=f"plan_written({table}.plan_id)",
        insert=f"{BY_WORKER} AND plan_written(plan_id) AND {KNOWN_CONCERN}",
    )


def said(table: str) -> Policy:
    """What was said of a line, by whoever said it."""
    given = ", ".join(f"{table}.{each}" for each in ("id", "plan_id", "item", "recorded_by", "source"))
    return Policy(
        table,
        read=f"plan_said_seen({given}, {ME})",
        as_other=f"plan_said_seen({given}, (SELECT {OTHER}))",
        write="false",
        insert=f"{MINE} AND plan_may_say(plan_id, item, person_id, source)",
    )


LINE_TABLES = ("plan_goal", "plan_step", "plan_strength", "plan_change")
POLICIES = [
    Policy(
        "plan_plan",
        read=f"plan_whole(plan_plan.id, 1, {ME})",
        as_other=f"plan_whole(plan_plan.id, 1, (SELECT {OTHER}))",
        write="plan_written(plan_plan.id)",
        insert=f"{BY_WORKER} AND plan_may_start(family_id) AND {KNOWN_CONCERN}",
    ),
    Policy(
        "plan_planperson",
        read=f"plan_person_seen(plan_planperson.plan_id, plan_planperson.person_id, plan_planperson.part, {ME})",
        as_other="plan_person_seen(plan_planperson.plan_id, plan_planperson.person_id, plan_planperson.part,"
        f" (SELECT {OTHER}))",
        write="plan_written(plan_planperson.plan_id)",
        insert=f"{BY_WORKER} AND plan_may_name(plan_id, person_id, part)",
    ),
    whole("plan_planbasis"),
    whole("plan_planreview"),
    *[line(table) for table in LINE_TABLES],
    said("plan_progress"),
    said("plan_answer"),
    Policy(
        "plan_planversion",
        read="plan_version_seen(plan_planversion.plan_id, plan_planversion.labels, plan_planversion.concerns,"
        f" {ME})",
        as_other="plan_version_seen(plan_planversion.plan_id, plan_planversion.labels, plan_planversion.concerns,"
        f" (SELECT {OTHER}))",
        write="false",
        insert=f"{BY_WORKER} AND agreed_by_id = {ME} AND plan_may_agree(plan_id)",
    ),
    Policy(
        "plan_planshare",
        # Whom a line is shared with, only those know who see the plan.
        read=f"plan_whole(plan_planshare.plan_id, 1, {ME})",
        as_other=f"plan_whole(plan_planshare.plan_id, 1, (SELECT {OTHER}))",
        write=f"plan_written(plan_planshare.plan_id) AND (SELECT kith_actor_role()) IN ({RELEASES})",
        insert=f"{BY_WORKER} AND (SELECT kith_actor_role()) IN ({RELEASES}) AND plan_may_leave(item)",
    ),
]

# What may be changed of a row; never whose it is, its label, its concern, or what was said and agreed.
CHANGES = {
    "plan_plan": "ended_on, why_ended",
    "plan_planperson": "part",
    "plan_planbasis": "during",
    "plan_goal": "words, in_whose_words, reached_on, dropped_on, why_dropped",
    "plan_step": "words, goal_id, does_it, person_id, account_id, service, by_on, keeps_safe, done_on, how_done,"
    " not_done_on, not_done_why",
    "plan_strength": "words",
    "plan_change": "words, met_on",
    "plan_planreview": "",
    "plan_progress": "",
    "plan_answer": "",
    "plan_planversion": "",
    "plan_planshare": "taken_back_at",
}
KEPT = "\n".join(
    f"REVOKE UPDATE ON {table} FROM kith_app;"
    + (
        f"GRANT UPDATE ({columns}) ON {table} TO kith_app;"
        if columns
        else f"DROP POLICY {table}_update ON {table};"
    )
    for table, columns in CHANGES.items()
)

# History that bears labels is guarded by the whole plan: its rows are about several people (core.0005 knows of one).
HISTORY = "\n".join(
    f"CREATE POLICY {table}event_staff ON {table}event AS RESTRICTIVE FOR SELECT TO kith_app"
    f" USING (coalesce((SELECT kith_actor_role()) NOT IN ({FAMILY}), false));"
    for table in LINE_TABLES
)

RELEASED = f"""
CREATE POLICY access_release_insert_plan ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'plan' AND (SELECT kith_actor_role()) IN ({RELEASES})
                AND recorded_by = (SELECT kith_actor()) AND withdrawn_at IS NULL AND plan_may_release(item, reader_id));
CREATE POLICY access_release_update_plan ON access_release FOR UPDATE TO kith_app
    USING (kind = 'plan' AND (SELECT kith_actor_role()) IN ({RELEASES}) AND plan_may_take_back(item))
    WITH CHECK (withdrawn_at IS NOT NULL);

CREATE FUNCTION plan_reworded() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE access_release SET withdrawn_at = now() WHERE item = NEW.id AND withdrawn_at IS NULL;
    UPDATE plan_planshare SET taken_back_at = now() WHERE item = NEW.id AND taken_back_at IS NULL;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION plan_reworded() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plan_reworded() TO kith_app, kith_worker, kith_owner;
ALTER FUNCTION plan_reworded() OWNER TO kith_definer;
""" + "\n".join(
    f"CREATE TRIGGER kith_plan_reworded AFTER UPDATE ON {table} FOR EACH ROW"
    " WHEN (OLD.words IS DISTINCT FROM NEW.words) EXECUTE FUNCTION plan_reworded();"
    for table in LINE_TABLES
)

PLANS = "(SELECT plan_role_plans(kith_actor_role()))"


class Migration(migrations.Migration):
    dependencies = [
        ("plan", "0001_initial"),
        ("access", "0065_released_of_other_rooms"),
        ("story", "0054_nothing_covert_outside"),
        ("core", "0040_labels_of_what_is_open"),
    ]
    operations = [
        migrations.RunSQL(WHOLE, migrations.RunSQL.noop),
        migrations.RunSQL(LINES, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
        *[Protect(policy) for policy in POLICIES],
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
        migrations.RunSQL(RELEASED, migrations.RunSQL.noop),
        written_by_role(
            "plan_plan",
            "plan_planperson",
            "plan_planbasis",
            "plan_planreview",
            "plan_goal",
            "plan_step",
            "plan_strength",
            "plan_change",
            "plan_planshare",
            role=PLANS,
        ),
    ]
