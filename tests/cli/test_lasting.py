"""A web process sets aside what stays to its end, so that its looks for rubbish are short."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from kith.cli.lasting import LOOKS, give_back, keep_what_stays


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    before = list(gc.callbacks)
    yield
    gc.callbacks[:] = before
    gc.unfreeze()


def in_sight(one: object) -> bool:
    """Whether the collector looks at `one` again."""
    return any(each is one for each in gc.get_objects())


def test_what_is_alive_at_the_start_is_looked_at_no_more() -> None:
    stays = [["a", "view"]]
    assert in_sight(stays)
    keep_what_stays()
    assert not in_sight(stays)


def test_what_is_loaded_with_the_first_pages_is_set_aside_at_the_next_whole_look() -> None:
    keep_what_stays()
    template = [["a", "template"]]
    gc.collect(1)
    assert in_sight(template)
    gc.collect()
    assert not in_sight(template)


def test_after_the_first_looks_rubbish_in_rings_is_found_as_ever() -> None:
    keep_what_stays()
    for _ in range(LOOKS):
        gc.collect()
    held_by_itself: list[object] = []
    held_by_itself.append(held_by_itself)
    gc.collect()
    assert in_sight(held_by_itself)
    del held_by_itself
    assert gc.collect() >= 1


def test_at_the_end_all_is_given_back() -> None:
    keep_what_stays()
    assert gc.get_freeze_count() > 1000
    give_back()
    gc.collect()
    assert gc.get_freeze_count() == 0
