"""Looking together at what a family needs, where asking twice is counted; needs of adults; footings in law."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kith.demo.calibration import lived
from kith.demo.lives.ground import Ground
from kith.demo.shapes.lives import DemoBasis, DemoLooking, DemoNeed, DemoSaidOf
from kith.demo.words import said

KNOWN = 0.8  # of the answers of an assessment before, what still holds
LOOK_AGAIN = timedelta(days=210)


def look_together(ground: Ground) -> None:
    """One assessment, and for some who are helped for long a second that begins from the first."""
    first = _looking(
        ground, min(ground.begins + timedelta(days=ground.dice.between(0, 9)), ground.last), None
    )
    ground.draft.life.lookings.append(first)
    if first.finished and ground.begins + LOOK_AGAIN < ground.last and ground.dice.chance(0.5):
        again = ground.day(first.finished, 150, 330)
        if again:
            ground.draft.life.lookings.append(_looking(ground, again, first))
    _needs(ground, first.started)
    _bases(ground)


def _looking(ground: Ground, started: date, before: DemoLooking | None) -> DemoLooking:
    lead = ground.lead(started)
    finished = ground.day(started, 12, 42) or (ground.ends and max(ground.ends, started)) or None
    agreed = ground.day(finished, 1, 8) if finished else None
    answers = _again(ground, before, started) if before else _first(ground, started)
    by = ground.manager(lead, agreed) if agreed else None
    return DemoLooking(lead, started, answers, finished, agreed, by if by != lead else None)


def _first(ground: Ground, on: date) -> tuple[DemoSaidOf, ...]:
    found: list[DemoSaidOf] = []
    for question, pool in said.ANSWERS.items():
        if question == "matters" and (own := _own_words(ground, on)):
            found.append(DemoSaidOf(question, own[0], own[1], event=own[2]))
        elif ground.dice.chance(0.9):
            found.append(DemoSaidOf(question, ground.dice.pick(pool), on))
    return tuple(found)


def _again(ground: Ground, before: DemoLooking, on: date) -> tuple[DemoSaidOf, ...]:
    dice, known = ground.dice, {one.question: n for n, one in enumerate(before.answers)}
    asked_again = lived()["asked_again"]["of what is known"]
    found = []
    for question, pool in said.ANSWERS.items():
        place = known.get(question)
        if place is None or not dice.chance(KNOWN):
            found.append(DemoSaidOf(question, dice.pick(pool), on))
            continue
        old, again = before.answers[place], dice.chance(asked_again)
        found.append(DemoSaidOf(question, old.words, on if again else old.on, again, place))
    return tuple(found)


def _own_words(ground: Ground, on: date) -> tuple[str, date, UUID] | None:
    """The newest own words by that day that are nobody's alone."""
    told = [
        event
        for event in ground.draft.events
        if event.kind == "own_words" and event.on <= on and event.passages[0].label == "normal"
    ]
    last = max(told, key=lambda event: (event.on, event.id), default=None)
    return (last.passages[0].text, last.on, last.id) if last else None


def _needs(ground: Ground, since: date) -> None:
    draft, dice = ground.draft, ground.dice
    for theme in ground.themes:
        who = draft.father if draft.father and dice.chance(0.3) else draft.mother
        if not theme.need or who is None:
            continue
        until = ground.day(since, 60, 300) if dice.chance(0.62) else None
        if until is None and ground.ends and ground.ends < draft.today and dice.chance(0.6):
            until = ground.ends
        kind = "drugs" if theme.need == "alcohol" and dice.chance(0.45) else theme.need
        words = dice.pick((dice.pick(theme.hard), ""))
        draft.life.needs.append(DemoNeed(ground.lead(since), who.id, kind, words, since, until, theme.health))


def _bases(ground: Ground) -> None:
    """Section 17 with a child in need plan, section 47 while an enquiry runs; without either it is by agreement."""
    draft, today = ground.draft, ground.today
    add = draft.life.bases.append
    for one in draft.need_plans:
        add(DemoBasis(ground.lead(one.start), one.person, "s17", one.start, one.end))
    for found in draft.enquiries:
        until = (found.ended.decided if found.ended else found.conference) or found.conference_due
        until = max(until, found.started + timedelta(days=1))
        add(
            DemoBasis(
                ground.lead(found.started),
                found.person,
                "s47",
                found.started,
                until if until <= today else None,
            )
        )
    held = {one.person for one in draft.need_plans} | {one.person for one in draft.enquiries}
    after = ground.ends + timedelta(days=1) if ground.ends else None
    for child in draft.children:
        if child.id not in held:
            add(DemoBasis(ground.lead(ground.begins), child.id, "none", ground.begins, after))
