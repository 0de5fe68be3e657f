"""The demo's kinship carers: all on the register, approved in time, and the grandmother's own door as she reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.demo.loading.conftest import Rows

pytestmark = pytest.mark.database
OVER = "kind = 'expired' AND until IS NULL AND happened_on <= now()"
NOT_THERE = """SELECT 1 FROM people_relationship r WHERE r.kind = 'kinship_foster_carer' AND lower(r.during) <= now()
  AND NOT EXISTS (SELECT FROM kinship_caring c WHERE c.child_id = r.person_id AND c.carer_id = r.other_id)"""


def page_of(login: str) -> str:
    from kith.access.models import Account
    from tests.support.visit import signed_in, words_of

    account = Account.objects.using("owner").get(login=f"{login}@kithshire.example")
    return words_of(signed_in(account).get("/my/caring/"))


def test_the_grandmother_reads_what_was_shown_to_her_and_all_carers_are_on_the_register(
    make: Callable[..., dict[str, int]], rows: Rows
) -> None:
    make()
    page = page_of("carer")
    for said in (
        "After five and at weekends somebody answers",
        "He hides food when he is worried",
        "We pay you £202.00 a week",
        "Who pays if I ask for special guardianship? Asked on",
        "You told us this before. We did not ask again.",
        "It says I am tired.",
    ):
        assert said in page, (said, page)
    assert "Somebody may ask at school" not in page
    for login in ("ex-partner", "parent", "young-person"):
        other = page_of(login)
        assert "We pay you" not in other
        assert "To keep the child safe" not in other
    assert rows(NOT_THERE) == []
    assert rows(f"SELECT 1 FROM kinship_kinfact WHERE {OVER}") == []
    assert rows("SELECT count(*) FROM kinship_caring")[0][0] > 2
