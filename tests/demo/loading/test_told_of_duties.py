"""The demo's families read what the council must do where that is safe, and nobody does where it may not be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kith.demo.generate import make_family
from kith.demo.loading.batch import Batch
from kith.demo.loading.sheet import Sheet
from kith.demo.loading.telling import care_began, load_told
from kith.demo.shapes import DemoFamily
from tests.demo.loading.conftest import TODAY, Rows

Make = Callable[..., dict[str, int]]


@pytest.mark.database
def test_the_carer_reads_of_the_next_review_and_no_other_family_is_told(make: Make, rows: Rows) -> None:
    from kith.core.acting import acting
    from kith.core.actor import Actor
    from kith.law.telling.promises import promises

    make()
    told = {}
    for login in ("carer", "in-care", "parent", "young-person", "ex-partner"):
        ((account, role),) = rows(
            "SELECT id, role FROM access_account WHERE login = %s", f"{login}@kithshire.example"
        )
        with acting(Actor(id=account, role=role), read_only=True):
            told[login] = promises(account, TODAY)
    assert [told[login] for login in ("parent", "young-person", "ex-partner")] == [[], [], []]
    children = set(make_family(1, seed=1, today=TODAY).children)
    due = [each for each in told["carer"] if each.standing == "due"]
    assert {each.person for each in due} == children
    assert all(each.by >= TODAY and each.words.startswith("hold the") for each in due)
    # A boy in care reads of his own, and nobody else does.
    assert {each.person for each in told["in-care"]}.isdisjoint(children)
    assert len({each.person for each in told["in-care"]}) == 1
    held = rows(
        "SELECT count(*), count(DISTINCT item), count(DISTINCT reader_id) FROM access_release WHERE kind = 'duty'"
    )
    # Grandmother and mother read of both, and the boy of his own.
    assert held == [(2 * len(children) + 1, len(children) + 1, 3)]


def told_in(family: DemoFamily, concern: UUID | None = None) -> int:
    batch = Batch()
    sheet = Sheet(family, batch, seed=1, today=TODAY, workers={})
    load_told(sheet, concern, care_began(sheet, [UUID(int=n) for n in range(len(family.episodes))]))
    return batch.counts()["access_release"]


def test_a_family_with_anything_untold_sealed_or_moved_to_safety_is_told_of_nothing() -> None:
    family = make_family(1, seed=1, today=TODAY)
    assert told_in(family) == 2 * len(family.children)
    assert told_in(family, UUID(int=9)) == 0
    first, *rest = family.people
    for change in ({"sealed": True}, {"relocated": True}):
        assert told_in(replace(family, people=(replace(first, **change), *rest))) == 0
    harmed = tuple(replace(each, harm_flag=bool(each.sign_in)) for each in family.people)
    assert told_in(replace(family, people=harmed)) == 0
    unknown = tuple(replace(each, not_yet_told=True) for each in family.involvements)
    assert told_in(replace(family, involvements=unknown)) == 0


def test_care_began_with_the_first_of_the_episodes_that_follow_and_not_with_one_that_is_over() -> None:
    family = make_family(1, seed=1, today=TODAY)
    model = family.episodes[0]
    spans = [
        (date(2024, 1, 1), date(2024, 2, 1), "C2"),
        (date(2024, 3, 1), date(2024, 4, 1), "C2"),
        (date(2024, 4, 1), None, "C2"),
        (date(2023, 1, 1), None, "V3"),
    ]
    made = tuple(replace(model, start=start, end=end, legal_status=status) for start, end, status in spans)
    sheet = Sheet(replace(family, episodes=made), Batch(), seed=1, today=TODAY, workers={})
    ids = [UUID(int=n) for n in range(4)]
    assert care_began(sheet, ids) == {model.person: (ids[1], date(2024, 3, 1))}
    over = Sheet(replace(family, episodes=made[:2]), Batch(), seed=1, today=TODAY, workers={})
    assert care_began(over, ids[:2]) == {}
