"""One child stands in Kith twice. A worker sees both side by side, links them, finds that it was wrong, undoes it."""

from __future__ import annotations

from datetime import date

import pytest

from kith.people.models import Person
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database


@pytest.fixture
def two() -> tuple[Person, Person]:
    return (
        make.person("Niamh", "Doyle", born=date(2014, 3, 9)),
        make.person("Neve", "Doyle", born=date(2014, 3, 8)),
    )


def looks_at_both(worker: Desk, stays: Person) -> None:
    worker.go(f"/people/{stays.id}/about/")
    worker.follow("Link another record of theirs")
    worker.write("Name, date of birth, postcode or number", "neve doyle")
    worker.press("Find")
    worker.follow("Neve Doyle")
    worker.sees("Are these one person?")
    worker.sees("These differ, and will be listed to settle")


def says_how_she_knows(worker: Desk) -> None:
    worker.press("They are one person: link them")
    worker.sees("Something needs putting right")
    worker.write("How do you know", "Her mother showed me one birth certificate.")
    worker.press("They are one person: link them")
    worker.sees("The two records are now one. Nothing was lost")


def old_address_leads_on(worker: Desk, stays: Person, other: Person) -> None:
    worker.go(f"/people/{other.id}/")
    worker.at(f"/people/{stays.id}/")


def undoes_it(worker: Desk, stays: Person, other: Person) -> None:
    worker.go(f"/people/{stays.id}/about/")
    worker.press("Undo this link")
    worker.sees("The link is undone. Both records stand as they were.")
    worker.go(f"/people/{other.id}/")
    worker.at(f"/people/{other.id}/")
    worker.sees("Neve Doyle")


def test_two_records_are_looked_at_linked_and_parted_again(
    sit: Sit, scripts: bool, two: tuple[Person, Person]
) -> None:
    lead = make.account("lead")
    for each in two:
        make.involved(lead, each)
    worker = sit(lead, scripts=scripts)
    looks_at_both(worker, two[0])
    says_how_she_knows(worker)
    old_address_leads_on(worker, *two)
    undoes_it(worker, *two)
