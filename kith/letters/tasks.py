"""Background work of this room: every minute, what waits for GOV.UK Notify is carried, each in its own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core.actor import Actor
from kith.core.tasks import SERVICES, regularly, task
from kith.letters.actions import carry_on
from kith.letters.models import Delivery, State

POSTMAN = Actor(id=UUID("6b697468-0000-4000-8000-706f73746d61"), role="postman", channel="task")
SERVICES.add("postman", POSTMAN)
AT_ONCE = 200


@task("letters.carry_one", permission=Permission.RELEASE)
def carry_one(*, by: Actor, persons: Sequence[UUID], delivery: UUID) -> None:
    """Carry one thing, if it still waits."""
    carry_on(by=by, delivery=delivery)


@task("letters.carry_all", permission=Permission.RELEASE)
def carry_all(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Put what waits into the queue. What is there twice is carried once."""
    waits = Delivery.objects.filter(state__in=[State.WAITS, State.ACCEPTED], next_at__lte=timezone.now())
    for each in waits.order_by("next_at", "id").values_list("id", flat=True)[:AT_ONCE]:
        carry_one.give(by=by, delivery=each)


regularly(carry_all, by=POSTMAN, cron="* * * * *")
