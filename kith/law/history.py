"""The facts of one person, sorted and looked up by kind, as they stood on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from kith.law import fact_kinds, worked_out
from kith.law.facts import LATEST, Fact
from kith.law.register.duty import Match


class History:
    """One person's facts as at a day. No fact after that day is in it."""

    def __init__(self, facts: Iterable[Fact], as_at: date) -> None:
        """Raises ValueError for a kind of fact that fact_kinds.toml does not list."""
        self.as_at = as_at
        self._by_kind: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            if _in_sight(fact, as_at):
                self._by_kind[fact.kind].append(_clipped(fact, as_at))
        self._work_out()
        for found in self._by_kind.values():
            found.sort(key=in_order)

    def of(self, kind: str) -> list[Fact]:
        """Facts of a kind, earliest first."""
        return self._by_kind.get(kind, [])

    def matching(self, matches: Iterable[Match], ref: str | None) -> list[Fact]:
        """Facts that fit any of the matches, earliest first; with a ref, only those of the same matter."""
        found = [
            fact
            for match in matches
            for fact in self.of(match.fact)
            if (ref is None or fact.ref == ref) and fits(fact.detail, match.where)
        ]
        found.sort(key=in_order)
        return found

    def born(self) -> date | None:
        """The date of birth (of several, the latest), or None if the record does not hold it."""
        births = self.of("birth")
        return births[-1].on if births else None

    def _work_out(self) -> None:
        care = self._by_kind["looked_after"]
        self._by_kind["care_year"] = list(worked_out.care_years(care, self.as_at))
        self._by_kind["care_leaver_birthday"] = list(
            worked_out.care_leaver_birthdays(self.of("care_leaver"), self.of("birth"), care, self.as_at)
        )


def in_order(fact: Fact) -> tuple[date, date, str, str]:
    """The order of facts: by day, then by end, so that the same facts told in any order are judged alike."""
    return fact.on, fact.until or LATEST, fact.kind, fact.ref


def fits(detail: Mapping[str, str], where: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether details of a fact say, for each key, one of the values wanted."""
    return all(detail.get(key, "") in wanted for key, wanted in where.items())


def _in_sight(fact: Fact, as_at: date) -> bool:
    kind = fact_kinds.known().get(fact.kind)
    if kind is None:
        raise ValueError(f"{fact.kind!r} is not a kind of fact listed in fact_kinds.toml: add it there.")
    return kind.planned or fact.on <= as_at


def _clipped(fact: Fact, as_at: date) -> Fact:
    """An end that still lies ahead is not known yet: the span goes on."""
    if fact.until is None or fact.until <= as_at or fact_kinds.known()[fact.kind].fixed:
        return fact
    return replace(fact, until=None)
