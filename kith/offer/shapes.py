"""A service as it is handed over: by a form, a file, a feed, the demonstration. One shape for all of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """One building."""

    name: str = ""
    address: str = ""
    town: str = ""
    county: str = ""
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None
    access: tuple[str, ...] = ()
    getting_here: str = ""


@dataclass(frozen=True, slots=True)
class HoursFacts:
    """Days of the week (Monday is 1), from when to when."""

    days: tuple[int, ...] = ()
    opens: time | None = None
    closes: time | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class CostFacts:
    """Pounds (0 is free), and for what."""

    amount: Decimal | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class PhoneFacts:
    """A number, and when it is answered."""

    number: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Whom to ask for."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """Everything that is told of one service. `confidential`: its place must stay secret."""

    name: str
    provider: str
    provider_says: str = ""
    provider_website: str = ""
    description: str = ""
    status: str = "active"
    url: str = ""
    email: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    area: str = ""
    alert: str = ""
    confidential: bool = False
    provider_email: str = ""
    assured_on: date | None = None
    places: tuple[PlaceFacts, ...] = ()
    hours: tuple[HoursFacts, ...] = ()
    costs: tuple[CostFacts, ...] = ()
    phones: tuple[PhoneFacts, ...] = ()
    contacts: tuple[ContactFacts, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain values, which `from_json` reads back."""
        return dict(json.loads(json.dumps(asdict(self), default=str)))

    def digest(self) -> str:
        """SHA-256 of all of it: the same facts have the same."""
        return hashlib.sha256(json.dumps(self.as_json(), sort_keys=True).encode()).hexdigest()

    def texts(self) -> tuple[str, ...]:
        """Every text by which a secret place might be told."""
        places = (
            text
            for at in self.places
            for text in (at.name, at.address, at.town, at.county, at.getting_here, *at.access)
        )
        contacts = (text for each in self.contacts for text in (each.name, each.title))
        ways = (self.provider_says, self.provider_website, self.url, self.email)
        return (*(text for _field, text in self.shown()), *ways, *places, *contacts)

    def shown(self) -> Iterator[tuple[str, str]]:
        """Each text, with its field, that everybody reads even of a place that must stay secret."""
        for field in ("name", "provider", "description", "area", "alert"):
            yield field, getattr(self, field)
        yield from (("languages", each) for each in self.languages)
        for field in ("phones", "hours", "costs"):
            yield from ((field, each.words) for each in getattr(self, field))
        yield from (("phones", each.number) for each in self.phones)


def from_json(read: dict[str, Any]) -> ServiceFacts:
    """The facts that `as_json` wrote. Raises TypeError or ValueError for anything else."""
    told = dict(read)
    told["places"] = tuple(PlaceFacts(**{**each, "access": tuple(each["access"])}) for each in told["places"])
    told["hours"] = tuple(
        HoursFacts(tuple(each["days"]), _time(each["opens"]), _time(each["closes"]), each["words"])
        for each in told["hours"]
    )
    told["costs"] = tuple(
        CostFacts(None if each["amount"] is None else Decimal(each["amount"]), each["words"])
        for each in told["costs"]
    )
    told["phones"] = tuple(PhoneFacts(**each) for each in told["phones"])
    told["contacts"] = tuple(ContactFacts(**each) for each in told["contacts"])
    told["needs"], told["languages"] = tuple(told["needs"]), tuple(told["languages"])
    told["assured_on"] = date.fromisoformat(told["assured_on"]) if told["assured_on"] else None
    return ServiceFacts(**told)


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
