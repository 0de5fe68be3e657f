"""What a family sees of who has looked: months and broad roles, late, and nothing that tells more."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from django.db import connections
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.access.looking.broad_roles import BROAD
from kith.access.models import Account, NotYetTold
from kith.access.models.involvement import InvolvementRole
from kith.people.models import MayKnow, Person
from tests.access.looking_back import days_ago, looked, page, released
from tests.support import make
from tests.support.visit import words_of

pytestmark = pytest.mark.database


def family_of(child: Person) -> tuple[Account, Person]:
    """A mother with an account of her own."""
    mother, account = make.person("Mara", born=None), make.account("parent")
    make.tied(child, mother)
    make.door(account, mother)
    make.door(account, child, "parent")
    return account, mother


def month(back: int) -> str:
    first = timezone.localdate().replace(day=1)
    for _ in range(back):
        first = (first.replace(day=1) - date.resolution).replace(day=1)
    return f"{first:%B %Y}"


def bytes_of(account: Account) -> bytes:
    answer = page(account, "/my/looked/")
    assert answer.status_code == 200
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", answer.content)


@pytest.fixture
def known() -> tuple[Account, Person, Person, Account]:
    """A mother whose child's lead practitioner was released to her and looked 100 days ago."""
    child = make.person("Ada")
    account, mother = family_of(child)
    lead = make.account("lead", display_name="Rosa Lindqvist", in_team=make.team("Hidden Team"))
    released(make.involved(lead, child), mother)
    looked(lead, child, days_ago(100))
    return account, mother, child, lead


def test_a_released_worker_shows_by_month_and_broad_role_only(
    known: tuple[Account, Person, Person, Account],
) -> None:
    words = words_of(page(known[0], "/my/looked/"))
    assert "This list leaves some things out for everyone's safety" in words
    assert "Ada Example" in words
    assert f"{days_ago(100):%B %Y} Your worker" in words
    for hidden in ("Rosa", "Hidden Team", "involvement", "overview", "Kithshire", "practitioner"):
        assert hidden not in words


def test_nothing_is_shown_before_its_month_is_over_by_28_days(
    known: tuple[Account, Person, Person, Account],
) -> None:
    words = words_of(page(known[0], "/my/looked/"))
    assert month(0) not in words
    first = timezone.localdate().replace(day=1)
    assert (month(1) in words) is ((timezone.localdate() - first).days >= 28)
    assert month(2) in words


def test_a_worker_not_released_to_the_reader_never_shows() -> None:
    child = make.person("Ada")
    account, mother = family_of(child)
    other, father = make.account("social_worker"), make.person("Femi", born=None)
    involvement = make.involved(other, child, role="social_worker")
    looked(other, child, days_ago(100))
    before = bytes_of(account)
    assert b"Your worker" not in before
    released(involvement, father)
    assert bytes_of(account) == before
    taken_back = released(involvement, mother)
    assert b"Your worker" in bytes_of(account)
    taken_back.withdrawn_at = timezone.now()
    taken_back.save(using=make.OWNER)
    assert bytes_of(account) == before


def test_with_and_without_a_strategy_discussion_the_page_is_the_same_to_the_byte(
    known: tuple[Account, Person, Person, Account],
) -> None:
    account, mother, child, lead = known
    before = bytes_of(account)
    concern = NotYetTold.objects.using(make.OWNER).create(
        persons=[child.id, mother.id], reason="A strategy discussion.", since=days_ago(70)
    )
    covert = make.account("protection")
    hidden = make.involved(covert, child, role="lead_protection", arises_from=concern)
    also = make.involved(lead, child, role="lead_protection", arises_from=concern)
    released(hidden, mother)
    released(also, mother)
    for back in (69, 68, 66, 40, 33, 1):
        looked(covert, child, days_ago(back), page="strategy discussion")
        looked(covert, mother, days_ago(back))
        looked(lead, child, days_ago(back), page="strategy discussion", reason="involvement")
        looked(lead, mother, days_ago(back))
        looked(make.account("manager"), child, days_ago(back), reason="team")
    assert bytes_of(account) == before
    NotYetTold.objects.using(make.OWNER).update(ended_at=timezone.now(), ended_by=lead.id)
    assert b"Somebody who keeps children safe" in bytes_of(account), "the comparison can tell the difference"


