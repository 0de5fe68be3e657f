"""The public copy of a service: made, made anew, taken away. Written nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import connection
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.offer.models import Published, Service, Spot, Status, Word
from kith.offer.oruk.documents import Document, document_of, texts
from kith.offer.oruk.schema import faults
from kith.offer.terms import by_code
from kith.offer.words import OLDEST

NOBODYS = "services concern nobody's story"
_WORDS = re.compile(r"[a-z]{3,40}")
_SPOT = """
INSERT INTO offer_spot (id, service_id, place, name, first, confidential, at, words)
VALUES (%s, %s, %s, %s, %s, %s, point(%s, %s),
        to_tsvector('english', %s) || to_tsvector('simple', %s) || array_to_tsvector(%s::text[]))
"""

# A word goes when a search for it finds nothing; those that searches pass over, such as "the", stay.
_GONE = """
DELETE FROM offer_word w WHERE w.word = ANY (%s) AND numnode(websearch_to_tsquery('english', w.word)) > 0
   AND NOT EXISTS (SELECT 1 FROM offer_spot s
                    WHERE s.words @@ (websearch_to_tsquery('english', w.word) || websearch_to_tsquery('simple', w.word)))
"""


@action("offer.publish_service")
def publish_service(*, by: Actor, service: UUID) -> None:
    """Let everybody read a service from now on.

    Raises NotPermittedError where it is not there or has ended, CannotBeError where its record breaks the standard.
    """
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    row = the_service(service)
    if row.status == Status.DEFUNCT:
        raise NotPermittedError("It has ended: it cannot be shown.")
    Service.objects.filter(id=service).update(published=True)
    publish(row)
    concerns([], service=service)


@action("offer.withdraw_service")
def withdraw_service(*, by: Actor, service: UUID) -> None:
    """Take a service out of everybody's sight; it stays as a draft. Raises NotPermittedError where it is not there."""
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    Service.objects.filter(id=the_service(service).id).update(published=False)
    changed_here(service)
    unpublish(service)
    concerns([], service=service)


def publish(row: Service, *, now: datetime | None = None) -> bool:
    """Make the copy as the record now is, within an action; whether it differs. Raises CannotBeError."""
    moment = now or timezone.now()
    document = document_of(row, modified_at=moment)
    for field, words in faults(document):
        raise CannotBeError(f"{field or 'The record'}: {words}")
    before = Published.objects.filter(service_id=row.id).first()
    facts: dict[str, Any] = {
        "provider_id": row.provider_id, "name": row.name, "confidential": row.confidential,
        "minimum_age": row.minimum_age, "maximum_age": row.maximum_age,
        "assured_on": row.assured_on, "stale_after": row.stale_after,
    }  # fmt: skip
    if before is not None and _same(before.document, document):
        return False
    old = words_of([before.document]) if before is not None else set()
    Published.objects.update_or_create(
        service_id=row.id, defaults=facts | {"document": document, "modified_at": moment}
    )
    _spots(row, document)
    _forget(old - words_of([document]))
    return True


def unpublish(service: UUID) -> None:
    """Take the copy away, within an action, with each word that no other service has: none is suggested any more."""
    old = words_of(Published.objects.filter(service_id=service).values_list("document", flat=True))
    Spot.objects.filter(service_id=service).delete()
    Published.objects.filter(service_id=service).delete()
    _forget(old)


def changed_here(service: UUID) -> None:
    """Note that a person decided on it, within an action: its feed may then propose, and no more overwrite or show it."""
    Service.objects.filter(id=service).update(digest="")


def marks_of(row: Service, document: Document) -> list[str]:
    """Marks by which search narrows: ages, needs, days, whether it is free."""
    first = row.minimum_age or 0
    last = OLDEST if row.maximum_age is None else min(row.maximum_age, OLDEST)
    days = {day for each in row.hours.all() for day in each.days}
    free = any(each.get("amount") == 0 for each in document["cost_options"])
    return [
        *(f"age={age}" for age in range(first, last + 1)),
        *(f"need={code}" for code in row.needs),
        *(f"day={day}" for day in sorted(days)),
        *(["free=yes"] if free else []),
    ]


def _spots(row: Service, document: Document) -> None:
    Spot.objects.filter(service_id=row.id).delete()
    needs = " ".join(by_code()[code].name for code in row.needs)
    text = f"{row.name} {row.name} {row.provider.name} {row.description} {needs}"
    names = f"{row.name} {row.provider.name}"
    # A spot has the id of the service at its place, so that other programs can ask for it by that.
    at = [] if row.confidential else list(row.at.select_related("place").order_by("id"))
    spots = [(each.id, each.place.id, each.place.east, each.place.north) for each in at]
    marks = marks_of(row, document)
    with connection.cursor() as cursor:
        for number, (key, place, east, north) in enumerate(
            spots or [(uuid5(row.id, "spot"), None, None, None)]
        ):
            cursor.execute(
                _SPOT,
                [
                    key,
                    row.id,
                    place,
                    row.name,
                    number == 0,
                    row.confidential,
                    east,
                    north,
                    text,
                    names,
                    marks,
                ],
            )
    words = sorted(words_of([document]))
    Word.objects.bulk_create([Word(word=word) for word in words], ignore_conflicts=True)


def words_of(documents: Iterable[Document]) -> set[str]:
    """The words of documents by which somebody may search."""
    return {word for said in texts(documents) for word in _WORDS.findall(said.lower())}


def _forget(words: set[str]) -> None:
    if words:
        with connection.cursor() as cursor:
            cursor.execute(_GONE, [sorted(words)])


def _same(one: Document, other: Document) -> bool:
    return {**one, "last_modified": ""} == {**other, "last_modified": ""}


def the_service(service: UUID) -> Service:
    """The row, with its provider. Raises NotPermittedError where it is not there."""
    found = Service.objects.select_related("provider").filter(id=service).first()
    if found is None:
        raise NotPermittedError("That service is not there.")
    return found
