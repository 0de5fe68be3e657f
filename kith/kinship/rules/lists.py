"""Short lists as data: what carers decide from day to day, the ages at which they are asked, what an assessment asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from kith.kinship.models.assessing import Route
from kith.kinship.rules.reading import FOLDER, RulesError, shaped, told
from kith.law.months import add_months


@dataclass(frozen=True, slots=True)
class KeyAge:
    """An age at which things change; the carer is asked, and told, so many months before."""

    age: int
    months_before: int
    says: str

    def due_on(self, born: date) -> date:
        """The day by which to ask, for a child born on a day."""
        return add_months(born, 12 * self.age - self.months_before)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a full assessment, and the routes for which it is asked."""

    id: str
    asks: str
    routes: tuple[str, ...]


@cache
def everyday() -> dict[str, str]:
    """What a carer may decide from day to day: in words, by id."""
    return {each["id"]: each["says"] for each in told(FOLDER / "everyday.toml")["thing"]}


@cache
def key_ages() -> tuple[KeyAge, ...]:
    """The ages, the youngest first. Raises RulesError."""
    found = []
    for each in told(FOLDER / "ages.toml")["age"]:
        sorts = {"age": int, "months_before": int, "says": str}
        shaped(f"ages.toml, age {each.get('age', '?')}", each, sorts, sorts)
        found.append(KeyAge(**each))
    return tuple(sorted(found, key=lambda each: each.age))


@cache
def questions() -> tuple[Question, ...]:
    """All questions, in order. Raises RulesError."""
    found = []
    for each in told(FOLDER / "questions.toml")["question"]:
        sorts = {"id": str, "asks": str, "routes": list}
        where = f"questions.toml, question {each.get('id', '?')}"
        shaped(where, each, sorts, sorts)
        if wrong := sorted(set(each["routes"]) - set(Route.values)):
            raise RulesError(f"{where}: {wrong[0]} is no route. Use one of {', '.join(Route.values)}.")
        found.append(Question(each["id"], each["asks"], tuple(each["routes"])))
    if len({each.id for each in found}) != len(found):
        raise RulesError("questions.toml: two questions have one id. Give each its own.")
    return tuple(found)


def asked_for(route: str) -> tuple[Question, ...]:
    """The questions of one route, in order."""
    return tuple(each for each in questions() if route in each.routes)
