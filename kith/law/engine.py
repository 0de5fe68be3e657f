"""From facts and the register to obligations: pure, so that the same facts always give the same answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from kith.law import because
from kith.law.chain import Link, links
from kith.law.coverage import EVERYTHING, Coverage, Covered
from kith.law.facts import Fact
from kith.law.history import History, fits
from kith.law.judge import force, judge
from kith.law.months import age_on
from kith.law.obligation import Obligation
from kith.law.pause import due_of
from kith.law.register.book import Register
from kith.law.register.duty import Duty
from kith.law.suspension import around_spans


def derive(
    facts: Iterable[Fact],
    register: Register,
    *,
    as_at: date,
    coverage: Coverage = EVERYTHING,
) -> list[Obligation]:
    """Every obligation of these people as at a day, in order of person (as first met), duty and start.

    No fact after `as_at` counts. `coverage` says what the
    record holds: a duty met by facts that nobody records is left out, for silence about it proves nothing.
    Raises ValueError for an unknown kind of fact.
    """
    by_person: dict[UUID, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_person[fact.person].append(fact)
    return [
        obligation
        for own in by_person.values()
        for obligation in derive_one(own, register, as_at=as_at, coverage=coverage)
    ]


def derive_one(
    facts: Iterable[Fact],
    register: Register,
    *,
    as_at: date,
    coverage: Coverage = EVERYTHING,
) -> Iterator[Obligation]:
    """The obligations of one person, whose facts these all are: for streams too large to hold at once."""
    history = History(facts, as_at)
    for duty in register:
        triggers = history.of(duty.trigger)
        covered = coverage.of_all(match.fact for match in duty.met_by) if triggers else None
        if covered is None:
            continue
        for trigger in triggers:
            if fits(trigger.detail, duty.applies.where):
                yield from _of_trigger(duty, trigger, history, covered)


def _of_trigger(duty: Duty, trigger: Fact, history: History, covered: Covered) -> Iterator[Obligation]:
    for link in links(duty, trigger, history, covered):
        if link.opens > history.as_at and link.clock.direction == "after":
            continue
        for part in around_spans(duty, trigger, link, history) if duty.suspended_by else (link,):
            obligation = _of_link(duty, trigger, part, history, covered)
            if obligation is not None:
                yield obligation


def _of_link(duty: Duty, trigger: Fact, link: Link, history: History, covered: Covered) -> Obligation | None:
    due = due_of(duty, trigger, link, history)
    if not _of_age(duty, history, link.starts, due.day):
        return None
    starts = due.day if link.clock.direction == "before" else link.opens
    verdict = judge(
        duty, trigger, history, opens=link.opens, due=due.day, met=link.met, at_least=link.clock.at_least
    )
    binds = force(duty, due.day, history.as_at)
    return Obligation(
        duty=duty.id,
        person=trigger.person,
        name=duty.name,
        family_name=duty.family_name,
        starts=starts,
        due=due.day,
        met=link.met,
        state=verdict.state,
        force=binds,
        source=duty.source.citation,
        excuse=verdict.excuse,
        closed=verdict.closed,
        ref=trigger.ref,
        because=because.steps(duty, trigger, link, due=due, verdict=verdict, binds=binds, covered=covered),
    )


def _of_age(duty: Duty, history: History, starts: date, due: date) -> bool:
    """Whether the age on the duty's start or due day is in its range; not, when the birth is not recorded."""
    low, high = duty.applies.age_from, duty.applies.age_under
    if low is None and high is None:
        return True
    born = history.born()
    if born is None:
        return False
    age = age_on(born, due if duty.applies.age_on == "due" else starts)
    return (low is None or age >= low) and (high is None or age < high)
