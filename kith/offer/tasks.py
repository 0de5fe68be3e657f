"""Background work of this room: each morning, providers are asked whether what goes stale is still right."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.actor import Actor
from kith.core.tasks import SERVICES, nightly, task

log = logging.getLogger(__name__)
ASKER = Actor(id=UUID("6b697468-0000-4000-8000-00006f666665"), role="morning", channel="task")
SERVICES.add("directory", ASKER)


@task("offer.ask_providers", permission=Permission.KEEP_DIRECTORY, apart=True)
def ask_providers(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Send the emails that are due today, where mail can be sent at all: each its own, whatever becomes of others."""
    from kith.offer.actions.nudging import send_nudge, to_nudge

    if not settings.KITH_MAIL:
        return
    with acting(by):
        due = to_nudge(timezone.now())
    for service in due:
        try:
            with acting(by):
                send_nudge(by=by, service=service)
        except NotPermittedError as why:
            log.warning("A provider was not asked: %s", why)


nightly(ask_providers, by=ASKER, at="06:10")
