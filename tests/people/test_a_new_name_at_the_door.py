"""By the family's door nobody is found by a new name: who is kept from a person reads the names from before."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.actions import record_name
from kith.people.models import Address, ContactPoint, MayKnow, Person, PersonName
from tests.access.looking_back import days_ago, looked, released
from tests.access.tries import reads
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
TOKEN = re.compile(r'name="(?:csrfmiddlewaretoken|draft)" value="[^"]*"')
PAGES = ("/my/", "/my/story/", "/my/words/", "/my/looked/")


class Household:
    """Owen, called Owie, with a lead; his father and mother by the door; nobody is kept from anything yet."""

    def __init__(self) -> None:
        self.child, self.dad = make.person("Owen", "Yarrow"), make.person("Dean", "Moss")
        self.mum = make.person("Mara", "Yarrow")
        for parent in (self.dad, self.mum):
            make.tied(self.child, parent)
        self.lead = make.account("lead")
        self.work = make.involved(self.lead, self.child)
        self.father, self.mother, self.young = (
            make.account("parent"), make.account("parent"), make.account("young_person"),
        )  # fmt: skip
        for account, self_ in ((self.father, self.dad), (self.mother, self.mum)):
            make.door(account, self_)
            make.door(account, self.child, "parent")
        make.door(self.young, self.child)
        # The name on pages is one that sorts after the other: what is shown must not change with its mark.
        PersonName.objects.using(make.OWNER).create(
            person=self.child, kind="known_as", given="Owie", family="", during=make.always()
        )

    def pages(self, account: Account) -> list[str]:
        client = signed_in(account)
        return [TOKEN.sub("", client.get(each).content.decode()) for each in PAGES]

    def renamed(self) -> None:
        by = make.actor(self.lead)
        with acting(by):
            record_name(
                by=by, person=self.child.id, kind="known_as", given="Jack", family="Hidden", preferred=True
            )

    def names(self, account: Account) -> set[str]:
        said = reads(account, "SELECT given FROM people_personname WHERE person_id = %s", [self.child.id])
        return {given for (given,) in said}


@pytest.fixture
def home() -> Household:
    return Household()


def ruled_out(child: Person, other: Person) -> None:
    MayKnow.objects.using(make.OWNER).create(
        person=child, other=other, may=False, reason="He hurt them.", during=make.always()
    )


def protected_address(child: Person, other: Person) -> None:
    make.home(child, protected=True)


def protected_number(child: Person, other: Person) -> None:
    ContactPoint.objects.using(make.OWNER).create(
        person=child, channel="phone", value="01632 960000", protected=True, during=make.always()
    )


@pytest.mark.parametrize("keep", [ruled_out, protected_address, protected_number])
def test_a_hidden_childs_new_name_changes_no_byte_of_the_door(home: Household, keep: object) -> None:
    released(home.work, home.dad)
    looked(home.lead, home.child, days_ago(120))
    keep(home.child, home.dad)  # type: ignore[operator]
    before = home.pages(home.father)
    assert "Owen Yarrow" in before[2]
    home.renamed()
    assert home.pages(home.father) == before
    assert home.names(home.father) == {"Owen", "Owie"}
    assert home.names(home.lead) == {"Owen", "Owie", "Jack"}
    assert home.names(home.young) == {"Owen", "Owie", "Jack"}
    assert "Jack Hidden" in words_of(signed_in(home.lead).get(f"/people/{home.child.id}/"))


def test_whoever_is_not_kept_from_them_reads_it_at_once(home: Household) -> None:
    ruled_out(home.child, home.dad)
    home.renamed()
    assert "Jack" in home.names(home.mother)
    assert "Jack Hidden" in home.pages(home.mother)[2]


def test_a_ruling_that_they_may_know_shows_the_name_to_them_alone(home: Household) -> None:
    make.home(home.child, protected=True)
    home.renamed()
    assert "Jack" not in home.names(home.mother)
    MayKnow.objects.using(make.OWNER).create(
        person=home.child, other=home.mum, may=True, reason="She lives there.", during=make.always()
    )
    assert "Jack" in home.names(home.mother)
    assert "Jack" not in home.names(home.father)


def test_a_second_protected_place_does_not_show_a_name_from_the_time_of_the_first(home: Household) -> None:
    today = timezone.localdate()
    first = make.home(home.child, protected=True)
    home.renamed()
    Address.objects.using(make.OWNER).filter(id=first.id).update(
        during=DateRange(make.LONG_AGO, today - timedelta(days=1), "[)")
    )
    assert "Jack" in home.names(home.father)
    protected_number(home.child, home.dad)
    assert "Jack" not in home.names(home.father)


def test_a_door_that_opens_later_shows_no_more(home: Household) -> None:
    make.home(home.child, protected=True)
    home.renamed()
    friend, theirs = make.account("parent"), make.person("Kit")
    make.door(friend, theirs)
    make.door(friend, home.child, "knows")
    nameless = make.account("carer")
    make.door(nameless, home.child, "carer")
    for account in (friend, nameless):
        assert home.names(account) == {"Owen", "Owie"}


def test_nobody_learns_from_the_functions_that_somebody_is_kept_from_them(home: Household) -> None:
    home.renamed()
    new = PersonName.objects.using(make.OWNER).get(given="Jack").id
    for statement, values in (
        ("SELECT people_kept_from(%s, %s)", [home.child.id, home.father.id]),
        ("SELECT * FROM people_names_at_doors(%s)", [home.child.id]),
    ):
        assert reads(home.father, statement, values) == []
    assert reads(home.father, "SELECT people_name_at_door(%s, %s)", [new, home.mother.id]) == [(False,)]


def test_the_form_says_who_will_read_it_and_who_is_kept_from_it(home: Household) -> None:
    page = f"/people/{home.child.id}/about/name/"
    said = words_of(signed_in(home.lead).get(page)).replace(" ,", ",")
    assert "Dean Moss, Mara Yarrow and Owen Yarrow will read it at once, by the family’s door" in said
    assert "Warning" not in said
    ruled_out(home.child, home.dad)
    said = words_of(signed_in(home.lead).get(page))
    assert "Mara Yarrow and Owen Yarrow will read it at once" in said
    assert "Warning Dean Moss must not find this person" in said
    alone = make.person("Bo")
    make.involved(home.lead, alone)
    said = words_of(signed_in(home.lead).get(f"/people/{alone.id}/about/name/"))
    assert "Nobody reads it by the family’s door" in said
