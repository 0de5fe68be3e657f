"""What a family account may read of what the council must do: from the facts that it was told, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.utils import timezone

from kith.access.models import DoorAccess
from kith.access.models.door import Capacity
from kith.core.reads import AS_IT_IS, DAY, ID, Called, Reads
from kith.law import providers
from kith.law.due import rules_of
from kith.law.due import today as today_in_england
from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.obligation import Obligation
from kith.law.register import Register
from kith.law.register.duty import Duty, Status

Standing = Literal["late", "due", "kept", "kept_late", "not_kept"]
# What was not done comes first, then what is to come, then what was kept.
ORDER: tuple[Standing, ...] = ("late", "not_kept", "due", "kept_late", "kept")
READERS = {Capacity.SELF: "child", Capacity.PARENT: "parent", Capacity.CARER: "carer"}


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing to be done for a person by a day; `words` go on from "We must", `done` is the day it was done."""

    person: UUID
    duty: str
    words: str
    by: date
    done: date | None
    standing: Standing
    status: Status


def promises(
    account: UUID,
    today: date | None = None,
    door: Iterable[tuple[UUID, str]] | None = None,
    facts: Sequence[Fact] | None = None,
) -> list[Promise]:
    """For the family account that acts, or whose eyes are looked through, late ones first. Four statements.

    `door`: whose door the account comes in by, and as what, and the `facts` that it was told, where they were read
    already: each is one statement less.

    What is not needed, not known, or only advised by a law not yet in force is left out: it is never guessed at.
    """
    day = today or today_in_england()
    facts = told_facts() if facts is None else facts
    if not facts:
        return []
    readers = _readers(_door(account) if door is None else door)
    rules = rules_of(day)
    shown = Register(tuple(duty for duty in rules if duty.shown), rules.areas)
    covered = providers.coverage(day)
    found: list[Promise] = []
    for each in derive(facts, shown, as_at=day, coverage=covered):
        duty = shown[each.duty]
        held = covered.of_all(match.fact for match in duty.met_by)
        through = held.through if held else None
        if each.met is None and through is not None and each.due > through:
            continue
        found += _promise(duty, each, readers.get(each.person, frozenset()))
    return sorted(found, key=lambda each: (ORDER.index(each.standing), each.by, each.duty))


def told_facts_read() -> Called:
    """The facts that the acting family account was told, as the database gives them."""
    return Called(
        "SELECT kind, person, day, until, ref FROM access_told_facts() ORDER BY person, kind, day, ref",
        (AS_IT_IS, ID, DAY, DAY, AS_IT_IS),
    )


def told_facts_from(rows: Iterable[Sequence[Any]]) -> list[Fact]:
    """Facts from the rows of `told_facts_read`."""
    return [Fact(kind, person, day, until, ref or "") for kind, person, day, until, ref in rows]


_facts = Reads(facts=told_facts_read)


def told_facts() -> list[Fact]:
    """What `told_facts_read` gives, by itself. One statement."""
    return told_facts_from(_facts.run()["facts"])


def _door(account: UUID) -> list[tuple[UUID, str]]:
    held = DoorAccess.objects.filter(account_id=account, during__contains=timezone.now())
    return list(held.values_list("person_id", "capacity"))


def _readers(held: Iterable[tuple[UUID, str]]) -> dict[UUID, frozenset[str]]:
    found: dict[UUID, frozenset[str]] = {}
    for person, capacity in held:
        if capacity in READERS:
            found[person] = found.get(person, frozenset()) | {READERS[Capacity(capacity)]}
    return found


def _promise(duty: Duty, each: Obligation, readers: frozenset[str]) -> Iterator[Promise]:
    standing = _standing(each)
    # What came before the record began is not known, so neither is whether it was done.
    known = each.because[0].kind == "fact"
    binds = each.force == "required" or duty.status not in {"in_force", "prospective"}
    if duty.shown is None or standing is None or not known or not binds or not readers & set(duty.shown.to):
        return
    words = duty.shown.child if "child" in readers else duty.shown.others
    yield Promise(each.person, each.duty, words, each.due, each.met, standing, duty.status)


def _standing(each: Obligation) -> Standing | None:
    if each.state == "late" and each.closed is not None:
        return "not_kept"
    told: dict[str, Standing] = {"late": "late", "due": "due", "met": "kept", "met_late": "kept_late"}
    return told.get(each.state)
