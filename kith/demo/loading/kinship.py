"""Care by family and friends: each kinship carer of the demo on the register, and the told grandmother's own door."""

from __future__ import annotations

import json
from datetime import date, timedelta
from uuid import UUID

from kith.demo.loading.days import moment
from kith.demo.loading.sheet import Sheet
from kith.demo.loading.with_kin import load_with_kin
from kith.demo.shapes import DemoInvolvement
from kith.demo.shapes.people import DemoRelationship
from kith.kinship.actions.approving import MORE, TIME
from kith.kinship.rules.allowance import work_out
from kith.kinship.rules.lists import everyday, key_ages
from kith.kinship.rules.published import versions
from kith.law.clock import last_day
from kith.law.months import add_months
from kith.law.register.load import shipped

STORY = "gran_steps_in"
PREPARED = "We read it together at her table."
GATHERINGS = (
    (
        "group",
        "Grandparents’ tea",
        "Tea, cake and other people who know what it is like.",
        9,
        "The Quiet Room, Mill Lane",
        True,
    ),
    (
        "training",
        "Sleep, food and big feelings",
        "Two hours on what helps a child who has been frightened.",
        16,
        "",
        False,
    ),
)
NEEDS = (
    ("He hides food when he is worried. Let him: a box of his own by the bed helps.", True),
    ("Loud voices frighten him. Sit down low and wait.", True),
    ("Mum may ring late at night. If she has been drinking, say that you will ring back tomorrow.", True),
    ("Somebody may ask at school about the hearing. Tell us if they do.", False),
)
SUPPORT = (
    (
        "home",
        "Two children in one room, and Alfie wakes at five.",
        "A bunk bed and blackout curtains",
        "The family team",
        True,
    ),
    (
        "carer",
        "I have not had an evening to myself since they came.",
        "Every second Saturday at Auntie Bev’s",
        "Auntie Bev",
        False,
    ),
)


def load_kinship(sheet: Sheet, involvements: list[tuple[UUID, DemoInvolvement]]) -> None:
    """Everybody who cared or cares, and how approval for a time ran; for the told family her own door."""
    for tie in sheet.family.relationships:
        if tie.kind == "kinship_foster_carer" and tie.start is not None and tie.start <= sheet.today:
            _cared(sheet, tie, involvements)
    load_with_kin(sheet, involvements)
    if sheet.family.story == STORY:
        _gatherings(sheet)


def _gatherings(sheet: Sheet) -> None:
    """What there is for kinship carers: a group whose place is kept, and training online."""
    for kind, title, what, days, place, kept in GATHERINGS:
        at = moment(sheet.today + timedelta(days=days)).replace("T00:00", "T10:30")
        sheet.add("kinship_gathering", kind, title, what, at, place, kept, kept, kept)


def _cared(sheet: Sheet, tie: DemoRelationship, involvements: list[tuple[UUID, DemoInvolvement]]) -> None:
    start = tie.start or sheet.today
    end = tie.end if tie.end and tie.end <= sheet.today else None
    if end is not None and end <= start:
        return
    worker = next(
        (one.worker for _, one in involvements if one.person == tie.person and one.end is None), None
    )
    now, until = _approved(sheet, tie, start, end)
    told = min(start + timedelta(days=5), sheet.today)
    caring = sheet.add(
        *("kinship_caring", tie.person, tie.other, "temporary" if now else "foster", start, start, told, end),
        *("The child’s home changed." if end else "", False, "", worker),
    )
    child = sheet.people[tie.person]
    if child.dob is None:
        return
    for each in key_ages():
        due = each.due_on(child.dob)
        if due >= start and (end is None or due < end):
            done = due <= sheet.today
            said = "All in all it goes well. The new school is a worry." if done else ""
            sheet.add("kinship_checkin", caring, each.age, due, due if done else None, said)
    if sheet.family.story == STORY and end is None and worker is not None:
        _her_door(sheet, caring, tie, worker, child.dob, until)


def _approved(sheet: Sheet, tie: DemoRelationship, start: date, end: date | None) -> tuple[bool, date]:
    """Approval for a time as it began: whether it runs still, and until when it ran."""
    (time, *_), (more, *_) = shipped()[TIME].clock, shipped()[MORE].clock
    first = last_day(start, time)
    longer = last_day(first, more)
    sorted_out = start + timedelta(days=90 + tie.person.int % 40)
    ended = min(each for each in (end, sorted_out) if each) if (end or sorted_out <= sheet.today) else None
    if ended is not None and ended > sheet.today:
        ended = None
    how = "" if ended is None else "moved" if end and ended == end else "approved"
    written = min(start + timedelta(days=2), sheet.today)
    officer = next((each.id for each in sheet.workers.values() if "manager" in each.role), None)
    made = sheet.add(
        *("kinship_temporaryapproval", tie.person, tie.other, start, first),
        *("The home, who lives there, and what the child wants.", written, officer),
        *(written if officer else None, ended, how),
    )
    if (ended or sheet.today) > first:
        asked = first - timedelta(days=7)
        sheet.add(
            *("kinship_approvalextension", made, "longer", asked, longer),
            *("The children are settled, and the checks are nearly all back.", asked, asked),
        )
    return ended is None, longer


