"""Facts: what happened to a person and when, as the rooms of the house report it to the law."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened (or a span that began) on a day.

    `until` is the day on which a span ended, None while it lasts. `ref` ties facts of one matter together
    (a referral and its assessment). Raises ValueError for a day outside 1900 to 2100, or a span that ends
    before it begins.
    """

    kind: str
    person: UUID
    on: date
    until: date | None = None
    ref: str = ""
    detail: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for day in (self.on, self.until):
            if day is not None and not EARLIEST <= day <= LATEST:
                raise ValueError(
                    f"{self.kind}: {day.isoformat()} is not a day between 1900 and 2100. Correct the date."
                )
        if self.until is not None and self.until < self.on:
            raise ValueError(f"{self.kind}: ends {self.until}, before it begins {self.on}. Correct one.")


def details_said(detail: Any) -> dict[str, str]:
    """A fact's details, as JSON text or read already, in the form that the register asks of: text alone, no nulls."""
    found = json.loads(detail) if isinstance(detail, str) and detail else detail or {}
    return {key: str(value) for key, value in found.items() if value is not None}
