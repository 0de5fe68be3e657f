"""The family's own meeting: offered, answered by each, prepared by somebody independent, held, and looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from kith.demo.calibration import lived, lived_weights
from kith.demo.lives.ground import YEAR, Ground, at
from kith.demo.shapes.meeting import DemoKin, DemoMeeting, DemoOffer, DemoPart
from kith.demo.words import said
from kith.demo.working_days import add_working_days, age_on, on_working_day

TALKS = 6  # the age from which a child is asked by themselves; younger ones have an advocate who speaks
STAGES = (
    ("introductions", 0, 15),
    ("information", 15, 50),
    ("private", 50, 150),
    ("plan", 150, 180),
    ("agreement", 180, 200),
)
GRAVE = frozenset({"protection", "protection_ended"})
Answers = tuple[tuple[UUID, str, date, str], ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer as it was made: when, at which stage, by whom, with what answers."""

    on: date
    stage: str
    by: UUID
    answers: Answers
    unanswered: tuple[UUID, ...]
    in_letter: bool = False


def meet(ground: Ground) -> None:
    """An offer in the time of Family Help, for as many families as are offered one."""
    draft, dice, shares = ground.draft, ground.dice, lived()["family_meeting"]
    if not dice.chance(shares["offered in protection" if draft.route in GRAVE else "offered"]):
        return
    first = max(ground.begins, ground.today - YEAR)
    on = ground.day(first, 10, 120) or ground.day(first, 3, 14)
    if on is None:
        return
    stage = "protection" if _protected(ground, on) else "in_need" if draft.need_plans else "early"
    answers, left = answers_to(ground, on)
    offered = Offered(on, stage, ground.lead(on), answers, left)
    if hold(ground, offered, latest=ground.last) is None:
        draft.life.offers.append(
            DemoOffer(
                *(_children(ground), offered.by, on, dice.pick(said.EXPLAINED), False, stage, answers),
                *(dice.weigh(lived_weights("family_meeting_kind")), left),
            )
        )


def answers_to(ground: Ground, on: date, *, sure: str = "") -> tuple[Answers, tuple[UUID, ...]]:
    """What each parent said, and who has not answered; `sure`: what the first of them says."""
    dice, found, left = ground.dice, list[tuple[UUID, str, date, str]](), list[UUID]()
    parents = [who.id for who in (ground.draft.mother, ground.draft.father) if who]
    for n, who in enumerate(parents[: dice.pick((1, 2))]):
        answer = sure if sure and not n else dice.weigh(lived_weights("family_meeting_answer"))
        if sure == "declined":
            answer = sure
        day = on_working_day(on + timedelta(days=dice.between(0, 12)))
        if day > ground.last:
            left.append(who)
        else:
            found.append((who, answer, day, dice.pick(said.MEETING_WORDS[answer])))
    return tuple(found), tuple(left)


def hold(ground: Ground, offered: Offered, *, latest: date) -> DemoMeeting | None:
    """The meeting, where somebody said yes: held, or planned for a day to come. None where it did not come to it."""
    draft, dice = ground.draft, ground.dice
    yes = min((day for _, answer, day, _ in offered.answers if answer == "accepted"), default=None)
    if yes is None:
        return None
    asked = on_working_day(yes + timedelta(days=dice.between(1, 5)))
    day = on_working_day(asked + timedelta(days=dice.between(18, 45)))
    if asked > latest or (day > latest and latest < ground.today - timedelta(days=1)):
        return None
    if day <= latest and not dice.chance(lived()["family_meeting_held"]["yes"]):
        return None
    happened = day <= latest
    kind = dice.weigh(lived_weights("family_meeting_kind"))
    private = kind == "conference" and dice.chance(lived()["family_meeting_private_time"]["yes"])
    crew = draft.workforce
    coordinator = crew.choose(dice, "meeting_coordinator", asked).id
    start = at(day, dice.pick((10, 14, 16)))
    ready = on_working_day(asked + timedelta(days=dice.between(5, 12)))
    sent = on_working_day(ready + timedelta(days=2))
    network = _network(ground, ready, sent=sent <= ground.last, held=day if happened else None)
    first, *others = _children(ground)
    answered = add_working_days(day, 5 if dice.chance(0.86) else 9) if happened else None
    looked = on_working_day(day + timedelta(days=dice.between(50, 90)))
    review_held = looked if happened and looked <= latest and dice.chance(0.82) else None
    closed = review_held or (looked if happened and looked <= latest else None)
    made = DemoMeeting(
        child=first,
        siblings=tuple(others),
        lead=offered.by,
        manager=ground.manager(offered.by, day if happened else asked),
        coordinator=coordinator,
        offered=offered.on,
        how_explained=dice.pick(said.EXPLAINED),
        in_letter=offered.in_letter,
        stage=offered.stage,
        answers=offered.answers,
        unanswered=offered.unanswered,
        kind=kind,
        asked=asked,
        why=dice.pick(said.MEETING_WHY),
        safety="",
        at=start,
        place=dice.pick(said.PLACES),
        invited=sent,
        network=network,
        stages=_stages(start, private=private) if happened else (),
        parts=_parts(ground) if happened else (),
        answered=answered if answered and answered <= ground.last else None,
        monitor=(1, "Says how it goes on the first Sunday of the month.") if happened else None,
        review=looked if happened else None,
        review_held=review_held,
        came_of_it=dice.pick(said.CAME_OF_IT) if review_held else "",
        feedback=_feedback(ground, day) if happened else (),
        closed=closed,
        why_closed="The family met again, and carries its plan itself." if closed else "",
    )
    draft.meetings.append(made)
    return made


