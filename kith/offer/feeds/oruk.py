"""From a record of Open Referral UK 3.0 to our facts. What breaks the standard is told by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from kith.offer.oruk.schema import faults
from kith.offer.shapes import ContactFacts, CostFacts, HoursFacts, PhoneFacts, PlaceFacts, ServiceFacts
from kith.offer.terms import need_called
from kith.offer.words import CODES

Record = dict[str, Any]
_DAY = re.compile(r"(?:[+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


def without_nulls(value: Any) -> Any:
    """The record with everything left out that is null: many feeds write null for what they do not know."""
    if isinstance(value, dict):
        return {name: without_nulls(each) for name, each in value.items() if each is not None}
    return [without_nulls(each) for each in value if each is not None] if isinstance(value, list) else value


def breaks(record: Record) -> Iterator[tuple[str, str]]:
    """Each field of a record that breaks the standard, and how; five at most."""
    for number, fault in enumerate(faults(record)):
        if number == 5:
            return
        yield fault


def facts_of(record: Record) -> ServiceFacts:
    """The facts of a record that has the standard's shape. Raises ValueError for a date or number that is none."""
    organization = record.get("organization", {})
    return ServiceFacts(
        name=record["name"],
        provider=organization.get("name", "") or record["name"],
        provider_says=organization.get("description", ""),
        provider_website=organization.get("website", ""),
        description=record.get("description", ""),
        status=record["status"],
        url=record.get("url", ""),
        email=record.get("email", ""),
        minimum_age=_years(record.get("minimum_age")),
        maximum_age=_years(record.get("maximum_age")),
        needs=tuple(_needs(record)),
        languages=tuple(each["name"] for each in record.get("languages", ()) if each.get("name")),
        area="; ".join(dict.fromkeys(filter(None, map(_area, record.get("service_areas", ())))))[:500],
        alert=record.get("alert", ""),
        provider_email=record.get("assurer_email", ""),
        assured_on=_day(record.get("assured_date")),
        places=tuple(_place(at["location"]) for at in record.get("service_at_locations", ()) if _is_place(at)),
        hours=tuple(_hours(each) for each in record.get("schedules", ())),
        costs=tuple(_cost(each) for each in record.get("cost_options", ())),
        phones=tuple(
            PhoneFacts(str(each["number"]), str(each.get("description", ""))) for each in record.get("phones", ())
        ),
        contacts=tuple(
            ContactFacts(each["name"], each.get("title", "")) for each in record.get("contacts", ()) if each.get("name")
        ),
    )  # fmt: skip


def _area(each: Record) -> str:
    return str(each.get("name") or each.get("service_area", ""))


def _needs(record: Record) -> Iterator[str]:
    for attribute in record.get("attributes", ()):
        term = attribute.get("taxonomy_term", {})
        for word in (term.get("name", ""), term.get("term", "")):
            if code := need_called(word):
                yield code


def _is_place(at: Record) -> bool:
    return "location" in at and at["location"].get("location_type") != "virtual"


def _place(location: Record) -> PlaceFacts:
    address: Record = next(iter(location.get("addresses", ())), {})
    told = {name: "" if value == "-" else value for name, value in address.items()}
    return PlaceFacts(
        name=location.get("name", ""),
        address=told.get("address_1", ""),
        town=told.get("city", ""),
        county=told.get("state_province", ""),
        postcode=told.get("postal_code", ""),
        latitude=location.get("latitude"),
        longitude=location.get("longitude"),
        access=tuple(filter(None, map(_access, location.get("accessibility", ())))),
        getting_here=location.get("transportation", "")[:500],
    )  # fmt: skip


def _access(each: Record) -> str:
    return str(each.get("description") or each.get("details", ""))[:200]


def _hours(each: Record) -> HoursFacts:
    days = tuple(CODES.index(found) + 1 for found in _DAY.findall(str(each.get("byday", "")).upper()))
    words = each.get("description", "") or each.get("notes", "")
    return HoursFacts(days, _at(each.get("opens_at")), _at(each.get("closes_at")), words[:500])


def _cost(each: Record) -> CostFacts:
    try:
        amount = Decimal(str(each["amount"])).quantize(Decimal("0.01")) if "amount" in each else None
    except InvalidOperation as error:
        raise ValueError(f"cost_options: {each['amount']} is no sum of money.") from error
    return CostFacts(amount, (each.get("amount_description") or each.get("option", ""))[:500])


def _years(number: float | None) -> int | None:
    return None if number is None else int(number)


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise ValueError(f"assured_date: “{text[:40]}” is no day, such as 2026-11-27.") from error


def _at(text: str | None) -> time | None:
    if not text:
        return None
    try:
        return time.fromisoformat(text.rstrip("Zz")).replace(tzinfo=None)
    except ValueError as error:
        raise ValueError(f"schedules: “{text[:40]}” is no time of the day, such as 09:30.") from error
