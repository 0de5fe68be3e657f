"""Of families told by hand: homes and laws of each child in care, and what one boy asked, wants and keeps.

All others go on from their episodes with the first change that a worker records (docs/adr/0206).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from kith.care.models.kinds import HomeKind, LegalKind
from kith.care.short_breaks import SHORT_BREAKS
from kith.demo.loading.days import days, moment
from kith.demo.loading.sheet import Sheet
from kith.demo.loading.shown_in_care import STORY, show_in_care
from kith.demo.shapes import DemoEpisode, DemoInvolvement
from kith.demo.working_days import add_working_days

HOW = "We read it together, and changed two words."
PLAN = (
    (
        "permanence",
        "You stay with Denise for as long as it is good for you. Living with Poppy and Toby again is the plan.",
    ),
    ("family", "Sundays with Poppy and Toby. A call with Mum on Fridays, as long as you want it."),
    ("if_wrong", "If it goes wrong here, you ring Ruth first. Nobody moves you without talking with you."),
)
"""Parts of the care plan that were shown to the boy who signs in."""
KNOWN = frozenset(LegalKind.values), frozenset(HomeKind.values)


def load_in_care(sheet: Sheet, involvements: Sequence[tuple[UUID, DemoInvolvement]]) -> None:
    """After the episodes, which then follow from these rows."""
    if not sheet.family.story:
        return
    for person in sheet.family.children:
        run = _running([one for one in sheet.family.episodes if one.person == person])
        if run:
            laws = _laws(sheet, person, run)
            stay = _stays(sheet, person, run)
            if sheet.family.story == STORY:
                show_in_care(
                    sheet, person, stay=stay, law=laws[0], began=run[0].start, involvements=involvements
                )
    asker = next((one for one in sheet.family.people if one.sign_in.startswith("in-care@")), None)
    if asker is not None:
        _theirs(sheet, asker.id)


def _running(episodes: Sequence[DemoEpisode]) -> list[DemoEpisode]:
    """The time in care that still goes on; none where a code of it is not a worker's to choose."""
    held = [one for one in episodes if one.legal_status not in SHORT_BREAKS and one.start != one.end]
    held.sort(key=lambda one: one.start)
    laws, homes = KNOWN
    if not held or held[-1].end is not None:
        return []
    first = max(n for n, one in enumerate(held) if n == 0 or held[n - 1].end != one.start)
    run = held[first:]
    known = all(one.legal_status in laws and one.placement in homes for one in run)
    return run if known else []


def _laws(sheet: Sheet, person: UUID, run: Sequence[DemoEpisode]) -> list[UUID]:
    made = []
    for n, one in enumerate(run):
        if n and run[n - 1].legal_status == one.legal_status:
            continue
        end = next((each.start for each in run[n:] if each.legal_status != one.legal_status), None)
        made.append(
            sheet.add("care_legalbasis", person, one.legal_status, one.start, end, days(one.start, end))
        )
    return made


def _stays(sheet: Sheet, person: UUID, run: Sequence[DemoEpisode]) -> UUID:
    """The id of the last home: where they live."""
    last = person
    for n, one in enumerate(run):
        before = run[n - 1] if n else None
        if before is not None and _home(before) == _home(one):
            continue
        end = next((each.start for each in run[n:] if _home(each) != _home(one)), None)
        goes_on = "home" if before is not None and _place(before) == _place(one) else "new"
        why = before.reason_change if before is not None else ""
        last = sheet.add(
            "care_stay",
            person,
            one.placement,
            one.provider,
            one.start,
            end,
            days(one.start, end),
            goes_on,
            why,
        )
    return last


def _place(one: DemoEpisode) -> tuple[str, str]:
    return (one.placement_postcode, one.urn)


def _home(one: DemoEpisode) -> tuple[str, ...]:
    return (*_place(one), one.placement, one.provider)


def _theirs(sheet: Sheet, me: UUID) -> None:
    """Asked and answered, asked and waiting; the review that is to come; what he wants known; what he keeps."""
    account, today = sheet.account_of(me), sheet.today
    ago = [today - timedelta(days=number) for number in range(40)]

    def mine(table: str, on: date, *columns: object) -> None:
        sheet.add(table, account, moment(on), "family", me, *columns)

    asked = ("haircut", "A fade like Marcus has.", None, ago[30], add_working_days(ago[30], 2))
    mine(
        "care_ask",
        ago[30],
        *asked,
        "carer",
        "Yes. Hair is yours and Denise’s to decide, not ours.",
        ago[29],
        "Ruth Hart",
    )
    asked = ("trip", "The trip to York with school.", None, ago[12], add_working_days(ago[12], 2))
    mine("care_ask", ago[12], *asked, "yes", "It is a school trip: go and enjoy it.", ago[11], "Ruth Hart")
    waits = (
        "sleepover",
        "Can I sleep at Marcus’s on Saturday? His mum says yes.",
        None,
        today,
        add_working_days(today, 2),
    )
    mine("care_ask", today, *waits, "", "", None, "")
    mine("care_reviewwish", ago[6], "chair", "I want to start it and say who talks.", ago[6])
    mine("care_reviewwish", ago[6], "agenda", "Seeing Poppy and Toby every week.", ago[6])
    mine("care_aboutme", ago[20], "know", "I am funny when I know you. Ask me about trains.", ago[20])
    mine("care_aboutme", ago[20], "wrong", "I am not angry. I am loud when I am scared.", ago[20])
    mine("care_aboutme", ago[20], "loves", "Poppy, Toby, and Nan in Whitby.", ago[20])
    mine("care_memory", ago[15], "The Whitby ticket", "Nan and me on the steam train.", "Summer, I was six")
    worker = next(
        (one.worker for one in sheet.family.involvements if one.person == me and one.end is None), None
    )
    for part, words in PLAN:
        made = sheet.add("care_careplanpart", me, part, words, ago[32])
        if worker is not None:
            sheet.add("access_release", worker, me, "care", made, True, HOW, moment(ago[30]))
    planned = today + timedelta(days=16)
    sheet.add("care_reviewplanned", None, me, planned, ago[5], "both")