def _protected(ground: Ground, on: date) -> bool:
    return any(one.start <= on and (one.end is None or one.end > on) for one in ground.draft.protection_plans)


def _children(ground: Ground) -> tuple[UUID, ...]:
    return tuple(child.id for child in ground.draft.children)


def _stages(start: datetime, *, private: bool) -> tuple[tuple[str, datetime, datetime], ...]:
    return tuple(
        (stage, start + timedelta(minutes=since), start + timedelta(minutes=until))
        for stage, since, until in STAGES
        if private or stage != "private"
    )


def _network(ground: Ground, ready: date, *, sent: bool, held: date | None) -> tuple[DemoKin, ...]:
    """The eldest child, the mother, and those whom the family names: each made ready, invited, answering alone."""
    draft, dice = ground.draft, ground.dice
    done = ready if ready <= ground.last else None
    child = draft.children[0]
    talks = child.born and age_on(child.dob, ready) >= TALKS
    checks = []
    if done:
        checks.append(
            ("before", done, "yes", "" if talks else "The advocate, asked alone: I know what to say.")
        )
    if held and (after := add_working_days(held, dice.pick((1, 1, 2, 2, 4)))) <= ground.last:
        checks.append(("after", after, dice.pick(("yes", "yes", "yes", "partly")), ""))
    found = [
        DemoKin(
            *(child.given, "the one it is about", child.id),
            part="child",
            named_by="the family",
            agreed_with="the child" if talks else "Mum",
            prepared=done,
            advocate="accepted" if not talks else dice.pick(("accepted", "declined", "offered")),
            checks=tuple(checks),
        )
    ]
    others = [one for one in draft.people if one.part in {"kin", "friend"}][:3]
    for who in [*((draft.mother,) if draft.mother else ()), *others]:
        answer = dice.pick(("yes", "yes", "yes", "unsure", "no")) if sent else ""
        found.append(
            DemoKin(
                *(who.names[0].given, "Mum" if who is draft.mother else _tie(ground, who.id), who.id),
                named_by=child.given if talks else "Mum",
                agreed_with="Mum",
                prepared=done,
                invited=dice.pick(("letter", "in_person", "text")) if sent else "",
                answer="yes" if who is draft.mother and sent else answer,
            )
        )
    return tuple(found)


def _tie(ground: Ground, person: UUID) -> str:
    return next((tie.words for tie in ground.draft.relationships if tie.other == person and tie.words), "")[
        :80
    ]


def _parts(ground: Ground) -> tuple[DemoPart, ...]:
    dice = ground.dice
    found = []
    for words, reason, gives in dice.sample(said.PARTS, dice.pick((3, 3, 4))):
        answer = dice.pick(("yes",) * 7 + ("part",) * 2 + ("no",))
        why = said.NO_PART if answer == "no" else reason
        found.append(DemoPart(words, answer, why, gives if answer != "no" else ""))
    return tuple(found)


def _feedback(ground: Ground, held: date) -> tuple[tuple[int, str, date], ...]:
    dice, found = ground.dice, []
    for _ in range(dice.pick((1, 2, 2, 3))):
        on, score = (
            held + timedelta(days=dice.between(1, 14)),
            int(dice.weigh(lived_weights("meeting_feedback"))),
        )
        if on <= ground.last:
            found.append((score, dice.pick(said.FEEDBACK[score]), on))
    return tuple(found)
