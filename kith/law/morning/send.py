"""Sending one worker's message of one morning: once, whoever tries, and again when mail fails (docs/adr/0121)."""

from __future__ import annotations

import logging
from datetime import datetime
from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from kith.access.models import Account, MorningSent
from kith.access.models.reminders import MorningOutcome
from kith.core.action import action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.law.morning.counts import Counts, counts

log = logging.getLogger(__name__)
BEGINS, GIVES_UP = 7, 12  # hours in London
SUBJECT = "Your day in Kith"
BODY = """{counts}.

Sign in to Kith to see what and for whom{where}.

This message names nobody. To stop it, go to "My sign-in", then "My reminders".
"""


@action("law.send_morning")
def send_morning(*, by: Actor, morning: UUID, now: datetime | None = None) -> None:
    """Send one morning's message if it still waits and nobody else is sending it. A failure is kept, not raised."""
    checked()
    nothing_to_tell("counts alone, to the worker whose they are")
    at = timezone.localtime(now)
    held = (
        MorningSent.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("account")
        .filter(id=morning, outcome=MorningOutcome.WAITS)
        .first()
    )
    if held is None:
        return
    held.outcome = _outcome(held, at)
    held.tries, held.last_tried_at = held.tries + 1, at
    held.save(update_fields=["outcome", "tries", "last_tried_at"])
    concerns([], morning=str(morning), outcome=held.outcome, tries=held.tries)


def _outcome(held: MorningSent, at: datetime) -> MorningOutcome:
    account = held.account
    found = counts(account.id, account.role, held.day)
    if not found or account.is_family or not account.open_on(held.day):
        return MorningOutcome.NOTHING
    try:
        _mail(account, held, found)
    except (OSError, SMTPException) as error:
        late = at.hour >= GIVES_UP or at.date() > held.day
        level, then = (logging.ERROR, "given up") if late else (logging.WARNING, "to be tried again")
        log.log(level, "A morning message was not sent: %s; %s.", type(error).__name__, then)
        return MorningOutcome.FAILED if late else MorningOutcome.WAITS
    return MorningOutcome.SENT


def _mail(account: Account, held: MorningSent, found: Counts) -> None:
    origins = settings.CSRF_TRUSTED_ORIGINS
    body = BODY.format(counts=found, where=f": {origins[0]}/" if origins else "")
    # The same name at each try: a mail server that took it already can tell that it is the same.
    headers = {"Message-ID": f"<{held.id}@kith>", "Auto-Submitted": "auto-generated"}
    EmailMessage(SUBJECT, body, to=[account.login], headers=headers).send()
