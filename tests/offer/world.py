"""Services for tests, put in as an officer puts them in."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from kith.access.models import Account
from kith.core.acting import acting
from kith.offer import actions
from kith.offer.shapes import CostFacts, HoursFacts, PhoneFacts, PlaceFacts, ServiceFacts
from tests.support import make

HALL = PlaceFacts("Elm Hall", "3 Kiln Garth", "Pellbridge", "Kithshire", "KH6 1AA", access=("No steps",))
FAR = PlaceFacts("Mill Rooms", "9 Drovers Way", "Far Carrow", "Kithshire", "NH20 1AA")


def facts(name: str = "Tots and Tea", **more: Any) -> ServiceFacts:
    told: dict[str, Any] = {
        "provider": "Pellbridge Playtime",
        "description": "A toddler group with songs, tea and somebody to talk to.",
        "needs": ("baby", "parenting"),
        "minimum_age": 0,
        "maximum_age": 4,
        "area": "All of Kithshire",
        "places": (HALL,),
        "hours": (HoursFacts((2, 4), time(9, 30), time(11, 30), "term time only"),),
        "costs": (CostFacts(Decimal(0)),),
        "phones": (PhoneFacts("01632 960001", "weekday mornings"),),
        "languages": ("Polish",),
        "url": "https://tots.example/",
        "email": "hello@tots.example",
        "provider_email": "private@tots.example",
        "assured_on": date(2026, 11, 1),
    }
    return ServiceFacts(name=name, **(told | more))


def secret(name: str = "Harbour Refuge", **more: Any) -> ServiceFacts:
    bare: dict[str, Any] = {
        "provider": "Lantern",
        "description": "A safe place for mothers and children who are afraid.",
        "confidential": True,
        "needs": ("abuse",),
        "places": (),
        "url": "",
        "email": "",
        "minimum_age": None,
        "maximum_age": None,
    }
    return facts(name, **(bare | more))


def officer() -> Account:
    return make.account("front_door")


def put(by: Account, told: ServiceFacts, *, shown: bool = True, place_may_be_shown: bool = False) -> UUID:
    actor = make.actor(by)
    with acting(actor):
        made = actions.save_service(by=actor, facts=told, place_may_be_shown=place_may_be_shown)
        if shown:
            actions.publish_service(by=actor, service=made)
    return made
