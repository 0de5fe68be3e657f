"""A line of the page of a child in care, and the words for what a code or a talk says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from kith.care.models.kinds import GONE, HomeKind, Unlawful
from kith.care.models.permanence_kinds import Adopters, AdoptersTie, Before, WhyNotAdoption


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on the page. `title` and `says` are words; `quiet` is smaller; `state` a code.

    `item` is its id, None of what a return told.
    """

    item: UUID | None
    title: str
    says: str
    on: date | None
    until: date | None = None
    quiet: str = ""
    words: str = ""
    state: str = ""


def told(episodes: Sequence[Sequence[Any]], column: int, choices: Any, otherwise: str) -> list[Line]:
    """What a return told of homes or laws, run by run, the newest first."""
    found: list[Line] = []
    for row in episodes:
        began, ended, same, new, code = row[0], row[1], row[2], row[3], row[column]
        last = found[-1] if found else None
        goes_on = last is not None and last.state == code and last.until == began
        if goes_on and last is not None and (column == 5 or same or new == "L"):
            found[-1] = replace(last, until=ended)
        else:
            found.append(Line(None, label(choices, code, otherwise), "", began, ended, state=code))
    return found[::-1]


def label(choices: Any, code: str, otherwise: str) -> str:
    gone = GONE if choices is HomeKind else {}
    return str((gone | dict(choices.choices)).get(code, otherwise))


def whys(codes: Sequence[str]) -> str:
    return "; ".join(label(Unlawful, each, each) for each in codes)


def lasting(
    placed: Sequence[Sequence[Any]], adopted: Sequence[Sequence[Any]], before: Sequence[Sequence[Any]]
) -> list[Line]:
    """Adoption as the plan and as it was made, and a home for good before."""
    plans = [
        Line(
            item,
            "Adoption is the plan" if ended is None else "Adoption was the plan",
            label(WhyNotAdoption, why, why),
            on,
            ended,
            state="placed",
        )
        for item, on, ended, why in placed
    ]
    made = [
        Line(None, "Adopted", _adopters(who, tie), matched, quiet=f"in the year {year}", state="adopted")
        for year, matched, who, tie in adopted
    ]
    earlier = [
        Line(
            None,
            "A home for good before",
            label(Before, kind, kind),
            None,
            quiet=_known(place, day),
            state="before",
        )
        for _year, kind, place, day in before
    ]
    return [*plans, *made, *earlier]


def _adopters(who: str, tie: str) -> str:
    return f"{label(Adopters, who, who)}; {label(AdoptersTie, tie, tie)}"


def _known(place: str, day: str) -> str:
    return ", ".join(each for each in (place, day) if each)


def talk(talk: Sequence[Any] | None) -> str:
    if talk is None:
        return ""
    _offered, held, not_wanted, words = talk
    return "They did not want to talk." if not_wanted else words if held else "A talk was offered."


def state(back: date | None, talk: Sequence[Any] | None) -> str:
    if back is None:
        return "missing"
    return "talked" if talk is not None and (talk[1] or talk[2]) else "owed"
