"""From counts to what may be shown of them: each line with its states, a hidden one as None (docs/adr/0114)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kith.insight.counted import ALL
from kith.law.accountability.suppress import Count, Star, hide

NONE = Count()
TOTAL = ("total", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one breakdown, as it may be shown: how many by state, None for what is hidden."""

    by: str
    key: str
    shown: dict[str, int | None]


def lines_of(counts: Mapping[tuple[str, str], Mapping[str, Count]], states: Sequence[str]) -> list[Line]:
    """What may be shown of one measure in one quarter, of one team or of the council; the total is ('total', '').

    Each state is a total and sums that add up to it, made safe by themselves; no line has a total over its states.
    """
    whole = counts.get(TOTAL, {})
    keys = [each for each in counts if each != TOTAL]
    sparse: dict[str, set[str]] = defaultdict(set)
    for by, key in keys:
        if counts[by, key].get(ALL, NONE).few:
            sparse[by].add(key)
    lines = {(by, key): Line(by, key, {}) for by, key in (TOTAL, *keys)}
    for state in states:
        star = Star(whole.get(state, NONE))
        for by, key in keys:
            star.by.setdefault(by, {})[key] = counts[by, key].get(state, NONE)
        hidden = hide(star, sparse, whole=whole.get(ALL, NONE).few)
        for (by, key), line in lines.items():
            gone = hidden.total if (by, key) == TOTAL else key in hidden.lines[by]
            line.shown[state] = None if gone else counts.get((by, key), {}).get(state, NONE).duties
    return list(lines.values())
