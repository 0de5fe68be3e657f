"""Who reads and writes homes: council roles that answer for a record. Prices apart, places apart, carers apart.

A home is nobody's record, so its rows go by role; what is about a child goes by the child. Where a home is, is read by
those who keep the register, and by those to whom a child is open for whom this home has agreed.
"""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import EDITS, Policy, Protect, granted

# Those who hold ANSWER_FOR, KEEP_HOMES, SEE_PRICES, APPROVE_CARERS in kith.access.roles; a test holds these to them.
READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
KEEPS = "'social_worker', 'manager'"
PRICES = "'manager', 'director'"
ME = "(SELECT kith_actor())"


def role_in(roles):
    return f"coalesce((SELECT kith_actor_role()) IN ({roles}), false)"


INSIDE, KEEPER, BUYER, DECIDER = role_in(READS), role_in(KEEPS), role_in(PRICES), role_in("'manager'")
# Those who keep the register, and the director who reads it.
NEAR = role_in(f"{KEEPS}, 'director'")


def by_role(table, *, read=INSIDE, write=KEEPER, insert="", fixed=False, history=True, role=KEEPER, extra=()):
    mine = f"{write} AND {table}.recorded_by = {ME} AND {table}.source = 'worker'"
    return Policy(
        table,
        read=read,
        as_other="false",
        write="false" if fixed else write,
        insert=f"{mine}{insert}",
        history=history,
        by_role=role,
        extra=(*((f"REVOKE UPDATE ON {table} FROM kith_app",) if fixed else ()), *extra),
    )


def of_child(table, *, fixed=False, history=True, insert=""):
    child = f"{INSIDE} AND {granted(f'{table}.child_id')}"
    mine = f"{child} AND {table}.recorded_by = {ME} AND {table}.source = 'worker'"
    return Policy(
        table,
        read=child,
        as_other="false",
        write="false" if fixed else child,
        insert=f"{mine}{insert}",
        history=history,
        by_role=EDITS,
        extra=(f"REVOKE UPDATE ON {table} FROM kith_app",) if fixed else (),
    )


def of_search(table):
    """The row's child is the child of its search: nobody hangs a line of one child on the search of another."""
    return (
        f" AND EXISTS (SELECT 1 FROM homes_search s WHERE s.id = {table}.search_id"
        f" AND s.child_id = {table}.child_id)"
    )


def of_choice(table):
    return (
        f" AND EXISTS (SELECT 1 FROM homes_choice c WHERE c.id = {table}.choice_id"
        f" AND c.child_id = {table}.child_id)"
    )


def named(table):
    """Rows that name a child are read by those who may open it; those that name nobody, by all."""
    return f"{INSIDE} AND ({table}.child_id IS NULL OR {granted(f'{table}.child_id')})"


FOUND = (
    "EXISTS (SELECT 1 FROM homes_choice c WHERE c.home_id = homes_homeplace.home_id AND c.state = 'agreed'"
    f" AND {granted('c.child_id', label=Label.ADDRESS_PROTECTED.value)})"
)
POLICIES = [
    by_role("homes_provider"),
    by_role("homes_home"),
    by_role("homes_homeplace", read=f"{KEEPER} OR ({INSIDE} AND {FOUND})"),
    by_role("homes_registration"),
    by_role("homes_inspection"),
    by_role(
        "homes_approval",
        write=DECIDER,
        role=DECIDER,
        insert=f" AND homes_approval.decided_by = {ME}",
    ),
    by_role(
        "homes_exemption",
        read=named("homes_exemption"),
        write=f"{DECIDER} AND {granted('homes_exemption.child_id')}",
        role=DECIDER,
    ),
    by_role(
        "homes_exclusion",
        read=named("homes_exclusion"),
        write=f"{KEEPER} AND (homes_exclusion.child_id IS NULL OR {granted('homes_exclusion.child_id')})",
    ),
    by_role("homes_price", read=BUYER, write=DECIDER, role=DECIDER),
    by_role("homes_member", read=f"{NEAR} OR ({INSIDE} AND {granted('homes_member.person_id')})"),
    by_role("homes_enquiry", read=NEAR),
    by_role("homes_enquirystep", read=NEAR, fixed=True, history=False),
    by_role("homes_panelrule", write=DECIDER, role=DECIDER, fixed=True, history=False),
    by_role("homes_carerreview", read=NEAR),
    by_role("homes_leaving", read=NEAR),
    Policy(
        "homes_profile",
        read=f"{NEAR} OR EXISTS (SELECT 1 FROM homes_search s WHERE s.profile_id = homes_profile.id)",
        as_other="false",
        write="EXISTS (SELECT 1 FROM homes_search s WHERE s.profile_id = homes_profile.id)",
        insert=f"{INSIDE} AND homes_profile.recorded_by = {ME} AND homes_profile.source = 'worker'",
        by_role=EDITS,
    ),
    of_child("homes_search"),
    of_child("homes_searchstep", fixed=True, history=False, insert=of_search("homes_searchstep")),
    of_child("homes_need", insert=of_search("homes_need")),
    of_child("homes_choice", insert=of_search("homes_choice")),
    of_child("homes_met", insert=of_choice("homes_met")),
    of_child("homes_said", fixed=True, history=False, insert=of_choice("homes_said")),
]


class Migration(migrations.Migration):
    dependencies = [("homes", "0001_initial"), ("access", "0078_families_read_no_release")]
    operations = [*(Protect(policy) for policy in POLICIES)]
