"""Carrying codes: each once, by the one door of texts, to where it may go at that moment, in words that name nobody."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext

from kith.access.codes.secret import LASTS, code_of
from kith.access.models import SignInCode
from kith.access.permissions import Permission
from kith.core.action import action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.notify import Notify, NotifyError, set_up
from kith.core.tasks import SERVICES, regularly, task
from kith.design.language import ENGLISH
from kith.marked import marked

KEEPER = Actor(id=UUID("6b697468-0000-4000-8000-636f6465735f"), role="doorkeeper", channel="task")
SERVICES.add("doorkeeper", KEEPER)
CHANNELS = ("text", "email")
# Of no council, child or service, and nothing to press.
WORDS = marked("%(code)s is your code. It works once, for 10 minutes. Tell it to nobody.")
log = logging.getLogger(__name__)


def can_send(channel: str) -> bool:
    """Whether codes can go this way: by GOV.UK Notify; in the demonstration, without it, into its folder for mail."""
    return channel in CHANNELS and (set_up(channel) or _into_files())


def _into_files() -> bool:
    return not settings.NOTIFY.key and settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")


@action("access.carry_code")
def carry_code(*, by: Actor, code: UUID, now: datetime | None = None) -> None:
    """See if it has anywhere to go, and send it, once, if not too old. What did not go is tried again in its time."""
    checked()
    nothing_to_tell("one's own sign-in concerns nobody's story")
    at = now or timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_settle_code(%s)", [code])
    held = (
        SignInCode.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(id=code, choice__isnull=False, sent_at__isnull=True, made_at__gt=at - LASTS)
        .first()
    )
    if held is None:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT channel, value, language FROM access_code_goes(%s)", [held.choice_id])
        goes = cursor.fetchone()
    if goes is None or not can_send(goes[0]):
        return
    try:
        _send(held, *goes)
    except NotifyError as error:
        log.warning("A sign-in code did not go: %s.", error.why)
        return
    held.sent_at = at
    held.save(update_fields=["sent_at"])
    concerns([], code=str(held.id), channel=goes[0])


def _send(held: SignInCode, channel: str, value: str, language: str) -> None:
    with translation.override(language or ENGLISH):
        words = gettext(WORDS) % {"code": code_of(held.id)}
    if not set_up(channel):
        EmailMessage("Message", words, to=[value]).send()
        return
    with Notify() as door:
        # A try whose answer was lost may have gone: then it is there, and the code is still the same.
        if not door.there(str(held.id)):
            send = door.text if channel == "text" else door.email
            send(str(held.id), value, words)


@task("access.send_code", permission=Permission.WRITE_OWN_WORDS)
def send_code(*, by: Actor, persons: Sequence[UUID], code: UUID) -> None:
    """Send one code, at once."""
    carry_code(by=by, code=code)


@task("access.send_codes", permission=Permission.WRITE_OWN_WORDS)
def send_codes(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Queue again what did not go, while it is still of use."""
    somewhere = Q(choice__isnull=False) | ~Q(named="")
    waits = SignInCode.objects.filter(
        somewhere, sent_at__isnull=True, made_at__gt=timezone.now() - LASTS
    ).order_by("made_at")
    for each in waits.values_list("id", flat=True)[:200]:
        send_code.give(by=by, code=each)


regularly(send_codes, by=KEEPER, cron="* * * * *")
