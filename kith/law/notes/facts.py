"""The law's own facts: what workers recorded of a due date, where the law of that duty allows it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.law.coverage import Covered
from kith.law.models import DutyNote
from kith.law.providers import Provider, Reads, register

READS = {
    "note": Reads(DutyNote, ("duty", "matter_id", "how", "reason", "on_day", "until", "taken_back_on")),
}
FACTS = """
SELECT CASE how WHEN 'extended' THEN 'duty_extended' WHEN 'excused' THEN 'duty_excused' ELSE 'duty_paused' END AS kind,
       person, on_day AS day, until, matter_id AS ref, jsonb_build_object('duty', duty, 'reason', reason) AS detail
  FROM {note} n WHERE how <> 'late' AND taken_back_on IS NULL
"""


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """No duty waits for what is allowed now and then."""
    return ()


def fill() -> None:
    """Give the law its own facts (at start-up)."""
    register(Provider("law", covers, FACTS, READS))
