"""Duties worked by hand from the law: one row each, with what happened, when it fell due and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.obligation import Obligation
from kith.law.register import Register

Row = tuple[str, str, str | None, str]
Example = tuple[str, str, list[tuple[str, ...]], str, list[Row]]

# law; duty; facts (kind, day, end); as at; expected (starts, due, met, state)
ROWS: list[Example] = [
    ("SI 2010/959 reg 33(1): 20 working days over Christmas", "LA-04",
     [("looked_after", "2025-12-18"), ("looked_after_review", "2026-01-20")], "2026-02-01",
     [("2025-12-18", "2026-01-20", "2026-01-20", "met")]),
    ("SI 2010/959 reg 33(1): the coronation does not count", "LA-04",
     [("looked_after", "2023-04-28"), ("looked_after_review", "2023-06-01")], "2023-07-01",
     [("2023-04-28", "2023-05-31", "2023-06-01", "met_late")]),
    ("SI 2010/959 reg 33(1): the moved bank holiday of May 2020", "LA-04",
     [("looked_after", "2020-05-01")], "2020-06-02",
     [("2020-05-01", "2020-06-02", None, "due")]),
    ("SI 2010/959 reg 33(1): late from the day after", "LA-04",
     [("looked_after", "2020-05-01")], "2020-06-03",
     [("2020-05-01", "2020-06-02", None, "late")]),
    ("SI 2010/959 reg 33(2): three months from the first review, to a shorter month", "LA-05",
     [("looked_after", "2024-10-31"), ("looked_after_review", "2024-11-30")], "2025-02-28",
     [("2024-11-30", "2025-02-28", None, "due")]),
    ("SI 2010/959 reg 33(2): six months, then six months from the one held", "LA-06",
     [("looked_after", "2023-07-03"), ("looked_after_review", "2023-07-25"),
      ("looked_after_review", "2023-08-31"), ("looked_after_review", "2024-02-20")], "2024-08-21",
     [("2023-08-31", "2024-02-29", "2024-02-20", "met"), ("2024-02-20", "2024-08-20", None, "late")]),
    ("Working Together ch.3: 45 working days from the referral; the state funeral does not count", "AS-01",
     [("referral", "2022-09-01"), ("assessment_finished", "2022-11-04")], "2022-12-01",
     [("2022-09-01", "2022-11-04", "2022-11-04", "met")]),
    ("Working Together ch.3: conference in 15 working days over Easter", "CP-03",
     [("section_47_started", "2026-03-30"), ("initial_conference", "2026-04-23")], "2026-05-01",
     [("2026-03-30", "2026-04-22", "2026-04-23", "met_late")]),
    ("Working Together ch.3: conference in 15 working days over the Platinum Jubilee", "CP-03",
     [("section_47_started", "2022-05-23")], "2022-06-15",
     [("2022-05-23", "2022-06-15", None, "due")]),
    ("Working Together ch.3: outcome of the enquiries by the limit for the conference", "CP-02",
     [("section_47_started", "2026-03-30"), ("section_47_decided", "2026-04-10"),
      ("initial_conference", "2026-04-23")], "2026-05-01",
     [("2026-03-30", "2026-04-22", "2026-04-10", "met")]),
    ("Working Together ch.3: three months from the conference, leap year", "CP-06",
     [("child_protection_plan", "2023-11-30")], "2024-03-01",
     [("2023-11-30", "2024-02-29", None, "late")]),
    ("Working Together ch.3: every six months after the first review", "CP-07",
     [("child_protection_plan", "2023-12-01"), ("child_protection_review", "2024-02-29"),
      ("child_protection_review", "2024-08-29")], "2024-10-01",
     [("2024-02-29", "2024-08-29", "2024-08-29", "met"), ("2024-08-29", "2025-02-28", None, "due")]),
    ("CA1989 s46(6): 72 hours, from the end of a day whose hour is not known", "EM-01",
     [("police_protection", "2025-01-10", "2025-01-14")], "2025-02-01",
     [("2025-01-10", "2025-01-13", "2025-01-14", "met_late")]),
    ("SI 2005/389 reg 36(3)(a): four weeks", "AD-03",
     [("placed_for_adoption", "2024-12-20")], "2025-01-17",
     [("2024-12-20", "2025-01-17", None, "due")]),
    ("SI 2005/389 reg 36(3)(b)-(c): three months, then six", "AD-04",
     [("placed_for_adoption", "2024-01-02"), ("looked_after_review", "2024-01-30"),
      ("looked_after_review", "2024-04-30")], "2024-05-01",
     [("2024-01-30", "2024-04-30", "2024-04-30", "met"), ("2024-04-30", "2024-10-30", None, "due")]),
    ("SI 2005/389 reg 36(1): three months from authority, then six", "AD-07",
     [("authority_to_place", "2024-01-31"), ("looked_after_review", "2024-04-30")], "2024-05-01",
     [("2024-01-31", "2024-04-30", "2024-04-30", "met"), ("2024-04-30", "2024-10-30", None, "due")]),
    ("SSDA903 OC2: score for the year to 31 March, aged 4 on the day", "LA-13",
     [("birth", "2020-03-31"), ("looked_after", "2022-01-05"),
      ("strengths_and_difficulties_score", "2024-03-31")], "2024-03-31",
     [("2023-04-01", "2024-03-31", "2024-03-31", "met")]),
    ("SSDA903 OC3: from three months before the birthday to one after", "LC-13",
     [("birth", "2006-05-31"), ("care_leaver", "2024-08-01")], "2025-06-30",
     [("2025-02-28", "2025-06-30", None, "due")]),
]  # fmt: skip


@pytest.mark.parametrize("example", ROWS, ids=[example[0] for example in ROWS])
def test_a_row_worked_by_hand(register: Register, told: Callable[..., Fact], example: Example) -> None:
    _, duty, facts, as_at, expected = example
    day = date.fromisoformat(as_at)
    found = derive([told(*fact) for fact in facts], register.only(duty), as_at=day)
    assert [row(obligation) for obligation in found] == expected


def row(found: Obligation) -> Row:
    met = found.met.isoformat() if found.met else None
    return found.starts.isoformat(), found.due.isoformat(), met, found.state
