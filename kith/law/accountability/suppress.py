"""Which figures may be shown: none of a few people, and none from which one of a few people can be worked out.

The figures of one state in one period are a total and, for each way of breaking it down, lines that add up to it.
No line is crossed with another, and no line has a total over its states, so each breakdown is one sum. Only what was
not in time is told apart further; of each line all the parts are shown, or none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FEW = 5
"""A figure of one to five people is never shown: the DfE's rule for counts of children ("c")."""
ROOM = 5
"""So many duties must be free to lie in any hidden line of a sum, beyond one in each that is not nought."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many duties, of so many people. A figure of many duties of one child is still a figure of one child."""

    duties: int = 0
    people: int = 0

    @property
    def few(self) -> bool:
        return 0 < self.people <= FEW


Lines = dict[str, Count]


@dataclass(slots=True)
class Star:
    """One state in one period: the total, and the lines of each breakdown, which add up to it."""

    total: Count
    by: dict[str, Lines] = field(default_factory=dict)


@dataclass(slots=True)
class Hidden:
    """What of a star is not shown: the total or not, and which lines of each breakdown."""

    total: bool
    lines: dict[str, set[str]]


def hide(star: Star, sparse: Mapping[str, set[str]] | None = None, *, whole: bool = False) -> Hidden:
    """What may not be shown of a star.

    `sparse` names lines about a few people in all: their noughts would say that all the few stand alike, so they are
    hidden too. `whole`: the whole is about a few people.
    """
    everything = Hidden(total=True, lines={by: set(lines) for by, lines in star.by.items()})
    if whole or star.total.few:
        return everything
    hidden: dict[str, set[str]] = {}
    for by, lines in star.by.items():
        bare = star.total.duties == 0  # the total says of every line that it is nought
        apart = set() if bare else {each for each in lines if each in (sparse or {}).get(by, ())}
        found = _of_sum(lines, {key for key, count in lines.items() if count.few} | apart)
        if found is None:
            return everything
        hidden[by] = found
    return Hidden(total=False, lines=hidden)


def hide_parts(
    parts: Mapping[str, Star], untimely: Hidden, sparse: Mapping[str, set[str]] | None = None
) -> Hidden:
    """Of which lines the parts may not be shown. `parts` has a star for each part, all with the same lines.

    A line whose sum is hidden shows no part; nor does one with a part of a few people, nor so many others that the
    parts of these could be worked out from the totals of the parts.
    """
    lines_by = {by: set(lines) for star in parts.values() for by, lines in star.by.items()}
    everything = Hidden(total=True, lines=lines_by)
    some = [star for star in parts.values() if star.total.duties]
    if untimely.total or any(star.total.few for star in some):
        return everything
    hidden: dict[str, set[str]] = {}
    for by, gone in untimely.lines.items():
        columns = [star.by.get(by, {}) for star in some]
        keys = {key for lines in columns for key in lines}
        apart = {key for key in keys if any(lines[key].few for lines in columns)}
        found = apart | gone | ((sparse or {}).get(by, set()) if some else set())
        spare = sorted(keys - found, key=lambda key: (sum(lines[key].duties for lines in columns), key))
        spare = [key for key in spare if any(lines[key].duties for lines in columns)]
        while found and not all(
            _safe([lines[key].duties for key in found if key in lines]) for lines in columns
        ):
            if not spare:
                return everything
            found.add(spare.pop(0))
        hidden[by] = found
    return Hidden(total=False, lines=hidden)


def _of_sum(lines: Lines, hidden: set[str]) -> set[str] | None:
    """Lines to hide of one sum whose total is shown: the fewest duties first; None where the total must go too."""
    more = sorted(set(lines) - hidden, key=lambda key: (lines[key].duties, key))
    spare = [key for key in more if lines[key].duties]
    while hidden and not _safe([lines[key].duties for key in hidden]):
        if not spare:
            return None
        hidden.add(spare.pop(0))
    return hidden


def _safe(duties: list[int]) -> bool:
    """Whether the sum of what is hidden, which anybody can work out, leaves each part of it open."""
    return len(duties) > 1 and sum(duties) - sum(each > 0 for each in duties) >= ROOM
