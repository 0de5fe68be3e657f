"""One page says who matters, what happened, the statuses, where they live and lived, who works with them, what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.access.models import Account
from kith.care.models import Episode
from kith.core.acting import acting
from kith.help.models import ChildInNeedPlan, Referral
from kith.people.models import Address, Person
from kith.protection.models import ChildProtectionPlan
from kith.story import actions
from kith.story.marks import Marked
from tests.support import make
from tests.support.keys import as_at_set_up
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days)


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kith_database: None) -> Iterator[None]:
    """Those that seal private words."""
    from kith.core.keystore import ring

    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master"))
    as_at_set_up()
    yield
    ring.cache_clear()


@pytest.fixture
def child() -> Person:
    return make.person("Ada", "Example")


@pytest.fixture
def lead(child: Person) -> Account:
    who = make.account("lead", display_name="Sam Worker")
    make.involved(who, child, during=DateRange(date(2024, 3, 4), None, "[)"))
    return who


def said(lead: Account, child: Person, text: str, *, private: bool = False) -> None:
    with acting(make.actor(lead)):
        actions.write_own_words(
            by=make.actor(lead), persons=[child.id], text=[Marked(text)], whose="Ada", private=private
        )


def test_it_begins_with_the_childs_words_and_leads_on_to_all_that_a_worker_must_know(
    child: Person, lead: Account
) -> None:
    from kith.returns.models import LoadedFile

    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="-", kind="demo", collection_year="2015-16")
    Referral.objects.using(make.OWNER).create(person=child, referred_on=ago(5))
    make.tied(child, make.person("Nan", "Elm", born=None), "grandparent", in_their_words="my other nan")
    make.tied(child, make.person("Kit", "Birch", born=None), "neighbour")
    make.home(child, "1 Nowhere Lane")
    before = make.account("lead", display_name="Jo Before")
    make.involved(before, child, during=DateRange(date(2022, 1, 10), date(2024, 3, 4), "[)"))
    said(lead, child, "I like to be asked first.")
    page = signed_in(lead).get(f"/people/{child.id}/")
    words = words_of(page)
    in_order = [
        "I like to be asked first.",
        "Where they are now",
        "1 Nowhere Lane",
        "since 4 March 2024; 1 worker before",
        "What is due",
        "Child and family assessment finished",
        "Who matters",
        "The latest",
        "by Sam Worker",
        "Who works with them",
        "Before: 1 worker",
        "Jo Before",
        "10 January 2022 to 4 March 2024",
    ]
    places = [words.find(each) for each in in_order]
    assert -1 not in places, in_order[places.index(-1)]
    assert places == sorted(places)
    soup = BeautifulSoup(page.content, "html.parser")
    drawn = soup.select_one("main svg")
    assert drawn is not None
    listed = " ".join(each.get_text(" ", strip=True) for each in soup.select(".kith-network-list li"))
    for name in ("Nan Elm", "Kit Birch"):
        assert name in drawn.get_text(" ")
        assert name in listed
    assert "my other nan" in listed
    assert soup.find("a", href=f"/people/{child.id}/access/") is not None


@pytest.mark.usefixtures("keys")
def test_private_words_of_a_child_stand_on_no_page_and_the_newest_others_do(
    child: Person, lead: Account
) -> None:
    said(lead, child, "I sleep badly.")
    said(lead, child, "I like to be asked first.")
    said(lead, child, "Tell nobody of the blue box.", private=True)
    words = words_of(signed_in(lead).get(f"/people/{child.id}/"))
    assert "I like to be asked first." in words
    assert "blue box" not in words


@pytest.mark.parametrize(
    ("first", "latest", "says"),
    [
        ("NEG", "EMO", "On a child protection plan (emotional abuse) since"),
        ("NEG", "", "On a child protection plan (neglect) since"),
        ("OLD", "", "On a child protection plan since"),
    ],
)
def test_each_status_that_holds_now_is_said_protection_first(
    child: Person, lead: Account, first: str, latest: str, says: str
) -> None:
    ChildInNeedPlan.objects.using(make.OWNER).create(person=child, started_on=ago(60))
    ChildProtectionPlan.objects.using(make.OWNER).create(
        person=child, started_on=ago(40), initial_category=first, latest_category=latest
    )
    Episode.objects.using(make.OWNER).create(
        person=child,
        during=DateRange(ago(30), None, "[)"),
        started_on=ago(30),
        legal_status="V2",
        placement_type="U6",
    )
    words = words_of(signed_in(lead).get(f"/people/{child.id}/"))
    position = words[words.index("Legal position") : words.index("What is due")]
    parts = [says, "On a child in need plan since", "Looked after by agreement (section 20)"]
    assert [position.find(each) for each in parts] == sorted(position.find(each) for each in parts)
    assert all(each in position for each in parts), position


@pytest.mark.parametrize(("began", "ended"), [(40, 0), (400, 40), (-3, None)])
def test_a_plan_that_is_over_or_to_come_is_no_status_of_today(
    child: Person, lead: Account, began: int, ended: int | None
) -> None:
    until = None if ended is None else ago(ended)
    for kind in (ChildProtectionPlan, ChildInNeedPlan):
        kind.objects.using(make.OWNER).create(person=child, started_on=ago(began), ended_on=until)
    words = words_of(signed_in(lead).get(f"/people/{child.id}/"))
    assert "Not looked after" in words
    assert "On a child" not in words


def test_a_school_that_may_open_the_record_is_not_told_of_protection_by_its_status(child: Person) -> None:
    school = make.account("school")
    make.involved(school, child, role="school")
    without = words_of(signed_in(school).get(f"/people/{child.id}/"))
    ChildProtectionPlan.objects.using(make.OWNER).create(person=child, started_on=ago(40))
    assert words_of(signed_in(school).get(f"/people/{child.id}/")) == without


def test_where_they_have_lived_is_told_with_its_days(child: Person, lead: Account) -> None:
    for lines, since, until in (
        ("9 Elsewhere Road", date(2019, 2, 1), date(2023, 6, 5)),
        ("1 Nowhere Lane", date(2023, 6, 5), None),
    ):
        Address.objects.using(make.OWNER).create(
            person=child, lines=lines, during=DateRange(since, until, "[)")
        )
    client = signed_in(lead)
    words = words_of(client.get(f"/people/{child.id}/homes/"))
    assert "9 Elsewhere Road from 1 February 2019 to 5 June 2023" in words
    assert "1 Nowhere Lane from 5 June 2023" in words
    assert "9 Elsewhere Road" not in words_of(client.get(f"/people/{child.id}/"))
