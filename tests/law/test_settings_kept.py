"""The director decides the council's own times and promises: checked, dated, audited, never taken back in silence."""

from __future__ import annotations

from datetime import date, timedelta

import psycopg
import pytest
from django.db import connections, transaction
from django.db.utils import ProgrammingError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.access.models import Account
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.postgres.urls import with_database
from kith.law.models import DutySetting
from kith.law.register import RefusedError, effective_register, shipped
from kith.law.settings.actions import set_time, switch_promise
from kith.law.settings.queries import decisions
from tests.conftest import SERVER
from tests.support import make

pytestmark = pytest.mark.database


@pytest.fixture
def director() -> Account:
    return make.account("director", display_name="Ngozi Adeyemi")


def today() -> date:
    return timezone.localdate()


def five_becomes(director: Account, value: int | None, *, days: int = 0) -> None:
    with acting(make.actor(director)):
        set_time(
            by=make.actor(director),
            duty="FH-01",
            recurrence="once",
            value=value,
            from_day=today() + timedelta(days=days),
            reason="We have too few workers",
        )


def clocks(duty: str, as_at: date) -> list[tuple[int, date | None]]:
    return [(each.value, each.held_from) for each in effective_register(as_at)[duty].clock]


def test_the_engine_reads_what_the_council_set(director: Account) -> None:
    five_becomes(director, 10, days=3)
    with acting(make.actor(director)):
        assert clocks("FH-01", today()) == [(5, None), (10, today() + timedelta(days=3))]


def test_a_day_before_the_decision_knows_nothing_of_it(director: Account) -> None:
    five_becomes(director, 10)
    with acting(make.actor(director)):
        assert effective_register(today() - timedelta(days=1))["FH-01"] == shipped()["FH-01"]


def test_a_promise_is_switched_on_and_off(director: Account) -> None:
    by = make.actor(director)
    with acting(by):
        switch_promise(by=by, duty="LL-01", on=True, from_day=today(), reason="Voted by the council")
    with acting(by):
        assert effective_register(today())["LL-01"].promised_from == today()
    with acting(by):
        switch_promise(by=by, duty="LL-01", on=False, from_day=today(), reason="No money left")
    with acting(by):
        assert effective_register(today())["LL-01"].clock == ()


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"director"}))
def test_nobody_but_the_director_decides(role: str) -> None:
    by = make.actor(make.account(role))
    with acting(by), pytest.raises(NotPermittedError):
        set_time(by=by, duty="FH-01", recurrence="once", value=3, from_day=today(), reason="x")
    with acting(by), pytest.raises(NotPermittedError):
        switch_promise(by=by, duty="LL-01", on=True, from_day=today(), reason="x")
    assert DutySetting.objects.using(make.OWNER).count() == 0


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"value": 21, "duty": "LA-04"}, "value", "shorter, never longer"),
        ({"from_day": date(2020, 1, 1)}, "from_day", "what was due before is judged by what held then"),
        ({"reason": "  "}, "reason", "Say why"),
        ({"value": 0}, "value", "whole number from 1"),
        ({"duty": "XX-99"}, "duty", "no duty XX-99"),
        ({"recurrence": "every"}, "value", "No number of days"),
    ],
)
def test_what_cannot_be_set_is_refused_in_words_and_nothing_is_kept(
    director: Account, changed: dict[str, object], field: str, says: str
) -> None:
    by = make.actor(director)
    given = {"duty": "FH-01", "recurrence": "once", "value": 3, "from_day": today(), "reason": "x"} | changed
    with acting(by), pytest.raises(RefusedError, match=says) as refused:
        set_time(by=by, **given)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert DutySetting.objects.using(make.OWNER).count() == 0


def test_a_duty_that_is_no_promise_cannot_be_switched_off(director: Account) -> None:
    by = make.actor(director)
    with acting(by), pytest.raises(RefusedError, match="holds in any event"):
        switch_promise(by=by, duty="LA-04", on=False, from_day=today(), reason="x")


def test_each_decision_leaves_an_audit_row_and_a_line_of_history(director: Account) -> None:
    five_becomes(director, 10)
    five_becomes(director, None, days=30)
    with acting(make.actor(director)):
        lines = [(each.says, each.by, each.reason) for each in decisions("FH-01")]
    assert lines == [
        ("Back to 5 working days", "Ngozi Adeyemi", "We have too few workers"),
        ("10 working days in the place of 5 working days", "Ngozi Adeyemi", "We have too few workers"),
    ]
    assert SERVER.urls is not None
    with psycopg.connect(with_database(SERVER.urls.superuser, SERVER.database)) as looking:
        rows = looking.execute(
            "SELECT action, actor, summary ->> 'duty', summary ->> 'value', summary::text"
            " FROM core_auditentry WHERE action LIKE 'law.%' ORDER BY id"
        ).fetchall()
    assert [row[:4] for row in rows] == [
        ("law.set_time", director.id, "FH-01", "10"),
        ("law.set_time", director.id, "FH-01", None),
    ]
    assert "too few" not in rows[0][4]


def test_the_app_can_neither_change_nor_take_back_a_decision(director: Account) -> None:
    five_becomes(director, 10)
    for statement in ("UPDATE law_dutysetting SET value = 99", "DELETE FROM law_dutysetting"):
        with (
            acting(make.actor(director)),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connections["default"].cursor() as cursor,
        ):
            cursor.execute(statement)


def test_reading_the_settings_takes_one_statement(director: Account) -> None:
    five_becomes(director, 10)
    with acting(make.actor(director)), CaptureQueriesContext(connections["default"]) as captured:
        effective_register(today())
    assert len(captured) == 1
