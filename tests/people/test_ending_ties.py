"""A tie ends on both pages, once, and no other tie between the two ends with it."""

from __future__ import annotations

from datetime import date

import pytest

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.actions import CannotBeError, end_relationship, record_relationship
from kith.people.models import Person, Relationship
from tests.support import make

pytestmark = pytest.mark.database
BEGAN, ENDED, LATER = date(2020, 1, 1), date(2024, 5, 1), date(2025, 6, 1)


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def nan() -> Person:
    return make.person("Nan", sex="F")


@pytest.fixture
def lead(ada: Person, nan: Person) -> Account:
    made = make.account("lead")
    for each in (ada, nan):
        make.involved(made, each)
    return made


def tie(lead: Account, one: Person, other: Person, kind: str) -> object:
    with acting(make.actor(lead)):
        made = record_relationship(
            by=make.actor(lead), person=one.id, other=other.id, kind=kind, from_on=BEGAN
        )
    return made.id


def end(lead: Account, made: object, on: date) -> None:
    with acting(make.actor(lead)):
        end_relationship(by=make.actor(lead), relationship=made, on=on)  # type: ignore[arg-type]


def ends() -> dict[str, date | None]:
    return {each.kind: each.during.upper for each in Relationship.objects.using(make.OWNER).all()}


def test_another_tie_of_the_same_days_stays(lead: Account, ada: Person, nan: Person) -> None:
    grandmother = tie(lead, ada, nan, "grandparent")
    tie(lead, ada, nan, "special_guardian")
    end(lead, grandmother, ENDED)
    assert ends() == {"grandparent": ENDED, "grandchild": ENDED, "special_guardian": None, "ward": None}


def test_it_ends_on_both_pages_whichever_side_is_ended(lead: Account, ada: Person, nan: Person) -> None:
    tie(lead, ada, nan, "mother")
    back = Relationship.objects.using(make.OWNER).get(kind="child")
    end(lead, back.id, ENDED)
    assert ends() == {"mother": ENDED, "child": ENDED}


def test_a_tie_whose_other_side_is_written_by_hand_in_other_words_ends_with_it(
    lead: Account, ada: Person, nan: Person
) -> None:
    """A loader, or a person's sex put right since, may have left `parent` where `mother` would be written now."""
    made = make.tied(nan, ada, "child")
    make.tied(ada, nan, "parent")
    end(lead, made.id, ENDED)
    assert ends() == {"child": ENDED, "parent": ENDED}


def test_a_tie_that_has_ended_cannot_be_ended_later(lead: Account, ada: Person, nan: Person) -> None:
    made = tie(lead, ada, nan, "grandparent")
    end(lead, made, ENDED)
    with pytest.raises(CannotBeError, match="ended already"):
        end(lead, made, LATER)
    assert ends() == {"grandparent": ENDED, "grandchild": ENDED}


def test_an_end_typed_too_late_can_be_brought_forward(lead: Account, ada: Person, nan: Person) -> None:
    made = tie(lead, ada, nan, "grandparent")
    end(lead, made, LATER)
    end(lead, made, ENDED)
    assert ends() == {"grandparent": ENDED, "grandchild": ENDED}
