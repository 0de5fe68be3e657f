"""What happened in two homes where told children live: something to notify, and a registration that ended.

No child may be where the law lets none live. That it happens, and that it is said loudly, is what leaders see by it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import F

from kith.care.models import EpisodePlace, Stay, StayPlace
from kith.core.acting import acting
from kith.core.actor import Actor
from kith.demo.dice import Dice
from kith.homes.models import Approval, Happened, Home, HomePlace, Registration
from kith.people.models import Address, FamilyMember

CEASED = timedelta(days=4)
TWINS, ALONE = "The Saltmere family", "Omid (here alone)"


def make_events_in_homes(*, by: Actor, seed: int, today: date) -> int:
    """The told children's homes are of the register, and these things happened in them; how many did."""
    with acting(by):
        if Happened.objects.exists():
            return 0
        maker = _InHomes(by, Dice(seed, "in homes", 0), today)
        return maker.twins() + maker.alone()


class _InHomes:
    def __init__(self, by: Actor, dice: Dice, today: date) -> None:
        self.dice, self.today = dice, today
        self.common: dict[str, Any] = {"recorded_by": by.id, "source": "demo"}

    def twins(self) -> int:
        """One was badly ill and all who must know were told the next day; of a complaint nobody is told yet."""
        stays = self._stays(TWINS)
        rules = Approval.objects.filter(
            places__gte=2, age_from=0, ends_on=None, starts_on=F("home__opened_on")
        )
        fits = rules.filter(home__provider__kind="council", home__closed_on=None)
        home = self._home(fits.values("home"), kind="foster", before=stays)
        if home is None:
            return 0
        for stay in stays:
            self._lives(stay, home)
        ill = self.today - timedelta(days=20)
        new = {"home": home} | self.common
        Happened.objects.create(
            id=self.dice.new_id(), child_id=stays[0].person_id, what="ill", on=ill, told_on=ill + timedelta(days=1),
            told=["area", "ofsted", "placing"], **new,
        )  # fmt: skip
        Happened.objects.create(
            id=self.dice.new_id(), what="complaint", on=self.today - timedelta(days=1), **new
        )
        return 2

    def alone(self) -> int:
        """Where he lives the registration ended some days ago; nobody has found him another home yet."""
        stays = self._stays(ALONE)
        held = Registration.objects.filter(ends_on=None, suspended=False)
        home = self._home(held.values("home"), kind="supported", before=stays)
        if home is None:
            return 0
        self._lives(stays[0], home)
        Registration.objects.filter(home=home).update(ends_on=self.today - CEASED)
        return 0

    def _stays(self, family: str) -> list[Stay]:
        members = FamilyMember.objects.filter(family__known_as=family).values("person")
        return list(Stay.objects.filter(person__in=members, ended_on=None).order_by("person_id"))

    def _home(self, lawful: Any, *, kind: str, before: list[Stay]) -> Home | None:
        """A lawful one, open before they came; None where none is, or nobody is there."""
        if not before:
            return None
        since = min(each.began_on for each in before)
        found = Home.objects.filter(id__in=lawful, kind=kind, opened_on__lt=since, closed_on=None)
        return found.order_by("reference").first()

    def _lives(self, stay: Stay, home: Home) -> None:
        """They live there, and it stands where they live."""
        where = Address.objects.filter(person=stay.person_id).order_by("during").last()
        told = EpisodePlace.objects.filter(episode__person=stay.person_id, episode__ceased_on=None).first()
        if where is None or told is None:
            return
        HomePlace.objects.filter(home=home).update(lines=where.lines, postcode=where.postcode)
        StayPlace.objects.create(
            id=self.dice.new_id(), stay=stay, person_id=stay.person_id, home=home.id, lines=where.lines,
            postcode=told.placement_postcode, urn=told.urn, came_from=told.home_postcode, **self.common,
        )  # fmt: skip
