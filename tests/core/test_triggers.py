"""pgtrigger's list knows of its triggers what it would find if it looked through them all, and refuses as it did."""

from __future__ import annotations

from collections.abc import Iterator

import pgtrigger
import pytest
from pgtrigger import registry

from kith.core.triggers import Listed
from kith.people.models import Person

HELD = registry._registry


def looked_through() -> tuple[object, object]:
    pairs = list(HELD.values())
    names = {trigger.get_pgid(model) for model, trigger in pairs}
    return names, {(model._meta.db_table, trigger.name): trigger for model, trigger in pairs}


def known() -> tuple[object, object]:
    return HELD.pg_function_names, HELD.by_db_table


@pytest.fixture
def trigger() -> Iterator[pgtrigger.Trigger]:
    made = pgtrigger.Protect(name="tried_here", operation=pgtrigger.Delete)
    key = f"{Person._meta.label}:{made.name}"
    HELD[key] = (Person, made)
    yield made
    if key in HELD.data:
        del HELD[key]


def test_it_knows_every_trigger_that_there_is() -> None:
    assert len(HELD) > 300
    assert known() == looked_through()


def test_one_that_came_is_known_and_one_that_went_is_not(trigger: pgtrigger.Trigger) -> None:
    assert trigger.get_pgid(Person) in HELD.pg_function_names
    assert known() == looked_through()
    del HELD[f"{Person._meta.label}:{trigger.name}"]
    assert trigger.get_pgid(Person) not in HELD.pg_function_names
    assert known() == looked_through()


def test_another_of_the_same_name_in_a_table_is_refused_as_ever(trigger: pgtrigger.Trigger) -> None:
    other = pgtrigger.Protect(name=trigger.name, operation=pgtrigger.Update)
    with pytest.raises(KeyError, match="already used"):
        HELD[f"{Person._meta.label}:{other.name}"] = (Person, other)
    assert known() == looked_through()


def test_all_are_not_looked_through_for_each(
    monkeypatch: pytest.MonkeyPatch, trigger: pgtrigger.Trigger
) -> None:
    asked = HELD.by_db_table
    monkeypatch.setattr(Listed, "values", lambda _listed: pytest.fail("looked through again"))
    assert HELD.by_db_table is asked
