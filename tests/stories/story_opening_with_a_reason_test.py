"""A new worker finds a child by a misspelt name, opens the record and says why. Her manager is told."""

from __future__ import annotations

import pytest

from kith.access.models import Account
from kith.people.models import Person
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
WHY = "Her school rang about a bruise on her arm"


class Street:
    """The people of this story."""

    def __init__(self) -> None:
        self.child: Person = make.person("Katherine", "Ashfield")
        self.mother: Person = make.person("Jo", "Ashfield", born=None)
        make.tied(self.child, self.mother)
        team = make.team()
        self.worker: Account = make.account("social_worker", login="new@kithshire.example", in_team=team)
        self.manager: Account = make.account("manager", in_team=team)
        self.parent: Account = make.account("parent")
        make.door(self.parent, self.mother)
        make.door(self.parent, self.child, "parent")


def signs_in(worker: Desk) -> None:
    worker.sign_in("new@kithshire.example")
    worker.sees("The people you work with are listed here.")


def finds_her_by_a_name_spelt_wrong(worker: Desk) -> None:
    worker.write("Find somebody", "kathrin ashfeild")
    worker.press("Find")
    worker.sees("Katherine Ashfield")
    worker.sees("Opening asks for a reason")


def opens_without_saying_why(worker: Desk) -> None:
    worker.follow("Katherine Ashfield")
    worker.sees("You are not working with this person")
    worker.press("Open this record")
    worker.sees("Something needs putting right")


def says_why(worker: Desk) -> None:
    worker.choose("Somebody has contacted us about this person")
    worker.write("Say why in your own words", WHY)
    worker.press("Open this record")
    worker.sees("Where they are now")


def test_the_record_opens_for_a_reason_and_the_manager_sees_it_and_the_family_does_not(
    sit: Sit, scripts: bool
) -> None:
    street = Street()
    worker = sit(scripts=scripts)
    signs_in(worker)
    finds_her_by_a_name_spelt_wrong(worker)
    opens_without_saying_why(worker)
    says_why(worker)
    manager = sit(street.manager, scripts=scripts)
    manager.go("/")
    manager.sees(WHY)
    manager.press("I have looked at this")
    manager.does_not_see(WHY)
    parent = sit(street.parent, scripts=scripts)
    for address in ("/my/", "/my/looked/", "/my/story/", "/my/words/"):
        parent.go(address)
        parent.does_not_see("bruise")
        parent.does_not_see("reason")
        parent.does_not_see("Social Worker")
