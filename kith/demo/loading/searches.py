"""Children of Kithshire for whom a home is looked for, with their needs, shortlists, and what each said."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from importlib.resources import files
from typing import Any
from uuid import UUID

from kith.care.models import Episode
from kith.core.acting import acting
from kith.core.actor import Actor
from kith.demo.dice import Dice
from kith.demo.loading.shown import boy_in_care, show_the_boy
from kith.homes.models import Choice, Home, Met, Need, Profile, Said, Search, SearchStep
from kith.homes.rules import ADULT, age_on
from kith.homes.words import LIVES_HERE
from kith.people.models import FamilyMember

MOST, FROM = 14, 60
NEEDS = (
    "To stay at the same school",
    "Brothers and sisters every week",
    "Somebody awake at night",
    "Time to settle before anything else",
)
LIKED = frozenset({"dog", "garden", "own_room"})
STEPS = (
    ("1_kin", "Family and friends come first."),
    ("2_own", "Everybody on the map was asked. Nobody can now; two help with weekends."),
    ("4_agency", "None of our own carers had room for what matters most."),
)
SAID = (
    (
        "child",
        "I want to see the room first. Can I bring my things?",
        "A first tea on Saturday, with the room to see.",
    ),
    ("carers", "We have cleared the room with the blue door.", ""),
)
Row = dict[str, Any]


def make_searches(*, by: Actor, seed: int, today: date) -> tuple[int, int]:
    """A search for some of those who are looked after away from home, brothers and sisters together.

    How many searches, and how many things of them were shown to somebody behind the door.
    """
    words = tomllib.loads((files("kith.demo") / "data" / "homes.toml").read_text(encoding="utf-8"))
    dice = Dice(seed, "home searches", 0)
    with acting(by):
        if Search.objects.exists():
            return 0, 0
        looker, made = _Looker(by, dice, words, today), 0
        for group in _who(dice, today, boy_in_care()):
            together = dice.new_id()
            for row in group:
                looker.looks(row, together, len(group))
                made += 1
        return made, show_the_boy(looker.new, looker.dice, today)


def _who(dice: Dice, today: date, boy: UUID | None) -> list[list[Row]]:
    """Groups of brothers and sisters in care today in homes that may not last: the same family, at most four of it."""
    rows = Episode.objects.filter(
        ceased_on__isnull=True,
        placement_type__in=("K2", "U6", "Z14", "R1", "K3"),
        person__birth_knowledge="exact",
        person__died_on__isnull=True,
    )
    columns = ("person_id", "person__born_on", "person__sex")
    found: dict[UUID, Row] = {}
    for values in rows.order_by("started_on", "person_id").values_list(*columns):
        row = dict(zip(columns, values, strict=True))
        if row["person__born_on"] and age_on(row["person__born_on"], today) < ADULT:
            found[row["person_id"]] = row
    members = FamilyMember.objects.filter(person_id__in=found).order_by("family_id")
    family: dict[UUID, UUID] = dict(members.values_list("person_id", "family_id"))
    groups: dict[UUID, list[Row]] = {}
    for person, row in found.items():
        groups.setdefault(family.get(person, person), []).append(row)
    several = [each[:4] for each in groups.values() if len(each) > 1]
    alone = [each for each in groups.values() if len(each) == 1]
    chosen = several[:3] + dice.sample(alone, min(MOST - 4, len(alone)))
    # Of him his own page tells.
    his = next((each for each in groups.values() if any(row["person_id"] == boy for row in each)), None)
    return chosen if his is None or his in chosen else [*chosen, his]


class _Looker:
    """Writes one search after another, with the dice of all."""

    def __init__(self, by: Actor, dice: Dice, words: dict[str, Any], today: date) -> None:
        self.dice, self.words, self.today = dice, words, today
        self.common: dict[str, Any] = {"recorded_by": by.id, "source": "demo"}

    def new(self, model: type[Any], **fields: Any) -> Any:
        """One more row."""
        return model.objects.create(id=self.dice.new_id(), **self.common, **fields)

    def looks(self, row: Row, together: UUID, group: int) -> None:
        """A home is looked for for this child."""
        dice = self.dice
        age = age_on(row["person__born_on"], self.today)
        asked = self.today - timedelta(days=dice.between(1, FROM))
        part = "young" if age < 6 else "middle" if age < 12 else "teen"
        profile = self.new(
            Profile,
            reference=f"C-{dice.between(1000, 9999)}{dice.between(10, 99)}",
            together=together,
            born_on=row["person__born_on"],
            sex=row["person__sex"] if row["person__sex"] in {"F", "M"} else "",
            trauma=dice.chance(0.25),
            strengths=dice.pick(self.words["strengths"][part]),
            asked_on=asked,
            by_when=self.today + timedelta(days=dice.between(3, 40)),
            likes=[each for each in LIVES_HERE if each in LIKED and dice.chance(0.4)],
            skills=["school"] if dice.chance(0.15) else [],
        )
        search = self.new(
            Search,
            child_id=row["person_id"],
            profile=profile,
            why=dice.pick(self.words["why"]["words"]),
            child_wishes="To stay with my brothers and sisters." if group > 1 else "To stay at my school.",
            ranked_on=asked,
        )
        level = "2_own" if dice.chance(0.4) else "4_agency"
        for step, reason in STEPS:
            if step <= level:
                self.new(
                    SearchStep, search=search, child_id=search.child_id, level=step, on=asked, reason=reason
                )
        needs = [
            self.new(Need, search=search, child_id=search.child_id, words=need, rank=number)
            for number, need in enumerate(NEEDS[: dice.between(2, 4)], 1)
        ]
        if dice.chance(0.4):
            self.shortlists(search, needs[0], level)

    def shortlists(self, search: Search, need: Need, level: str) -> None:
        """One home that was asked, with both sides heard."""
        kinds = ["council"] if level == "2_own" else ["council", "private", "voluntary"]
        homes = Home.objects.filter(
            kind="foster", free__gt=0, provider__kind__in=kinds, closed_on__isnull=True
        ).order_by("reference")[:20]
        if not homes:
            return
        child = search.child_id
        choice = self.new(
            Choice,
            search=search,
            child_id=child,
            home=self.dice.pick(list(homes)),
            state="asked",
            on=self.today,
            level=level,
            why="Near school, and they have done this before.",
            impact="One boy lives there. He would like company.",
        )
        for who, said, changed in SAID:
            self.new(Said, choice=choice, child_id=child, who=who, words=said, on=self.today, changed=changed)
        how = "The carers drive to the same school each morning, from the first day."
        self.new(Met, choice=choice, need=need, child_id=child, how=how)
