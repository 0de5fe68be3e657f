"""A length of time that the law allows, as data."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Unit = Literal["hour", "day", "week", "month", "year"]


class Deadline(BaseModel):
    """So many hours, days, weeks, months or years after (or before) a day.

    `first_day_counts` is for law that says "beginning with": the first day is day 1. `rolls_forward` is only
    for law that moves an end on a weekend or holiday to the next working day (UK GDPR does; most does not).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: int = Field(ge=0, le=1000)
    unit: Unit
    days: Literal["working", "calendar"] = "calendar"
    direction: Literal["after", "before"] = "after"
    first_day_counts: bool = False
    rolls_forward: bool = False

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.days == "working" and self.unit != "day":
            raise ValueError("only days can be working days: use unit = 'day', or days = 'calendar'")
        forward_only = self.first_day_counts or self.rolls_forward or self.unit == "hour"
        if self.direction == "before" and forward_only:
            raise ValueError(
                "a deadline before a day is not in hours, nor rolls forward, nor counts that day"
            )
        if self.first_day_counts and self.value == 0:
            raise ValueError("a period that counts its first day is at least 1 long")
        return self

    def __str__(self) -> str:
        working = "working " if self.days == "working" else ""
        return f"{self.value} {working}{self.unit}{'' if self.value == 1 else 's'}"
