"""Who reads and writes what is explored: council roles to whom the child is open. Nobody behind a family's door, no charity.

Rows that come from a family meeting's map are kept by its triggers; a worker writes none of those, and changes none. Why
somebody is never to be asked is read by whoever wrote it, and by a manager to whom the child is open.
"""

from django.db import migrations

from kith.core.rls import EDITS, FIND, Policy, Protect, granted

# Those who hold ANSWER_FOR in kith.access.roles; a test holds this to them.
READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
ME = "(SELECT kith_actor())"


def mine(table):
    return f"{table}.recorded_by = {ME} AND {table}.source = 'worker'"


def of_explored(column):
    return f"EXISTS (SELECT 1 FROM kinship_exploration e WHERE e.id = {column})"


def changes(table, *columns):
    may = f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO kith_app" if columns else "SELECT 1"
    return (f"REVOKE UPDATE ON {table} FROM kith_app", may)


CHILD = f"{INSIDE} AND {granted('kinship_exploration.child_id')}"
CHALLENGED = "EXISTS (SELECT 1 FROM kinship_explored x WHERE x.id = kinship_challenge.explored_id)"
POLICIES = [
    Policy(
        "kinship_exploration",
        read=CHILD,
        as_other="false",
        write=f"{CHILD} AND kinship_exploration.from_map IS NULL",
        insert=f"{CHILD} AND {mine('kinship_exploration')} AND kinship_exploration.from_map IS NULL"
        " AND NOT kinship_exploration.could_care AND (kinship_exploration.person_id IS NULL"
        f" OR {granted('kinship_exploration.person_id', level=FIND)})",
        by_role=EDITS,
        extra=changes("kinship_exploration", "may_ask", "settled_with", "only_if", "only_if_agreed_on"),
    ),
    Policy(
        "kinship_neverbecause",
        read=f"{of_explored('kinship_neverbecause.exploration_id')} AND (kinship_neverbecause.recorded_by = {ME}"
        " OR (SELECT kith_actor_role()) = 'manager')",
        as_other="false",
        write="false",
        insert=f"{of_explored('kinship_neverbecause.exploration_id')} AND {mine('kinship_neverbecause')}",
        by_role=EDITS,
        extra=changes("kinship_neverbecause"),
    ),
    Policy(
        "kinship_explored",
        read=of_explored("kinship_explored.exploration_id"),
        as_other="false",
        write="false",
        insert=f"{of_explored('kinship_explored.exploration_id')} AND {mine('kinship_explored')}",
        history=False,
        by_role=EDITS,
        extra=changes("kinship_explored"),
    ),
    Policy(
        "kinship_challenge",
        read=CHALLENGED,
        as_other="false",
        insert=f"{CHALLENGED} AND {mine('kinship_challenge')} AND kinship_challenge.answer = ''",
        by_role=EDITS,
        extra=changes("kinship_challenge", "answer", "answered_on"),
    ),
]


class Migration(migrations.Migration):
    dependencies = [("kinship", "0001_initial"), ("access", "0078_families_read_no_release")]
    operations = [Protect(policy) for policy in POLICIES]
