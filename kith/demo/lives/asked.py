"""Who asked for help in the last year, what the published rules said, and who took it on, after how many noes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kith.demo.calibration import lived, lived_weights
from kith.demo.dice import Dice
from kith.demo.draft import Draft
from kith.demo.lives.ground import YEAR, apart, at, leads_of, themes_of
from kith.demo.names import given_name
from kith.demo.shapes.asking import DemoDecision, DemoGiving, DemoRequest
from kith.demo.shapes.help import DemoReferral
from kith.demo.words import said
from kith.demo.working_days import add_working_days

RINGS_NOWHERE = "01632 960"
SERVICES = {
    "2A": ("A primary school", "A secondary school"),
    "2B": ("The education service",),
    "3": ("A health visitor", "A doctors' surgery", "The hospital", "A midwife"),
    "4": ("A housing association",),
    "5": ("Another team of the council",),
    "6": ("The police",),
    "7": ("A court",),
    "8": ("A charity",),
}
UNSAFE = ("9", "10")  # nobody who could be answered


def ask(draft: Draft, dice: Dice) -> list[tuple[date, DemoRequest]]:
    """What the referrals of the last year began as, newest first; and now and then somebody whom a little helped."""
    asked: dict[date, list[DemoReferral]] = {}
    for one in draft.referrals:
        if draft.today - one.received < YEAR and one.received < draft.today:
            asked.setdefault(one.received, []).append(one)
    found = [(day, _request(draft, dice, asked[day])) for day in sorted(asked, reverse=True)]
    draft.requests += [one for _, one in found]
    if dice.chance(lived()["asked_in_vain"]["yes"]):
        draft.requests.append(_small(draft, dice))
    return found


def _request(draft: Draft, dice: Dice, referrals: list[DemoReferral]) -> DemoRequest:
    first = referrals[0]
    asked = _asked(draft, dice, referrals)
    if first.decided >= draft.today:
        return asked
    door, decided = _door(draft, dice, first), at(first.decided, 9 + dice.between(0, 4), dice.between(0, 59))
    took = decided - timedelta(minutes=40)
    taken = DemoGiving(door, took, by=door, accepted=took)
    givings: tuple[DemoGiving, ...] = (taken,)
    done: datetime | None = decided + timedelta(minutes=50)
    if first.no_further_action:
        decision = _sent_on(dice, door, decided, asked.who)
    else:
        themes = themes_of(draft, dice)
        helped = (*themes[0].facts, *themes[-1].facts, "asks_itself", "needs_council")
        facts = ("harm_now",) if _grave(draft, first) else tuple(dict.fromkeys(helped))
        decision = DemoDecision(door, decided, facts)
        givings, done = _handed(draft, dice, taken, decided, len(referrals))
    told_family, why_not = _family_told(draft, dice, asked, first.decided)
    return replace(
        asked,
        givings=(replace(asked.givings[0], ended=took), *givings),
        decision=decision,
        told=decided + timedelta(minutes=dice.between(5, 45)),
        told_how=dice.pick(asked.safe_to) if asked.safe_to else "not_safe",
        closed=done,
        family_told=told_family,
        family_not_told=why_not,
    )


def _asked(draft: Draft, dice: Dice, referrals: list[DemoReferral]) -> DemoRequest:
    """As it came: on the front door's list, and nobody has it yet."""
    first = referrals[0]
    how, who, service = _whose(dice, first.source)
    theme = themes_of(draft, dice)[0]
    safe = () if first.source in UNSAFE else ("call", "text") if how == "self" else ("call",)
    when = at(first.received, dice.between(8, 17), dice.between(0, 59))
    # Somebody else asked, because of what the family is not told of yet.
    covert = how != "self" and any(
        one.told_family is None and one.referral_received == first.received for one in draft.enquiries
    )
    return DemoRequest(
        *(apart(dice), when, how, who, dice.pick(theme.hard if how == "self" else theme.noticed)),
        dice.pick(theme.help),
        (DemoGiving(None, when, accepted=when),),
        service=service,
        urgent=_grave(draft, first) and dice.chance(0.3),
        family_knows=None if how == "self" else not covert and dice.chance(0.75),
        safe_to=safe,
        phone=f"{RINGS_NOWHERE}{dice.between(100, 989)}" if safe else "",
        when_safe=dice.pick(("mornings", "school hours", "any time", "evenings")) if safe else "",
        who_else=dice.pick(("nobody", "my partner, at night", "")) if how == "self" else "",
        people=tuple(one.person for one in referrals),
        covert=covert,
    )


def _grave(draft: Draft, one: DemoReferral) -> bool:
    """Whether an enquiry into harm came of it."""
    return any(each.referral_received == one.received for each in draft.enquiries)


