"""Background work of this room: each morning, providers are asked whether what goes stale is still right."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core.actor import Actor
from kith.core.tasks import SERVICES, nightly, task

ASKER = Actor(id=UUID("6b697468-0000-4000-8000-00006f666665"), role="morning", channel="task")
SERVICES.add("directory", ASKER)


@task("offer.ask_providers", permission=Permission.KEEP_DIRECTORY)
def ask_providers(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Send the emails that are due today, where mail can be sent at all."""
    from kith.offer.actions.nudging import send_nudge, to_nudge

    if settings.KITH_MAIL:
        for service in to_nudge(timezone.now()):
            send_nudge(by=by, service=service)


nightly(ask_providers, by=ASKER, at="06:10")
