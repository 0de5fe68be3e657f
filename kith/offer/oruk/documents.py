"""The public document of a service. What is not in it is nowhere public; a secret place is never in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid5

from django.utils import timezone

from kith.offer.models import Hours, Place, Service
from kith.offer.terms import by_code, taxonomy
from kith.offer.words import CODES

Document = dict[str, Any]
LISTED = (
    "id", "organization_id", "name", "description", "url", "email", "status", "minimum_age", "maximum_age",
    "assured_date", "alert", "last_modified",
)  # fmt: skip
ORGANIZATION = ("id", "name", "description", "email", "website")


def document_of(service: Service, *, modified_at: datetime) -> Document:
    """The whole service as Open Referral UK 3.0 has it; of a secret one area and telephone alone. Seven statements."""
    secret = service.confidential
    found: Document = {
        "id": str(service.id),
        "organization_id": str(service.provider_id),
        "name": service.name,
        "description": service.description,
        "status": service.status,
        "last_modified": moment(modified_at),
        "organization": _organization(service),
        "attributes": [_attribute(service.id, code) for code in service.needs],
        "languages": [{"id": _id(service.id, "language", word), "name": word} for word in service.languages],
        "phones": [
            _told({"id": str(each.id), "number": each.number, "description": each.words})
            for each in service.phones.order_by("number")
        ],
        "service_areas": [
            {"id": _id(service.id, "area", area), "name": area, "service_area": area}
            for area in filter(None, (each.strip() for each in service.area.split(";")))
        ],
        "schedules": [_schedule(each) for each in service.hours.order_by("days", "opens", "id")],
        "cost_options": [
            _told({"id": str(each.id), "amount": _pounds(each.amount), "amount_description": each.words})
            for each in service.costs.order_by("amount", "words", "id")
        ],
        **_told({"alert": service.alert, "minimum_age": service.minimum_age, "maximum_age": service.maximum_age}),
        **({"assured_date": service.assured_on.isoformat()} if service.assured_on else {}),
    }  # fmt: skip
    if secret:
        return found
    found |= _told({"url": service.url, "email": service.email})
    found["contacts"] = [
        _told({"id": str(each.id), "name": each.name, "title": each.title})
        for each in service.contacts.order_by("name", "id")
    ]
    found["service_at_locations"] = [
        {
            "id": str(at.id),
            "service_id": str(service.id),
            "location_id": str(at.place_id),
            "location": _location(at.place),
        }
        for at in service.at.select_related("place").order_by("id")
    ]
    return found


def listed(document: Document) -> Document:
    """What a list shows of it: facts of one to one, and who provides it."""
    short = {name: document[name] for name in LISTED if name in document}
    organization = document["organization"]
    return short | {
        "organization": {name: organization[name] for name in ORGANIZATION if name in organization}
    }


def at_location(document: Document, place: UUID | str) -> Document | None:
    """One service at one place, as a list shows it; None where it is not there."""
    for at in document.get("service_at_locations", ()):
        if at["location_id"] == str(place):
            location = {name: value for name, value in at["location"].items() if not isinstance(value, list)}
            return {**at, "location": location, "service": listed(document)}
    return None


def term_of(code: str) -> Document:
    """One need as a taxonomy term."""
    term, whole = by_code()[code], taxonomy()
    return {
        "id": str(term.id), "name": term.name, "description": term.name, "term": term.code,
        "taxonomy": whole.name, "taxonomy_id": str(whole.id),
    }  # fmt: skip


def moment(at: datetime) -> str:
    """A moment as the standard wants it, to the millisecond."""
    return (
        at.astimezone(timezone.get_fixed_timezone(0)).strftime("%Y-%m-%dT%H:%M:%S.")
        + f"{at.microsecond // 1000:03d}Z"
    )


def _organization(service: Service) -> Document:
    provider = service.provider
    found: Document = {"id": str(provider.id), "name": provider.name, "description": provider.name}
    if service.confidential:
        return found
    found["description"] = provider.description or provider.name
    return found | _told({"website": provider.website, "email": provider.email})


def _location(place: Place) -> Document:
    address = {
        "id": _id(place.id, "address"), "location_id": str(place.id), "address_1": place.address or place.name or "-",
        "city": place.town or "-", "state_province": place.county or "-", "postal_code": place.postcode or "-",
        "country": "GB", "address_type": "physical",
    }  # fmt: skip
    found: Document = {
        "id": str(place.id),
        "location_type": "physical",
        **_told(
            {
                "name": place.name,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "transportation": place.getting_here,
            }
        ),
        "accessibility": [
            {"id": _id(place.id, "access", words), "description": words} for words in place.access
        ],
    }
    if place.address or place.postcode or place.town:
        found["addresses"] = [address]
    return found


def _schedule(each: Hours) -> Document:
    days = ",".join(CODES[number - 1] for number in each.days)
    weekly = {"freq": "WEEKLY", "interval": 1, "byday": days} if days else {}
    opens, closes = _at(each.opens), _at(each.closes)
    return {
        "id": str(each.id),
        **weekly,
        **_told({"opens_at": opens, "closes_at": closes, "description": each.words}),
    }


def _attribute(service: UUID, code: str) -> Document:
    term = term_of(code)
    return {
        "id": _id(service, "need", code), "link_id": str(service), "link_type": "service",
        "taxonomy_term_id": term["id"], "taxonomy_term": term,
    }  # fmt: skip


def _told(facts: Document) -> Document:
    return {name: value for name, value in facts.items() if value not in ("", None)}


def _id(of: UUID, *parts: str) -> str:
    return str(uuid5(of, "/".join(parts)))


def _pounds(amount: object) -> float | None:
    return None if amount is None else float(str(amount))


def _at(at: time | None) -> str:
    return at.isoformat() if at else ""


def texts(documents: Iterable[Document]) -> Iterable[str]:
    """Names and words of documents, for the dictionary of words."""
    for each in documents:
        yield f"{each['name']} {each['description']} {each['organization']['name']}"
