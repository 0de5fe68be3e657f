"""From counts to what is shown of them: each line with its six states, a hidden one as None."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kith.law.accountability.states import CODES, PART_CODES, STATES
from kith.law.accountability.suppress import Count, Hidden, Star, hide, hide_parts

NONE = Count()
TOTAL = ("total", "")
Counts = Mapping[tuple[str, str], Mapping[str, Count]]
"""By breakdown and line: the count of each state, and of all states together under 'all'. Nought may be left out."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one breakdown, as it may be shown: duties by state, None for what is hidden."""

    by: str
    key: str
    shown: dict[str, int | None]


def lines_of(counts: Counts) -> list[Line]:
    """What may be shown of one period of one team, or of the council; the total is one line, ('total', '')."""
    whole = counts.get(TOTAL, {})
    keys = [each for each in counts if each != TOTAL]
    sparse: dict[str, set[str]] = defaultdict(set)
    for by, key in keys:
        if counts[by, key].get("all", NONE).few:
            sparse[by].add(key)
    stars = {state: _star(counts, keys, state) for state in CODES}
    few = whole.get("all", NONE).few
    hidden = {each.code: hide(stars[each.code], sparse, whole=few) for each in STATES}
    parts = hide_parts({part: stars[part] for part in PART_CODES}, hidden["untimely"], sparse)
    hidden |= dict.fromkeys(PART_CODES, parts)
    return [
        Line(by, key, {s: _shown(counts.get((by, key), {}), s, hidden[s], by, key) for s in CODES})
        for by, key in (TOTAL, *keys)
    ]


def _star(counts: Counts, keys: Iterable[tuple[str, str]], state: str) -> Star:
    star = Star(counts.get(TOTAL, {}).get(state, NONE))
    for by, key in keys:
        star.by.setdefault(by, {})[key] = counts[by, key].get(state, NONE)
    return star


def _shown(of_line: Mapping[str, Count], state: str, hidden: Hidden, by: str, key: str) -> int | None:
    gone = hidden.total if (by, key) == TOTAL else key in hidden.lines[by]
    return None if gone else of_line.get(state, NONE).duties
