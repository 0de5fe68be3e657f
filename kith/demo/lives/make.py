"""The order in which a life is made: the span of help first, then what hangs on it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kith.demo.calibration import lived, lived_weights
from kith.demo.dice import Dice
from kith.demo.draft import Draft
from kith.demo.involve import chain
from kith.demo.lives.asked import ask
from kith.demo.lives.court import before_court
from kith.demo.lives.ground import SINCE, Ground, leads_of, themes_of
from kith.demo.lives.helped import help_over
from kith.demo.lives.looked import look_together
from kith.demo.lives.met import meet
from kith.demo.lives.planned import plan_together
from kith.demo.lives.worried import end_enquiries
from kith.demo.routes import CARE_ROUTES
from kith.demo.shapes.help import DemoReferral
from kith.demo.working_days import age_on, on_working_day

BY_AGREEMENT = frozenset({"need", "need_ended", "waiting", "assessed"})
WAIT = {"within a week": (0, 6), "within four weeks": (8, 25), "later": (29, 75)}
# Who comes beside the lead, how often, and for children of which age: (role, share, from, to).
BESIDE = (
    ("school_lead", 0.16, 5, 17),
    ("health_worker", 0.14, -1, 5),
    ("charity_worker", 0.12, -1, 17),
)


def lead_role_for(route: str, dice: Dice) -> str:
    """Of which service the lead is: always the council's where there is more than an agreement."""
    of = dice.weigh(lived_weights("lead_of"))
    return f"{of}_family_lead" if route in BY_AGREEMENT and of != "council" else "family_help_lead"


def make_life(draft: Draft, dice: Dice) -> None:
    """Add the year of help to a family whose road, workers and story are made."""
    end_enquiries(draft, dice)
    requests = ask(draft, dice)
    ground = None if draft.route in CARE_ROUTES else _ground(draft, dice)
    if ground is None:
        return
    _beside(draft, ground)
    asked = next((one.id for day, one in requests if day >= ground.begins - timedelta(days=80)), None)
    help_over(ground, asked)
    look_together(ground)
    if not before_court(ground):
        meet(ground)
    plan_together(ground)


def _ground(draft: Draft, dice: Dice) -> Ground | None:
    """The span of Family Help; None where there was none. Before it came here, nobody had it."""
    last: dict[UUID, DemoReferral] = {}
    for one in draft.referrals:
        held = last.get(one.person)
        if not one.no_further_action and (held is None or one.received > held.received):
            last[one.person] = one
    if not last or not leads_of(draft):
        return None
    if draft.route == "assessed" and not dice.chance(lived()["help_after_assessment"]["family help"]):
        return None
    opened = min(one.received for one in last.values())
    days = [one.closed for one in last.values() if one.closed]
    closed = max(days) if len(days) == len(last) else None
    begins = on_working_day(
        opened + timedelta(days=dice.between(*WAIT[dice.weigh(lived_weights("help_begins"))]))
    )
    begins = max(begins, on_working_day(draft.today - SINCE + timedelta(days=dice.between(0, 45))))
    if begins >= (closed or draft.today) - timedelta(days=3):
        return None
    return Ground(draft, dice, begins, closed, themes_of(draft, dice))


def _beside(draft: Draft, ground: Ground) -> None:
    """Workers of other services beside the lead; and of the council, where the lead is of another service."""
    start, dice = ground.begins + timedelta(days=10), ground.dice
    if start >= ground.last:
        return
    for role, share, low, high in BESIDE:
        fits = [one for one in draft.children if low <= age_on(one.dob, start) <= high]
        if fits and dice.chance(share):
            chain(draft, role, [(one.id, start, ground.ends) for one in fits[:2]])
    there = any(one.role == "family_support_worker" for one in draft.involvements)
    if draft.lead_role != "family_help_lead" and not there:
        people = dict.fromkeys(one.person for one in draft.involvements if one.role == draft.lead_role)
        chain(draft, "family_support_worker", [(who, start, ground.ends) for who in people])
