"""For Today: whom somebody is kept apart from is to be looked at again. Until somebody does, it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID

from django.utils import timezone

from kith.access.apart import reviews_due
from kith.core.asked import Asked
from kith.design.dates import plain_date


def reviews_of(_account: UUID, _persons: Sequence[UUID]) -> list[Asked]:
    """What waits for the actor, their people or their team. One statement."""
    return [
        Asked(
            f"Look again at who is kept apart from {each.name or 'somebody whose record is not open to you'}",
            f"/people/{each.person}/kept-apart/",
            f"Due since {plain_date(each.review_on)}. {each.author or 'A colleague'} decided it. It goes on until"
            " somebody decides otherwise.",
            timezone.make_aware(datetime.combine(each.review_on, time())),
        )
        for each in reviews_due()
    ]
