"""The phone or e-mail address that somebody chose for messages from us: what there is, recording it, and ending it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.family_accounts.queries import shared_channels
from kith.access.models import OwnRoute
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.text import safe_text
from kith.people.models import ContactPoint
from kith.people.models.address import ContactChannel, Safety

CHANNELS = (ContactChannel.TEXT, ContactChannel.EMAIL)


@dataclass(frozen=True, slots=True)
class Route:
    """One that holds today. `channel` is "text" or "email"; `how`: who else sees it, for staff."""

    id: UUID
    contact: UUID
    channel: str
    value: str
    seen_on: date
    how: str


def routes_of(ids: Sequence[UUID]) -> list[Route]:
    """What these ids of one person chose and is still safe, as far as the reader may know it. Two queries.

    None by a way that they last said, in private, somebody else sees.
    """
    found = OwnRoute.objects.filter(
        person_id__in=list(ids),
        ended_at__isnull=True,
        contact__channel__in=_theirs(ids),
        contact__safety=Safety.SAFE,
        contact__during__contains=today(),
    )
    return [
        Route(
            each.id, each.contact_id, each.contact.channel, each.contact.value, each.seen_on,
            each.how,
        )
        for each in found.select_related("contact").order_by("contact__channel", "contact__value")
    ]  # fmt: skip


def _theirs(ids: Sequence[UUID]) -> list[ContactChannel]:
    shared = shared_channels(ids)
    return [each for each in CHANNELS if each.value not in shared]


@dataclass(frozen=True, slots=True)
class MyRoute:
    """One's own, as its owner is shown it: where to."""

    id: UUID
    value: str


def my_routes() -> list[MyRoute]:
    """Where the actor, of a family, is sent messages. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, value FROM access_my_routes()")
        return [MyRoute(*row) for row in cursor.fetchall()]


def could_be(ids: Sequence[UUID]) -> list[ContactPoint]:
    """Safe numbers for texts and e-mail addresses that nobody asked about yet. Two queries.

    None by a way that they last said, in private, somebody else sees.
    """
    found = ContactPoint.objects.filter(
        person_id__in=list(ids), channel__in=_theirs(ids), safety=Safety.SAFE, during__contains=today()
    )
    asked = OwnRoute.objects.filter(ended_at__isnull=True).values("contact_id")
    return list(found.exclude(id__in=asked).order_by("channel", "value"))


@action("access.record_own_route")
def record_own_route(
    *, by: Actor, persons: Sequence[UUID], contact: UUID, seen_on: date, how: str
) -> OwnRoute:
    """They chose it, asked alone, who else sees it. `persons`: all ids of the person.

    Raises CannotBeError: for no word of who else sees it, a day to come; NotPermittedError for a
    contact point that is not theirs, not safe, or chosen already.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=persons[:1])
    found = next((each for each in could_be(persons) if each.id == contact), None)
    if found is None:
        raise NotPermittedError("Choose a number or address of theirs that is recorded as safe.")
    if not (said := safe_text(how).strip()[:300]):
        raise CannotBeError("Say who else sees it, as they told you.", field="how")
    if seen_on > today():
        raise CannotBeError("This day is still to come.", field="seen_on")
    made = OwnRoute(
        person_id=found.person_id, contact=found, seen_on=seen_on, how=said,
        recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    concerns(persons, route=str(made.id), channel=found.channel)
    tell.tell(by=by, about=persons[:1], title="They chose to be sent messages, after they were asked alone")
    return made


@action("access.end_own_route")
def end_own_route(*, by: Actor, persons: Sequence[UUID], route: UUID) -> None:
    """A worker ends it. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.RELEASE, persons=persons[:1])
    ended = OwnRoute.objects.filter(id=route, person_id__in=list(persons), ended_at__isnull=True)
    if not ended.update(ended_at=timezone.now()):
        raise NotPermittedError("There was nothing to end.")
    concerns(persons, route=str(route))
    tell.tell(by=by, about=persons[:1], title="They are sent no more messages")


@action("access.end_my_route")
def end_my_route(*, by: Actor, route: UUID) -> None:
    """Its owner ends it. Raises NotPermittedError."""
    checked()
    nothing_to_tell("what one is sent oneself concerns nobody's story")
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_end_my_route(%s)", [route])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("There was nothing to end.")
    concerns([], route=str(route))
