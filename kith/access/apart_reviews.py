"""For Today: whom somebody is kept apart from is to be looked at again. Until somebody does, it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from django.utils import timezone

from kith.access.apart import ReviewDue
from kith.core.asked import Asked
from kith.design.dates import plain_date


def reviews_from(rows: Iterable[Sequence[Any]]) -> list[Asked]:
    """What waits for the actor, their people or their team, from the rows of `reviews_read`."""
    return [
        Asked(
            f"Look again at who is kept apart from {each.name or 'somebody whose record is not open to you'}",
            f"/people/{each.person}/kept-apart/",
            f"Due since {plain_date(each.review_on)}. {each.author or 'A colleague'} decided it. It goes on until"
            " somebody decides otherwise.",
            timezone.make_aware(datetime.combine(each.review_on, time())),
        )
        for each in (ReviewDue(*row) for row in rows)
    ]
