"""A person cannot be added without seeing who may already be them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.actions import CannotBeError, LikelyDuplicatesError, create_person, likely_duplicates
from kith.people.models import Identifier, Person, PersonName
from tests.support import make

pytestmark = pytest.mark.database
FACTS = {"given": "Ada", "family": "Ash", "born_on": date(2015, 5, 1), "birth_knowledge": "exact"}


def add(who: Account, seen: str = "", **changed: object) -> UUID:
    with acting(make.actor(who)):
        return create_person(by=make.actor(who), seen=seen, **{**FACTS, **changed}).id  # type: ignore[arg-type]


def test_somebody_new_is_added_and_open_to_whoever_added_them() -> None:
    lead = make.account("lead")
    made = add(lead, known_as="Addie", scheme="local", number="k 12")
    with acting(make.actor(lead)):
        assert Person.objects.get(id=made).born_on == date(2015, 5, 1)
        assert {str(name) for name in PersonName.objects.filter(person_id=made)} == {"Ada Ash", "Addie Ash"}
        assert Identifier.objects.get(person_id=made).value == "K12"


@pytest.mark.parametrize(
    ("given", "family", "born"),
    [
        ("Ada", "Ash", date(2015, 5, 1)),
        ("Ada", "Ash", date(2015, 5, 2)),
        ("Adah", "Ashe", date(2015, 5, 1)),
        ("Ada", "Ash", date(2015, 1, 5)),
        ("Ada", "Ash", None),
    ],
)
def test_a_likely_duplicate_must_be_seen_first(given: str, family: str, born: date | None) -> None:
    make.person(given, family, born=born)
    lead = make.account("lead")
    with pytest.raises(LikelyDuplicatesError) as raised:
        add(lead)
    assert [found.name for found in raised.value.likely.people] == [f"{given} {family}"]
    assert Person.objects.using(make.OWNER).count() == 1
    add(lead, seen=raised.value.likely.digest)
    assert Person.objects.using(make.OWNER).count() == 2


def test_somebody_who_came_since_is_shown_again() -> None:
    make.person("Ada", "Ash")
    lead = make.account("lead")
    with pytest.raises(LikelyDuplicatesError) as first:
        add(lead)
    make.person("Ada", "Ash")
    with pytest.raises(LikelyDuplicatesError) as second:
        add(lead, seen=first.value.likely.digest)
    assert len(second.value.likely.people) == 2


def test_people_of_the_same_name_and_another_age_do_not_stand_in_the_way() -> None:
    make.person("Ada", "Ash", born=date(1961, 10, 23))
    assert add(make.account("lead"))


def test_the_same_number_is_a_likely_duplicate_whatever_the_name() -> None:
    other = make.person("Somebody", "Else", born=date(1999, 9, 9))
    Identifier.objects.using(make.OWNER).create(person=other, scheme="nhs", value="9434765919")
    with pytest.raises(LikelyDuplicatesError):
        add(make.account("lead"), scheme="nhs", number="943 476 5919")


def test_a_restricted_match_says_only_whom_to_check_with() -> None:
    make.restricted(make.person("Ada", "Ash"), check_with="the manager of the north team")
    lead = make.account("lead")
    with pytest.raises(LikelyDuplicatesError) as raised:
        add(lead)
    assert raised.value.likely.people == ()
    assert raised.value.likely.check_with == ("the manager of the north team",)
    assert add(lead, seen=raised.value.likely.digest)


@pytest.mark.parametrize("kind", ["sealed", "relocated"])
def test_sealed_and_relocated_people_are_never_a_likely_duplicate(kind: str) -> None:
    person = make.person("Ada", "Ash")
    Identifier.objects.using(make.OWNER).create(person=person, scheme="nhs", value="9434765919")
    make.restricted(person, kind)
    lead = make.account("front_door")
    with acting(make.actor(lead)):
        assert not likely_duplicates(
            given="Ada", family="Ash", born_on=date(2015, 5, 1), numbers=["9434765919"]
        ).any
    assert add(lead)


def test_what_no_calendar_allows_is_refused_and_what_is_odd_is_doubted() -> None:
    lead = make.account("lead")
    with pytest.raises(CannotBeError) as empty:
        add(lead, given=" ", family="")
    assert empty.value.field == "given"
    with pytest.raises(CannotBeError) as unborn:
        add(lead, born_on=date(2190, 1, 1))
    assert unborn.value.field == "born_on"
    with acting(make.actor(lead)):
        recorded = create_person(by=make.actor(lead), seen="", **{**FACTS, "born_on": date(1890, 1, 1)})  # type: ignore[arg-type]
    assert "is the year right?" in recorded.doubts[0]


@pytest.mark.parametrize("role", ["reviewing", "coordinator", "partner", "analyst", "auditor", "parent"])
def test_roles_without_the_permission_cannot_add(role: str) -> None:
    with pytest.raises(NotPermittedError):
        add(make.account(role))
