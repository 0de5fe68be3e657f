"""Where a child goes to school is a place where they can be found: known to whom their home is known, and no other."""

from __future__ import annotations

from datetime import date

import pytest
from django.test.utils import override_settings

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.actions import record_address, rule_who_may_know
from kith.people.actions.common import Recorded
from kith.people.models import Address, Person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
OAK = "Oakfield Primary School"


@pytest.fixture(autouse=True)
def _whole_house() -> object:
    with override_settings(ROOT_URLCONF="kith.config.urls"):
        yield


def goes_to(lead: Account, child: Person, lines: str, since: date) -> Recorded:
    with acting(make.actor(lead)):
        return record_address(
            by=make.actor(lead), person=child.id, lines=lines, postcode="", kind="school", from_on=since
        )


@pytest.fixture
def lead() -> Account:
    return make.account("lead")


@pytest.fixture
def child(lead: Account) -> Person:
    made = make.person("Ada")
    make.involved(lead, made)
    return made


def test_it_stands_on_their_page_and_never_where_they_live(lead: Account, child: Person) -> None:
    goes_to(lead, child, OAK, date(2026, 9, 1))
    visitor = signed_in(lead)
    page = words_of(visitor.get(f"/people/{child.id}/"))
    assert f"Lives Not recorded, or not yours to see School {OAK} since 1 September 2026" in page
    homes = words_of(visitor.get(f"/people/{child.id}/homes/"))
    assert OAK not in homes.split("School")[0]
    assert OAK in homes.split("Time looked after")[0]


def test_who_may_write_is_led_to_where_it_is_recorded(lead: Account, child: Person) -> None:
    director = make.account("director")
    make.involved(director, child)
    for account, led in ((lead, True), (director, False)):
        assert ("Record a school" in words_of(signed_in(account).get(f"/people/{child.id}/homes/"))) is led


def test_a_new_school_ends_the_last_one_and_no_home(lead: Account, child: Person) -> None:
    make.home(child, "1 Nowhere Lane")
    goes_to(lead, child, OAK, date(2020, 9, 1))
    goes_to(lead, child, "Ash Academy", date(2026, 9, 1))
    ends = dict(Address.objects.using(make.OWNER).values_list("lines", "during__endswith"))
    assert ends == {"1 Nowhere Lane": None, OAK: date(2026, 9, 1), "Ash Academy": None}


def test_of_a_child_whose_home_is_kept_safe_the_school_is_too(lead: Account, child: Person) -> None:
    make.home(child, protected=True)
    made = goes_to(lead, child, OAK, date(2026, 9, 1))
    assert "It is kept safe, as their home is." in made.doubts
    assert Address.objects.using(make.OWNER).get(kind="school").protected


def test_a_parent_on_whom_nobody_has_ruled_does_not_learn_of_it(lead: Account, child: Person) -> None:
    father, account = make.person("Dean", born=None), make.account("parent")
    make.door(account, father)
    make.tied(child, father, "father")
    goes_to(lead, child, OAK, date(2026, 9, 1))
    with acting(make.actor(account)):
        assert not Address.objects.filter(person_id=child.id).exists()
    with acting(make.actor(lead)):
        rule_who_may_know(
            by=make.actor(lead),
            person=child.id,
            other=father.id,
            may=True,
            reason="They agreed.",
            from_on=date(2026, 9, 1),
        )
    with acting(make.actor(account)):
        assert Address.objects.filter(person_id=child.id, kind="school").exists()
