"""Ada and her brothers and sisters need a home; her worker looks for one."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from kith.core.acting import acting
from kith.homes import actions
from kith.homes.models import Choice, Home, Search
from kith.people.models import Person
from tests.homes import register
from tests.support import make


def today() -> date:
    return timezone.localdate()


def born(years: int, days_later: int = 0) -> date:
    """Whose birthday was `days_later` days ago (before tonight) or is that far ahead."""
    day = today().replace(day=min(today().day, 28))
    return date.fromordinal(day.replace(year=day.year - years).toordinal() + days_later)


class Finding:
    """A social worker and a manager to whom four brothers and sisters are open."""

    def __init__(self, *children: Person) -> None:
        self.team = make.team()
        self.worker = make.account("social_worker", display_name="Rosa Lindqvist", in_team=self.team)
        self.manager = make.account("manager", display_name="Maud Ekwall", in_team=self.team)
        self.children = children or (make.person("Ada", born=born(9, -40)),)
        for child in self.children:
            make.involved(self.worker, child)
            make.involved(self.manager, child)

    @property
    def child(self) -> Person:
        return self.children[0]

    def does(self, what: Any, by: Any = None, /, **facts: Any) -> Any:
        # Whoever acts is an account; facts given as a mapping would be taken for one.
        actor = make.actor(by or self.worker)
        with acting(actor):
            return what(by=actor, **facts)

    def looks(self, child: Person | None = None, **facts: Any) -> UUID:
        whom = child or self.child
        told: dict[str, Any] = {
            "child": whom.id, "persons": [whom.id], "why": "Mum is in hospital.",
            "strengths": "A funny girl who draws horses.",
        }  # fmt: skip
        made: UUID = self.does(actions.look_for_home, **told | facts)
        return made

    def among(self, search: UUID, *levels: str) -> None:
        for level in levels or ("2_own", "3_region", "4_agency"):
            self.does(actions.look_among, search=search, level=level, reason="Nobody before could.")

    def lists(self, search: UUID, home: Home, **facts: Any) -> UUID:
        made: UUID = self.does(
            actions.shortlist_home, search=search, home=home.id, why="It is near.", **facts
        )
        return made

    def hears(self, choice: UUID) -> None:
        for who in ("child", "carers"):
            self.does(actions.say_of_choice, choice=choice, who=who, words="Yes please.", yes=True)
        self.does(actions.weigh_choice, choice=choice, impact="Nobody lives there yet.")

    def agrees(self, choice: UUID) -> None:
        self.does(actions.agree_home, choice=choice, why="They all fit.")

    @staticmethod
    def row(choice: UUID) -> Choice:
        return Choice.objects.using(make.OWNER).get(id=choice)

    @staticmethod
    def search(search: UUID) -> Search:
        return Search.objects.using(make.OWNER).get(id=search)

    @staticmethod
    def search_of(child: Person) -> UUID:
        return Search.objects.using(make.OWNER).get(child=child).id

    @staticmethod
    def home(**facts: Any) -> Home:
        return register.a_home(**facts)
