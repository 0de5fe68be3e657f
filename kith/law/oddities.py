"""Facts that cannot all be right: told to whoever can mend them, and never allowed to stop a clock.

Each is judged all the same, as it stands: a review before care began meets no duty, a second start is a trigger
of its own, and a day that cannot be starts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from kith.law import fact_kinds
from kith.law.facts import Fact
from kith.law.history import in_order
from kith.law.reasoning import plain

MONTHS_UNBORN = timedelta(days=300)
"""Longer than any child is carried: nothing about a child is recorded sooner than this before the birth."""
BEFORE_BIRTH = frozenset(
    {"referral", "referral_no_further_action", "assessment_finished", "section_47_started", "initial_conference",
     "conference_not_required", "child_protection_plan", "child_protection_review", "letter_before_proceedings",
     "family_meeting_offered_in_letter"}
)  # fmt: skip
"""What may be true of a child who is not born yet."""
WITHIN = {
    "looked_after_review": ("looked_after", False),
    "child_protection_review": ("child_protection_plan", True),
}
"""What only happens while something lasts, and whether it names which one: a review of care is a matter of its own."""
AFTER = {"assessment_finished": "referral", "initial_conference": "section_47_started"}
"""What only happens after something else of the same matter began."""
ONE_AT_A_TIME = ("looked_after", "child_protection_plan", "placed_for_adoption")
NEVER_BOTH = (("initial_conference", "conference_not_required"),)


@dataclass(frozen=True, slots=True)
class Impossible:
    """A row of the record whose days cannot be, as it is written there."""

    kind: str
    person: UUID
    day: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something to mend, about one person: what is recorded, why it cannot be, and what to do."""

    person: UUID
    says: str


ByKind = dict[str, list[Fact]]
Rule = Callable[[ByKind, date], Iterator[str]]


def oddities(facts: Iterable[Fact], impossible: Iterable[Impossible], today: date) -> list[Oddity]:
    """Everything about these people's facts that cannot be, each said once, in order of person."""
    people: dict[UUID, ByKind] = defaultdict(lambda: defaultdict(list))
    for fact in sorted(facts, key=in_order):
        people[fact.person][fact.kind].append(fact)
    found = [Oddity(each.person, _cannot_be(each)) for each in impossible]
    for person in sorted(people, key=str):
        found += [Oddity(person, says) for rule in RULES for says in rule(people[person], today)]
    return list(dict.fromkeys(found))


def _cannot_be(row: Impossible) -> str:
    written = row.day if row.until is None else f"{row.day} to {row.until}"
    return f"{_quoted(row.kind)} is dated {written}, which cannot be. Check the date."


def _outside(facts: ByKind, today: date) -> Iterator[str]:
    for kind, (span, named) in WITHIN.items():
        for fact in facts.get(kind, ()):
            spans = [each for each in facts.get(span, ()) if not (named and fact.ref) or each.ref == fact.ref]
            if not any(each.on <= fact.on <= (each.until or date.max) for each in spans):
                yield (
                    f"{_quoted(kind)} is dated {plain(fact.on)}, but {_quoted(span)} is not recorded for that day."
                    " Check both dates."
                )


def _before_its_start(facts: ByKind, today: date) -> Iterator[str]:
    for kind, start in AFTER.items():
        begun = {fact.ref: fact for fact in reversed(facts.get(start, []))}
        for fact in facts.get(kind, ()):
            first = begun.get(fact.ref) if fact.ref else None
            if first is not None and fact.on < first.on:
                yield (
                    f"{_quoted(kind)} is dated {plain(fact.on)}, before {_quoted(start)}, dated {plain(first.on)}."
                    " Check both dates."
                )


def _two_at_once(facts: ByKind, today: date) -> Iterator[str]:
    for kind in ONE_AT_A_TIME:
        spans = facts.get(kind, [])
        for before, after in pairwise(spans):
            if before.until is None or after.on < before.until:
                yield (
                    f"{_quoted(kind)} is recorded twice at once, from {plain(before.on)} and from {plain(after.on)}."
                    " Check when the first one ended."
                )


def _never_both(facts: ByKind, today: date) -> Iterator[str]:
    for one, other in NEVER_BOTH:
        matters = {fact.ref for fact in facts.get(other, ())}
        for fact in facts.get(one, ()):
            if fact.ref in matters:
                yield (
                    f"{_quoted(one)} is dated {plain(fact.on)}, and {_quoted(other)} is recorded too."
                    " Check which is right."
                )


def _before_birth(facts: ByKind, today: date) -> Iterator[str]:
    births = facts.get("birth", [])
    if not births:
        return
    born = births[-1].on
    for kind, found in facts.items():
        earliest = born - MONTHS_UNBORN if kind in BEFORE_BIRTH else born
        for fact in found:
            if kind != "birth" and fact.on < earliest:
                yield (
                    f"{_quoted(kind)} is dated {plain(fact.on)}, but the child was born on {plain(born)}."
                    " Check both dates."
                )


def _ahead(facts: ByKind, today: date) -> Iterator[str]:
    for kind, found in facts.items():
        known = fact_kinds.known().get(kind)
        for fact in found:
            if fact.on > today and not (known is not None and known.planned) and kind not in YEARLY:
                yield f"{_quoted(kind)} is dated {plain(fact.on)}, which has not come yet. Check the date."


def _quoted(kind: str) -> str:
    known = fact_kinds.known().get(kind)
    return f"“{known.says if known is not None else kind.replace('_', ' ')}”"


YEARLY = frozenset(
    {"health_assessment_in_year", "dental_check_in_year", "strengths_and_difficulties_score",
     "strengths_and_difficulties_reason", "care_leaver_in_touch", "care_leaver_contact_not_wanted"}
)  # fmt: skip
"""What a return tells of a whole year, and dates on its last day or on the birthday in it."""
RULES: tuple[Rule, ...] = (_before_its_start, _outside, _two_at_once, _never_both, _before_birth, _ahead)
