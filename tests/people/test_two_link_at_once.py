"""Two workers link records in the same moment: no circle and no chain comes of it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.actions import CannotBeError, link_identity
from kith.people.linking import preview_link
from kith.people.models import Person, PersonIdentity
from tests.support import make
from tests.support.at_once import at_once

pytestmark = pytest.mark.database


@pytest.fixture
def three() -> list[Person]:
    return [make.person(name) for name in ("Ada", "Adah", "Ida")]


@pytest.fixture
def lead(three: list[Person]) -> Account:
    made = make.account("lead")
    for each in three:
        make.involved(made, each)
    return made


def linking(lead: Account, person: Person, canonical: Person) -> Callable[[], str]:
    def link() -> str:
        with acting(make.actor(lead)):
            seen = preview_link(canonical.id, person.id).digest
        try:
            with acting(make.actor(lead)):
                link_identity(
                    by=make.actor(lead),
                    person=person.id,
                    canonical=canonical.id,
                    reason="The same.",
                    seen=seen,
                )
        except CannotBeError as refused:
            return refused.message
        return ""

    return link


def links() -> list[tuple[UUID, UUID]]:
    return list(PersonIdentity.objects.using(make.OWNER).values_list("person_id", "canonical_id"))


@pytest.mark.parametrize("_turn", range(5))
def test_of_two_that_would_make_a_circle_one_is_told(lead: Account, three: list[Person], _turn: int) -> None:
    one, other, _ = three
    said = at_once(linking(lead, one, other), linking(lead, other, one))
    assert len(links()) == 1
    assert sorted(said)[0] == ""
    assert "linked already" in sorted(said)[1] or "Something was recorded" in sorted(said)[1]


@pytest.mark.parametrize("_turn", range(5))
def test_of_two_that_would_make_a_chain_one_is_told(lead: Account, three: list[Person], _turn: int) -> None:
    one, other, third = three
    said = at_once(linking(lead, one, other), linking(lead, other, third))
    assert len(links()) == 1
    assert sorted(map(bool, said)) == [False, True]
