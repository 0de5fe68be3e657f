"""What must be true of any time in care."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from uuid import UUID

from kith.demo.shapes import DemoEpisode, DemoFamily
from kith.demo.working_days import add_years, age_on


def care_faults(family: DemoFamily, today: date) -> Iterator[str]:
    """Every way in which the episodes, reviews and times missing contradict themselves."""
    born = {person.id: person.dob or today for person in family.people}
    stays: dict[UUID, list[DemoEpisode]] = defaultdict(list)
    for one in family.episodes:
        stays[one.person].append(one)
    for child, episodes in stays.items():
        first, last = episodes[0].start, episodes[-1].end or today
        if first < born[child] or last > add_years(born[child], 18):
            yield f"in care from {first} to {last}, born {born[child]}"
        yield from _chain(episodes)
        for one in episodes:
            yield from _lawful(one, age_on(born[child], one.start))
        yield from _within(family, child, first, last)


def _chain(episodes: list[DemoEpisode]) -> Iterator[str]:
    """A time in care runs on without a gap. It begins once, unless they went home and came into care again."""
    for now, following in pairwise(episodes):
        went_home = now.reason_ceased in {"E4A", "E4B"} and now.end is not None and now.end < following.start
        if not went_home and (now.end != following.start or now.reason_ceased != "X1"):
            yield f"a gap or overlap at {now.end}"
        if (following.reason_new == "S") is not went_home:
            yield "starts twice"
    if episodes[0].reason_new != "S":
        yield "does not start"
    if (episodes[-1].end is None) != (episodes[-1].reason_ceased == ""):
        yield "ended with no reason, or a reason with no end"


def _lawful(one: DemoEpisode, age: int) -> Iterator[str]:
    if one.end and one.end <= one.start:
        yield f"an empty episode on {one.start}"
    if one.placement == "P1" and one.legal_status not in {"C1", "C2", "E1"}:
        yield "with a parent and no order"
    if one.placement in {"K3", "H5"} and age < 16:
        yield f"supported accommodation at {age}"
    if one.placement in {"A5", "A6"} and one.legal_status != "E1":
        yield "placed for adoption with no placement order"


def _within(family: DemoFamily, child: UUID, first: date, last: date) -> Iterator[str]:
    for review in family.reviews:
        if review.person == child and review.held and not first <= review.held <= last:
            yield f"a review on {review.held}, out of care"
    gone = sorted((one.start, one.end or last) for one in family.missing if one.person == child)
    for start, end in gone:
        if not first <= start <= end <= last:
            yield f"missing from {start}, out of care"
    if any(later[0] < earlier[1] for earlier, later in pairwise(gone)):
        yield "missing twice at once"
