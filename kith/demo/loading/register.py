"""Kithshire's register of homes: who runs them, for whom they are approved, what they cost, and who is on the

way to one.
"""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any

from kith.core.acting import acting
from kith.core.actor import Actor
from kith.core.where import where
from kith.demo.dice import Dice
from kith.demo.names import family_name
from kith.demo.places import INWARD_LETTERS, NEIGHBOURS, PLACES, STREETS
from kith.homes.models import (
    Approval,
    CarerReview,
    Enquiry,
    EnquiryStep,
    Home,
    HomePlace,
    Inspection,
    Leaving,
    Price,
    Provider,
    Registration,
)
from kith.homes.words import CULTURES, FAITHS, LANGUAGES, LIVES_HERE, SKILLS

USUAL = 1_500
"""The number of children known for which the numbers of homes.toml hold."""
KM = 1000
ETHNICITIES = ("WBRI", "WBRI", "WBRI", "AIND", "APKN", "BAFR", "BCRB", "MWBC", "WOTH")
STAGES = ("enquiry", "visit", "applied", "checks", "assessed", "panel", "approved")
DAYS_BETWEEN = (6, 21, 48, 70, 24, 12)
"""Days from each stage to the next, as published funnels of fostering have them: about six months in all."""
WHY_STOPPED = ("they", "they", "they", "slow", "slow", "elsewhere", "checks", "not_now", "not")
HEARD = ("a friend who fosters", "the radio", "our website", "a school gate", "a faith group")
WHY_LEFT = ("health", "health", "family", "support", "treated", "money", "other_home", "stayed")
HIGHEST = {"foster": 0.62, "residential": 0.8, "supported": 0.8}
"""How much of all places is taken."""
UNSAFE = ("expired", "never")


def make_register(*, by: Actor, seed: int, today: date, children: int) -> int:
    """Put the register in, unless there is one; how many homes are new."""
    read = tomllib.loads((files("kith.demo") / "data" / "homes.toml").read_text(encoding="utf-8"))
    with acting(by):
        if Home.objects.exists():
            return 0
        maker = RegisterMaker(by, Dice(seed, "homes", 0), today, read, max(0.25, children / USUAL))
        maker.everything()
        return len(maker.homes)


