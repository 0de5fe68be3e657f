"""Naming somebody who could care, whether they may be asked, and what came of asking."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.text import safe_text
from kith.kinship.models import Exploration, Explored, MayAsk, NeverBecause, Outcome, WhyNot
from kith.story.writing import clean_text

COST = re.compile(
    r"\b(costs?|costly|expens\w+|budget\w*|afford\w*|money|funding|cheap\w*)\b|£", re.IGNORECASE
)
"""Words about money in a reason for not asking. A list that errs on asking again, never one that proves anything."""
NOT_COST = "What it would cost is never a reason not to ask. Ask them, and write down what they would need to say yes."
NOT_HERE = "There is nobody like this whom the family named, or it is not open to you."


@action("kinship.name_somebody")
def name_somebody(
    *,
    by: Actor,
    child: UUID,
    name: str,
    named_by: str,
    tie: str = "",
    words: str = "",
    may_ask: str = MayAsk.NOT_YET.value,
    settled_with: str = "",
    only_if: str = "",
    never_because: str = "",
) -> UUID:
    """Somebody who could care for a child, by the name that the family uses; the id. They need be in no record.

    Raises NotPermittedError; CannotBeError without a name, without who named them, and for what `settle_asking` refuses.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child])
    if not safe_text(name):
        raise CannotBeError("Say what the family calls them.", field="name")
    if not safe_text(named_by):
        raise CannotBeError("Say who named them.", field="named_by")
    made = Exploration(
        child_id=child,
        name=safe_text(name)[:120],
        tie=safe_text(tie)[:80],
        named_by=safe_text(named_by)[:120],
        words=clean_text(words).strip()[:500],
        recorded_by=by.id,
    )
    _settled(made, may_ask, settled_with, only_if, never_because)
    made.save(force_insert=True)
    _never(by, made, never_because)
    _told(by, made, "Somebody who could care was named")
    return made.id


@action("kinship.settle_asking")
def settle_asking(
    *,
    by: Actor,
    exploration: UUID,
    may_ask: str,
    settled_with: str,
    only_if: str = "",
    only_if_agreed_on: date | None = None,
    never_because: str = "",
) -> None:
    """May they be asked, only if somebody agrees, or never. Settled with the child and the safe parent.

    Raises NotPermittedError; CannotBeError for what stands on a meeting's map, which is settled there.
    """
    found = explored_for(by, exploration)
    if found.from_map is not None:
        raise CannotBeError("This is settled on the map of the family's meeting, and changed there alone.")
    _settled(found, may_ask, settled_with, only_if, never_because or _why_never(found))
    if found.may_ask == MayAsk.ONLY_IF and only_if_agreed_on is not None:
        found.only_if_agreed_on = _not_to_come(only_if_agreed_on, "only_if_agreed_on")
    found.save(update_fields=["may_ask", "settled_with", "only_if", "only_if_agreed_on"])
    _never(by, found, never_because)
    _told(by, found, "It was settled whether somebody may be asked to care")


@action("kinship.explore")
def explore(
    *,
    by: Actor,
    exploration: UUID,
    outcome: str,
    on: date,
    why_not: str = "",
    reason: str = "",
    words: str = "",
    all_the_same: bool = False,
) -> UUID:
    """What came of it, on a day; the id. The last that was said holds.

    Raises NotPermittedError; CannotBeError for a day to come, not asked or ruled out without a reason, a reason that is
    what it costs, and for asking somebody who may not be asked, unless it happened `all_the_same`: then it is marked.
    """
    found = explored_for(by, exploration)
    came, why, said = Outcome(outcome), clean_text(reason).strip()[:1000], clean_text(words).strip()[:1000]
    _not_to_come(on, "on")
    if came in {Outcome.NOT_ASKED, Outcome.RULED_OUT} and not why:
        raise CannotBeError("Say why.", field="reason")
    if came is Outcome.NOT_ASKED:
        if not why_not:
            raise CannotBeError("Choose what kept you from asking.", field="why_not")
        if COST.search(why):
            raise CannotBeError(NOT_COST, field="reason")
    against = came is Outcome.ASKED and not _may_be_asked(found)
    if against and not all_the_same:
        raise CannotBeError(
            "It is not settled that they may be asked. If they were asked all the same, say so below.",
            field="all_the_same",
        )
    made = Explored.objects.create(
        exploration=found,
        outcome=came,
        on=on,
        why_not=WhyNot(why_not).value if came is Outcome.NOT_ASKED else "",
        reason=why if came in {Outcome.NOT_ASKED, Outcome.RULED_OUT} else "",
        words=said,
        against_map=against,
        recorded_by=by.id,
    )
    _told(by, found, "Somebody who could care: it was written down what came of it", came=came.value)
    return made.id


def explored_for(by: Actor, exploration: UUID) -> Exploration:
    """Somebody named for a child whose record the actor may change. Raises NotPermittedError."""
    found = Exploration.objects.filter(id=exploration).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    return found


def _settled(row: Exploration, may_ask: str, settled_with: str, only_if: str, never_because: str) -> None:
    answer = MayAsk(may_ask)
    if answer is not MayAsk.NOT_YET and not safe_text(settled_with):
        raise CannotBeError(
            "Say with whom you settled it: the child, the parent who is safe.", field="settled_with"
        )
    if answer is MayAsk.ONLY_IF and not safe_text(only_if):
        raise CannotBeError("Say who has to agree first.", field="only_if")
    if answer is MayAsk.NEVER and not clean_text(never_because).strip():
        raise CannotBeError("Say why. Only you and a manager read it.", field="never_because")
    row.may_ask, row.settled_with = answer, safe_text(settled_with)[:200]
    row.only_if = safe_text(only_if)[:120] if answer is MayAsk.ONLY_IF else ""
    row.only_if_agreed_on = None


def _never(by: Actor, row: Exploration, because: str) -> None:
    said = clean_text(because).strip()[:1000]
    if row.may_ask != MayAsk.NEVER or not said:
        return
    # Each reason stays, locked to whoever wrote it: another's may not be readable here, and is not replaced.
    if not NeverBecause.objects.filter(exploration=row, reason=said, recorded_by=by.id).exists():
        NeverBecause(exploration=row, reason=said, recorded_by=by.id).save(force_insert=True)


def _why_never(row: Exploration) -> str:
    found = NeverBecause.objects.filter(exploration=row).values_list("reason", flat=True).first()
    return found or ""


def _may_be_asked(row: Exploration) -> bool:
    return row.may_ask == MayAsk.MAY or (row.may_ask == MayAsk.ONLY_IF and row.only_if_agreed_on is not None)


def _told(by: Actor, row: Exploration, title: str, **facts: str) -> None:
    concerns([row.child_id], exploration=row.id, **facts)
    tell.tell(by=by, about=[row.child_id], title=title, facts={"exploration": str(row.id), **facts})


def _not_to_come(on: date, field: str) -> date:
    if on > today():
        raise CannotBeError("This day is still to come.", field=field)
    return on
