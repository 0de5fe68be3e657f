from __future__ import annotations

import subprocess
import sys
from datetime import date
from uuid import UUID

import pytest

from kith.demo.fingerprint import fingerprint
from kith.demo.generate import generate, make_family

TODAY = date(2026, 11, 22)
ASK = (
    "from datetime import date; from kith.demo.fingerprint import fingerprint; "
    "from kith.demo.generate import generate; "
    "print(fingerprint(generate(300, 7, today=date(2026, 11, 22))))"
)


def test_the_same_seed_gives_the_same_people_in_another_process() -> None:
    here = fingerprint(generate(300, 7, today=TODAY))
    for hash_seed in ("0", "4711"):
        there = subprocess.run(
            [sys.executable, "-c", ASK],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": "."},
        )
        assert there.stdout.strip() == here


def test_another_seed_gives_other_people() -> None:
    assert fingerprint(generate(60, 1, today=TODAY)) != fingerprint(generate(60, 2, today=TODAY))


def test_a_family_is_the_same_whether_made_alone_or_in_the_stream() -> None:
    stream = list(generate(400, 3, today=TODAY))
    for family in stream[20:-1:17]:
        assert make_family(family.index, seed=3, today=TODAY) == family


def test_a_larger_demo_begins_with_the_same_families() -> None:
    small, large = list(generate(200, 5, today=TODAY)), generate(600, 5, today=TODAY)
    for first, second in zip(small[:-1], large, strict=False):
        assert first == second


def test_exactly_as_many_children_as_asked_for() -> None:
    for wanted in (60, 333, 1500):
        families = list(generate(wanted, 1, today=TODAY))
        assert sum(len(family.children) for family in families) == wanted


def test_no_two_people_or_events_share_an_id() -> None:
    ids: list[UUID] = []
    for family in generate(1200, 1, today=TODAY):
        ids += [family.id, *(one.id for one in family.people), *(one.id for one in family.joining)]
        ids += [*(one.id for one in family.addresses), *(one.id for one in family.events)]
    assert len(ids) == len(set(ids))


def test_less_than_one_child_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="at least 1 child"):
        next(generate(0, 1, today=TODAY))
