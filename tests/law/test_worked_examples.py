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
    ("SI 2010/959 reg 28(2)(a): within a week of the start of the placement; 27 November 2026 is a Friday", "LA-18",
     [("placement_first_year", "2026-11-27"), ("visit_to_child", "2026-12-05")], "2026-12-31",
     [("2026-11-27", "2026-12-04", "2026-12-05", "met_late")]),
    ("SI 2010/959 reg 28(2)(a): seen on the day of the move is seen", "LA-18",
     [("placement_first_year", "2026-11-27"), ("visit_to_child", "2026-11-27")], "2026-12-31",
     [("2026-11-27", "2026-12-04", "2026-11-27", "met")]),
    ("SI 2010/959 reg 28(2)(b): at most six weeks between visits in the first year", "LA-19",
     [("placement_first_year", "2026-01-05"), ("visit_to_child", "2026-01-12"), ("visit_to_child", "2026-02-23")],
     "2026-04-06",
     [("2026-01-05", "2026-02-16", "2026-01-12", "met"), ("2026-01-12", "2026-02-23", "2026-02-23", "met"),
      ("2026-02-23", "2026-04-06", None, "due")]),
    ("SI 2010/959 reg 28(2)(c)(ii): six weeks after the first year; late from the day after", "LA-20",
     [("placement_after_first_year", "2026-02-01")], "2026-03-16",
     [("2026-02-01", "2026-03-15", None, "late")]),
    ("SI 2010/959 reg 28(2)(c)(i): three months where it is meant to last, to a shorter month", "LA-21",
     [("placement_after_first_year_long_term", "2025-11-30")], "2026-02-28",
     [("2025-11-30", "2026-02-28", None, "due")]),
    ("SI 2010/959 reg 28(4): each week at home under an interim order, until the first review", "LA-23",
     [("connected_or_interim_until_first_review", "2026-03-02", "2026-03-18"), ("visit_to_child", "2026-03-09")],
     "2026-03-20",
     [("2026-03-02", "2026-03-09", "2026-03-09", "met"), ("2026-03-09", "2026-03-16", None, "late")]),
    ("SI 2010/959 reg 28(4): then every four weeks", "LA-52",
     [("connected_or_interim_after_first_review", "2026-03-02")], "2026-03-30",
     [("2026-03-02", "2026-03-30", None, "due")]),
    ("SI 2010/959 reg 28(5): a week at home under a full order, then six weeks", "LA-24",
     [("care_order_with_parent", "2026-03-02"), ("visit_to_child", "2026-03-06")], "2026-04-17",
     [("2026-03-02", "2026-03-09", "2026-03-06", "met"), ("2026-03-06", "2026-04-17", None, "due")]),
    ("Local default: ten working days between visits under the plan, over Easter", "CP-08",
     [("child_protection_plan", "2026-03-26"), ("visit_to_child", "2026-04-07")], "2026-04-22",
     [("2026-03-26", "2026-04-13", "2026-04-07", "met"), ("2026-04-07", "2026-04-21", None, "late")]),
    ("SI 2005/389 reg 36(4)(a): each week until the first review, which ends it", "AD-02",
     [("placed_for_adoption_until_first_review", "2026-03-02", "2026-03-12"), ("visit_to_child", "2026-03-09")],
     "2026-04-01",
     [("2026-03-02", "2026-03-09", "2026-03-09", "met"), ("2026-03-09", "2026-03-16", None, "excused")]),
    ("SI 2010/959 reg 4(2): a care plan in ten working days, over Easter", "LA-01",
     [("looked_after_without_order", "2026-03-26"), ("care_plan_made", "2026-04-13")], "2026-05-01",
     [("2026-03-26", "2026-04-13", "2026-04-13", "met")]),
    ("SI 2010/2797: ten working days after care ended in custody, over Easter", "LA-47",
     [("left_care_into_custody", "2026-03-26")], "2026-04-14",
     [("2026-03-26", "2026-04-13", None, "late")]),
    ("CA1989 s25A, IRO Handbook: five working days over Easter", "LA-03",
     [("looked_after", "2026-03-30"), ("reviewing_officer_named", "2026-04-09")], "2026-05-01",
     [("2026-03-30", "2026-04-08", "2026-04-09", "met_late")]),
    ("CA1989 s25A: one who was named already need not be named again", "LA-03",
     [("looked_after", "2026-03-30"), ("reviewing_officer_named", "2026-03-01")], "2026-05-01",
     [("2026-03-30", "2026-04-08", "2026-03-30", "met")]),
    ("CA1989 s25A: nor does one count whose work ended before", "LA-03",
     [("looked_after", "2026-03-30"), ("reviewing_officer_named", "2026-03-01", "2026-03-30")], "2026-05-01",
     [("2026-03-30", "2026-04-08", None, "late")]),
    ("Local default: the next working day after the Thursday before Easter", "CP-13",
     [("section_47_started", "2026-04-02"), ("lead_protection_practitioner_named", "2026-04-07")], "2026-05-01",
     [("2026-04-02", "2026-04-07", "2026-04-07", "met")]),
    ("Working Together ch.3: one working day from the asking, over Christmas 2026", "FD-01",
     [("help_asked", "2026-12-24", None, "r"), ("referral_decided", "2026-12-30", None, "r")], "2027-01-05",
     [("2026-12-24", "2026-12-29", "2026-12-30", "met_late")]),
    ("Working Together ch.3: whoever asked is not told where that is not safe", "FD-02",
     [("help_asked", "2026-12-24", None, "r"), ("telling_referrer_unsafe", "2026-12-24", None, "r")], "2027-01-05",
     [("2026-12-24", "2026-12-29", None, "excused")]),
    ("Local default: the family told by the next working day, of this decision and not of another", "FD-03",
     [("referral_decided", "2026-04-02", None, "r"), ("family_told_of_decision", "2026-04-07", None, "s")],
     "2026-04-08", [("2026-04-02", "2026-04-07", None, "late")]),
    ("Local default: a lead in five working days, over Easter", "FH-01",
     [("family_help", "2026-03-30"), ("lead_practitioner_named", "2026-04-08")], "2026-05-01",
     [("2026-03-30", "2026-04-08", "2026-04-08", "met")]),
    ("Local default: six weeks, then twelve, while no child protection plan runs", "FH-02",
     [("family_help_plan", "2026-01-05", None, "p"), ("family_help_plan_reviewed", "2026-02-10", None, "p"),
      ("child_protection_plan", "2026-04-01")], "2026-05-10",
     [("2026-01-05", "2026-02-16", "2026-02-10", "met"), ("2026-02-10", "2026-05-05", None, "excused")]),
    ("SI 2010/2571 reg 7: every six months, to a shorter month", "LC-05",
     [("pathway_plan", "2025-08-31", None, "p"), ("pathway_plan_reviewed", "2026-02-27", None, "p")], "2026-03-01",
     [("2025-08-31", "2026-02-28", "2026-02-27", "met"), ("2026-02-27", "2026-08-27", None, "due")]),
    ("CA1989 s32(1)(a)(ii): 26 weeks beginning with the day of issue; ended a day too late", "PL-06",
     [("care_application", "2026-01-05", "2026-07-06")], "2026-08-01",
     [("2026-01-05", "2026-07-05", "2026-07-06", "met_late")]),
    ("FPR 2010 PD 12A: by working day 18, the day of issue being the first, over Easter", "PL-07",
     [("care_application", "2026-03-26", None, "a"), ("first_court_hearing", "2026-04-22", None, "a")], "2026-05-01",
     [("2026-03-26", "2026-04-22", "2026-04-22", "met")]),
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
