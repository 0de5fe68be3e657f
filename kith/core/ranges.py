"""Date ranges: half-open `[)`, never empty, in Europe/London dates."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from psycopg.types.range import DateRange

__all__ = ["DateRange", "DateRangeField", "RangeOperators", "during", "inclusive", "not_empty"]


def during(start: date | None, end: date | None = None) -> DateRange:
    """`[start, end)`. Raises ValueError when it would hold no day at all."""
    if start is not None and end is not None and end <= start:
        raise ValueError(f"A range from {start} up to {end} holds no day.")
    return DateRange(start, end, "[)")


def inclusive(first: date, last: date | None) -> DateRange:
    """The range that holds both days, as returns count them; the same day twice is one day long."""
    return during(first, None if last is None else last + timedelta(days=1))


def not_empty(field: str, name: str) -> models.CheckConstraint:
    """A check that a range holds at least one day: PostgreSQL forgets the dates of an empty one."""
    empty = Func(F(field), function="isempty", output_field=models.BooleanField())
    return models.CheckConstraint(condition=~Q(empty), name=name)