def _whose(dice: Dice, source: str) -> tuple[str, str, str]:
    """For whom somebody asks, what they are called, where they work."""
    if source in {"1A", "1C"} and dice.chance(0.8):
        return "self", f"{given_name(dice, 'WBRI', 'F')}, mum", ""
    if source[0] in {"1", "9"} and source != "10":
        return "other", dice.pick(("A grandmother", "A neighbour", "A friend of the family", "An uncle")), ""
    services = SERVICES.get(source) or SERVICES.get(source[0])
    if source == "10" or not services:
        return "other", "", ""
    return (
        "professional",
        f"{given_name(dice, 'WBRI', dice.pick('FM'))}, who works there",
        dice.pick(services),
    )


def _door(draft: Draft, dice: Dice, one: DemoReferral) -> UUID:
    for each in draft.involvements:
        if each.role == "front_door" and each.person == one.person and each.start == one.received:
            return each.worker
    return draft.workforce.choose(dice, "front_door", one.received).id


def _handed(
    draft: Draft, dice: Dice, taken: DemoGiving, decided: datetime, children: int
) -> tuple[tuple[DemoGiving, ...], datetime | None]:
    """Offered until somebody says yes; the giver keeps it until then. Nothing of it is later than yesterday."""
    door, given = taken.to, decided + timedelta(hours=1)
    if door is None:
        raise ValueError("somebody of the front door gives it")
    noes = {"taken by the first": 0, "one no": 1, "two": 2}[dice.weigh(lived_weights("handover"))]
    theirs = leads_of(draft)
    lead = theirs[0].worker if theirs else draft.workforce.choose(dice, "family_help_lead", decided.date()).id
    held = [one for one in theirs if one.start <= decided.date()]
    lead = held[-1].worker if held else lead
    count = "one child" if children == 1 else f"{children} children"
    text, offers = dice.pick(said.GIVEN).format(count=count), list[DemoGiving]()
    words = text[0].upper() + text[1:]
    for step in range(noes + 1):
        answered = at(add_working_days(given.date(), dice.between(0, 2) or 1), dice.between(10, 16), 15)
        over = answered.date() >= draft.today
        if step < noes:
            other = draft.workforce.choose(dice, "family_help_lead", given.date(), avoid=lead).id
            no = None if over else answered
            offers.append(
                DemoGiving(
                    other, given, by=door, words=words, refused=no, why=dice.pick(said.WHY_NO) if no else ""
                )
            )
        else:
            offers.append(DemoGiving(lead, given, by=door, words=words, accepted=None if over else answered))
        if over:
            return (taken, *offers), None
        given = answered + timedelta(hours=1)
    done = at(add_working_days(answered.date(), 2), 9, 30)
    ended = DemoGiving(door, taken.at, by=door, accepted=taken.accepted, ended=answered)
    return (ended, *offers), done if done.date() < draft.today else None


def _family_told(draft: Draft, dice: Dice, asked: DemoRequest, decided: date) -> tuple[date | None, str]:
    """Where somebody else asked: when the family was told what was decided, or why it is not safe."""
    if asked.how == "self" or asked.covert:
        return None, ""
    if dice.chance(0.04):
        return None, "The police ask that nobody is told yet."
    day = add_working_days(decided, 1 if dice.chance(0.3) else 0)
    if dice.chance(0.07):
        day = add_working_days(decided, dice.between(2, 6))
    return day if day < draft.today else None, ""


def _sent_on(dice: Dice, door: UUID, decided: datetime, who: str) -> DemoDecision:
    facts, reason, alternative = dice.pick(said.REFUSED)
    name = who.partition(",")[0]
    letter = (
        f"Dear {name or 'you who wrote to us'},\n\nThank you for asking. {reason}\n\n{alternative}\n\n"
        "You may ask us again at any time, and do not have to start from the beginning."
    )
    return DemoDecision(door, decided, facts, reason, alternative, letter)


def _small(draft: Draft, dice: Dice) -> DemoRequest:
    """Somebody of no record, for whom help near home or advice was right."""
    day = add_working_days(draft.today - timedelta(days=dice.between(5, YEAR.days - 10)), 0)
    when = at(day, dice.between(7, 19), dice.between(0, 59))
    door = draft.workforce.choose(dice, "front_door", day).id
    decided = at(add_working_days(day, 1), dice.between(9, 15), dice.between(0, 59))
    if decided.date() >= draft.today:
        day = add_working_days(draft.today - timedelta(days=12), 0)
        when, decided = at(day, 9, 5), at(add_working_days(day, 1), 10, 30)
    who, (hard, would) = given_name(dice, "WBRI", dice.pick("FM")), dice.pick(said.SMALL_ASKS)
    taken = decided - timedelta(minutes=30)
    return DemoRequest(
        *(apart(dice), when, "self", who, hard, would),
        (
            DemoGiving(None, when, accepted=when, ended=taken),
            DemoGiving(door, taken, by=door, accepted=taken),
        ),
        safe_to=("call", "text"),
        phone=f"{RINGS_NOWHERE}{dice.between(100, 989)}",
        when_safe="any time",
        who_else="nobody",
        decision=_sent_on(dice, door, decided, who),
        told=decided + timedelta(minutes=20),
        told_how=dice.pick(("call", "text")),
        closed=decided + timedelta(minutes=40),
    )
