"""Before court: the letter, the meeting that it offers, a step down or an application, with how the meeting stood."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kith.demo.calibration import lived, lived_weights
from kith.demo.lives.ground import Ground
from kith.demo.lives.met import Offered, answers_to, hold
from kith.demo.shapes.help import DemoApplication, DemoBeforeCourt
from kith.demo.shapes.meeting import DemoExempt, DemoMeeting, DemoOffer
from kith.demo.words import said
from kith.demo.working_days import on_working_day

LEAST, MOST = timedelta(days=90), timedelta(days=330)  # days ago on which it began
LETTERED = 0.94  # letters that offer the meeting; a setting of the demo


def before_court(ground: Ground) -> bool:
    """Add a time before court to some families with a protection plan; whether there was one."""
    draft, dice = ground.draft, ground.dice
    plan = next((one for one in draft.protection_plans if one.end is None), None)
    if (
        draft.route != "protection"
        or plan is None
        or not dice.chance(lived()["before_court"]["of protection"])
    ):
        return False
    soonest = max(plan.start + LEAST, ground.begins, ground.today - MOST)
    if soonest > ground.today - timedelta(days=20):
        return False
    span = (ground.today - timedelta(days=20) - soonest).days
    started = on_working_day(soonest + timedelta(days=dice.between(0, span)))
    letter = on_working_day(started + timedelta(days=dice.between(2, 7)))
    if letter > ground.last or _year(letter) != _year(started):
        return False  # a return tells of both in one year
    by, senior = _worker(ground, started), ground.draft.workforce.by_role["team_manager"][1].id
    exempt = dice.chance(lived()["family_meeting_exempt"]["before court"]) and by != senior
    offered = not exempt and dice.chance(LETTERED)
    meeting, stood = None, "exempt" if exempt else "missing"
    if exempt:
        draft.life.exempt += [
            DemoExempt(child.id, said.EXEMPT, by, senior, letter) for child in draft.children if child.born
        ]
    elif offered:
        meeting, stood = _offer(ground, letter, by)
    first = ground.day(letter, 6, 16)
    again = _meetings(ground, first) if first else ()
    decided = ground.day(first, 55, 110) if first else None
    end = dice.weigh(lived_weights("before_court_ends")) if decided else "goes on"
    held = meeting is not None and bool(meeting.stages)
    for child in draft.children:
        if not child.born:
            continue
        application = _application(ground, decided, stood) if decided and end == "court" else None
        draft.before_court.append(
            DemoBeforeCourt(
                *(child.id, started, letter, offered, held, first, application),
                tuple(day for day in again if decided is None or day < decided),
                decided if end != "goes on" else None,
                by,
            )
        )
    return True


def _offer(ground: Ground, letter: date, by: UUID) -> tuple[DemoMeeting | None, str]:
    """The offer in the letter; the meeting that came of it, and how it stands (section 31ZA)."""
    dice, draft = ground.dice, ground.draft
    answers, left = answers_to(ground, letter, sure="accepted" if dice.chance(0.68) else "declined")
    offered = Offered(letter, "before_court", by, answers, left, in_letter=True)
    meeting = hold(ground, offered, latest=ground.last)
    if meeting is None:
        children = tuple(child.id for child in draft.children)
        draft.life.offers.append(
            DemoOffer(
                children, by, letter, said.EXPLAINED[3], True, "before_court", answers, "conference", left
            )
        )
    said_no = bool(answers) and not left and all(answer == "declined" for _, answer, _, _ in answers)
    return meeting, "held" if meeting and meeting.stages else "declined" if said_no else "missing"


def _application(ground: Ground, decided: date, stood: str) -> DemoApplication | None:
    applied = on_working_day(decided + timedelta(days=6))
    if applied > ground.last or _year(applied) != _year(decided):
        return None
    heard = on_working_day(applied + timedelta(days=14))
    return DemoApplication(
        "care" if ground.dice.chance(0.7) else "supervision",
        *(applied, stood, said.WITHOUT if stood == "missing" else ""),
        heard if heard <= ground.last else None,
    )


def _meetings(ground: Ground, first: date) -> tuple[date, ...]:
    found, day = list[date](), first
    while (following := ground.day(day, 35, 48)) and len(found) < 3:
        found.append(following)
        day = following
    return tuple(found)


def _worker(ground: Ground, on: date) -> UUID:
    """The lead child protection practitioner of the day, else the lead."""
    theirs = [
        one for one in ground.draft.involvements if one.role == "protection_practitioner" and one.start <= on
    ]
    return theirs[-1].worker if theirs else ground.lead(on)


def _year(day: date) -> int:
    return day.year if (day.month, day.day) >= (4, 1) else day.year - 1
