"""For Today: somebody was to be asked alone after a family meeting, and the two working days are over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils import timezone

from kith.core.asked import Asked
from kith.core.reads import AS_IT_IS, DAY, ID, Called
from kith.decisions.due import check_by
from kith.design.dates import plain_date, today


def checks_read() -> Called:
    """To the meeting's coordinator, and to a manager of the family: whom nobody asked yet."""
    return Called(
        "SELECT meeting, network, name, held_on, mine, child FROM decisions_checks_late()",
        (ID, ID, AS_IT_IS, DAY, AS_IT_IS, ID),
    )


def late_from(rows: Iterable[Sequence[Any]]) -> list[Asked]:
    """From the rows of `checks_read`, those whose two working days are over."""
    found = []
    for meeting, network, name, held_on, mine, child in rows:
        if (due := check_by(held_on)) >= today() or (not mine and child is None):
            continue
        href = (
            reverse("coordinating_person", args=[meeting, network])
            if mine
            else reverse("family_meetings", args=[child])
        )
        says = "Ask them today." if mine else "Ring the coordinator: it cannot wait for them to be back."
        at = timezone.make_aware(datetime.combine(due, time()))
        found.append(
            Asked(
                f"Nobody asked {name} alone after the family’s meeting",
                href,
                f"The meeting was held on {plain_date(held_on)}. {says}",
                at,
            )
        )
    return found
