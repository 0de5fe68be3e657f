"""The lines of a breakdown in words, in an order that a reader expects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kith.access.models import Team
from kith.insight.areas import NO_AREA, TO
from kith.insight.counted import NO_TEAM
from kith.insight.figures import Figures
from kith.law.accountability.groups import GROUPS
from kith.law.accountability.periods import in_words

BREAKDOWNS = {"area": "By area", "group": "By ethnic group", "team": "By team"}
HEADS = {"area": "Area", "group": "Ethnic group", "team": "Team"}


@dataclass(frozen=True, slots=True)
class Named:
    """A line with its name."""

    name: str
    figures: Figures


def named(lines: Iterable[Figures], by: str) -> list[Named]:
    """Lines of one breakdown in words; of teams one statement, else none. Quarters come in the order of time."""
    lines = list(lines)
    if by == "total":
        return [Named(in_words(each.quarter), each) for each in sorted(lines, key=lambda each: each.quarter)]
    if by == "group":
        order = list(GROUPS)
        found = [Named(GROUPS.get(each.key, each.key), each) for each in lines]
        return sorted(
            found, key=lambda each: order.index(each.figures.key) if each.figures.key in GROUPS else 99
        )
    names = {str(team): name for team, name in Team.objects.values_list("id", "name")} if by == "team" else {}
    last = {NO_TEAM: "No team led that day"} if by == "team" else {NO_AREA: "Not known, or kept safe"}
    found = [
        Named(
            last.get(each.key)
            or names.get(each.key)
            or ("A team that is gone" if by == "team" else each.key.replace(TO, " to ")),
            each,
        )
        for each in lines
    ]
    return sorted(found, key=lambda each: (each.figures.key in last, each.name))
