"""From episodes to the spans that the law knows: care, a home, police protection, placed for adoption.

Episodes under an agreed series of short breaks (V3, V4) are left out: SI 2010/959 regulation 48 changes the
duties for them. Source of the codes: the SSDA903 guide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet

from kith.care.models import Episode
from kith.law.facts import Fact

SHORT_BREAKS = ("V3", "V4")
ADOPTIVE_HOMES = frozenset({"A3", "A4", "A5", "A6"})
MAY_BE_PLACED = frozenset({"D1", "E1"})
POLICE_PROTECTION = "L1"
LEGAL_STATUS_ONLY = "L"


@dataclass
class SpanFacts:
    """Span facts by person, and when each last left care."""

    facts: list[Fact] = field(default_factory=list)
    care: dict[UUID, list[Fact]] = field(default_factory=dict)

    def all(self) -> Iterable[Fact]:
        """Every span fact."""
        return self.facts

    def left_care_on(self, person: UUID) -> date | None:
        """The end of the last period of care, or None if there is none or it still runs."""
        runs = self.care.get(person, [])
        return runs[-1].until if runs else None


def episodes_read(persons: Sequence[UUID]) -> QuerySet[Episode]:
    """The episodes that make spans."""
    return Episode.objects.filter(person_id__in=persons).exclude(legal_status__in=SHORT_BREAKS)


def span_facts(rows: Iterable[Episode]) -> SpanFacts:
    """The spans that these episodes make."""
    found = SpanFacts()
    for person, own in groupby(_in_order(rows), key=lambda row: row.person_id):
        episodes = list(own)
        care = list(_spans("looked_after", episodes, lambda _: True, _follows))
        found.care[person] = care
        found.facts += care
        found.facts += _spans("placement", episodes, lambda _: True, _same_home)
        found.facts += _spans("police_protection", episodes, _by_police, _follows)
        found.facts += _spans("placed_for_adoption", episodes, _with_adopters, _follows)
        found.facts += _authority(episodes, care)
    return found


def _in_order(rows: Iterable[Episode]) -> list[Episode]:
    """By person and day; of two that began on one day, the one that ended that day first."""
    return sorted(rows, key=lambda row: (row.person_id, row.started_on, row.ceased_on or date.max))


def _follows(before: Episode, after: Episode) -> bool:
    return before.ceased_on is not None and after.started_on <= before.ceased_on


def _same_home(before: Episode, after: Episode) -> bool:
    stayed = after.reason_new_episode == LEGAL_STATUS_ONLY or after.same_home_as_before is True
    return _follows(before, after) and stayed


def _by_police(episode: Episode) -> bool:
    return episode.legal_status == POLICE_PROTECTION


def _with_adopters(episode: Episode) -> bool:
    return episode.placement_type in ADOPTIVE_HOMES


def _spans(
    kind: str,
    episodes: Sequence[Episode],
    counts: Callable[[Episode], bool],
    joined: Callable[[Episode, Episode], bool],
) -> Iterator[Fact]:
    """One fact for each unbroken run of the episodes that count."""
    run: list[Episode] = []
    for episode in episodes:
        if run and counts(episode) and joined(run[-1], episode):
            run.append(episode)
            continue
        if run:
            yield _fact(kind, run)
        run = [episode] if counts(episode) else []
    if run:
        yield _fact(kind, run)


def _fact(kind: str, run: Sequence[Episode]) -> Fact:
    first, last = run[0], run[-1]
    detail = {"legal_status": first.legal_status, "placement_type": first.placement_type}
    return Fact(
        kind,
        first.person_id,
        first.started_on,
        last.ceased_on,
        ref=f"{kind}:{first.id}",
        detail=detail,
        known=first.recorded_at,
    )


def _authority(episodes: Sequence[Episode], care: Sequence[Fact]) -> Iterator[Fact]:
    """From the first freeing or placement order in a period of care to the end of that period."""
    for period in care:
        first = next((e for e in episodes if e.legal_status in MAY_BE_PLACED and _within(e, period)), None)
        if first is not None:
            ref = f"authority:{first.id}"
            yield Fact(
                "authority_to_place",
                period.person,
                first.started_on,
                period.until,
                ref,
                known=first.recorded_at,
            )


def _within(episode: Episode, period: Fact) -> bool:
    return period.on <= episode.started_on and (period.until is None or episode.started_on <= period.until)