def test_more_looks_of_a_known_worker_change_nothing(known: tuple[Account, Person, Person, Account]) -> None:
    account, _mother, child, lead = known
    before = bytes_of(account)
    for back in range(30, 99):
        looked(lead, child, days_ago(back))
    assert bytes_of(account) == before


def test_looks_of_police_law_and_their_like_have_no_broad_role() -> None:
    assert set(BROAD) == set(InvolvementRole.values)
    assert len(set(BROAD.values())) == 6
    assert not {name for name in BROAD if re.search("police|legal|lado|marac|advoca|sexual", name)}


def test_a_role_that_nobody_has_sorted_is_left_out(known: tuple[Account, Person, Person, Account]) -> None:
    account, mother, child, _lead = known
    before = bytes_of(account)
    police = make.account("partner")
    released(make.involved(police, child, role="police"), mother)
    looked(police, child, days_ago(100))
    assert bytes_of(account) == before


def empty_page() -> bytes:
    child = make.person("Ada")
    account, _ = family_of(child)
    return bytes_of(account)


@pytest.mark.parametrize("kept_from", ["a protected address", "a protected number", "a ruling"])
def test_whoever_is_kept_from_a_protected_place_sees_none_of_it(
    known: tuple[Account, Person, Person, Account], kept_from: str
) -> None:
    account, mother, child, _lead = known
    other = make.person("Carer", born=None)
    make.tied(child, other, "relative")
    with connections["owner"].cursor() as cursor:
        if kept_from == "a protected address":
            make.home(other, protected=True)
        elif kept_from == "a protected number":
            cursor.execute(
                "INSERT INTO people_contactpoint (id, recorded_at, source, person_id, channel, value,"
                " protected, safety, how_it_is_safe, during) VALUES (gen_random_uuid(), now(), 'worker', %s,"
                " 'mobile', '0', true, 'safe', '', '[2020-01-01,)')",
                [other.id],
            )
        else:
            ruled(child, mother, may=False)
    assert bytes_of(account) == empty_page()


def test_whoever_may_know_the_protected_place_still_sees_the_list(
    known: tuple[Account, Person, Person, Account],
) -> None:
    account, mother, child, _lead = known
    make.home(child, protected=True)
    make.home(mother, protected=True)
    assert b"Your worker" not in bytes_of(account)
    ruled(child, mother, may=True)
    assert b"Your worker" in bytes_of(account)


def test_knowing_somebody_s_name_does_not_show_who_looked_at_them(
    known: tuple[Account, Person, Person, Account],
) -> None:
    _account, _mother, child, lead = known
    friend, neighbour = make.person("Bill", born=None), make.account("carer")
    make.door(neighbour, friend)
    make.door(neighbour, child, "knows")
    released(lead.involvements.using(make.OWNER).get(), friend)
    assert b"Ada" not in bytes_of(neighbour)
    assert b"Your worker" not in bytes_of(neighbour)


def test_a_worker_who_left_is_listed_up_to_the_month_of_leaving() -> None:
    child = make.person("Ada")
    account, mother = family_of(child)
    lead, left = make.account("lead"), days_ago(150).date()
    released(make.involved(lead, child, during=DateRange(make.LONG_AGO, left, "[)")), mother)
    looked(lead, child, days_ago(200))
    words = words_of(page(account, "/my/looked/"))
    assert f"{days_ago(200):%B %Y} Your worker" in words
    assert month(3) not in words


def test_staff_have_no_such_page() -> None:
    assert page(make.account("lead"), "/my/looked/").status_code == 404


def ruled(person: Person, other: Person, *, may: bool) -> None:
    MayKnow.objects.using(make.OWNER).create(
        person=person,
        other=other,
        may=may,
        reason="Test.",
        during=make.always(datetime(2020, 1, 1).date()),  # noqa: DTZ001
    )
