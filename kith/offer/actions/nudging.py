"""Asking a provider whether a service is still right: an email with a link that needs no account."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from kith.access.permissions import Permission
from kith.access.reminders.secret import digest_of, make_secret
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.dates import plain_date
from kith.offer.actions.publishing import NOBODYS
from kith.offer.freshness import SOON
from kith.offer.models import Nudge, Service

log = logging.getLogger(__name__)
AGAIN = 14
"""Days between two emails about one service."""
GIVES_UP = 3
"""So many unanswered emails, and a person has to ring."""
PERMANENT = 500
"""Answers of a mail server from here on mean never (RFC 5321, 4.2.1)."""
SUBJECT = "Is this still right?"
BODY = """People find "{name}" in the council's directory of services.

{stands}

Is everything there still right? Open this page and press one button. You need no account:
{link}

Something has changed? The same page says how to tell us.
"""


def to_nudge(now: datetime) -> Sequence[UUID]:
    """Published services that are stale, or soon, whose provider was not asked lately. One statement."""
    asked = Nudge.objects.filter(service=OuterRef("pk"), sent_at__gt=now - timedelta(days=AGAIN)).exclude(
        refused_at__isnull=False, answered_at__isnull=False
    )
    waiting = Nudge.objects.filter(
        service=OuterRef("pk"), answered_at__isnull=True, sent_at__gt=now - timedelta(days=120)
    )
    third = waiting.order_by("-sent_at").values("id")[GIVES_UP - 1 : GIVES_UP]
    found = Service.objects.filter(
        published=True, stale_after__lte=timezone.localdate(now) + timedelta(days=SOON)
    ).exclude(provider_email="")
    return list(
        found.filter(~Exists(asked), ~Exists(third))
        .order_by("stale_after", "id")
        .values_list("id", flat=True)
    )


@action("offer.send_nudge")
def send_nudge(*, by: Actor, service: UUID, now: datetime | None = None) -> bool:
    """Send the email of one service; whether it went: what did not go leaves nothing, and is tried the next day. An
    address that refuses it for good counts as asked: it is tried again after a fortnight, and then a person rings.

    The link holds for sixty days, and its secret is not kept.

    Raises NotPermittedError where there is no provider's address, or no public address of our own to send people to.
    """
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    row = Service.objects.filter(id=service, published=True).exclude(provider_email="").first()
    if row is None:
        raise NotPermittedError("It is not shown, or there is nobody to ask by email.")
    if not settings.CSRF_TRUSTED_ORIGINS:
        raise NotPermittedError("No address of our own is set (KITH_ORIGINS): a link would lead nowhere.")
    secret = make_secret()
    concerns([], service=service)
    stands = (
        f"It was last checked on {plain_date(row.assured_on)}."
        if row.assured_on
        else "Nobody has checked it yet."
    )
    body = BODY.format(
        name=row.name,
        stands=stands,
        link=f"{settings.CSRF_TRUSTED_ORIGINS[0]}/directory/still-right/{secret}/",
    )
    letter = EmailMessage(
        SUBJECT, body, to=[row.provider_email], headers={"Auto-Submitted": "auto-generated"}
    )
    try:
        # Written before it is sent: no email goes out whose link could not be kept.
        with transaction.atomic():
            Nudge.objects.create(service=row, digest=digest_of(secret), sent_at=now or timezone.now())
            letter.send()
    except SMTPRecipientsRefused as error:
        if all(code >= PERMANENT for code, _ in error.recipients.values()):
            at = now or timezone.now()
            Nudge.objects.create(service=row, digest=digest_of(make_secret()), sent_at=at, refused_at=at)
        log.warning("A provider's address did not take our email.")
        return False
    except (OSError, SMTPException) as error:
        log.warning("A provider was not asked: %s; it is tried again tomorrow.", type(error).__name__)
        return False
    return True