class RegisterMaker:
    """Rows of every table, gathered and written in one statement for each."""

    def __init__(self, by: Actor, dice: Dice, today: date, read: dict[str, Any], scale: float) -> None:
        self.common: dict[str, Any] = {"recorded_by": by.id, "source": "demo"}
        self.dice, self.today, self.read, self.scale = dice, today, read, scale
        self.homes: list[Home] = []
        self.rows: dict[type[Any], list[Any]] = {}

    def everything(self) -> None:
        """All homes of all providers, and everybody on the way: written."""
        self.gather()
        order = (
            Provider, Home, HomePlace, Registration, Approval, Inspection, Price, CarerReview, Leaving, Enquiry,
            EnquiryStep,
        )  # fmt: skip
        for model in order:
            model.objects.bulk_create(self.rows.get(model, []), batch_size=500)

    def gather(self) -> None:
        """The rows of it all."""
        for told in self.read["provider"]:
            provider = self.new(
                Provider, name=told["name"], kind=told["kind"], owner=told.get("owner", ""), urn=told["urn"]
            )
            for kind, number in told["homes"].items():
                for _ in range(max(1, round(number * self.scale))):
                    self.home(provider, kind)
        self.unlawful()
        self.on_the_way()

    def new(self, model: type[Any], **fields: Any) -> Any:
        """One more row of a table."""
        made = model(id=self.dice.new_id(), **self.common, **fields)
        self.rows.setdefault(model, []).append(made)
        return made

    def home(self, provider: Provider, kind: str) -> None:
        """One home with all that the register says of it."""
        dice = self.dice
        ethnicity = dice.pick(ETHNICITIES)
        places = self.places(kind)
        free = sum(1 for _ in range(places) if dice.chance(1 - HIGHEST[kind]))
        place = dice.pick(PLACES) if provider.kind == "council" else dice.pick((*PLACES, *NEIGHBOURS[:7]))
        spot = where(f"{place.outward} 1")
        opened = self.ago(200, 4_000)
        home = self.new(
            Home,
            kind=kind,
            name=self.name(kind, ethnicity),
            reference=f"{kind[0].upper()}-{len(self.homes) + 1:04d}",
            provider=provider,
            places=places,
            free=free,
            free_told_on=self.today - timedelta(days=dice.between(0, 9)),
            opened_on=opened,
            east=round(spot[0] / KM) if spot else None,
            north=round(spot[1] / KM) if spot else None,
            **self.what_it_is(kind, ethnicity, places),
        )
        self.homes.append(home)
        inward = f"{dice.between(1, 9)}{dice.pick(INWARD_LETTERS)}{dice.pick(INWARD_LETTERS)}"
        line = f"{dice.between(1, 80)} {dice.pick(STREETS)}\n{place.name}"
        self.new(HomePlace, home=home, lines=line, postcode=f"{place.outward} {inward}")
        self.lawful(home, opened, places)
        self.price(home, opened)

    def places(self, kind: str) -> int:
        """How many children a home may hold: carers mostly two or three, homes three to five."""
        return self.dice.pick(
            {"foster": (1, 1, 2, 2, 2, 3, 3, 4), "residential": (2, 3, 3, 4, 5), "supported": (3, 4, 6, 8)}[
                kind
            ]
        )

    def name(self, kind: str, ethnicity: str) -> str:
        """The carers by their surname; a house by an invented one."""
        if kind == "foster":
            return f"The {family_name(self.dice, ethnicity)} household"
        names = self.read["names"]
        return f"{self.dice.pick(names['house'])} {self.dice.pick(names['kind_of_house'])}"

    def what_it_is(self, kind: str, ethnicity: str, places: int) -> dict[str, list[str]]:
        """Skills, languages, faith, heritage, and who lives there."""
        dice = self.dice
        good = [each for each in SKILLS if dice.chance(0.16)]
        good += ["siblings"] if places > 2 and dice.chance(0.5) else []
        good += ["teenagers"] if kind == "supported" or dice.chance(0.2) else []
        heritage = {"A": "asian", "B": "black", "M": "mixed", "W": "white"}[ethnicity[0]]
        languages = [
            "eng",
            *([dice.pick(tuple(LANGUAGES))] if heritage != "white" or dice.chance(0.1) else []),
        ]
        return {
            "skills": [each for each in SKILLS if each in good],
            "languages": [each for each in LANGUAGES if each in languages],
            "faiths": [dice.pick(tuple(FAITHS))] if dice.chance(0.5) else [],
            "cultures": [heritage] if heritage in CULTURES else [],
            "lives_here": [each for each in LIVES_HERE if each != "smoke" and dice.chance(0.3)],
        }

    def lawful(self, home: Home, opened: date, places: int) -> None:
        """Approval and its reviews, or registration and its inspections."""
        dice = self.dice
        if home.kind == "foster":
            youngest, oldest = dice.pick(((0, 17), (0, 17), (0, 4), (5, 12), (8, 17), (11, 17)))
            self.new(
                Approval, home=home, starts_on=opened, places=places, age_from=youngest, age_to=oldest,
                decided_by=self.common["recorded_by"], why="They are warm, steady, and know why they want to.",
            )  # fmt: skip
            last = self.today - timedelta(days=dice.between(20, 340))
            if last > opened:
                self.new(
                    CarerReview, home=home, on=last, outcome="kept", why="Nothing has to change.",
                    carers_said="We would like our worker to stay the same.",
                    children_said="I have my own key." if dice.chance(0.6) else "",
                )  # fmt: skip
            return
        ages = (16, 17) if home.kind == "supported" else dice.pick(((8, 17), (10, 17), (12, 17)))
        self.new(
            Registration, home=home, urn=f"SC99{dice.between(1000, 9999)}", starts_on=opened, places=places,
            age_from=ages[0], age_to=ages[1],
        )  # fmt: skip
        inspected = max(opened, self.today - timedelta(days=dice.between(30, 500)))
        self.new(
            Inspection, home=home, on=inspected, grade=dice.pick(("1", "2", "2", "2", "2", "3", "3", "4"))
        )

    def price(self, home: Home, since: date) -> None:
        """What a place costs; agencies and homes now and then under no contract."""
        ranges = self.read["price"]
        low, high = ranges.get(home.kind) or ranges[f"foster_{home.provider.kind}"]
        own = home.provider.kind == "council"
        self.new(
            Price, home=home, pounds_a_week=Decimal(self.dice.between(low, high)), starts_on=since,
            in_contract=own or self.dice.chance(0.7),
        )  # fmt: skip

    def unlawful(self) -> None:
        """One home whose registration ended, and one flat that never had any: marked, and refused when one is chosen."""
        residential = [
            each for each in self.homes if each.kind == "residential" and each.provider.kind == "private"
        ]
        supported = [
            each for each in self.homes if each.kind == "supported" and each.provider.kind == "private"
        ]
        if residential:
            held = next(row for row in self.rows[Registration] if row.home is residential[0])
            held.ends_on = max(held.starts_on + timedelta(days=1), self.today - timedelta(days=12))
            residential[0].free = max(1, residential[0].free)
        if supported:
            self.rows[Registration] = [row for row in self.rows[Registration] if row.home is not supported[0]]
            supported[0].free = max(1, supported[0].free)

    def on_the_way(self) -> None:
        """Who asked about fostering in the last years, how far each came, and some who left."""
        dice = self.dice
        fosters = [each for each in self.homes if each.kind == "foster" and each.provider.kind == "council"]
        newest = sorted(fosters, key=lambda each: each.opened_on, reverse=True)
        for number in range(max(8, round(46 * self.scale))):
            asked = self.ago(5, 900)
            enquiry = self.new(
                Enquiry, name=f"{family_name(dice, dice.pick(ETHNICITIES))} household", on=asked,
                phone=f"01632 96{dice.between(0, 9999):04d}",
                heard_from=dice.pick(HEARD),
                could_offer=dice.pick(("brothers and sisters", "teenagers", "babies", "weekends", "")),
                home=newest[number] if number < min(3, len(newest)) else None,
            )  # fmt: skip
            self.road(enquiry, asked)
        for home in fosters[-max(2, round(5 * self.scale)) :]:
            told = self.today - timedelta(days=dice.between(3, 300))
            if told > home.opened_on and home.id not in {each.id for each in newest[:3]}:
                self.new(
                    Leaving, home=home, told_on=told, leaves_on=told + timedelta(days=28), why=dice.pick(WHY_LEFT),
                    words="We loved it, and we are tired.", would_keep="Somebody who rings back the same day.",
                )  # fmt: skip
                home.closed_on, home.free = told + timedelta(days=28), 0

    def road(self, enquiry: Enquiry, asked: date) -> None:
        """Stage after stage until today, or until it stopped: four in five who ask do."""
        dice, on = self.dice, asked
        for place, stage in enumerate(STAGES):
            if on > self.today:
                return
            self.new(EnquiryStep, enquiry=enquiry, stage=stage, on=on)
            if stage == "approved":
                return
            approved = enquiry.home is not None
            if not approved and dice.chance((0.4, 0.3, 0.15, 0.12, 0.05, 0.9)[place]):
                stopped = on + timedelta(days=dice.between(1, 40))
                if stopped <= self.today:
                    self.new(
                        EnquiryStep, enquiry=enquiry, stage="stopped", on=stopped, why=dice.pick(WHY_STOPPED)
                    )
                return
            on += timedelta(days=max(1, round(DAYS_BETWEEN[place] * dice.between(6, 16) / 10)))

    def ago(self, least: int, most: int) -> date:
        """A day so many days ago, between two."""
        return self.today - timedelta(days=self.dice.between(least, most))
