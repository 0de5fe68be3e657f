"""Facts refuse impossible days; rooms hand them over through one port; the law room needs no Django."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import pytest

from kith.law import providers
from kith.law.coverage import Covered
from kith.law.facts import Fact
from kith.law.providers import Provider

CHILD = UUID(int=3)


def test_a_day_that_cannot_be_is_refused_with_its_remedy() -> None:
    with pytest.raises(ValueError, match=r"birth: 0201-05-01 is not a day between 1900 and 2100\. Correct"):
        Fact("birth", CHILD, date(201, 5, 1))
    with pytest.raises(ValueError, match="ends 2024-01-01, before it begins 2024-01-02"):
        Fact("looked_after", CHILD, date(2024, 1, 2), date(2024, 1, 1))


def test_a_span_may_end_on_the_day_it_began() -> None:
    assert Fact("looked_after", CHILD, date(2024, 1, 2), date(2024, 1, 2)).until == date(2024, 1, 2)


def test_rooms_register_once_and_their_coverage_is_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(providers, "_providers", {})

    def covers(as_at: date, believed: datetime | None) -> Iterable[Covered]:
        return [Covered("looked_after_review", date(2018, 4, 1), as_at)]

    room = Provider("a room", covers)
    providers.register(room)
    providers.register(room)
    with pytest.raises(ValueError, match="a room already gives facts"):
        providers.register(Provider("a room", lambda as_at, believed: []))
    assert providers.coverage(date(2024, 5, 1)).of_all(["looked_after_review"]) is not None
    providers.forget("a room")
    assert providers.known() == []


def test_the_engine_imports_no_django() -> None:
    code = (
        "import sys, kith.law.engine, kith.law.providers, kith.law.register; print('django' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
