"""Duties of the council itself, which are about nobody: what it must publish, whom it asks first, when it looks again.

A room gives these facts as rows of Python, for there are a handful of them. They are put to the same register by the same
engine; where law sets no time, what was done is all that can be said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from kith.core.ports import Registry
from kith.law import providers
from kith.law.coverage import Coverage
from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.history import History, fits
from kith.law.judge import force
from kith.law.register import Register, effective_register
from kith.law.register.duty import Duty

THE_COUNCIL = UUID("c0000000-0000-4000-8000-000000000001")
FACTS: Registry[Callable[[], Iterable[Fact]]] = Registry("facts of the council itself")
"""A room adds what it knows; each fact's person is `THE_COUNCIL`."""
OWN: Registry[tuple[str, ...]] = Registry("duties of the council itself")
"""A room adds the ids of those that it gives facts for."""
State = Literal["kept", "owed", "due", "late", "not known"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one duty of the council's stands. `since`: when it was last met; `due`: by when it is to be.

    `starts`: the day from which it is owed; None where that is not known.
    """

    duty: Duty
    state: State
    starts: date | None = None
    since: date | None = None
    due: date | None = None


def own(as_at: date, register: Register | None = None, coverage: Coverage | None = None) -> list[Standing]:
    """How every duty of the council's own stands, in the order of their ids. One statement for each room that has any.

    `register` and `coverage` of that day, where they were asked for already.
    """
    duties = sorted(each for room in OWN.values() for each in room)
    return stand(
        _known(as_at),
        register or effective_register(as_at),
        duties,
        as_at,
        coverage or providers.coverage(as_at),
    )


def as_json(one: Standing, as_at: date) -> dict[str, str | None]:
    """The keys of `kith.law.obligation.as_json`: of no person, and with no day where the law sets none.

    What is owed and was not done is late, for the law wants it there already. Raises KeyError where it is not known.
    """
    states = {"kept": "met", "owed": "late", "due": "due", "late": "late"}
    starts, due, met = (each.isoformat() if each else None for each in (one.starts, one.due, one.since))
    return {
        "duty": one.duty.id,
        "person": None,
        "name": one.duty.name,
        "starts": starts,
        "due": due,
        "met": None if one.state in {"due", "late"} else met,
        "state": states[one.state],
        "force": force(one.duty, one.due or as_at, as_at),
        "source": one.duty.source.citation,
        "excuse": None,
    }


def standing(as_at: date, duties: Sequence[str]) -> list[Standing]:
    """How these duties stand, by what rooms know. Raises KeyError for one that is not in the register."""
    return stand(_known(as_at), effective_register(as_at), duties, as_at, providers.coverage(as_at))


def _known(as_at: date) -> list[Fact]:
    return [fact for facts in FACTS.values() for fact in facts() if fact.on <= as_at]


def stand(
    facts: Iterable[Fact], register: Register, duties: Sequence[str], as_at: date, coverage: Coverage
) -> list[Standing]:
    """The same of given facts: pure."""
    held = list(facts)
    return [_one(register.only(duty), register[duty], held, as_at, coverage) for duty in duties]


def _one(only: Register, duty: Duty, facts: list[Fact], as_at: date, coverage: Coverage) -> Standing:
    history = History(facts, as_at)
    triggers = [each for each in history.of(duty.trigger) if fits(each.detail, duty.applies.where)]
    covered = coverage.of_all(match.fact for match in duty.met_by)
    if covered is None or not triggers:
        return Standing(duty, "not known")
    starts = triggers[-1].on
    met = history.matching(duty.met_by, triggers[-1].ref if duty.same_ref else None)
    since = max((each.on for each in met), default=None)
    if duty.clock:
        last = max(
            derive(facts, only, as_at=as_at, coverage=coverage), key=lambda each: each.due, default=None
        )
        if last is None:
            return Standing(duty, "kept" if since else "not known", starts, since)
        state: State = "late" if last.state == "late" else "due" if last.met is None else "kept"
        return Standing(duty, state, last.starts, since, last.due)
    if since is None and starts < covered.since:
        # It may have been done before the record began.
        return Standing(duty, "not known")
    return Standing(duty, "kept" if since else "owed", starts, since)
