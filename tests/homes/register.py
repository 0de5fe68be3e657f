"""A small register of homes for tests: made by the owner's login, or by its keepers with actions."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from kith.homes.models import Approval, Home, Member, Provider, Registration
from kith.people.models import Person
from tests.support import make

LONG_AGO = date(2020, 1, 1)
_NUMBER = count(1)


def provider(name: str = "Kithshire", kind: str = "council", **more: Any) -> Provider:
    made, _ = Provider.objects.using(make.OWNER).get_or_create(name=name, defaults={"kind": kind, **more})
    return made


def a_home(kind: str = "foster", *, places: int = 3, lawful: bool = True, **more: Any) -> Home:
    """A home with all its places free; approved or registered for them unless not `lawful`."""
    number = next(_NUMBER)
    run_by = more.pop("provider", None) or provider()
    terms = {key: more.pop(key) for key in ("age_from", "age_to", "sex", "ends_on") if key in more}
    made = Home.objects.using(make.OWNER).create(
        kind=kind,
        name=more.pop("name", f"Home {number}"),
        reference=f"{kind[0].upper()}-{number:04d}",
        provider=run_by,
        places=places,
        free=more.pop("free", places),
        opened_on=LONG_AGO,
        **more,
    )
    if lawful:
        lawfully(made, places=places, **terms)
    return made


def lawfully(home: Home, *, places: int, **terms: Any) -> None:
    common = {"home": home, "starts_on": LONG_AGO, "places": places, **terms}
    if home.kind == "foster":
        Approval.objects.using(make.OWNER).create(decided_by=home.id, **common)
    else:
        Registration.objects.using(make.OWNER).create(urn="SC990123", **common)


def carer(home: Home, person: Person) -> Member:
    return Member.objects.using(make.OWNER).create(home=home, person=person, part="carer", since=LONG_AGO)


def named(name: str) -> Home:
    return Home.objects.using(make.OWNER).get(name=name)
