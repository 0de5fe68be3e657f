"""The limit counts within its time, forgets after it, and stays small; logs keep no secret."""

from __future__ import annotations

import logging

from kith.core.logs import NoPersonalData
from kith.law.reminders.limit import Limit


def test_it_allows_so_many_in_so_long_and_then_again() -> None:
    limit = Limit(2, 10)
    assert [limit.allows("a", now) for now in (0, 1, 2, 10.5, 10.6, 11)] == [
        True,
        True,
        False,
        True,
        False,
        True,
    ]


def test_one_key_takes_nothing_from_another() -> None:
    limit = Limit(1, 10)
    assert [limit.allows(key, 0) for key in ("a", "b", "a")] == [True, True, False]


def test_it_remembers_only_the_latest_keys() -> None:
    limit = Limit(1, 10, remembers=2)
    assert [limit.allows(key, 0) for key in ("a", "b", "c", "a")] == [True] * 4


def test_a_line_of_the_log_keeps_no_secret_of_a_calendar() -> None:
    line = logging.makeLogRecord({"msg": "Not found: %s", "args": ("/my/calendar/s3cr3t-_w.ics",)})
    assert NoPersonalData().filter(line)
    assert line.getMessage() == "Not found: /my/calendar/<secret>.ics"
