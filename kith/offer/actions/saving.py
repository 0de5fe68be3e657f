"""Writing a service down: a draft until it is published."""

from __future__ import annotations

from uuid import UUID, uuid4, uuid5

from django.db.models import Model, Q
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.core.where import where
from kith.offer.actions.owning import owned_by
from kith.offer.actions.publishing import NOBODYS, changed_here, publish, the_service, unpublish
from kith.offer.checking import cleaned, faults
from kith.offer.freshness import fresh_until
from kith.offer.models import (
    Contact,
    Cost,
    Hours,
    Nudge,
    Phone,
    Place,
    Provider,
    Service,
    ServicePlace,
    Status,
)
from kith.offer.screening import sounds_secret
from kith.offer.shapes import PlaceFacts, ServiceFacts

PROVIDERS = UUID("2f8a7c1e-94b3-4b6e-8d0a-6f3d0b1c5a77")
_PLAIN = (
    "name", "description", "status", "url", "email", "minimum_age", "maximum_age", "area", "alert", "confidential",
    "provider_email",
)  # fmt: skip


@action("offer.save_service")
def save_service(
    *, by: Actor, facts: ServiceFacts, service: UUID | None = None, place_may_be_shown: bool = False
) -> UUID:
    """Write a new service down as a draft, or change one; what is published changes with it. Returns its id.

    Where its words sound like a place that must stay secret and it is not marked so, `place_may_be_shown` is needed.
    Raises CannotBeError with the field to mend, NotPermittedError for a service that is not there.
    """
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    found = None if service is None else the_service(service)
    kept = keep(by=by, facts=facts, service=found, place_may_be_shown=place_may_be_shown)
    if kept.feed_id:
        changed_here(kept.id)
    owned_by(by, kept, new=found is None)
    concerns([], service=kept.id, new=found is None)
    return kept.id


def keep(
    *,
    by: Actor,
    facts: ServiceFacts,
    service: Service | None,
    place_may_be_shown: bool = False,
    made: UUID | None = None,
) -> Service:
    """Write the facts of a service and of its parts, within an action; one that has ended is shown no more.

    Raises CannotBeError.
    """
    facts = cleaned(facts)
    for field, words in faults(facts):
        raise CannotBeError(words, field=field)
    screened = () if facts.confidential else sounds_secret(*facts.texts())
    if screened and not place_may_be_shown and not (service and service.place_decided_by_id):
        raise CannotBeError(
            f"“{screened[0]}” may mean a place that must stay secret. Say whether its place may be shown.",
            field="confidential",
        )
    source = Source.DEMO if by.role == "demo" else Source.WORKER
    row = service or Service(id=made or uuid4(), recorded_by=by.id, source=source)
    # Closed before it is opened: what is secret can have no place, in the record or in the copy. Else the copy stays,
    # so that a change that nobody may see moves no date.
    if service is not None and facts.confidential != row.confidential:
        unpublish(row.id)
    if service is not None:
        _drop_places(row.id)
    if service is not None and facts.provider_email != row.provider_email:
        # What the old address refused says nothing of the new one.
        refused = Nudge.objects.filter(service_id=row.id, refused_at__isnull=False, answered_at__isnull=True)
        refused.update(answered_at=timezone.now())
    row.provider = _provider(by, facts, source)
    for name in _PLAIN:
        setattr(row, name, getattr(facts, name))
    row.needs, row.languages = list(facts.needs), list(facts.languages)
    if screened and place_may_be_shown:
        row.place_decided_by_id = by.id if by.role != "demo" else None
        row.place_decided_on = timezone.localdate()
    if facts.assured_on is not None:
        row.assured_on, row.stale_after = facts.assured_on, fresh_until(facts.assured_on)
    if row.status == Status.DEFUNCT:
        row.published = False
        unpublish(row.id)
    row.save()
    _parts(by, row, facts, source)
    if row.published:
        publish(row)
    return row


def _provider(by: Actor, facts: ServiceFacts, source: Source) -> Provider:
    found = Provider.objects.filter(name__iexact=facts.provider).first()
    said = {"description": facts.provider_says, "website": facts.provider_website}
    if found is None:
        made = uuid5(PROVIDERS, facts.provider.lower())
        return Provider.objects.create(id=made, name=facts.provider, recorded_by=by.id, source=source, **said)
    changed = {name: value for name, value in said.items() if value and value != getattr(found, name)}
    if changed:
        Provider.objects.filter(id=found.id).update(**changed)
        found.refresh_from_db()
    return found


def _drop_places(service: UUID) -> None:
    """Every place of a service that no other has; places are written anew with its facts, under the same ids."""
    places = list(ServicePlace.objects.filter(service_id=service).values_list("place_id", flat=True))
    ServicePlace.objects.filter(service_id=service).delete()
    shared = ServicePlace.objects.filter(place_id__in=places).values("place_id")
    Place.objects.filter(id__in=places).exclude(id__in=shared).delete()


def _parts(by: Actor, row: Service, facts: ServiceFacts, source: Source) -> None:
    wrote = {"recorded_by": by.id, "source": source}
    for number, place in enumerate(facts.places):
        put = _place(row, place, number, wrote)
        ServicePlace.objects.create(id=uuid5(row.id, f"at/{number}"), service=row, place=put, **wrote)
    kinds: list[tuple[type[Model], list[dict[str, object]]]] = [
        (
            Hours,
            [
                {"days": list(h.days), "opens": h.opens, "closes": h.closes, "words": h.words}
                for h in facts.hours
            ],
        ),
        (Cost, [{"amount": c.amount, "words": c.words} for c in facts.costs]),
        (Phone, [{"number": p.number, "words": p.words} for p in facts.phones]),
        (Contact, [{"name": c.name, "title": c.title} for c in facts.contacts]),
    ]
    for kind, rows in kinds:
        kind._default_manager.filter(Q(service_id=row.id)).delete()
        kind._default_manager.bulk_create(
            [
                kind(id=uuid5(row.id, f"{kind.__name__}/{number}"), service=row, **each, **wrote)
                for number, each in enumerate(rows)
            ]
        )


def _place(row: Service, place: PlaceFacts, number: int, wrote: dict[str, object]) -> Place:
    middle = where(place.postcode) if place.postcode else None
    return Place.objects.create(
        id=uuid5(row.id, f"place/{number}"), name=place.name, address=place.address, town=place.town,
        county=place.county, postcode=place.postcode, latitude=place.latitude, longitude=place.longitude,
        east=middle[0] if middle else None, north=middle[1] if middle else None, access=list(place.access),
        getting_here=place.getting_here, **wrote,
    )  # fmt: skip
