"""Kithshire's carers are paid: rates marked as made up, two fortnights paid, one that waits, and a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.demo.loading.conftest import Rows

pytestmark = pytest.mark.database


def test_two_fortnights_are_paid_and_one_waits_for_its_second_person(
    make: Callable[..., dict[str, int]], rows: Rows
) -> None:
    assert make()["money_paymentrun"] == 3
    runs = rows("SELECT state, total_pence, lines_count FROM money_paymentrun ORDER BY period")
    assert [state for state, *_ in runs] == ["exported", "exported", "ready"]
    sums = rows(
        "SELECT sum(pence), count(*) FROM money_paymentline WHERE held = '' AND what <> 'overpaid'"
        " GROUP BY run_id"
    )
    assert sorted(sums) == sorted((pence, count) for _, pence, count in runs)
    assert rows("SELECT bool_and(made_up) FROM money_rateversion") == [(True,)]


def test_the_grandmother_is_paid_the_difference_of_rates_put_right_and_asks(
    make: Callable[..., dict[str, int]], rows: Rows
) -> None:
    make()
    hers = (
        "FROM money_paymentline l JOIN access_dooraccess d ON d.person_id = l.payee_id AND d.capacity = 'self'"
        " JOIN access_account a ON a.id = d.account_id AND a.login LIKE 'carer@%%'"
    )
    told = rows(f"SELECT l.what, l.pence {hers} ORDER BY l.what, l.pence")
    assert told.count(("arrears", 7_00)) == 2
    assert sum(what == "regular" for what, _ in told) == 6
    assert rows("SELECT count(*) FILTER (WHERE answer <> ''), count(*) FROM money_paymentquestion") == [
        (1, 2)
    ]


def test_no_account_of_it_can_be_anybodys(make: Callable[..., dict[str, int]], rows: Rows) -> None:
    make()
    assert rows("SELECT count(*) > 0, bool_and(source = 'demo') FROM money_bankdetail") == [(True, True)]
    assert rows("SELECT count(*) FROM money_bankdetail WHERE sealed LIKE '%%0000%%'::bytea") == [(0,)]
