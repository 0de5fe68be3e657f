"""The hours as they are kept, for the pages that say them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kith.advice.models import Channel, Hours, SpecialDay
from kith.advice.opening.clock import LONDON, Opening, Rota, Span, Special


@dataclass(frozen=True, slots=True)
class Line:
    """One way of reaching the service: how it stands now, and its hours in the coming week."""

    channel: Channel
    now: Opening
    week: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One day's stretches, each as it opens and closes, and what is special about it."""

    day: date
    stretches: tuple[tuple[datetime, datetime], ...]
    why: str


def rotas(today: date) -> Mapping[str, Rota]:
    """Every way's rota from a day on. Two statements."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for each in Hours.objects.filter(during__endswith__isnull=True) | Hours.objects.filter(
        during__endswith__gt=today
    ):
        first = each.during.lower or date.min
        spans[each.channel].append(Span(each.weekday, each.opens, each.closes, first, each.during.upper))
    special: dict[str, dict[date, Special]] = defaultdict(dict)
    for day in SpecialDay.objects.filter(day__gte=today):
        special[day.channel][day.day] = Special(day.opens, day.closes, day.why)
    return {channel: Rota(spans[channel], special[channel]) for channel in Channel.values}


def lines(moment: datetime) -> list[Line]:
    """How every way stands at a moment, and its coming week. Two statements."""
    today = moment.astimezone(LONDON).date()
    found = rotas(today)
    return [
        Line(
            Channel(channel), rota.at(moment), tuple(_day(rota, today + timedelta(days=n)) for n in range(7))
        )
        for channel, rota in found.items()
        if rota.spans
    ]


def is_open(channel: Channel, moment: datetime) -> bool:
    """Whether one way is answered at a moment. Two statements."""
    return rotas(moment.astimezone(LONDON).date())[channel].at(moment).is_open


def _day(rota: Rota, day: date) -> Day:
    stretches = tuple((a.astimezone(LONDON), b.astimezone(LONDON)) for a, b in rota.on(day))
    return Day(day, stretches, rota.why(day))
