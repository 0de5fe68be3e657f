"""What a plan must hold before somebody agrees to it. A draft is always kept: only the agreement waits.

Source: Working Together to Safeguard Children, on plans that say what services do as well as what parents do, and on
not leaving a victim of domestic abuse to keep everybody safe; Domestic Abuse Act 2021, section 3 (children are victims).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kith.plan.models import OURS, DoesIt

_OF_PARENTS = frozenset({DoesIt.PARENT.value, DoesIt.CAUSES_HARM.value})


@dataclass(frozen=True, slots=True)
class Asked:
    """A step as the rules see it. `open`: still to be done; `stands`: to be done, or done."""

    does_it: str
    person: UUID | None = None
    keeps_safe: bool = False
    open: bool = True
    stands: bool = True


def missing(steps: Sequence[Asked], causes_harm: Iterable[UUID] = ()) -> list[str]:
    """What has to be added before this plan can be agreed, in plain words; empty where nothing has."""
    harms = set(causes_harm)
    standing = [each for each in steps if each.stands]
    found = []
    if not any(each.does_it in OURS for each in standing):
        found.append(
            "Add a step for the council or another service. A plan never asks things of families alone."
        )
    if harms and not harms <= {each.person for each in standing}:
        found.append("Add a step for each person who causes harm, and say under the step that it is theirs.")
    alone = any(
        each.keeps_safe and each.does_it not in OURS and not _is_theirs(each, harms) for each in standing
    )
    if alone and not any(each.keeps_safe and each.does_it in OURS for each in standing):
        found.append(
            "Add a step by which the council or another service keeps people safe."
            " Nobody who was harmed is left to do that alone."
        )
    return found


def asks_only_parents(steps: Sequence[Asked]) -> bool:
    """Whether all that is still to be done is for parents: then whoever agrees says why."""
    waiting = [each for each in steps if each.open]
    return bool(waiting) and all(each.does_it in _OF_PARENTS for each in waiting)


def _is_theirs(step: Asked, harms: set[UUID]) -> bool:
    return step.does_it == DoesIt.CAUSES_HARM or step.person in harms
