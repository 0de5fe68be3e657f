"""Row level security on family meetings, and which of it may be released to whom by name."""

from django.db import migrations

from kith.core.rls import EDITS, FIND, Policy, Protect, by_person, granted

FAMILY = "'parent', 'young_person', 'carer'"
ME, OTHER = "(SELECT kith_actor())", "(SELECT kith_on_behalf_of())"
MINE = f"recorded_by = {ME} AND {OTHER} IS NULL"
WORKER = f"{MINE} AND source = 'worker' AND {EDITS}"
COORDINATOR = f"{MINE} AND source = 'worker'"
AT_THE_DOOR = f"{MINE} AND source = 'family' AND (SELECT kith_actor_role()) IN ({FAMILY})"


def staff(what: str, column: str, who: str = ME) -> str:
    return f"decisions_staff('{what}', {column}, {who})"


def coordinates(what: str, column: str, who: str = ME) -> str:
    return f"decisions_coordinates('{what}', {column}, {who})"


def door(what: str, column: str, who: str = ME) -> str:
    return f"decisions_door('{what}', {column}, {who})"


def kept(table: str, *columns: str) -> tuple[str, ...]:
    """Nothing of a row is changed but these columns."""
    may = f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO kith_app" if columns else "SELECT 1"
    return (f"REVOKE UPDATE ON {table} FROM kith_app", may)


def policy(
    name: str,
    *read: object,
    insert: str,
    write: str = "false",
    changes: tuple[str, ...] = (),
    deletable: bool = False,
) -> Policy:
    """`read`: functions of who asks, any of which opens the row."""
    table = f"decisions_{name}"
    opens = [each(who) for each in read for who in (ME,)]  # type: ignore[operator]
    other = [each(OTHER) for each in read]  # type: ignore[operator]
    return Policy(
        table,
        read=" OR ".join(f"({each.replace('~', f'{table}.')})" for each in opens),
        as_other=" OR ".join(f"({each.replace('~', f'{table}.')})" for each in other) if other else "false",
        insert=insert.replace("~", f"{table}."),
        write=write.replace("~", f"{table}."),
        deletable=deletable,
        extra=kept(table, *changes),
    )


