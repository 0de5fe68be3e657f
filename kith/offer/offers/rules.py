"""What the law gives, as dated rules: data alone says for whom, from when and by which law."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

Status = Literal["in_force", "guidance", "prospective", "local"]
OLDEST = 25


@dataclass(frozen=True, slots=True)
class Amount:
    """So many pounds from a day until a day, of what, and where that was read."""

    starts: date
    ends: date | None
    pounds: int
    of: str
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that one is entitled to. `before`: "care" for a child who was in care just before, "other" for one who
    was not, "" for either. `always`: whatever was asked about. Its days are those on which it holds, both included.
    """

    id: str
    heading: str
    name: str
    says: str
    status: Status
    law: str
    link: str = ""
    kinds: tuple[str, ...] = ()
    ages: tuple[int, int] = (0, OLDEST)
    before: str = ""
    always: bool = False
    starts: date | None = None
    ends: date | None = None
    amounts: tuple[Amount, ...] = ()

    def holds(self, day: date) -> bool:
        """Whether it is in the book on a day; what Parliament passed and nobody began is, as what it is."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)

    def amount(self, day: date) -> Amount | None:
        """The sum of a day, where one is known."""
        held = (
            each for each in self.amounts if each.starts <= day and (each.ends is None or day <= each.ends)
        )
        return next(held, None)


@cache
def rules() -> tuple[Rule, ...]:
    """All of them, in the order of the file. Raises ValueError for two of one id on one day."""
    text = (files("kith.offer.offers") / "data" / "entitlements.toml").read_text(encoding="utf-8")
    found = tuple(
        Rule(
            id=each["id"],
            heading=each["heading"],
            name=each["name"],
            says=each["says"],
            status=each["status"],
            law=each["law"],
            link=each["link"],
            kinds=tuple(each["kinds"]),
            ages=tuple(each.get("ages", (0, OLDEST))),
            before=each.get("before", ""),
            always=each.get("always", False),
            starts=each.get("from"),
            ends=each.get("until"),
            amounts=tuple(
                Amount(one["from"], one.get("until"), one["pounds"], one["of"], one["source"])
                for one in each.get("amounts", ())
            ),
        )
        for each in tomllib.loads(text)["rule"]
    )
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            if one.id == other.id and _overlap(one, other):
                raise ValueError(f"{one.id} stands twice on one day: give the older one `until`.")
    return found


def _overlap(one: Rule, other: Rule) -> bool:
    return (one.starts or date.min) <= (other.ends or date.max) and (other.starts or date.min) <= (
        one.ends or date.max
    )
