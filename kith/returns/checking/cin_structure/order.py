"""Which elements of a group are out of their places, as few of them as explain what is there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from kith.returns.checking.cin_structure.tally import Fault
from kith.returns.codes.census.groups import Group


def out_of_order(group: Group, parts: list[tuple[str, int]]) -> Iterator[Fault]:
    """A fault for each of `parts`, names with lines, that must move for the rest to be in order."""
    places = [group.places[name] for name, _ in parts]
    if places == sorted(places):
        return
    kept = _longest_in_order(places)
    standing = {places[index]: parts[index][0] for index in kept}
    for index, (name, line) in enumerate(parts):
        if index in kept:
            continue
        before = max((place for place in standing if place <= places[index]), default=None)
        where = f"after {standing[before]}" if before is not None else f"before {standing[min(standing)]}"
        what = f"{name} is not in its place in {group.name}. Move it: it must stand {where}."
        yield Fault("order", name, line, what)


def _longest_in_order(places: list[int]) -> set[int]:
    """Indices of the longest run, gaps allowed, in which no place is before the one that it follows."""
    ends: list[int] = []
    ending: list[int] = []
    follows: list[int] = []
    for index, place in enumerate(places):
        length = bisect_right(ends, place)
        follows.append(ending[length - 1] if length else -1)
        # One slot alone is written over, or added at the end: longer runs stay.
        ends[length : length + 1] = [place]
        ending[length : length + 1] = [index]
    run: set[int] = set()
    at = ending[-1]
    while at >= 0:
        run.add(at)
        at = follows[at]
    return run
