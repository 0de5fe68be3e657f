"""A worker wants to add a child who is known already. Kith shows her who it may be before anything is added."""

from __future__ import annotations

from datetime import date

import pytest

from kith.people.models import Person
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database


def looks_first(worker: Desk) -> None:
    worker.go("/people/")
    worker.write("Name, date of birth, postcode or number", "mo okoro")
    worker.press("Find")
    worker.sees("Nobody is found by that.")
    worker.follow("Ask for help for somebody new")


def types_the_child(worker: Desk, given: str) -> None:
    worker.write("Given names", given)
    worker.write("Family name", "Okoro")
    worker.choose("exact")
    worker.date("Date of birth", "14", "6", "2016")
    worker.press("Add this person")


def is_stopped(worker: Desk) -> None:
    worker.sees("Is it one of these?")
    worker.sees("Amara Okoro")
    assert worker.page.get_by_label("Family name").input_value() == "Okoro"
    assert Person.objects.using(make.OWNER).count() == 1


def test_a_child_who_is_known_is_shown_before_she_is_added_twice(sit: Sit, scripts: bool) -> None:
    make.person("Amara", "Okoro", born=date(2016, 6, 14))
    worker = sit(make.account("front_door"), scripts=scripts)
    looks_first(worker)
    types_the_child(worker, "Amarah")
    is_stopped(worker)
    worker.follow("Amara Okoro")
    worker.sees("You are not working with this person")
    assert Person.objects.using(make.OWNER).count() == 1


def test_whoever_is_none_of_these_is_added_all_the_same(sit: Sit) -> None:
    make.person("Amara", "Okoro", born=date(2016, 6, 14))
    worker = sit(make.account("front_door"))
    looks_first(worker)
    types_the_child(worker, "Amarah")
    is_stopped(worker)
    worker.press("None of these: add this person")
    worker.sees("Added. The record is open to you for 24 hours.")
    assert Person.objects.using(make.OWNER).count() == 2
