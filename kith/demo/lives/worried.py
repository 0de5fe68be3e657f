"""Enquiries into harm that ended without a conference: what was found, and the help that was offered with its answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kith.demo.calibration import lived, lived_weights
from kith.demo.dice import Dice
from kith.demo.draft import Draft
from kith.demo.routes import CARE_ROUTES
from kith.demo.shapes.help import DemoEnd, DemoSection47
from kith.demo.words import said
from kith.demo.working_days import add_working_days, working_day_by


def end_enquiries(draft: Draft, dice: Dice) -> None:
    """One outcome for the children of a family who were looked into together. One not told of has none yet."""
    shares = lived()["enquiry_ended"]
    ends: dict[object, DemoEnd | None] = {}
    for place, one in enumerate(draft.enquiries):
        if one.conference or one.told_family is None or not one.conference_not_required:
            continue
        if one.started not in ends:
            recorded = dice.chance(shares["offer recorded"])
            outcome = "no_harm" if dice.chance(shares["no harm found"]) else "no_risk_now"
            ends[one.started] = _end(draft, dice, one, outcome) if recorded else None
        draft.enquiries[place] = replace(one, ended=ends[one.started])


def _end(draft: Draft, dice: Dice, one: DemoSection47, outcome: str) -> DemoEnd | None:
    late = not dice.chance(0.85)
    decided = add_working_days(one.started, dice.between(16, 24) if late else dice.between(5, 15))
    told = max(decided, one.told_family or decided)
    if told >= draft.today:
        return None
    answer = dice.weigh(lived_weights("enquiry_answer"))
    answered = working_day_by(told + timedelta(days=dice.between(0, 7)), draft.today)
    what = said.OFFERED_IN_CARE if draft.route in CARE_ROUTES else dice.pick(said.OFFERED_AFTER)
    return DemoEnd(
        outcome, decided, _worker(draft, one), what, answer, answered, dice.pick(said.OFFER_WORDS[answer])
    )


def _worker(draft: Draft, one: DemoSection47) -> UUID:
    """Who led the enquiry."""
    theirs = [each for each in draft.involvements if each.person == one.person]
    led = [each for each in theirs if each.role == "protection_practitioner" and each.start <= one.started]
    found = led or theirs
    return found[-1].worker if found else draft.workforce.by_role["protection_practitioner"][0].id