def _her_door(
    sheet: Sheet, caring: UUID, tie: DemoRelationship, worker: UUID, born: date, _until: date
) -> None:
    """The told grandmother: what she decides, needs to know, agreed, is paid, asked for, and said of herself."""
    gran, start, today = tie.other, tie.start or sheet.today, sheet.today

    def show(item: UUID, on: date) -> None:
        sheet.add("access_release", worker, gran, "kinship", item, True, PREPARED, moment(on))

    show(caring, start)
    for what in everyday():
        sheet.add("kinship_maydecide", caring, what, True, "")
    for words, shown in NEEDS:
        item = sheet.add("kinship_needtoknow", tie.person, words, None, "")
        if shown:
            show(item, start + timedelta(days=3))
    for need, words, what, who, done in SUPPORT:
        line = sheet.add(
            *("kinship_supportline", caring, need, words, what, who, today + timedelta(days=20)),
            *(start + timedelta(days=30) if done else None, ""),
        )
        show(line, start + timedelta(days=10))
    for kind, words, days, answer, reason, began in (
        ("employer", "They want me back on nights.", 200, "yes", "The letter is on your page.", 198),
        (
            "therapy",
            "Evie has bad dreams.",
            150,
            "yes",
            "She is on the list. If it takes long, tell us again.",
            60,
        ),
        ("legal", "Who pays if I ask for special guardianship?", 25, "", "", None),
    ):
        asked = today - timedelta(days=days)
        sheet.add(
            *("kinship_request", caring, gran, kind, "foster", words, asked, answer, reason, None),
            *(
                asked + timedelta(days=6) if answer else None,
                today - timedelta(days=began) if began else None,
            ),
        )
    _awards(sheet, caring, start, born)
    _assessed(sheet, tie, start, show)


def _awards(sheet: Sheet, caring: UUID, start: date, born: date) -> None:
    """By the published rules from the first day on: another award with each version and each band of age."""
    birthdays = [add_months(born, 12 * age) for age in (3, 5, 11, 16)]
    days = sorted(
        {
            start,
            *(day for day in (*birthdays, *(r.from_on for r in versions())) if start < day <= sheet.today),
        }
    )
    for at, following in zip(days, [*days[1:], None], strict=True):
        rules = next(each for each in reversed(versions()) if each.from_on <= at or each is versions()[0])
        age = at.year - born.year - ((at.month, at.day) < (born.month, born.day))
        sums = work_out(rules, kind="foster", age=age)
        facts = {"kind": "foster", "region": "rest", "facts": [], "rule": sums.rule}
        why = (
            "From the first day."
            if at == start
            else "A birthday."
            if at in birthdays
            else "The new year’s rules."
        )
        sheet.add(
            *(
                "kinship_award",
                caring,
                sums.weekly_pence,
                at,
                following,
                "replaced" if following else "",
                rules.version,
            ),
            *(json.dumps(facts), json.dumps([[line.says, line.pence] for line in sums.lines]), why, at),
            add_months(at, rules.review_months),
        )


def _assessed(sheet: Sheet, tie: DemoRelationship, start: date, show: object) -> None:
    """One assessment for fostering, and a second for special guardianship, into which she was not asked again."""
    gran, given = tie.other, dict[str, UUID]()
    for route, began, finished, outcome in (
        ("foster", start + timedelta(days=14), start + timedelta(days=88), "suitable"),
        ("sgo", sheet.today - timedelta(days=20), None, ""),
    ):
        made = sheet.add("kinship_fullassessment", tie.person, route, began, finished, outcome)
        sheet.add("kinship_assessedadult", made, gran)
        for question, words in (
            ("story", "I brought up three on my own in Rushbeck, and buried a husband."),
            ("work", "Nights at the laundry. I would have to stop."),
            ("yes", "Somebody who rings back, and a bigger car."),
        ):
            first = given.get(question)
            said = sheet.add(
                "kinship_said", made, gran, question, words, start + timedelta(days=30), first, False
            )
            given.setdefault(question, said)
        if callable(show):
            show(made, min(began + timedelta(days=1), sheet.today))
        if outcome:
            sheet.add(
                "kinship_ownanswer", made, gran, "It says I am tired. I am. I would do it again.", finished
            )
