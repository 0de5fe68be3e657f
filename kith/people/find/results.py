"""One line of what Find shows: nothing sensitive, whoever looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from kith.design.dates import age, age_or_unborn
from kith.people.find.near_dates import slip_between

State = Literal["open", "ask", "name", "index"]
WORDS = {
    "identifier": "same number",
    "name": "same name",
    "begins": "name begins so",
    "sounds": "sounds like",
    "spelt": "spelt nearly so",
    "born": "same date of birth",
    "postcode": "lives in that postcode",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A person as Find may show them. `person` is None for an index line, which leads nowhere.

    `state`: open (the actor's own work), ask (a reason opens it), name (may be known by name only) or
    index (front door alone: known, ring duty).
    """

    person: UUID | None
    name: str
    known_as: str
    local_id: str
    born_on: date | None
    birth_knowledge: str
    died_on: date | None
    area: str
    lead_worker: str
    why: tuple[str, ...]
    state: State

    @property
    def shown_name(self) -> str:
        """The name; where a return brought none, the council's own number until somebody gives one."""
        return self.name or (f"Not yet named ({self.local_id})" if self.local_id else "Not yet named")

    def age_in_words(self, today: date) -> str:
        """Age, or unborn with the date expected, or that it is not known."""
        if self.born_on is None:
            return "age not known"
        if self.died_on is not None:
            return f"died {self.died_on.year}"
        if self.birth_knowledge == "expected":
            return age_or_unborn(None, self.born_on, today)
        if self.born_on > today:
            return "age not known"
        return (
            f"about {age(self.born_on, today)}"
            if self.birth_knowledge == "estimated"
            else age(self.born_on, today)
        )


def reasons(codes: Sequence[str], births: Sequence[date], asked: date | None) -> tuple[str, ...]:
    """Why a person matched, in plain words; `births` are the dates held, `asked` the one typed."""
    said = []
    for code in codes:
        if code == "born_near" and asked is not None:
            slips = [slip for slip in (slip_between(asked, held) for held in births) if slip]
            said.append(
                f"born {slips[0]}"
                if slips and slips[0] == "one day apart"
                else "date of birth nearly the same"
            )
            if slips and slips[0] != "one day apart":
                said[-1] = f"date of birth: {slips[0]}"
        else:
            said.append(WORDS[code])
    return tuple(said)
