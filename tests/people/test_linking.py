"""Two records said to be one person: previewed, kept whole, settled in the open, and undone by one action."""

from __future__ import annotations

from datetime import date

import pytest

from kith.access.actions.reasons import give_reason
from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people import queries
from kith.people.actions import CannotBeError, link_identity, undo_link
from kith.people.linking import contradictions, preview_link
from kith.people.models import Person, PersonName
from tests.support import make

pytestmark = pytest.mark.database


@pytest.fixture
def two() -> tuple[Person, Person]:
    return make.person("Ada", "Ash", born=date(2015, 5, 1)), make.person(
        "Adah", "Birch", born=date(2015, 5, 2)
    )


@pytest.fixture
def lead(two: tuple[Person, Person]) -> Account:
    who = make.account("lead")
    for each in two:
        make.involved(who, each)
    return who


def link(who: Account, person: Person, canonical: Person, seen: str | None = None) -> object:
    with acting(make.actor(who)):
        digest = preview_link(canonical.id, person.id).digest if seen is None else seen
        return link_identity(
            by=make.actor(who),
            person=person.id,
            canonical=canonical.id,
            reason="Same mother, same school.",
            seen=digest,
        ).id


def names_found(who: Account, typed: str) -> list[object]:
    with acting(make.actor(who), read_only=True):
        return [each.person for each in queries.find(typed).people]


def test_linked_records_are_one_and_undoing_makes_them_two(two: tuple[Person, Person], lead: Account) -> None:
    one, other = two
    made = link(lead, other, one)
    assert names_found(lead, "ash") == names_found(lead, "birch") == [one.id]
    with acting(make.actor(lead)):
        assert [c.about for c in contradictions([one.id, other.id])] == ["Date of birth"]
        undo_link(by=make.actor(lead), link=made)  # type: ignore[arg-type]
    assert names_found(lead, "ash") == [one.id]
    assert names_found(lead, "birch") == [other.id]
    assert PersonName.objects.using(make.OWNER).count() == 2


def test_grants_follow_a_link_and_go_back_with_it(two: tuple[Person, Person], lead: Account) -> None:
    one, other = two
    school = make.account("school")
    make.involved(school, other, label_mask=1)
    assert names_found(school, "ash") == []
    made = link(lead, other, one)
    assert names_found(school, "ash") == [one.id]
    with acting(make.actor(lead)):
        undo_link(by=make.actor(lead), link=made)  # type: ignore[arg-type]
    assert names_found(school, "ash") == []


def test_a_link_is_not_made_over_something_new(two: tuple[Person, Person], lead: Account) -> None:
    one, other = two
    with acting(make.actor(lead)):
        seen = preview_link(one.id, other.id).digest
    make.home(other)
    with pytest.raises(CannotBeError, match="Something was recorded since"):
        link(lead, other, one, seen)


@pytest.mark.parametrize("kind", ["restricted", "sealed", "relocated"])
def test_hidden_identities_are_never_linked(kind: str, two: tuple[Person, Person], lead: Account) -> None:
    one, other = two
    barred = make.restricted(other, kind)
    barred.allows.model.objects.using(make.OWNER).create(restriction=barred, account=lead)
    with pytest.raises(CannotBeError, match="cannot be linked here"):
        link(lead, other, one)


def test_both_records_must_be_open(two: tuple[Person, Person]) -> None:
    one, other = two
    who = make.account("lead")
    make.involved(who, one)
    with pytest.raises(NotPermittedError):
        link(who, other, one, "")
    with acting(make.actor(who)), pytest.raises(Person.DoesNotExist):
        preview_link(one.id, other.id)


def test_a_record_already_linked_is_not_linked_again(two: tuple[Person, Person], lead: Account) -> None:
    one, other = two
    third = make.person("Third", "Ash")
    make.involved(lead, third)
    link(lead, other, one)
    for person, canonical in ((one, third), (third, other)):
        with pytest.raises(CannotBeError, match="linked already"):
            link(lead, person, canonical, "")


def test_a_record_that_only_a_reason_opened_cannot_be_joined_to_ones_own() -> None:
    mine, stranger, lead = make.person("Ada"), make.person("Bo"), make.account("lead")
    make.involved(lead, mine)
    by = make.actor(lead)
    with acting(by):
        give_reason(by=by, person=stranger.id, kind="cover", text="Covering today")
    with acting(by):
        seen = preview_link(mine.id, stranger.id).digest
    with acting(by), pytest.raises(CannotBeError, match="people you work with"):
        link_identity(by=by, person=stranger.id, canonical=mine.id, reason="Same name", seen=seen)
