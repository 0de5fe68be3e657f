"""An earlier time in care that ended at home: for some who are in care again, and for some who stayed at home.

Figures: about a third of those who go home come into care again over five years, most of them in the first two (recalled:
Farmer and others; DfE outcomes of children returning home). Of those in care today about one in ten was there before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kith.demo.calibration import days_in
from kith.demo.care_facts import make_reviews
from kith.demo.dice import Weights
from kith.demo.draft import Child, Draft
from kith.demo.homes_found import new_home
from kith.demo.lived import live_there
from kith.demo.shapes.care import DemoLegalStatus, DemoPreviousPermanence

IN_CARE_AGAIN = 0.10
STAYED_AT_HOME = 0.05
"""Shares of families in care, and of families helped at home, whose children were in care before and went home."""
APART: Weights[str] = Weights({"21-90": 0.2, "91-364": 0.4, "365-1500": 0.4})
STAYED: Weights[str] = Weights({"20-90": 0.3, "91-365": 0.45, "366-700": 0.25})
PLANNED = 0.83  # of those who go home, as the return tells it: E4A, else E4B


def was_home_again(draft: Draft, child: Child, again: date) -> None:
    """Before a time in care that begins on `again`: an earlier one, and the time at home between the two."""
    _before(draft, child, again - timedelta(days=draft.dice.between(*days_in(draft.dice.weigh(APART)))))


def some_went_home(draft: Draft) -> None:
    """Of families helped at home: a time in care that ended at home more than a year ago. They live there since."""
    if draft.route == "need" and draft.dice.chance(STAYED_AT_HOME):
        for child in draft.children:
            known = len(draft.episodes)
            _before(draft, child, draft.today - timedelta(days=draft.dice.between(380, 1700)))
            for one in draft.episodes[known : known + 1]:
                draft.previous_permanence.append(DemoPreviousPermanence(child.id, "Z1", "", None, one.start))


def _before(draft: Draft, child: Child, home_on: date) -> None:
    dice = draft.dice
    came = home_on - timedelta(days=dice.between(*days_in(dice.weigh(STAYED))))
    lived = next(
        (
            each
            for each in draft.residences
            if each.person == child.id and each.kind == "home" and each.end is None
        ),
        None,
    )
    if child.unaccompanied or lived is None or came < max(child.dob + timedelta(days=60), lived.start):
        return
    # Woven here and not in `care`: that module asks for this one.
    from kith.demo.care import weave

    stay = new_home(draft, child, came, "V2", "")
    weave(draft, child, [(came, "V2")], [stay], end=home_on, ceased="E4A" if dice.chance(PLANNED) else "E4B")
    draft.legal_statuses.append(DemoLegalStatus(child.id, "V2", came, home_on))
    live_there(draft, child, [stay], home_on)
    draft.residences.append(replace(lived, start=home_on))
    make_reviews(draft, child, came, home_on)
