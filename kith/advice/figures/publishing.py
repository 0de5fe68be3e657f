"""A quarter is published four weeks after its end, as a whole, and never again: what is put right later moves no number.

Nobody can be told from it. Whoever was not answered by then was not helped, so that two numbers make the whole; where
either is of fewer than ten, neither is shown. Reasons of fewer than ten stand together, with as many
more as make ten of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from kith.advice.models import Contact, PublishedQuarter, PublishedReason, State
from kith.advice.opening.clock import LONDON
from kith.advice.permissions import may
from kith.core.action import action, concerns
from kith.core.actor import Actor

AFTER = timedelta(days=28)
FEW = 10
WENT, REST = "went", "rest"


@dataclass(frozen=True, slots=True)
class Shown:
    """What everybody may read of a quarter; None: not shown."""

    asked: int | None
    answered: int | None
    unmet: int | None
    reasons: dict[str, int]


def shown(asked: int, answered: int, reasons: Mapping[str, int]) -> Shown:
    """Of so many who asked so many were answered; `reasons`: why others were not, as far as it is known."""
    unmet = asked - answered
    if asked < FEW:
        return Shown(None, None, None, {})
    if 0 < answered < FEW or 0 < unmet < FEW:
        return Shown(asked, None, None, {})
    kept = {reason: number for reason, number in reasons.items() if number >= FEW}
    rest = unmet - sum(kept.values())
    while 0 < rest < FEW and kept:
        least = min(kept, key=lambda each: (kept[each], each))
        rest += kept.pop(least)
    return Shown(asked, answered, unmet, kept | ({REST: rest} if rest >= FEW else {}))


@action("advice.publish_quarters")
def publish(*, by: Actor) -> int:
    """Publish what is four weeks over and was not yet; how many quarters."""
    may(by, "publish quarters that are over", "how many asked is on nobody's timeline")
    made = publish_over(timezone.localdate())
    concerns([], quarters=made)
    return made


def publish_over(today: date, using: str = "default") -> int:
    """The same for a day, over a connection that may read whoever asked."""
    first_ever = Contact.objects.using(using).order_by("asked_at").values_list("asked_at", flat=True).first()
    if first_ever is None:
        return 0
    done = set(PublishedQuarter.objects.using(using).values_list("first", flat=True))
    quarter, made = quarter_of(first_ever.astimezone(LONDON).date()), 0
    while next_quarter(quarter) + AFTER <= today:
        if quarter not in done:
            _publish(quarter, using)
            made += 1
        quarter = next_quarter(quarter)
    return made


def _publish(first: date, using: str) -> None:
    begins, ends = (datetime.combine(each, time(), LONDON) for each in (first, next_quarter(first)))
    asked = answered = 0
    reasons: Counter[str] = Counter()
    rows = Contact.objects.using(using).filter(asked_at__gte=begins, asked_at__lt=ends)
    for state, reason in rows.values_list("state", "unmet_reason"):
        asked += 1
        answered += state == State.ANSWERED
        if state in {State.UNMET, State.ABANDONED}:
            reasons[WENT if state == State.ABANDONED else reason] += 1
    found = shown(asked, answered, reasons)
    with transaction.atomic(using=using):
        PublishedQuarter(
            first=first,
            asked=found.asked,
            answered=found.answered,
            unmet=found.unmet,
            published_at=timezone.now(),
        ).save(using=using, force_insert=True)
        PublishedReason.objects.using(using).bulk_create(
            PublishedReason(quarter_id=first, reason=reason, number=number)
            for reason, number in found.reasons.items()
        )


def quarter_of(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def next_quarter(first: date) -> date:
    """The first day of the quarter after."""
    return quarter_of(first + timedelta(days=100))
