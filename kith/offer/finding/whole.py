"""A service whole, from its public document and from nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext

from kith.design.language import said
from kith.offer.finding.lines import CLOSED
from kith.offer.freshness import Freshness, freshness
from kith.offer.words import CODES, ages, hours

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class At:
    """One place of a service, in words."""

    name: str
    address: str
    postcode: str
    access: tuple[str, ...]
    getting_here: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A service's page."""

    id: str
    name: str
    provider: str
    website: str
    description: str
    alert: str
    closed: str
    url: str
    email: str
    ages: str
    needs: tuple[str, ...]
    languages: tuple[str, ...]
    areas: tuple[str, ...]
    hours: tuple[str, ...]
    costs: tuple[str, ...]
    phones: tuple[tuple[str, str], ...]
    contacts: tuple[str, ...]
    places: tuple[At, ...]
    fresh: Freshness

    def texts(self) -> tuple[str, ...]:
        """Every text of it by which a secret place might be told."""
        lines = (self.name, self.provider, self.website, self.description, self.alert, self.url, self.email)
        more = (*self.languages, *self.areas, *self.hours, *self.costs, *self.contacts)
        phones = (words for _, words in self.phones)
        places = (text for at in self.places for text in (at.name, at.address, at.getting_here, *at.access))
        return (*lines, *more, *phones, *places)


def whole_of(service: UUID, today: date) -> Whole | None:
    """A published service; None where there is none such. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT document, assured_on, stale_after FROM offer_published WHERE service_id = %s", [service]
        )
        row = cursor.fetchone()
    return None if row is None else _whole(row[0], row[1], row[2], today)


def _whole(document: Document | str, assured_on: date | None, stale_after: date | None, today: date) -> Whole:
    told = json.loads(document) if isinstance(document, str) else document
    return Whole(
        id=told["id"],
        name=told["name"],
        provider=told["organization"]["name"],
        website=told["organization"].get("website", ""),
        description=told["description"],
        alert=told.get("alert", ""),
        closed=said(CLOSED.get(told["status"], "")),
        url=told.get("url", ""),
        email=told.get("email", ""),
        ages=ages(told.get("minimum_age"), told.get("maximum_age")),
        needs=tuple(each["taxonomy_term"]["name"] for each in told["attributes"]),
        languages=tuple(each["name"] for each in told["languages"]),
        areas=tuple(each["name"] for each in told["service_areas"]),
        hours=tuple(filter(None, map(_hours, told["schedules"]))),
        costs=tuple(filter(None, map(_one_cost, told["cost_options"]))),
        phones=tuple((each["number"], each.get("description", "")) for each in told["phones"]),
        contacts=tuple(
            ", ".join(filter(None, [each["name"], each.get("title", "")]))
            for each in told.get("contacts", ())
        ),
        places=tuple(_at(each["location"]) for each in told.get("service_at_locations", ())),
        fresh=freshness(assured_on, stale_after, today),
    )


def _at(location: Document) -> At:
    address: Document = next(iter(location.get("addresses", ())), {})
    lines = [address.get(name, "") for name in ("address_1", "city", "state_province")]
    name = location.get("name", "")
    written = ", ".join(each for each in lines if each not in ("", "-", name))
    postcode = address.get("postal_code", "")
    access = tuple(
        each["description"] for each in location.get("accessibility", ()) if each.get("description")
    )
    return At(name, written, "" if postcode == "-" else postcode, access, location.get("transportation", ""))


def _hours(each: Document) -> str:
    days = [CODES.index(code) + 1 for code in each.get("byday", "").split(",") if code in CODES]
    opens, closes = (time.fromisoformat(each[at]) if at in each else None for at in ("opens_at", "closes_at"))
    return hours(days, opens, closes, each.get("description", ""))


def _one_cost(each: Document) -> str:
    amount = each.get("amount")
    free = gettext("Free")
    pounds = "" if amount is None else (free if amount == 0 else f"£{amount:,.2f}".replace(".00", ""))
    return ": ".join(filter(None, [pounds, each.get("amount_description", "")]))
