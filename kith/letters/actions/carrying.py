"""Carrying by GOV.UK Notify: sent once, whoever tries and however often, then asked after until it is known."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.files import FileStoreError
from kith.core.notify import ARRIVED, NOT_ARRIVED, Notify, NotifyError, set_up
from kith.letters.models import Carried, Delivery, State, Why
from kith.story.files import store

GIVES_UP = timedelta(hours=24)  # nobody takes it: a person has to act
NO_WORD = timedelta(days=7)  # Notify itself forgets after these
LONGEST_WAIT = timedelta(hours=1)
# Of no council, child or service, and nothing to press: https links are what swindlers send.
SOMETHING_TO_READ = "There is something new for you to read. Sign in the way you usually do."


@action("letters.carry_on")
def carry_on(*, by: Actor, delivery: UUID, now: datetime | None = None) -> None:
    """Send it if it waits, ask after it if it was taken; a failure is kept, not raised. Nobody else does at once."""
    checked()
    nothing_to_tell("how it stands is on the letter's page; that it left is on the story")
    at = now or timezone.now()
    held = (
        Delivery.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("sending")
        .filter(id=delivery, state__in=[State.WAITS, State.ACCEPTED], next_at__lte=at)
        .first()
    )
    if held is None:
        return
    if held.state == State.WAITS:
        _try(held, at)
    else:
        _ask(held, at)
    held.save(update_fields=["state", "why", "notify_id", "tries", "next_at", "state_at"])
    concerns([held.person_id], delivery=str(held.id), state=held.state, why=held.why, tries=held.tries)


def _try(held: Delivery, at: datetime) -> None:
    if why := _held_back(held):
        _stands(held, State.FAILED, at, why)
        return
    held.tries += 1
    try:
        held.notify_id = _sent(held)
    except NotifyError as error:
        if error.again and at < held.recorded_at + GIVES_UP:
            held.why, held.next_at = (
                error.why,
                at + min(LONGEST_WAIT, timedelta(minutes=2 ** min(held.tries, 6))),
            )
        else:
            _stands(held, State.FAILED, at, error.why)
    except FileStoreError:
        _stands(held, State.FAILED, at, Why.FILE)
    else:
        _stands(held, State.ACCEPTED, at, "", again=at + timedelta(minutes=5))


def _held_back(held: Delivery) -> str:
    """The check before it left, asked again: somebody may be kept apart since, or a way not safe any more."""
    if not set_up("postage" if held.by == Carried.POST else held.by):
        return Why.OFF
    with connection.cursor() as cursor:
        cursor.execute("SELECT letters_held_back(%s)", [held.id])
        return str(cursor.fetchone()[0])


def _sent(held: Delivery) -> UUID:
    reference = str(held.id)
    with Notify() as door:
        # A try whose answer was lost, or that was rolled back here, may have gone: then it is there.
        if there := door.there(reference):
            return there
        if held.by == Carried.POST:
            return door.letter(reference, b"".join(store().open(held.sending.file)))
        send = door.text if held.by == Carried.TEXT else door.email
        return send(reference, held.goes_to, SOMETHING_TO_READ)


def _ask(held: Delivery, at: datetime) -> None:
    late = at >= held.state_at + NO_WORD
    try:
        with Notify() as door:
            status = door.status(held.notify_id) if held.notify_id and set_up() else ""
    except NotifyError:
        status = "unknown"
    if status in ARRIVED:
        _stands(held, State.DELIVERED, at, "")
    elif status in NOT_ARRIVED:
        _stands(held, State.FAILED, at, NOT_ARRIVED[status])
    elif late or not status:
        _stands(held, State.FAILED, at, Why.NO_WORD)
    else:
        held.next_at = at + max(timedelta(minutes=5), min(timedelta(hours=6), at - held.state_at))


def _stands(held: Delivery, state: State, at: datetime, why: str, *, again: datetime | None = None) -> None:
    held.state, held.state_at, held.why, held.next_at = state, at, why, again


@action("letters.know_it_failed")
def know_it_failed(*, by: Actor, delivery: UUID) -> Delivery:
    """A worker says that they know, and see to it: it leaves Today. Raises NotPermittedError."""
    found = Delivery.objects.filter(id=delivery, state=State.FAILED, seen_at__isnull=True).first()
    if found is None:
        raise NotPermittedError("There is nothing here that failed.")
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.person_id])
    found.seen_at, found.seen_by = timezone.now(), by.id
    found.save(update_fields=["seen_at", "seen_by"])
    nothing_to_tell("that it failed is on the letter's page")
    concerns([found.person_id], delivery=str(found.id))
    return found
