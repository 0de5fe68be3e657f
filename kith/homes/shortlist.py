"""Which homes could be a child's: those that the law lets, best fit first; and how many it refuses, for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from uuid import NAMESPACE_OID, uuid5

from kith.homes.queries.candidates import Candidate, candidates
from kith.homes.rules import Coming, Lives, against
from kith.homes.scores import Line, Offered, Wanted, lines, total

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Fits:
    """A lawful home, its points, and how many of the brothers and sisters it could take."""

    home: Candidate
    offered: Offered
    points: int

    def lines(self, child: Wanted) -> tuple[Line, ...]:
        """The points one by one, with reasons."""
        return lines(child, self.offered)


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The best that were found, of how many lawful ones; and for what others were refused (code to number)."""

    best: tuple[Fits, ...]
    lawful: int
    refused: dict[str, int]


def shortlist(
    child: Coming,
    wanted: Wanted,
    day: date,
    *,
    group: Sequence[Coming] = (),
    levels: Iterable[str] = (),
    most: int = SHOWN,
) -> Shortlist:
    """The homes with room that the law lets this child come to, best first.

    `group`: all who look together, child included.

    Three statements. The order among equals is by reference, so that the same facts give the same list.
    """
    together = list(group) or [child]
    found: list[Fits] = []
    refused: Counter[str] = Counter()
    for home in candidates(day, children=[each.id for each in together if each.id], levels=levels):
        there = strangers(home)
        why = against(home.law, [child], day, there=there)
        if why:
            refused.update(each.code for each in why)
            continue
        offer = offered(home, takes(home, child, together, day))
        found.append(Fits(home, offer, total(wanted, offer)))
    best = nlargest(most, sorted(found, key=lambda each: each.home.reference), key=lambda each: each.points)
    return Shortlist(tuple(best), len(found), dict(refused))


def takes(home: Candidate, child: Coming, together: Sequence[Coming], day: date) -> int:
    """How many of these brothers and sisters could come to a home that is lawful for one of them. At least one."""
    if len(together) == 1:
        return 1
    there = strangers(home)
    others = [each for each in together if each is not child]
    come = [child]
    for each in others:
        if len(come) < home.free and not against(home.law, [*come, each], day, there=there):
            come.append(each)
    return len(come)


def strangers(home: Candidate) -> list[Lives]:
    """Those who live there, as far as the number goes: who they are is not asked, so they are nobody's brother or

    sister.
    """
    return [Lives(uuid5(NAMESPACE_OID, str(n))) for n in range(home.there)]


def offered(home: Candidate, how_many: int) -> Offered:
    """The home as scores read it."""
    return Offered(
        home.id,
        home.free,
        home.skills,
        home.languages,
        home.faiths,
        home.cultures,
        home.lives_here,
        home.at,
        how_many,
    )
