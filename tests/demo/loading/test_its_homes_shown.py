"""The boy in care of the demo, and the carer: what each reads of the other at their own door, and who does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.demo.loading.conftest import Rows
from tests.demo.loading.test_its_new_rooms import asks

pytestmark = pytest.mark.database


def test_he_reads_of_a_home_and_she_of_a_boy_without_a_name(
    make: Callable[..., dict[str, int]], rows: Rows
) -> None:
    make()
    read = "SELECT words, said_words, answer FROM homes_my_shown()"
    ((home, thinks, answer),) = asks("in-care", read, rows)
    assert home.startswith("A foster home with a dog")
    assert thinks.startswith("I like dogs.")
    assert answer.startswith("Yes to the bike.")
    ((boy, yes, _),) = asks("carer", read, rows)
    assert boy.startswith("A boy of 13")
    assert "Kian" not in boy
    assert yes.startswith("Yes.")
    for who in ("parent", "ex-partner", "young-person"):
        assert asks(who, read, rows) == []
        assert asks(who, "SELECT 1 FROM homes_shown UNION ALL SELECT 1 FROM homes_said", rows) == []
    assert len(asks("in-care", "SELECT words FROM homes_wish", rows)) == 1
