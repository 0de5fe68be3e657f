"""Who works with whom, from when to when: one lead as long as can be, others beside, changes told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from kith.demo.dice import Weights
from kith.demo.draft import Draft
from kith.demo.shapes.story import DemoInvolvement, DemoWorker
from kith.demo.working_days import add_years

STAY_DAYS = 520  # mean days with one worker: turnover of 11.8% a year (found), and moves between teams
WHY_CHANGED: Weights[str] = Weights(
    {
        "LEFTRL": 0.46,
        "TSPROC": 0.22,
        "ORGRST": 0.12,
        "ABSENC": 0.09,
        "MANAGE": 0.06,
        "CHCHAN": 0.03,
        "PCCHAN": 0.02,
    }
)
ADVISER_FROM, ADVISER_TO = 16, 25
NOBODY: frozenset[UUID] = frozenset()
Span = tuple[UUID, date, date | None]


def chain(
    draft: Draft, role: str, spans: Iterable[Span], *, named: bool = False, untold: frozenset[UUID] = NOBODY
) -> None:
    """Workers of a role for several children at once, so that brothers and sisters share theirs.

    Each span is a person, a first day and the day it ended (None while it lasts). They are covered
    without gaps by workers who are in post on each day; `named` gives them all to the role's first
    worker (the one with a demo sign-in), who never leaves. `untold`: people who, with their families,
    have not been told of this worker.
    """
    wanted = [span for span in spans if span[2] is None or span[2] > span[1]]
    if not wanted:
        return
    dice, today = draft.dice, draft.today
    day = min(span[1] for span in wanted)
    last = max((span[2] or today + timedelta(days=1)) for span in wanted)
    avoid: UUID | None = None
    while day < last:
        worker = draft.workforce.by_role[role][0] if named else _next_worker(draft, role, day, avoid)
        change = day + timedelta(days=max(40, int(dice.between(1, 2 * STAY_DAYS))))
        if worker.end and worker.end < change:
            change = worker.end
        lasting = named or change >= last or change > today
        until = last if lasting else change
        why = "" if lasting else dice.weigh(WHY_CHANGED)
        for person, start, end in wanted:
            begins, stops = max(start, day), end if end and end <= until else (None if lasting else until)
            if begins < (end or last) and begins < until and (stops is None or stops > begins):
                draft.involvements.append(
                    DemoInvolvement(
                        worker.id,
                        person,
                        role,
                        begins,
                        stops,
                        why
                        if stops == until and not lasting and end != until
                        else ("OTHERS" if stops else ""),
                        person in untold,
                    )
                )
        day, avoid = until, worker.id


def _next_worker(draft: Draft, role: str, day: date, avoid: UUID | None) -> DemoWorker:
    return draft.workforce.choose(draft.dice, role, day, avoid=avoid)


def involve(draft: Draft, *, named: bool = False) -> None:
    """Every involvement that the family's facts call for; `named`: with the workers who sign in."""
    dice, today = draft.dice, draft.today
    helped: list[Span] = [
        (one.person, min(one.decided, today), one.closed)
        for one in draft.referrals
        if not one.no_further_action and (one.closed is None or one.closed > one.decided)
    ]
    chain(
        draft,
        "front_door",
        [
            (one.person, one.received, one.decided)
            for one in draft.referrals
            if one.received < one.decided <= today
        ],
    )
    chain(draft, draft.lead_role, helped, named=named)
    plans: list[Span] = [(one.person, one.start, one.end) for one in draft.protection_plans]
    enquiries: list[Span] = [
        (one.person, one.started, min(one.conference_due, today))
        for one in draft.enquiries
        if not one.conference
    ]
    if plans:
        begun = {one.person: one.started for one in draft.enquiries if one.conference}
        chain(
            draft,
            "protection_practitioner",
            [(who, begun.get(who, start), end) for who, start, end in plans],
            named=named,
        )
        chain(draft, "conference_chair", plans, named=named)
    elif enquiries:
        untold = frozenset(one.person for one in draft.enquiries if one.told_family is None)
        chain(draft, "protection_practitioner", enquiries, named=named, untold=untold)
    stays: dict[UUID, Span] = {}
    for episode in draft.episodes:
        held = stays.get(episode.person)
        stays[episode.person] = (episode.person, held[1] if held else episode.start, episode.end)
    chain(draft, "social_worker", stays.values(), named=named)
    chain(draft, "reviewing_officer", stays.values(), named=named)
    for child in draft.children:
        if child.id in stays and (draft.route == "care_leaver" or stays[child.id][2] is None):
            start = max(add_years(child.dob, ADVISER_FROM), stays[child.id][1])
            if start <= today:
                chain(draft, "personal_adviser", [(child.id, start, None)], named=named)
    if helped and dice.chance(0.35):
        chain(
            draft,
            "family_support_worker",
            [
                (who, start + timedelta(days=20), end)
                for who, start, end in helped
                if start + timedelta(days=20) < (end or today)
            ],
        )
