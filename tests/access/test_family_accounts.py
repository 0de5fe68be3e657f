"""A family account is opened after a worker asked in private who else sees what comes to them, and never otherwise."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import Error
from django.test import Client
from django.utils import timezone

from kith.access.accounts import actions as of_admins
from kith.access.family_accounts.actions import ask_in_private, open_account
from kith.access.family_accounts.queries import own_account, shared_channels
from kith.access.models import Account, AskedInPrivate, DoorAccess, OpenedAccount
from kith.access.models.own_page import SeenBy, Way
from kith.access.own_door.queries import safe_routes
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.people.actions import link_identity
from kith.people.linking import preview_link
from kith.people.models import ContactPoint, Person
from tests.access.sign_in_help import sign_in
from tests.access.tries import reads, tries
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
ALONE, OTHERS = SeenBy.ALONE, SeenBy.OTHERS
THEIRS = "SELECT access_way_is_theirs(%s, %s)"
OPEN = "SELECT access_open_account(%s, %s, 'Mara', 'parent', '!x', %s, '{}')"
LINK = re.compile(r"http://\S+/sign-in/first\?\S+")
FIRST = "three words apart"


class Home:
    """A mother with a child, and the worker of both."""

    def __init__(self) -> None:
        self.mum, self.child = make.person("Mara", born=None), make.person("Ada")
        make.tied(self.child, self.mum, "mother")
        self.lead = make.account("lead", display_name="Rosa Lindqvist", in_team=make.team())
        for each in (self.mum, self.child):
            make.involved(self.lead, each)

    def ask(self, **said: Any) -> UUID:
        told = {"asked_on": timezone.localdate(), "where_asked": "At the surgery.", "alone": True}
        told |= {"phone": ALONE, "email": ALONE, "post": ALONE, "words": ""}
        with acting(make.actor(self.lead)):
            return ask_in_private(by=make.actor(self.lead), person=self.mum.id, **(told | said))

    def open(self, **said: Any) -> UUID:
        told = {"login": "blue kettle", "name": "Mara", "role": "parent", "way": Way.HAND}
        with acting(make.actor(self.lead)):
            return open_account(
                by=make.actor(self.lead), person=self.mum.id, ids=[self.mum.id], **(told | said)
            )

    def tries_to_open(self, by: Account | None = None, way: str = "hand") -> bool:
        """With SQL of their own."""
        got = reads(by or self.lead, OPEN, [self.mum.id, "by sql", way])
        return got not in ([], [(None,)])


@pytest.fixture
def home() -> Home:
    return Home()


def test_without_having_asked_no_account_is_opened_by_page_action_or_sql(home: Home) -> None:
    client = signed_in(home.lead)
    page = words_of(client.get(f"/people/{home.mum.id}/own-page/"))
    assert "ask them alone who else sees their phone, email and post" in page
    assert "Open a page for them" not in page
    assert client.get(f"/people/{home.mum.id}/own-page/open/").status_code == 404
    with pytest.raises(NotPermittedError, match="Ask them first"):
        home.open()
    assert not home.tries_to_open()
    assert not DoorAccess.objects.using(make.OWNER).filter(person=home.mum).exists()


def test_answers_that_were_overheard_or_are_old_open_nothing(home: Home) -> None:
    home.ask(asked_on=timezone.localdate() - timedelta(days=29))
    with pytest.raises(NotPermittedError, match="Ask them first"):
        home.open()
    assert not home.tries_to_open()
    home.ask(alone=False)
    with pytest.raises(NotPermittedError, match="Ask them first"):
        home.open()
    assert not home.tries_to_open()
    home.ask()
    assert home.open()


def test_the_last_answers_count(home: Home) -> None:
    home.ask(asked_on=timezone.localdate() - timedelta(days=1))
    home.ask(alone=False)
    assert not home.tries_to_open()


@pytest.mark.parametrize(("way", "seen"), [(Way.TEXT, "phone"), (Way.EMAIL, "email"), (Way.POST, "post")])
@pytest.mark.parametrize("said", [OTHERS, SeenBy.NONE])
def test_what_somebody_else_sees_is_used_for_no_invitation_and_no_reminder(
    home: Home, way: Way, seen: str, said: SeenBy
) -> None:
    home.ask(**{seen: said})
    with pytest.raises(CannotBeError, match="somebody else sees this"):
        home.open(way=way)
    assert not home.tries_to_open(way=way.value)
    assert [each for each in Way if reads(home.lead, THEIRS, [home.mum.id, each.value]) == [(True,)]] == [
        each for each in (Way.TEXT, Way.EMAIL, Way.POST) if each != way
    ]
    with acting(make.actor(home.lead)):
        assert (seen in shared_channels([home.mum.id])) == (said == OTHERS)
    home.ask()
    assert home.open(way=way)


def test_nothing_may_be_sent_to_whom_nobody_asked(home: Home) -> None:
    assert not any(reads(home.lead, THEIRS, [home.mum.id, each.value]) != [(False,)] for each in Way)


def test_nobody_asks_by_sql_who_else_sees_a_phone_of_somebody_they_do_not_hold(home: Home) -> None:
    home.ask()
    assert reads(home.lead, THEIRS, [home.mum.id, "text"]) == [(True,)]
    father = make.account("parent")
    make.door(father, make.person("Rhys"))
    beside = make.account("partner")
    make.involved(beside, home.mum)
    for other in (make.account("lead"), make.account("admin"), make.account("director"), father, beside):
        assert reads(other, THEIRS, [home.mum.id, "text"]) == [(False,)]
        assert not reads(other, "SELECT access_said_theirs(%s, %s)", [home.mum.id, "text"])


def test_a_phone_that_somebody_else_sees_is_never_the_safe_way_to_reach_them(home: Home) -> None:
    ContactPoint.objects.using(make.OWNER).create(
        person=home.mum, channel="phone", value="01632 960007", safety="safe", during=make.always()
    )
    with acting(make.actor(home.lead)):
        assert safe_routes([home.mum.id])[0].safety == "safe"
    home.ask(phone=OTHERS)
    with acting(make.actor(home.lead)):
        (route,) = safe_routes([home.mum.id])
    assert (route.safety, route.how_it_is_safe) == (
        "never use", "They said that somebody else sees this, or that it is not safe.",
    )  # fmt: skip


def parts(on: date) -> dict[str, int]:
    return {"asked_on_day": on.day, "asked_on_month": on.month, "asked_on_year": on.year}


def test_a_worker_asks_opens_it_and_the_mother_begins(home: Home) -> None:
    client, base = signed_in(home.lead), f"/people/{home.mum.id}/own-page/"
    told = parts(timezone.localdate()) | {
        "where_asked": "At the surgery, while he waited outside.", "alone": "yes",
        "phone": "others", "email": "alone", "post": "none", "words": "He knows the code.",
    }  # fmt: skip
    assert client.post(f"{base}asked/", told).status_code == 302
    page = words_of(client.get(base))
    assert "He knows the code." in page
    assert "Asked by Rosa Lindqvist" in page
    assert "Phone: somebody else does, or may" in page
    form = words_of(client.get(f"{base}open/"))
    assert "By email" in form
    assert "By text" not in form
    assert "By post" not in form
    given = {"login": "Blue Kettle", "role": "parent", "way": "text", "children": [str(home.child.id)]}
    assert client.post(f"{base}open/", given).status_code == 200
    assert client.post(f"{base}open/", given | {"way": "hand"}).status_code == 302
    assert client.get(f"{base}open/").status_code == 404
    found = LINK.search(words_of(client.post(f"{base}link/")))
    assert found is not None
    hers = Client()
    assert hers.post(found[0], {"password1": FIRST, "password2": FIRST}).status_code == 302
    assert sign_in(hers, "blue kettle", FIRST).status_code == 302
    page = words_of(hers.get("/my/"))
    assert "Hello Mara Example" in page
    account = Account.objects.using(make.OWNER).get(login="blue kettle")
    held = DoorAccess.objects.using(make.OWNER).filter(account=account)
    assert set(held.values_list("person_id", "capacity")) == {
        (home.mum.id, "self"), (home.child.id, "parent"),
    }  # fmt: skip
    # She has begun: nobody else makes a link to her page, and what was kept of the asking is not on it.
    assert client.post(f"{base}link/").status_code == 404
    assert "They have signed in to it" in words_of(client.get(base))
    assert reads(account, "SELECT id FROM access_askedinprivate") == []
    assert reads(account, "SELECT id FROM access_openedaccount") == []


def test_a_form_with_nothing_in_it_says_what_is_missing(home: Home) -> None:
    page = words_of(signed_in(home.lead).post(f"/people/{home.mum.id}/own-page/asked/", {}))
    for said in ("Say where you asked", "Say whether they were alone", "Say who sees their phone"):
        assert said in page


def test_a_day_to_come_is_refused(home: Home) -> None:
    with pytest.raises(CannotBeError, match="still to come"):
        home.ask(asked_on=timezone.localdate() + timedelta(days=1))


def test_one_person_has_one_account(home: Home) -> None:
    home.ask()
    first = home.open()
    with pytest.raises(NotPermittedError, match="One person has one"):
        home.open(login="another")
    assert not home.tries_to_open()
    with pytest.raises(Error, match="door_one_account_a_person"):
        make.door(make.account("parent"), home.mum)
    # One that was ended stands in nobody's way.
    Account.objects.using(make.OWNER).filter(id=first).update(is_active=False)
    second = home.open(login="another")
    with acting(make.actor(home.lead)):
        known = own_account(home.mum.id)
    assert known is not None
    assert (known.account, known.begun) == (second, False)


def test_two_records_that_are_one_person_have_one_account(home: Home) -> None:
    home.ask()
    home.open()
    again = make.person("Mara", born=None)
    make.involved(home.lead, again)
    with acting(make.actor(home.lead)):
        seen = preview_link(home.mum.id, again.id).digest
        link_identity(
            by=make.actor(home.lead), person=again.id, canonical=home.mum.id, reason="The same.", seen=seen
        )
    with acting(make.actor(home.lead)), pytest.raises(NotPermittedError, match="One person has one"):
        open_account(
            by=make.actor(home.lead), person=home.mum.id, ids=[home.mum.id, again.id], login="x y z",
            name="Mara", role="parent", way=Way.HAND,
        )  # fmt: skip


def test_a_sign_in_name_that_is_taken_is_told(home: Home) -> None:
    home.ask()
    with pytest.raises(CannotBeError, match="this one is taken"):
        home.open(login=home.lead.login.upper())


def test_a_child_whom_the_worker_does_not_hold_or_who_is_no_tie_is_not_shown(home: Home) -> None:
    home.ask()
    stranger, other = make.person("Cem"), make.person("Dov")
    make.involved(home.lead, stranger)
    make.tied(other, home.mum, "mother")
    with pytest.raises(NotPermittedError):
        home.open(children=[other.id])
    made = home.open(children=[stranger.id, home.child.id])
    held = DoorAccess.objects.using(make.OWNER).filter(account_id=made)
    assert set(held.values_list("person_id", flat=True)) == {home.mum.id, home.child.id}


def test_nobody_else_opens_one_or_reads_what_was_asked(home: Home) -> None:
    home.ask(words="He knows the code.")
    mother = make.account("parent")
    make.door(mother, make.person("Rhys", born=None))
    outside = make.account("partner")
    make.involved(outside, home.mum)
    for other in (make.account("lead"), make.account("admin"), outside, mother, make.account("director")):
        assert not home.tries_to_open(other), other.role
        assert reads(other, "SELECT * FROM access_own_account(%s)", [home.mum.id]) == []
        assert reads(other, "SELECT words FROM access_askedinprivate") in (
            [], [("He knows the code.",)] if other == outside else [],
        )  # fmt: skip
        insert = (
            "INSERT INTO access_askedinprivate (id, recorded_at, recorded_by, source, person_id, asked_on, where_asked,"
            " alone, phone, email, post, words) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, kith_today(), 'x',"
            " true, 'alone', 'alone', 'alone', '')"
        )
        assert not tries(other, insert, [other.id, home.mum.id]), other.role
    assert not tries(home.lead, "UPDATE access_askedinprivate SET alone = true, phone = 'alone'")
    assert AskedInPrivate.objects.using(make.OWNER).count() == 1


def test_an_administrator_makes_no_family_account_and_no_link_to_one(home: Home) -> None:
    admin, hers = make.account("admin"), make.account("parent")
    Account.objects.using(make.OWNER).filter(id=hers.id).update(password="!none", last_login=None)
    client = signed_in(admin)
    assert "parent" not in words_of(client.get("/accounts/new")).lower()
    assert "sign-in link" not in words_of(client.get(f"/accounts/{hers.id}/"))
    assert client.post(f"/accounts/{hers.id}/link").status_code == 403
    with acting(make.actor(admin)), pytest.raises(NotPermittedError, match="own worker"):
        of_admins.make_account(by=make.actor(admin), login="m", display_name="M", role="parent")
    insert = (
        "INSERT INTO access_account (id, login, display_name, role, password, job_title, phone, is_active, post)"
        " VALUES (gen_random_uuid(), 'by hand', 'M', %s, '!', '', '', true, 'employed')"
    )
    assert not tries(admin, insert, ["parent"])
    assert tries(admin, insert, ["analyst"])
    assert not tries(admin, "UPDATE access_account SET role = 'parent' WHERE login = 'by hand'")


def test_the_story_says_that_a_page_was_opened_and_not_what_was_asked(home: Home) -> None:
    home.ask(words="He knows the code.", phone=OTHERS)
    home.open()
    story = words_of(signed_in(home.lead).get(f"/people/{home.mum.id}/story/"))
    assert "A page of their own was opened for them" in story
    assert "He knows the code." not in story
    assert OpenedAccount.objects.using(make.OWNER).get().way == "hand"
    assert Person.objects.using(make.OWNER).filter(id=home.mum.id).exists()
