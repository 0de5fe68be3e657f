"""`kith offer check`: one streaming pass over all that is published."""

from __future__ import annotations

import pytest
from django.db import connection, connections

from kith.core.acting import acting
from kith.offer.oruk.validating import validate_all
from tests.offer.world import facts, officer, put, secret

pytestmark = pytest.mark.database


def test_all_that_is_published_has_the_shape_and_what_has_not_is_told_by_record_and_field() -> None:
    by = officer()
    tots = put(by, facts())
    put(by, secret())
    with acting(None, read_only=True):
        report = validate_all()
    # The list of needs with its terms; each service whole and in a list; the one place.
    assert (report["services"], report["records"], report["faults"]) == (2, 17 + 2 * 2 + 1, [])
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            'UPDATE offer_published SET document = document || \'{"status": "open"}\' WHERE service_id = %s',
            [tots],
        )
    with acting(None, read_only=True):
        wrong = validate_all()["faults"]
    assert {each["field"] for each in wrong} == {"status", "service.status"}
    assert wrong[0]["record"] == f"service {tots}"


def test_the_pass_holds_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    by = officer()
    for number in range(5):
        put(by, facts(f"Group {number}", provider="One"))
    monkeypatch.setattr("kith.offer.oruk.validating.SLICE", 2)
    with acting(None, read_only=True):
        assert connection.in_atomic_block
        assert validate_all()["services"] == 5
