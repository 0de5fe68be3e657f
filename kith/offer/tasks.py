"""Background work of this room: at night other directories are read, in the morning providers are asked."""

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


@task("offer.read_feeds", permission=Permission.KEEP_DIRECTORY, apart=True)
def read_feeds(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Read every feed whose time has come, each by itself, whatever becomes of others."""
    from kith.offer.feeds.pages import FeedError
    from kith.offer.feeds.run import due_feeds, read_feed

    with acting(by):
        due = due_feeds(timezone.now())
    for name, address in due:
        try:
            report = read_feed(by=by, name=name, source=address)
            log.info("A feed was read: %s records, %s refused.", report["read"], len(report["refused"]))
        except FeedError:
            log.warning("A feed could not be read; the board of the directory says why.")


nightly(ask_providers, by=ASKER, at="06:10")
nightly(read_feeds, by=ASKER, at="01:40")
