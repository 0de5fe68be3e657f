"""Which return of which year a page is asked for, from its address; what cannot be is the first of those that are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from kith.returns.codes import ReturnKind
from kith.returns.findings.years import KINDS, NAMES, years_live


@dataclass(frozen=True, slots=True)
class Choice:
    """One return of one year."""

    kind: ReturnKind
    year: str

    @property
    def name(self) -> str:
        return f"{NAMES[self.kind]}, {self.year}"

    @property
    def query(self) -> str:
        """How an address asks for it."""
        return f"kind={self.kind}&year={self.year}"


def choices() -> list[Choice]:
    """The returns that are checked now."""
    today = timezone.localdate()
    return [Choice(kind, window.year) for kind in KINDS for window in years_live(kind, today)]


def chosen(query: Mapping[str, str], among: list[Choice]) -> Choice | None:
    """The one that is asked for, else the first; None where there is none at all."""
    asked = (query.get("kind", ""), query.get("year", ""))
    return next((each for each in among if (each.kind, each.year) == asked), among[0] if among else None)


def page_number(text: str) -> int:
    """The page of a list: 1 for anything that is no page."""
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) <= 4 and int(text) else 1
