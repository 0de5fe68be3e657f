"""Why a child should not sleep in a home of some kind. What is said here is marked and told, and never refused.

Source: SI 2010/959 reg 27A (under 16, added 2021); Care Standards Act 2000 s11; SI 2023/416 (supported accommodation).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kith.care.models.kinds import Unlawful

FROM_16 = frozenset({"K3", "H5", "P2", "P3"})
"""Kinds of home for young people of 16 and over alone."""


def sixteen_on(born_on: date) -> date:
    """The day on which somebody is 16; of a child of 29 February, 1 March."""
    return birthday(born_on, 16)


def birthday(born_on: date, age: int) -> date:
    """The day on which somebody reaches an age; of a child of 29 February, 1 March in a common year."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def why_unlawful(
    *, kind: str, on: date, born_on: date | None, said: Iterable[str] = (), without_law: bool = False
) -> list[str]:
    """Codes of `Unlawful`, in the order of that list: told from the record, and said by a worker besides."""
    found = {Unlawful(each).value for each in said}
    if kind in FROM_16 and born_on is not None and on < sixteen_on(born_on):
        found.add(Unlawful.UNDER_16.value)
    if without_law:
        found.add(Unlawful.NO_AUTHORITY.value)
    return [each.value for each in Unlawful if each.value in found]
