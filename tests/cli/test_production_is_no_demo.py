"""In production nobody serves a record that holds the demonstration's sign-ins, whose password everybody knows."""

from __future__ import annotations

import pytest

from kith.access.permissions import Permission
from kith.cli.errors import CannotError
from kith.cli.prepare import _refuse_demo_in_production
from kith.cli.purpose import operator
from tests.support import make
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def test_a_record_with_one_demo_account_is_refused_and_one_without_is_served() -> None:
    make.account("lead", login="sam@council.example")
    _refuse_demo_in_production()
    make.account("lead", login="lead@kithshire.example")
    with pytest.raises(CannotError, match="holds the demo's accounts: production needs one of its own"):
        _refuse_demo_in_production()


@pytest.mark.parametrize("given", [(None, None), ("sam@council.example", None), (None, "asked")])
def test_there_a_command_that_opens_facts_has_to_be_told_who_asks_and_why(
    given: tuple[str | None, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    who, why = given
    director = make.account("director", login="director@kithshire.example")
    sam = make.account("director", login="sam@council.example")
    how = {"default": "director", "permission": Permission.DUTIES_OF_ALL.value}
    with worker_login():
        asks = operator(who, why, **how)
        assert (asks.id, asks.reason) == (sam.id if who else director.id, why or "demo")
        monkeypatch.setenv("KITH_ENV", "production")
        with pytest.raises(CannotError, match="say who asks and why, with --as ACCOUNT and --reason TEXT"):
            operator(who, why, **how)
        assert operator("sam@council.example", "asked", **how).id == sam.id
