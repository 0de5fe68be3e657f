"""A worker writes a visit and shares it with the mother by name. She reads that, and nothing else."""

from __future__ import annotations

import pytest

from kith.access.models import Account
from kith.people.models import Person
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
SHARED, KEPT, APART = (
    "We planted beans in the yard.",
    "I rang the school about Monday.",
    "The neighbour told me.",
)


class Street:
    """The people of this story."""

    def __init__(self) -> None:
        self.child: Person = make.person("Bea", "Marsh")
        self.mother: Person = make.person("Lorna", "Marsh", born=None)
        make.tied(self.child, self.mother)
        self.lead: Account = make.account("lead", display_name="Rosa Lindqvist")
        make.involved(self.lead, self.child)
        self.parent: Account = make.account("parent")
        make.door(self.parent, self.mother)
        make.door(self.parent, self.child, "parent")


def writes(worker: Desk, child: Person, title: str, words: str) -> None:
    worker.go(f"/people/{child.id}/story/note/?new")
    worker.write("In a few words", title)
    worker.write("What happened", words)
    worker.press("Put it on the story")
    worker.sees("It is on the story.")


def shares_it_by_name(worker: Desk) -> None:
    worker.follow("Share it with somebody by name")
    worker.choose("Lorna Marsh")
    worker.press("See what they will see")
    worker.sees(SHARED)
    worker.press("Share it")
    worker.sees("Something needs putting right")
    worker.choose("Yes")
    worker.page.get_by_label("How?", exact=True).fill("We read it together.")
    worker.press("Share it")
    worker.sees("since")


def reads_it(parent: Desk) -> None:
    parent.go("/my/")
    parent.follow("Everything shared with you")
    parent.follow("The beans")
    parent.sees(SHARED)


def reads_nothing_else(parent: Desk, child: Person) -> None:
    for address in ("/my/", "/my/story/", "/my/looked/", "/my/words/", "/my/advice/", "/my/complain/"):
        parent.go(address)
        for secret in (KEPT, APART, "The school", "neighbour"):
            parent.does_not_see(secret)
    for address in (f"/people/{child.id}/", f"/people/{child.id}/story/", "/people/?q=bea"):
        assert parent.page.goto(f"{parent.site}{address}").status == 404  # type: ignore[union-attr]


def test_a_mother_reads_what_was_shared_with_her_by_name_and_nothing_else(sit: Sit, scripts: bool) -> None:
    street = Street()
    worker = sit(street.lead, scripts=scripts)
    writes(worker, street.child, "The school", KEPT)
    writes(worker, street.child, "The beans", f"{SHARED}\n\n[about somebody else] {APART}")
    shares_it_by_name(worker)
    parent = sit(street.parent, scripts=scripts)
    reads_it(parent)
    reads_nothing_else(parent, street.child)
    parent.complaints.clear()  # the browser's own word for a 404
