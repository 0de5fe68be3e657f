"""Family Help from its first day to its last: changes of lead with their goodbyes, what was bought, stepping down."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from kith.demo.calibration import lived, lived_weights
from kith.demo.lives.ground import Ground, leads_of
from kith.demo.shapes.help import DemoFamilyHelp, DemoSpent
from kith.demo.shapes.lives import DemoHelpOffer, DemoLeadChange
from kith.demo.words import said
from kith.demo.working_days import on_working_day

TOLD_WHY = {
    "LEFTRL": "Your worker has left this job.",
    "TSPROC": "Another team does this work from now on.",
    "ORGRST": "Our teams were changed.",
    "ABSENC": "Your worker is away for a long time.",
    "MANAGE": "A manager asked for a change.",
    "CHCHAN": "One of the children asked for a change.",
    "PCCHAN": "You asked for a change.",
}
WINTER = frozenset({11, 12, 1, 2, 3})


def help_over(ground: Ground, request: UUID | None) -> None:
    """The span itself, who was bought what, who led in turn, and the offer as a protection plan ended."""
    draft, dice = ground.draft, ground.dice
    ended = ground.ends
    draft.family_help.append(
        DemoFamilyHelp(
            ground.lead(ground.begins),
            ground.begins,
            tuple(_bought(ground)),
            request,
            ended,
            dice.weigh(lived_weights("why_help_ended")) if ended else "",
            dice.pick(said.AT_THE_END) if ended else "",
        )
    )
    for before, after in pairwise(leads_of(draft)):
        if before.end == after.start and before.worker != after.worker:
            _changed(ground, before.worker, after.worker, after.start, before.reason_ended)
    for plan in draft.protection_plans:
        if plan.end and ground.begins <= plan.end <= ground.last:
            answer = dice.pick(("accepted", "accepted", "accepted", "later"))
            draft.life.help_offers.append(
                DemoHelpOffer(
                    *(ground.lead(plan.end), plan.person, said.OFFERED_AFTER[1], plan.end),
                    *(answer, min(plan.end + timedelta(days=dice.between(0, 9)), ground.last)),
                    dice.pick(said.OFFER_WORDS[answer]),
                )
            )


def _changed(ground: Ground, old: UUID, new: UUID, on: date, why: str) -> None:
    if not ground.begins < on <= ground.last:
        return
    dice = ground.dice
    visits = not dice.chance(0.13)
    goodbye = on_working_day(on - timedelta(days=dice.between(1, 6))) if visits else None
    hello = on_working_day(on + timedelta(days=dice.between(0, 6))) if visits else None
    kept = dice.chance(0.9)
    ground.draft.life.lead_changes.append(
        DemoLeadChange(
            *(ground.manager(old, on), old, new, on),
            *(
                TOLD_WHY.get(why, TOLD_WHY["TSPROC"]),
                dice.pick(said.VIEWS),
                dice.pick(("Mum", "Mum", "Dad", "Both")),
            ),
            *(goodbye, hello, "" if visits else dice.pick(said.NO_VISIT)),
            goodbye if kept and goodbye and goodbye <= ground.last else None,
            hello if kept and hello and hello <= ground.last else None,
        )
    )


def _bought(ground: Ground) -> list[DemoSpent]:
    """In this financial year, from the money that the demo sets aside for it."""
    dice, today = ground.dice, ground.today
    if not dice.chance(lived()["bought"]["yes"]):
        return []
    first = max(ground.begins, date(today.year - (today.month < 4), 4, 1))
    found = []
    for _ in range(dice.pick((1, 1, 2))):
        if first > ground.last:
            break
        on = on_working_day(first + timedelta(days=dice.between(0, (ground.last - first).days)))
        if on > ground.last:
            continue
        warm = on.month in WINTER and dice.chance(0.4)
        what, pence = said.HEATING if warm else dice.pick(said.BOUGHT)
        pot = "Winter" if warm else "Section 17" if ground.draft.need_plans else "Practical help for families"
        found.append(DemoSpent(what, pence, pot, on, ground.manager(ground.lead(on), on)))
    return found
