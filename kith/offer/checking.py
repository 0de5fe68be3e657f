"""What cannot be in the directory, told field by field in plain words. For forms, files and feeds alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kith.design.text import safe_text
from kith.offer.models.provider import LINE, LONG
from kith.offer.models.service import Status
from kith.offer.screening import POSTCODE, tells_a_place
from kith.offer.shapes import HoursFacts, PlaceFacts, ServiceFacts
from kith.offer.terms import by_code
from kith.story.writing import clean_text

Fault = tuple[str, str]
_PHONE = re.compile(r"\+?[\d ()-]{3,30}(?: ?(?:ext\.?|x) ?\d{1,6})?")
MOST_POUNDS = Decimal("999999.99")
_LENGTHS = {
    "name": LINE, "provider": LINE, "provider_says": LONG, "description": LONG, "area": 500, "alert": 500, "url": 500,
    "provider_website": 500, "email": 254, "provider_email": 254,
}  # fmt: skip
_MANY = {"places": 50, "hours": 60, "costs": 30, "phones": 20, "contacts": 20, "needs": 20, "languages": 40}


def cleaned(facts: ServiceFacts) -> ServiceFacts:
    """The facts with every text made harmless to look at, and postcodes as they are written."""
    lines: dict[str, Any] = {
        each.name: safe_text(getattr(facts, each.name))
        for each in fields(facts)
        if isinstance(getattr(facts, each.name), str) and each.name not in {"description", "provider_says"}
    }
    return replace(
        facts,
        **lines,
        description=clean_text(facts.description).strip(),
        provider_says=clean_text(facts.provider_says).strip(),
        languages=tuple(dict.fromkeys(filter(None, map(safe_text, facts.languages)))),
        needs=tuple(dict.fromkeys(facts.needs)),
        places=tuple(map(_place, facts.places)),
        hours=tuple(map(_hours, facts.hours)),
        costs=tuple(replace(each, words=safe_text(each.words)) for each in facts.costs),
        phones=tuple(replace(each, number=safe_text(each.number), words=safe_text(each.words)) for each in facts.phones),
        contacts=tuple(replace(each, name=safe_text(each.name), title=safe_text(each.title)) for each in facts.contacts),
    )  # fmt: skip


def written_postcode(text: str) -> str:
    """A postcode in capitals with one space, or the text as it is where it is none."""
    packed = re.sub(r"\s", "", text).upper()
    return f"{packed[:-3]} {packed[-3:]}" if POSTCODE.fullmatch(packed) else safe_text(text)


def faults(facts: ServiceFacts) -> Iterator[Fault]:
    """Each thing that cannot be: the field, and one sentence. None for facts that may be kept."""
    for field, most in _LENGTHS.items():
        if len(getattr(facts, field)) > most:
            yield field, f"It has {len(getattr(facts, field)):,} characters: at most {most:,} are kept."
    for field, most in _MANY.items():
        if len(getattr(facts, field)) > most:
            yield field, f"There are {len(getattr(facts, field))}: at most {most} are kept."
    for field, what in (("name", "The service"), ("provider", "Whoever provides it")):
        if not getattr(facts, field):
            yield field, f"{what} has no name."
    if facts.status not in Status.values:
        yield "status", f"It is none of {', '.join(Status.values)}."
    yield from _ways(facts)
    yield from _numbers(facts)
    if facts.confidential:
        yield from _secret(facts)


def _ways(facts: ServiceFacts) -> Iterator[Fault]:
    for field in ("url", "provider_website"):
        if getattr(facts, field) and not _is_web(getattr(facts, field)):
            yield field, "It is no web address: it begins with https:// or http://."
    for field in ("email", "provider_email"):
        if getattr(facts, field):
            try:
                validate_email(getattr(facts, field))
            except ValidationError:
                yield field, "It is no email address."
    for phone in facts.phones:
        if not _PHONE.fullmatch(phone.number):
            yield "phones", "A telephone number has figures, spaces and brackets alone."
    for place in facts.places:
        if place.postcode and not POSTCODE.fullmatch(place.postcode):
            yield "places", "A postcode is written like KH1 1AA."
        if max(len(place.name), len(place.town), len(place.county)) > LINE or len(place.address) > 500:
            yield "places", "The name or address of a place is too long."
        if len(place.getting_here) > 500:
            yield "places", "How one gets there is too long: at most 500 characters are kept."


def _numbers(facts: ServiceFacts) -> Iterator[Fault]:
    for field in ("minimum_age", "maximum_age"):
        if getattr(facts, field) is not None and not 0 <= getattr(facts, field) <= 120:
            yield field, "An age is 0 to 120 years."
    if (
        facts.minimum_age is not None
        and facts.maximum_age is not None
        and facts.minimum_age > facts.maximum_age
    ):
        yield "maximum_age", "The oldest age is below the youngest."
    if set(facts.needs) - set(by_code()):
        yield "needs", "A need is none of our list."
    for place in facts.places:
        if not (-90 <= (place.latitude or 0) <= 90 and -180 <= (place.longitude or 0) <= 180):
            yield "places", "A latitude is -90 to 90, a longitude -180 to 180."
    for each in facts.hours:
        if not set(each.days) <= set(range(1, 8)):
            yield "hours", "A day is Monday to Sunday."
    for cost in facts.costs:
        if cost.amount is not None and not (cost.amount.is_finite() and 0 <= cost.amount <= MOST_POUNDS):
            yield "costs", "A cost is 0 or more pounds, and less than a million."


def _secret(facts: ServiceFacts) -> Iterator[Fault]:
    """Of a place that must stay secret: area served and telephone, and no word that leads there."""
    for field in ("places", "url", "email", "contacts"):
        if getattr(facts, field):
            yield field, "A service whose place is secret has an area and a telephone number alone."
    for field, text in facts.shown():
        # The database looks at the document as JSON, where the n of a new line (\n) stands before what follows.
        if told := tells_a_place(text) or tells_a_place(json.dumps(text, ensure_ascii=False)):
            yield field, f"“{told}” tells where it is. Take it out."


def _is_web(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and text.isascii() and " " not in text


def _hours(each: HoursFacts) -> HoursFacts:
    return replace(each, days=tuple(sorted(set(each.days))), words=safe_text(each.words))


def _place(place: PlaceFacts) -> PlaceFacts:
    lines: dict[str, Any] = {
        name: safe_text(getattr(place, name))
        for name in ("name", "address", "town", "county", "getting_here")
    }
    access = tuple(dict.fromkeys(filter(None, map(safe_text, place.access))))
    return replace(place, **lines, postcode=written_postcode(place.postcode), access=access)
