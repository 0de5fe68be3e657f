"""Who reads and writes what is recorded of kinship care: council roles to whom the child, and the adult, are open.

What is known of an adult is read with the adult's record, and with it alone. A family account reads no row: its door is a
function (0011), which gives what was released to it by name. What it writes there is its own, and stands as it was written.
"""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import EDITS, FIND, Policy, Protect, granted

# Those who hold ANSWER_FOR in kith.access.roles; a test holds this to them.
READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
ME = "(SELECT kith_actor())"
FAMILY = "coalesce((SELECT kith_actor_role()) IN ('parent', 'young_person', 'carer'), false)"
FROM_THE_DOOR = f"source = 'family' AND {FAMILY}"


def child(table):
    return f"{INSIDE} AND {granted(f'kinship_{table}.child_id')}"


def of(table, column, parent):
    """As the row that it belongs to."""
    return f"EXISTS (SELECT 1 FROM kinship_{parent} o WHERE o.id = kinship_{table}.{column})"


def adult(table, column="person_id", label=Label.NORMAL.value):
    return granted(f"kinship_{table}.{column}", label=label)


def rights(table, *columns):
    may = f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO kith_app" if columns else "SELECT 1"
    return (f"REVOKE UPDATE ON {table} FROM kith_app", may)


def policy(name, read, *changes, insert="", door=""):
    """`insert`: what else a worker's new row must be; `door`: what a family account's own must be."""
    table = f"kinship_{name}"
    mine = f"{table}.recorded_by = {ME}"
    worker = f"{read} AND {mine} AND {table}.source = 'worker'" + (f" AND {insert}" if insert else "")
    own = f" OR ({table}.{FROM_THE_DOOR} AND {mine} AND {door})" if door else ""
    return Policy(
        table,
        read=read,
        as_other="false",
        write=read if changes else "false",
        insert=f"({worker}){own}",
        by_role=f"{EDITS} OR ({FROM_THE_DOOR})" if door else EDITS,
        extra=rights(table, *changes),
    )


def found(column):
    return granted(column, level=FIND)


def in_the_door(kind, column):
    return f"kinship_in_my_door('{kind}', {column})"


def is_me(column):
    return f"kinship_is_me({column})"


CONCERNS = "(kinship_{0}.concerns_id IS NULL OR " + granted("kinship_{0}.concerns_id") + ")"
HEALTH = (
    f"(({adult('adultcheck')} AND kinship_adultcheck.kind <> 'health')"
    f" OR {adult('adultcheck', label=Label.HEALTH.value)})"
)
POLICIES = [
    policy("caring", child("caring"), "until", "why_ended", "works", "contact_id", "offer_given_on",
           insert=found("kinship_caring.carer_id")),
    policy("maydecide", of("maydecide", "caring_id", "caring")),
    policy("checkin", of("checkin", "caring_id", "caring"), "done_on", "words"),
    policy("firstlook", child("firstlook"), "outcome", "decided_on"),
    policy("lookadult", f"{of('lookadult', 'look_id', 'firstlook')} AND {adult('lookadult')}", "view"),
    policy("lookreason", f"{of('lookreason', 'look_id', 'firstlook')} AND {CONCERNS.format('lookreason')}"),
    policy("toldreason", f"{of('toldreason', 'look_id', 'firstlook')} AND {adult('toldreason')}"),
    policy("lookchallenge", f"{of('lookchallenge', 'told_id', 'toldreason')} AND {adult('lookchallenge')}",
           "answer", "answered_on", insert="kinship_lookchallenge.answer = ''",
           door=f"{in_the_door('told', 'told_id')} AND {is_me('person_id')} AND kinship_lookchallenge.answer = ''"),
    policy("adultcheck", f"{INSIDE} AND {HEALTH}", "back_on", "result", "words"),
    policy("temporaryapproval", child("temporaryapproval"), "agreement_on", "agreed_by", "agreed_on", "ended_on",
           "how_ended", insert=found("kinship_temporaryapproval.carer_id")),
    policy("approvalextension", of("approvalextension", "approval_id", "temporaryapproval")),
    policy("fullassessment", child("fullassessment"), "finished_on", "outcome"),
    policy("assessedadult", f"{of('assessedadult', 'assessment_id', 'fullassessment')} AND {adult('assessedadult')}"),
    policy("said", f"{of('said', 'assessment_id', 'fullassessment')} AND {adult('said')}",
           insert="kinship_said_by(carried_id, person_id)",
           door=f"{in_the_door('assessment', 'assessment_id')} AND {is_me('person_id')}"
           " AND kinship_said_by(carried_id, person_id)"),
    policy("ownanswer", f"{of('ownanswer', 'assessment_id', 'fullassessment')} AND {adult('ownanswer')}",
           door=f"{in_the_door('assessment', 'assessment_id')} AND {is_me('person_id')}"),
    policy("needtoknow", f"{child('needtoknow')} AND {CONCERNS.format('needtoknow')}"),
    policy("supportline", of("supportline", "caring_id", "caring"), "done_on", "stopped_because"),
    policy("request", of("request", "caring_id", "caring"), "answer", "reason", "pence", "answered_on", "began_on",
           insert="kinship_request.answer = ''",
           door=f"{in_the_door('caring', 'caring_id')} AND {is_me('person_id')} AND kinship_request.answer = ''"),
    policy("award", of("award", "caring_id", "caring"), "until", "ended", "agreement_on"),
    policy("reductionnotice", of("reductionnotice", "award_id", "award"), "decided_on", "stands", "decision",
           "decided_by", insert="kinship_reductionnotice.decided_on IS NULL"),
    policy("noticeanswer", of("noticeanswer", "notice_id", "reductionnotice"),
           door=in_the_door("notice", "notice_id")),
    # Triggers alone write it. Beside the family nobody is told of first looks and approvals.
    Policy("kinship_kinfact", read=f"{INSIDE} AND {granted('kinship_kinfact.person_id')}", as_other="false", write="false",
           by_role=EDITS, extra=rights("kinship_kinfact")),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("kinship", "0010_caring"),
        ("kinship", "0011_the_carers_door"),
        ("access", "0120_kinship_is_released"),
    ]
    operations = [Protect(each) for each in POLICIES]
