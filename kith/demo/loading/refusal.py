"""When the demo may not be made, or goes on where it was interrupted.

The audit of actions says that a demo was begun, and of which size, seed and day; and, at its end, that it was
made. Begun and not made is an interrupted one: nobody can open anything in it, for grants come last.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

BEGUN, MADE = "demo.begin", "demo.make"


class DemoRefusedError(Exception):
    """The demo cannot be made. The message is one plain line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which demo: how many children, which seed, as on which day."""

    children: int
    seed: int
    today: date


def refuse_production() -> None:
    """Raises DemoRefusedError where KITH_ENV=production."""
    if os.environ.get("KITH_ENV") == "production":
        raise DemoRefusedError(
            "The demo is refused in production (KITH_ENV=production): it has a public password."
        )


def plan_for(cursor: CursorWrapper, wanted: Plan) -> tuple[Plan, bool]:
    """The demo to make, and whether it goes on with an interrupted one (which keeps the day it was begun on).

    Raises DemoRefusedError when the database holds anything else, or another demo.
    """
    if wanted.children < 1:
        raise DemoRefusedError("The demo needs at least 1 child; 1500 makes a whole authority.")
    begun = unfinished(cursor)
    if begun is None:
        cursor.execute("SELECT EXISTS (SELECT FROM people_person) OR EXISTS (SELECT FROM access_account)")
        if cursor.fetchone()[0]:
            raise DemoRefusedError(
                "This database already holds people or accounts: the demo is made only in an empty one."
                " Name another data folder with KITH_DATA."
            )
        return wanted, False
    if (begun.children, begun.seed) != (wanted.children, wanted.seed):
        raise DemoRefusedError(
            "A demo was interrupted here: finish it with"
            f" kith demo --children {begun.children} --seed {begun.seed}, or name another data folder."
        )
    return begun, True


def unfinished(cursor: CursorWrapper) -> Plan | None:
    """The demo that was begun and never finished; None where there is none."""
    cursor.execute(
        "SELECT summary::text FROM core_auditentry WHERE action = %s"
        " AND NOT EXISTS (SELECT FROM core_auditentry WHERE action = %s) ORDER BY id LIMIT 1",
        [BEGUN, MADE],
    )
    row = cursor.fetchone()
    if row is None:
        return None
    told = json.loads(row[0])
    return Plan(int(told["children"]), int(told["seed"]), date.fromisoformat(told["today"]))
