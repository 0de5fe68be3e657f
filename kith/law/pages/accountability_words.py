"""The lines of the page of accountability in words: what each is called, and how a kind of duty stands in law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kith.access.models import Team
from kith.law.accountability.figures import Figures
from kith.law.accountability.groups import GROUPS
from kith.law.accountability.periods import month_in_words
from kith.law.accountability.stood import NO_TEAM
from kith.law.pages.words import CONFIDENCE, status
from kith.law.register import Register


@dataclass(frozen=True, slots=True)
class Named:
    """A line with its name; for a kind of duty, its page in the register and tags of its standing and how sure it is."""

    name: str
    figures: Figures
    href: str = ""
    tags: tuple[tuple[str, str], ...] = ()


def named(lines: Iterable[Figures], by: str, register: Register, day: date) -> list[Named]:
    """Lines of one breakdown in words, in the order of their names (months and groups in their own order)."""
    lines = list(lines)
    if by == "kind":
        return _kinds(lines, register, day)
    if by == "team":
        return sorted(_teams(lines), key=lambda each: (each.figures.key == NO_TEAM, each.name))
    words = GROUPS if by == "group" else {}
    found = [
        Named(month_in_words(each.key) if by == "month" else words.get(each.key, each.key), each)
        for each in lines
    ]
    order = list(words)
    return sorted(found, key=lambda each: order.index(each.figures.key) if each.figures.key in order else 0)


def _teams(lines: Iterable[Figures]) -> Iterable[Named]:
    """One statement."""
    names = {str(team): name for team, name in Team.objects.values_list("id", "name")}
    for each in lines:
        yield Named(
            "No team led that day" if each.key == NO_TEAM else names.get(each.key, "A team that is gone"),
            each,
        )


def _kinds(lines: Iterable[Figures], register: Register, day: date) -> list[Named]:
    duties = {duty.id: duty for duty in register}
    areas = {id_: area.slug for area in register.areas for id_ in area.ids}
    found = []
    for each in lines:
        duty = duties.get(each.key)
        if duty is None:
            found.append(Named(each.key, each))
            continue
        tags = (status(duty, day), CONFIDENCE[duty.confidence])
        found.append(
            Named(
                duty.name, each, f"/law/areas/{areas[duty.id]}/#{duty.id}" if duty.id in areas else "", tags
            )
        )
    return sorted(found, key=lambda each: each.name)
