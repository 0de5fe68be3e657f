"""Figures for managers and funders over any span of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from statistics import median

from django.conf import settings
from django.db.models import Count, Q, Sum

from kith.advice.models import Channel, Contact, Outcome, State, Topic, UnmetReason
from kith.advice.opening.clock import LONDON


@dataclass(frozen=True, slots=True)
class Counted:
    """One line: of how many who asked, what became of them."""

    name: str
    asked: int
    answered: int
    abandoned: int
    unmet: int
    waiting: int

    @property
    def unmet_share(self) -> int:
        """Of a hundred who asked, those whom we did not help."""
        return round(100 * (self.unmet + self.abandoned) / self.asked) if self.asked else 0


@dataclass(frozen=True, slots=True)
class Figures:
    """All of a span. `cost`: pounds for one answer; `wait`: median minutes until an adviser took it; None: not known."""

    whole: Counted
    channels: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    reasons: tuple[tuple[str, int], ...]
    outcomes: tuple[tuple[str, int], ...]
    minutes: int
    cost: float | None
    wait: float | None
    introduced: int = 0


def figures(first: date, last: date) -> Figures:
    """Everybody who asked from the first day to the last, both counted. Seven statements."""
    begins = datetime.combine(first, time(), LONDON)
    ends = datetime.combine(last, time.max, LONDON)
    asked = Contact.objects.filter(asked_at__gte=begins, asked_at__lte=ends)
    whole = _counted("", asked.aggregate(**_COUNTS))
    minutes = asked.aggregate(n=Sum("minutes"))["n"] or 0
    waits = [
        (taken - begun).total_seconds() / 60
        for begun, taken in asked.filter(taken_at__isnull=False).values_list("asked_at", "taken_at")
        if taken
    ]
    return Figures(
        whole=whole,
        channels=_by("channel", Channel, asked),
        topics=_by("topic", Topic, asked),
        reasons=_named(
            UnmetReason, asked.filter(state=State.UNMET).values_list("unmet_reason").annotate(n=Count("id"))
        ),
        outcomes=_named(Outcome, asked.exclude(outcome="").values_list("outcome").annotate(n=Count("id"))),
        minutes=minutes,
        cost=round(minutes / 60 * settings.ADVICE_HOUR_COSTS / whole.answered, 2) if whole.answered else None,
        wait=round(median(waits), 1) if waits else None,
        introduced=asked.filter(introduced=True).count(),
    )


_COUNTS = {
    "asked": Count("id"),
    "answered": Count("id", filter=Q(state=State.ANSWERED)),
    "abandoned": Count("id", filter=Q(state=State.ABANDONED)),
    "unmet": Count("id", filter=Q(state=State.UNMET)),
    "waiting": Count("id", filter=Q(state__in=[State.WAITING, State.TAKEN])),
}


def _by(field: str, names: type[Channel] | type[Topic], asked: object) -> tuple[Counted, ...]:
    rows = asked.values(field).annotate(**_COUNTS).order_by("-asked", field)  # type: ignore[attr-defined]
    return tuple(_counted(str(names(row[field]).label), row) for row in rows)


def _counted(name: str, row: dict[str, int]) -> Counted:
    return Counted(name, **{each: int(row[each]) for each in _COUNTS})


def _named(names: type[UnmetReason] | type[Outcome], rows: object) -> tuple[tuple[str, int], ...]:
    found = sorted(rows, key=lambda row: (-row[1], row[0]))  # type: ignore[call-overload]
    return tuple((str(names(code).label), number) for code, number in found)
