"""The boy in care of the demo, and whom he found again: as his sign-in and his worker read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.demo.loading.conftest import Rows
from tests.demo.loading.test_its_new_rooms import asks

pytestmark = pytest.mark.database
Make = Callable[..., dict[str, int]]


def test_he_reads_whom_he_found_and_not_a_word_of_where(make: Make, rows: Rows) -> None:
    make()
    mine = asks(
        "in-care", "SELECT name, stands, why <> '' AND look_again_on IS NOT NULL FROM bonds_my_links()", rows
    )
    assert mine == [("Coach Mo", "met", False), ("Uncle Dean", "not_safe", True)]
    read: list[Any] = asks("in-care", "SELECT * FROM bonds_my_links()", rows)
    assert "under-tens" not in str(read)
    assert asks("in-care", "SELECT 1 FROM bonds_linkperson", rows) == []
    (before, after) = asks("in-care", 'SELECT count(*) FROM bonds_linkdrawn GROUP BY "when" ORDER BY 1', rows)
    assert (before[0], after[0]) == (4, 6)
    bond = (
        "SELECT name FROM bonds_lifelongbond WHERE child_chose_on IS NOT NULL AND other_chose_on IS NOT NULL"
    )
    assert asks("in-care", bond, rows) == [("Coach Mo",)]