ONLY_COORDINATOR = lambda column: lambda who: coordinates("network", column, who)  # noqa: E731
POLICIES = [
    policy(
        "meetingoffer",
        lambda who: staff("offer", "~id", who),
        lambda who: door("offer", "~id", who),
        insert=f"{WORKER} AND ~offered_by_id = {ME}"
        " AND (~covert_id IS NULL OR EXISTS (SELECT FROM access_notyettold kn WHERE kn.id = ~covert_id))",
    ),
    policy(
        "meetingperson",
        lambda who: staff("offer", "~offer_id", who),
        # By whoever wrote the offer: adding a child to another's would open it.
        insert=f"{WORKER} AND decisions_offered_by_me(~offer_id)"
        f" AND (({granted('~person_id')}) OR (~part = 'offered' AND {granted('~person_id', level=FIND)}))",
    ),
    policy(
        "offeranswer",
        lambda who: staff("offer", "~offer_id", who),
        lambda who: f"decisions_is_me(~person_id, {who}) AND {door('offer', '~offer_id', who)}",
        insert=f"({WORKER} AND {staff('offer', '~offer_id')} AND decisions_is_of(~offer_id, ~person_id))"
        f" OR ({AT_THE_DOOR} AND decisions_is_me(~person_id, {ME}) AND {door('offer', '~offer_id')})",
    ),
    policy("meetingfact", lambda who: staff("offer", "~offer_id", who), insert="false"),
    policy(
        "familymeeting",
        lambda who: staff("meeting", "~id", who),
        lambda who: coordinates("meeting", "~id", who),
        insert=f"{WORKER} AND {staff('offer', '~offer_id')} AND decisions_independent(~offer_id, ~coordinator_id)"
        " AND ~held_on IS NULL AND ~closed_on IS NULL",
        write=f"~coordinator_id = {ME} AND (SELECT kith_actor_role()) = 'coordinator'",
        changes=("planned_at", "held_on", "closed_on", "why_closed"),
    ),
    policy(
        "networkperson",
        lambda who: staff("meeting", "~meeting_id", who),
        lambda who: coordinates("meeting", "~meeting_id", who),
        insert=f"({WORKER} AND {staff('meeting', '~meeting_id')} AND ~may_ask = 'not_yet'"
        f" AND (~person_id IS NULL OR {granted('~person_id', level=FIND)}))"
        f" OR ({COORDINATOR} AND {coordinates('meeting', '~meeting_id')} AND ~person_id IS NULL)",
        write=coordinates("meeting", "~meeting_id"),
        changes=(
            "name",
            "tie",
            "named_by",
            "part",
            "may_ask",
            "agreed_with",
            "only_if_id",
            "only_if_agreed_on",
            "orders",
            "orders_checked_with",
            "orders_allow",
        ),
    ),
    policy(
        "neverreason",
        ONLY_COORDINATOR("~network_id"),
        lambda who: f"decisions_manages('network', ~network_id, {who})",
        insert=f"{COORDINATOR} AND {coordinates('network', '~network_id')}",
        write=coordinates("network", "~network_id"),
        changes=("reason",),
    ),
    policy(
        "prepared",
        ONLY_COORDINATOR("~network_id"),
        insert=f"{COORDINATOR} AND {coordinates('network', '~network_id')}",
        write=coordinates("network", "~network_id"),
        changes=("prepared_on", "notes", "safe_how", "travel", "language", "needs", "advocate"),
    ),
    policy(
        "privatecheck",
        ONLY_COORDINATOR("~network_id"),
        insert=f"{COORDINATOR} AND {coordinates('network', '~network_id')}",
    ),
    policy(
        "invitation",
        ONLY_COORDINATOR("~network_id"),
        lambda who: door("invitation", "~id", who),
        insert=f"{COORDINATOR} AND decisions_why_not(~network_id, ~come_at, ~place, ~words) IS NULL",
    ),
    policy(
        "invitationanswer",
        lambda who: coordinates("invitation", "~invitation_id", who),
        lambda who: door("invitation", "~invitation_id", who),
        insert=f"({COORDINATOR} AND {coordinates('invitation', '~invitation_id')})"
        f" OR ({AT_THE_DOOR} AND {door('invitation', '~invitation_id')})",
    ),
    policy(
        "stage",
        lambda who: staff("meeting", "~meeting_id", who),
        lambda who: coordinates("meeting", "~meeting_id", who),
        insert=f"{COORDINATOR} AND {coordinates('meeting', '~meeting_id')}",
        write=coordinates("meeting", "~meeting_id"),
        changes=("to_at",),
    ),
    policy(
        "familyplan",
        lambda who: f"~agreed_on IS NOT NULL AND {staff('meeting', '~meeting_id', who)}",
        lambda who: coordinates("meeting", "~meeting_id", who),
        lambda who: door("plan", "~id", who),
        insert=f"{COORDINATOR} AND {coordinates('meeting', '~meeting_id')} AND ~agreed_on IS NULL",
        write=coordinates("meeting", "~meeting_id"),
        changes=("agreed_on",),
    ),
    policy(
        "familyplanline",
        lambda who: f"decisions_plan_agreed(~plan_id) AND {staff('plan', '~plan_id', who)}",
        lambda who: coordinates("plan", "~plan_id", who),
        lambda who: door("line", "~id", who),
        insert=f"{COORDINATOR} AND {coordinates('plan', '~plan_id')}",
        write=coordinates("plan", "~plan_id"),
        changes=("words", "position", "could_care_id"),
        deletable=True,
    ),
    policy(
        "authorityanswer",
        lambda who: staff("line", "~line_id", who),
        lambda who: coordinates("line", "~line_id", who),
        lambda who: door("line", "~line_id", who),
        insert=f"{WORKER} AND (SELECT kith_actor_role()) = 'manager' AND ~decided_by_id = {ME}"
        f" AND {staff('line', '~line_id')} AND decisions_line_agreed(~line_id)",
    ),
    policy(
        "monitor",
        lambda who: f"decisions_plan_agreed(~plan_id) AND {staff('plan', '~plan_id', who)}",
        lambda who: coordinates("plan", "~plan_id", who),
        insert=f"{COORDINATOR} AND {coordinates('plan', '~plan_id')}",
    ),
    policy(
        "reviewmeeting",
        lambda who: staff("meeting", "~meeting_id", who),
        lambda who: coordinates("meeting", "~meeting_id", who),
        lambda who: door("review", "~id", who),
        insert=f"{COORDINATOR} AND {coordinates('meeting', '~meeting_id')}",
        write=coordinates("meeting", "~meeting_id"),
        changes=("held_on", "came_of_it"),
    ),
    policy(
        "feedback",
        lambda who: coordinates("meeting", "~meeting_id", who),
        lambda who: f"decisions_manages('meeting', ~meeting_id, {who})",
        lambda who: f"decisions_is_me(~person_id, {who})",
        insert=f"({COORDINATOR} AND {coordinates('meeting', '~meeting_id')} AND ~person_id IS NULL)"
        f" OR ({AT_THE_DOOR} AND decisions_is_me(~person_id, {ME}) AND decisions_was_told(~meeting_id, {ME}))",
    ),
    policy(
        "risktold",
        lambda who: staff("offer", "~offer_id", who),
        insert="false",
        write=f"{EDITS} AND {staff('offer', '~offer_id')}",
        changes=("seen_at", "seen_by_id"),
    ),
    by_person(
        "decisions_exemption",
        write="false",
        insert=f"{MINE} AND decisions_exemption.authorised_by_id = {ME}"
        f" AND (SELECT kith_actor_role()) IN ('manager', 'director') AND {granted('decisions_exemption.person_id')}",
    ),
]

