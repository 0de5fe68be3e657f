"""Show this to the family: one press locks the device to what they see; only the worker's password opens the rest."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from kith.access.models import Account, Look, Release
from kith.core.acting import acting
from kith.people.models import Person
from kith.story import actions
from kith.story.marks import Marked
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
AT = datetime(2026, 11, 17, 15, 30, tzinfo=UTC)


class Household:
    """A child with an account, a worker, and one note that was shared with the child by name."""

    def __init__(self) -> None:
        self.child: Person = make.person("Ada")
        self.young: Account = make.account("young_person", display_name="Ada Example")
        make.door(self.young, self.child)
        make.home(self.child, protected=True)
        self.lead = make.account("lead", display_name="Rosa Lindqvist")
        make.involved(self.lead, self.child)
        self.shared = self.note("The park")
        self.kept_back = self.note("Something else")
        with acting(make.actor(self.lead)):
            actions.release(
                by=make.actor(self.lead),
                event=self.shared,
                reader=self.child.id,
                prepared=True,
                how_prepared="Together.",
            )

    def note(self, title: str, covert: UUID | None = None) -> UUID:
        with acting(make.actor(self.lead)):
            return actions.write_note(
                by=make.actor(self.lead),
                persons=[self.child.id],
                title=title,
                text=[Marked(f"Words about {title.lower()}.")],
                happened_at=AT,
                covert=covert,
            )

    def showing(self) -> Client:
        client = signed_in(self.lead)
        answer = client.post(f"/people/{self.child.id}/show/")
        assert answer["Location"] == "/showing/"
        return client


@pytest.fixture
def home() -> Household:
    return Household()


def body(client: Client, address: str = "/showing/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())


def test_one_press_gives_what_they_see_with_no_notice_tab_or_word_of_staff(home: Household) -> None:
    client = home.showing()
    page = body(client)
    assert "Hello <bdi>Ada" in page
    for staffs in ("Rosa Lindqvist", "Sign out", "Today", "Staff", "safe", "withheld", "not shown", "Something else",
                   "/people/", "Who has looked"):  # fmt: skip
        assert staffs not in page, staffs
    item = re.search(r'href="(/showing/story/[^"]*)"', page)
    assert item
    assert "Words about the park." in body(client, item[1])
    assert client.get(f"/showing/story/{home.kept_back}/").status_code == 404


def test_while_it_is_shown_every_other_address_leads_back_to_it(home: Household) -> None:
    client = home.showing()
    for address in (
        "/", f"/people/{home.child.id}/", f"/people/{home.child.id}/story/", "/people/?q=ada", "/my-account/password",
        "/my/", "/sign-in/again", "/sign-out", f"/people/{home.child.id}/ready/",
    ):  # fmt: skip
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, "/showing/"), address
    for address in (f"/people/{home.child.id}/story/note/", "/drafts/save/", "/sign-in/again"):
        answer = client.post(address, {"do": "finish", "title": "x", "text": "y"})
        assert (answer.status_code, answer["Location"]) == (302, "/showing/"), address


def test_the_session_has_a_new_key_so_that_no_kept_page_can_be_gone_back_to(home: Household) -> None:
    client = signed_in(home.lead)
    before = client.cookies["sessionid"].value
    answer = client.post(f"/people/{home.child.id}/show/")
    assert client.cookies["sessionid"].value != before
    assert answer["Clear-Site-Data"] == '"cache"'
    stale = Client()
    stale.cookies["sessionid"] = before
    assert stale.get("/")["Location"].startswith("/sign-in"), "the old key opens nothing"


def test_only_the_workers_password_opens_the_rest(home: Household) -> None:
    client = home.showing()
    wrong = client.post("/showing/leave/", {"password": "a guess of somebody's"})
    assert wrong.status_code == 200
    assert client.get("/")["Location"] == "/showing/"
    right = client.post("/showing/leave/", {"password": make.PASSWORD})
    assert right["Location"] == f"/people/{home.child.id}/"
    assert client.get("/").status_code == 200
    assert client.get("/showing/").status_code == 404


def test_guessing_is_stopped_and_signing_out_is_a_way_out(home: Household) -> None:
    client = home.showing()
    answers = [client.post("/showing/leave/", {"password": f"guess {n}"}).status_code for n in range(12)]
    assert answers[-1] == 429
    assert client.post("/sign-out").status_code == 302
    assert client.get("/showing/")["Location"].startswith("/sign-in")
    # Whoever guessed on that device keeps nobody from signing in at the same place.
    signs_in = Client().post("/sign-in", {"login": home.lead.login, "password": make.PASSWORD})
    assert signs_in["Location"] == "/"


def test_with_several_accounts_the_worker_chooses_whose_page_is_shown(home: Household) -> None:
    mother = make.person("Mara", born=None)
    make.tied(home.child, mother)
    parent = make.account("parent", display_name="Mara Example")
    make.door(parent, mother)
    make.door(parent, home.child, "parent")
    client = signed_in(home.lead)
    choose = client.post(f"/people/{home.child.id}/show/")
    assert choose["Location"] == f"/people/{home.child.id}/see-as/"
    assert "Show this to them on this device" in words_of(client.get(choose["Location"]))
    stranger = make.account("parent")
    assert (
        client.post(f"/people/{home.child.id}/show/", {"account": str(stranger.id)})["Location"]
        != "/showing/"
    )
    assert (
        client.post(f"/people/{home.child.id}/show/", {"account": str(parent.id)})["Location"] == "/showing/"
    )


def test_it_is_equal_to_the_byte_with_and_without_a_strategy_discussion(home: Household) -> None:
    before = body(home.showing())
    with acting(make.actor(home.lead)):
        concern = actions.start_not_yet_told(
            by=make.actor(home.lead), persons=[home.child.id], reason="Police ask.", since=AT
        )
    hidden = home.note("Strategy", covert=concern)
    covert = make.account("protection", display_name="Inspector Nobody")
    held = make.involved(covert, home.child, role="lead_protection", arises_from_id=concern)
    # Even a release that a fault let through.
    for kind, item in (("event", hidden), ("involvement", held.id)):
        Release.objects.using(make.OWNER).create(
            reader=home.child,
            kind=kind,
            item=item,
            prepared=True,
            how_prepared="x",
            released_at=timezone.now(),
        )
    client = home.showing()
    assert body(client) == before
    assert client.get(f"/showing/story/{hidden}/").status_code == 404


def test_each_showing_is_logged_and_a_record_closed_meanwhile_shows_only_the_way_out(home: Household) -> None:
    client = home.showing()
    body(client)
    looks = Look.objects.using(make.OWNER).filter(page="show to family", person=home.child.id)
    assert looks.filter(on_behalf_of=None, actor=home.lead.id).exists()
    assert set(looks.exclude(on_behalf_of=None).values_list("actor", "on_behalf_of")) == {
        (home.lead.id, home.young.id)
    }
    make.restricted(home.child)
    assert client.get("/showing/")["Location"] == "/showing/leave/"
    assert client.get("/showing/leave/").status_code == 200
