"""A worker's own reminders: make, renew and switch off the calendar's address; ask for the morning message or not."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from kith.access.models import Account, CalendarFeed, MorningMessage
from kith.access.reminders.secret import digest_of, make_secret
from kith.access.roles import role_named
from kith.core.action import NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor

OWN = "a worker's own reminders concern nobody's story"
NO_MAIL = "Mail is not set up here, so nothing can be sent. Ask your administrator."
NO_ADDRESS = (
    "Your sign-in name is not an email address, so there is nowhere to send it. Ask your administrator."
)


@action("access.make_calendar")
def make_calendar(*, by: Actor) -> str:
    """Make the actor's calendar address, or a new one in place of the old, which stops at once; its secret.

    Raises NotPermittedError for a family's account.
    """
    _staff(by)
    secret, now = make_secret(), timezone.now()
    fresh = {"digest": digest_of(secret), "made_at": now, "ended_at": None}
    _feed, made = CalendarFeed.objects.update_or_create(
        account_id=by.id, defaults=fresh, create_defaults=fresh | {"recorded_by": by.id}
    )
    concerns([], renewed=not made)
    return secret


@action("access.end_calendar")
def end_calendar(*, by: Actor) -> None:
    """Switch the actor's calendar off: its address leads nowhere from now on. Off already stays off."""
    _staff(by)
    CalendarFeed.objects.filter(account_id=by.id, ended_at__isnull=True).update(ended_at=timezone.now())


@action("access.want_morning_message")
def want_morning_message(*, by: Actor, wanted: bool) -> None:
    """Have the morning message sent from the next working day on, or not any more.

    Raises NotPermittedError for a family's account, where no mail can be sent, and where the sign-in name is no
    email address.
    """
    _staff(by)
    if wanted and not settings.KITH_MAIL:
        raise NotPermittedError(NO_MAIL)
    if wanted and not has_address(Account.objects.get(pk=by.id)):
        raise NotPermittedError(NO_ADDRESS)
    MorningMessage.objects.update_or_create(
        account_id=by.id,
        defaults={"wanted": wanted},
        create_defaults={"wanted": wanted, "recorded_by": by.id},
    )
    concerns([], wanted=wanted)


def has_address(account: Account) -> bool:
    """Whether the name that an account signs in with is an email address."""
    try:
        validate_email(account.login)
    except ValidationError:
        return False
    return True


def _staff(by: Actor) -> None:
    if role_named(by.role).family:
        raise NotPermittedError("Reminders are for staff.")
    checked()
    nothing_to_tell(OWN)