# Two more that the policies ask, and what no label says of an exemption: it is not for those outside.
MORE = """
CREATE FUNCTION decisions_offered_by_me(offer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM decisions_meetingoffer o WHERE o.id = offer AND o.recorded_by = kith_actor());
END $$;
CREATE FUNCTION decisions_is_of(offer uuid, person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN decisions_staff('offer', offer, kith_actor())
       AND EXISTS (SELECT FROM decisions_meetingperson p WHERE p.offer_id = offer AND p.person_id = person);
END $$;
CREATE FUNCTION decisions_line_agreed(line uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM decisions_familyplanline l WHERE l.id = line AND decisions_plan_agreed(l.plan_id));
END $$;
""" + "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;"
    f" ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (
        "decisions_offered_by_me(uuid)",
        "decisions_is_of(uuid, uuid)",
        "decisions_line_agreed(uuid)",
    )
)
INSIDE = "coalesce((SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator', 'health'), false)"
RELEASED = f"""
CREATE POLICY decisions_exemption_outside ON decisions_exemption AS RESTRICTIVE FOR SELECT TO kith_app USING ({INSIDE});
CREATE POLICY decisions_exemptionevent_outside ON decisions_exemptionevent AS RESTRICTIVE FOR SELECT TO kith_app
    USING ({INSIDE});
REVOKE UPDATE ON decisions_exemption FROM kith_app;
CREATE POLICY access_release_insert_meeting ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'meeting' AND recorded_by = {ME} AND withdrawn_at IS NULL AND decisions_may_release(item, reader_id));
CREATE POLICY access_release_update_meeting ON access_release FOR UPDATE TO kith_app
    USING (kind = 'meeting' AND decisions_may_withdraw(item)) WITH CHECK (withdrawn_at IS NOT NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0002_who_sees"), ("access", "0065_released_of_other_rooms")]
    operations = [
        migrations.RunSQL(MORE, reverse_sql=migrations.RunSQL.noop),
        *[Protect(policy) for policy in POLICIES],
        migrations.RunSQL(RELEASED, reverse_sql=migrations.RunSQL.noop),
    ]
