"""What the child and the carers read at their own doors of each other, and what they say: to whom, and to nobody else."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from kith.access.models import Account, NotYetTold, Release
from kith.bench.counting import Queries
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.homes import actions
from kith.homes.models import HomePlace, Said, Shown, Wish
from kith.homes.queries.mine import my_shown
from kith.people.models import MayKnow, Person
from tests.homes import register
from tests.homes.finding import Finding, born, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
HOME = "A foster home with a dog. There is a room with a blue door."
GIRL = "A funny girl of nine who draws horses."


class Doors(Finding):
    """Ada has an account; so has Grace Okafor, who fosters at The Lindens, which is on the shortlist for Ada."""

    def __init__(self) -> None:
        super().__init__(make.person("Ada", "Quill", born=born(9, -40)))
        self.lindens = register.a_home(name="The Lindens", places=3, lives_here=["dog"], languages=["eng"])
        HomePlace.objects.using(make.OWNER).create(
            home=self.lindens, lines="7 Orchard Rise", postcode="KT9 4ZZ"
        )
        self.grace = make.person("Grace", "Okafor")
        register.carer(self.lindens, self.grace)
        self.young = self.door("young_person", self.child, "Ada Quill")
        self.carer = self.door("carer", self.grace, "Grace Okafor")
        self.search_id = self.looks()
        self.among(self.search_id, "2_own")
        self.choice = self.lists(self.search_id, self.lindens)
        self.base = f"/people/{self.child.id}/find-a-home/{self.choice}/"

    @staticmethod
    def door(role: str, person: Any, name: str) -> Account:
        account = make.account(role, display_name=name)
        make.door(account, person, "self")
        return account

    def shows(self, reader: Any, words: str, **facts: Any) -> UUID:
        told = {"prepared": True, "how_prepared": "We read it together."} | facts
        made: UUID = self.does(actions.show, choice=self.choice, reader=reader.id, words=words, **told)
        return made

    @staticmethod
    def reads(who: Account, address: str) -> str:
        answer = signed_in(who).get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return words_of(answer)

    @staticmethod
    def sees(who: Account) -> list[str]:
        with acting(make.actor(who)):
            return [each.words for each in my_shown()]


@pytest.fixture
def doors(kith_database: None) -> Doors:
    return Doors()


def test_a_young_person_reads_what_was_written_for_her_and_says_what_she_thinks(doors: Doors) -> None:
    assert HOME not in doors.reads(doors.young, "/my/matters/")
    shown = doors.shows(doors.child, HOME)
    page = doors.reads(doors.young, "/my/matters/")
    assert HOME in page
    assert "Lindens" not in page
    sent = signed_in(doors.young).post(
        f"/my/matters/{shown}/", {"words": "What is the dog called?", "needs": "A lock"}
    )
    assert sent.status_code == 302
    said = Said.objects.using(make.OWNER).get()
    assert (said.who, said.author, said.on, said.source) == ("child", "Ada Quill", today(), "family")
    choosing = doors.reads(doors.worker, doors.base)
    assert "What is the dog called?" in choosing
    assert "A lock" in choosing
    assert "Written on their own page by Ada Quill" in choosing


def test_carers_read_a_child_without_a_name_and_say_yes_or_no(doors: Doors) -> None:
    shown = doors.shows(doors.grace, GIRL)
    page = doors.reads(doors.carer, "/my/asked/")
    assert GIRL in page
    assert "Ada" not in page
    back = signed_in(doors.carer).post(f"/my/asked/{shown}/", {"words": "We would love to."})
    assert "Choose one." in words_of(back)
    assert "We would love to." in back.content.decode(), "nothing typed is lost"
    told = {"yes": "no", "words": "Not while Dad is ill.", "needs": "A weekend a month"}
    assert signed_in(doors.carer).post(f"/my/asked/{shown}/", told).status_code == 302
    said = Said.objects.using(make.OWNER).get()
    assert (said.who, said.yes, said.needs) == ("carers", False, "A weekend a month")
    assert "Not while Dad is ill." in doors.reads(doors.carer, "/my/asked/")


def test_what_came_of_it_is_read_by_who_said_it_once(doors: Doors) -> None:
    shown = doors.shows(doors.child, HOME)
    signed_in(doors.young).post(f"/my/matters/{shown}/", {"words": "I want to see it first."})
    said = Said.objects.using(make.OWNER).get()
    with pytest.raises(CannotBeError, match="lives or goes to school"):
        doors.does(actions.answer_said, said=said.id, answer="Come to 7 Orchard Rise on Saturday.")
    sent = signed_in(doors.worker).post(
        f"{doors.base}said/{said.id}/", {"answer": "We visit on Saturday at three."}
    )
    assert sent.status_code == 302
    assert "We visit on Saturday at three." in doors.reads(doors.young, "/my/matters/")
    with pytest.raises(NotPermittedError):
        doors.does(actions.answer_said, said=said.id, answer="Or not.")


def test_neither_names_nor_addresses_are_shown_before_a_home_is_agreed(doors: Doors) -> None:
    for words, why in (
        ("You would live with Grace and a dog.", "leave out Grace"),
        ("It is called Lindens.", "leave out Lindens"),
        ("It is at 7 Orchard Rise.", "lives or goes to school"),
        ("The postcode is kt94zz.", "lives or goes to school"),
    ):
        with pytest.raises(CannotBeError, match=why):
            doors.shows(doors.child, words)
    for words in ("Ada draws horses.", "ADA’s horses"):
        with pytest.raises(CannotBeError, match="leave out Ada"):
            doors.shows(doors.grace, words)
    doors.hears(doors.choice)
    doors.agrees(doors.choice)
    doors.shows(doors.child, "You will live with Grace.")
    with pytest.raises(CannotBeError, match="lives or goes to school"):
        doors.shows(doors.child, "Grace lives at 7 Orchard Rise.")


def test_nobody_unprepared_and_nobody_else_is_shown_it(doors: Doors) -> None:
    with pytest.raises(CannotBeError, match="Prepare them first"):
        doors.shows(doors.child, HOME, prepared=False)
    mother = make.person("Mara", "Quill")
    with pytest.raises(NotPermittedError):
        doors.shows(mother, HOME)
    other = doors.lists(doors.search_id, register.a_home(name="Elm End"))
    with pytest.raises(NotPermittedError):
        doors.does(
            actions.show, choice=other, reader=doors.grace.id, words=GIRL, prepared=True, how_prepared="Rang."
        )
    assert not Shown.objects.using(make.OWNER).exists()
    stranger = make.account("social_worker")
    with acting(make.actor(stranger)), pytest.raises(NotPermittedError):
        actions.show(
            by=make.actor(stranger), choice=doors.choice, reader=doors.child.id, words=HOME, prepared=True,
            how_prepared="Rang.",
        )  # fmt: skip


def test_a_parent_and_another_carer_learn_nothing_to_the_byte(doors: Doors) -> None:
    mother, mara = make.account("parent", display_name="Mara Quill"), make.person("Mara", "Quill")
    make.door(mother, mara, "self")
    make.door(mother, doors.child, "parent")
    other = doors.door("carer", make.person("Nell", "Fry"), "Nell Fry")
    pages = ("/my/", "/my/time/", "/my/plan/", "/my/by-when/", "/my/documents/", "/my/meetings/")
    before = {(who.id, at): _bare(who, at) for who in (mother, other) for at in pages}
    before[other.id, "asked"] = _bare(other, "/my/asked/")
    shown = doors.shows(doors.child, HOME)
    doors.shows(doors.grace, GIRL)
    signed_in(doors.young).post(f"/my/matters/{shown}/", {"words": "I like dogs."})
    signed_in(doors.young).post("/my/matters/new/", {"words": "Quiet."})
    after = {(who.id, at): _bare(who, at) for who in (mother, other) for at in pages}
    after[other.id, "asked"] = _bare(other, "/my/asked/")
    assert before == after
    for who in (mother, other):
        for at in ("/my/matters/", f"/my/matters/{shown}/", f"/my/asked/{shown}/"):
            assert signed_in(who).get(at).status_code == 404, at
        with acting(make.actor(who)):
            assert my_shown() == ()
            for model in (Shown, Said, Wish, Release):
                assert model.objects.count() == 0
            with connection.cursor() as cursor:
                cursor.execute("SELECT * FROM homes_readers(%s)", [doors.choice])
                assert cursor.fetchall() == []
    assert signed_in(mother).get("/my/asked/").status_code == 404


def test_nothing_is_shown_of_a_search_that_comes_of_what_is_not_told(doors: Doors) -> None:
    concern = untold(doors.child)
    boy = make.person("Ben", "Quill", born=born(12, -9))
    for who in (doors.worker, doors.manager):
        make.involved(who, boy)
    hidden = doors.looks(boy, covert=untold(boy).id)
    doors.among(hidden, "2_own")
    choice = doors.lists(hidden, doors.lindens)
    with pytest.raises(CannotBeError, match="not told yet"):
        doors.does(
            actions.show, choice=choice, reader=boy.id, words=HOME, prepared=True, how_prepared="Rang."
        )
    # A search that was there before the concern goes on as it was: nothing changes on any page.
    doors.shows(doors.child, HOME)
    assert doors.sees(doors.young) == [HOME]
    assert NotYetTold.objects.using(make.OWNER).get(id=concern.id).ended_at is None


def test_carers_who_are_kept_apart_later_read_it_no_more(doors: Doors) -> None:
    doors.shows(doors.grace, GIRL)
    assert doors.sees(doors.carer) == [GIRL]
    MayKnow.objects.using(make.OWNER).create(
        person=doors.child, other=doors.grace, may=False, reason="A threat.", during=make.always()
    )
    assert doors.sees(doors.carer) == []
    with pytest.raises(CannotBeError, match="kept apart"):
        doors.shows(doors.grace, GIRL)


def test_it_goes_once_it_is_taken_back_once_they_foster_no_more_and_with_the_search(doors: Doors) -> None:
    for ends in ("back", "left", "closed"):
        shown = doors.shows(doors.grace, GIRL)
        assert GIRL in doors.sees(doors.carer)
        if ends == "back":
            sent = signed_in(doors.worker).post(f"{doors.base}shown/{shown}/", {})
            assert sent.status_code == 302
            assert "taken back" in doors.reads(doors.worker, doors.base)
        elif ends == "left":
            member = doors.lindens.members.using(make.OWNER).get()
            member.until = today()
            member.save(using=make.OWNER)
        else:
            doors.does(actions.close_search, search=doors.search_id, why="She stays with Nan.")
        assert doors.sees(doors.carer) == []
        if ends == "left":
            member.until = None
            member.save(using=make.OWNER)


def test_what_matters_to_her_needs_nobody_to_ask_and_is_read_where_a_home_is_chosen(doors: Doors) -> None:
    sent = signed_in(doors.young).post(
        "/my/matters/new/", {"words": "Nobody shouts. My rabbit comes with me."}
    )
    assert sent.status_code == 302
    assert "My rabbit comes with me." in doors.reads(doors.young, "/my/matters/")
    assert "My rabbit comes with me." in doors.reads(doors.worker, f"/people/{doors.child.id}/find-a-home/")
    kept = Wish.objects.using(make.OWNER).get()
    assert (kept.person_id, kept.source, kept.on) == (doors.child.id, "family", today())
    empty = signed_in(doors.young).post("/my/matters/new/", {"words": " "})
    assert empty.status_code == 200


def test_nobody_writes_for_another_whatever_they_send(doors: Doors) -> None:
    shown = doors.shows(doors.child, HOME)
    with acting(make.actor(doors.carer)), pytest.raises(NotPermittedError):
        actions.say_mine(by=make.actor(doors.carer), shown=shown, words="She hates it.", whose="Ada Quill")
    with acting(make.actor(doors.carer)), pytest.raises(Exception, match="row-level security"):
        Said(
            choice_id=doors.choice, child_id=doors.child.id, who="child", words="No.", on=today(), shown_id=shown,
            source="family", recorded_by=doors.carer.id,
        ).save(force_insert=True)  # fmt: skip


def test_a_no_is_answered_before_a_home_is_agreed(doors: Doors) -> None:
    doors.hears(doors.choice)
    doors.does(actions.say_of_choice, choice=doors.choice, who="carers", words="No.", yes=False)
    with pytest.raises(CannotBeError, match="last word is no"):
        doors.agrees(doors.choice)
    doors.does(actions.say_of_choice, choice=doors.choice, who="carers", words="Yes, with help.", yes=True)
    doors.does(actions.say_of_choice, choice=doors.choice, who="child", words="No!", yes=False)
    with pytest.raises(CannotBeError, match="The child said no"):
        doors.agrees(doors.choice)
    doors.does(
        actions.say_of_choice,
        choice=doors.choice,
        who="child",
        words="No!",
        yes=False,
        changed="A visit first.",
    )
    doors.agrees(doors.choice)


def test_the_worker_shows_it_on_a_page_that_begins_with_what_anybody_may_know(doors: Doors) -> None:
    at = f"{doors.base}show/{doors.child.id}/"
    page = signed_in(doors.worker).get(at).content.decode()
    assert "A foster home. There: a dog. They speak English." in page
    assert "Lindens" not in page.split("<textarea")[1]
    told = {"words": "You would live with Grace.", "prepared": "yes", "how_prepared": "We talked."}
    back = signed_in(doors.worker).post(at, told).content.decode()
    assert "leave out Grace" in back
    assert "You would live with Grace." in back
    assert signed_in(doors.worker).post(at, told | {"words": HOME}).status_code == 302
    assert (
        "A child of 9. A funny girl"
        in signed_in(doors.worker).get(f"{doors.base}show/{doors.grace.id}/").content.decode()
    )


def untold(child: Person) -> NotYetTold:
    made: NotYetTold = NotYetTold.objects.using(make.OWNER).create(
        persons=[child.id], reason="Police ask.", since=datetime(2026, 1, 5, tzinfo=UTC)
    )
    return made


def _bare(who: Account, address: str) -> bytes:
    page = signed_in(who).get(address).content
    return re.sub(rb'name="(csrfmiddlewaretoken|sending)" value="[^"]*"|nonce="[^"]*"', b"", page)


def test_a_worker_sees_it_as_the_child_will_and_no_more_than_they_may_read(doors: Doors) -> None:
    doors.shows(doors.child, HOME)
    at = f"/people/{doors.child.id}/see-as/{doors.young.id}/care/"
    assert HOME in doors.reads(doors.worker, at)
    client, asked = signed_in(doors.worker), Queries()
    client.get(at)
    with connection.execute_wrapper(asked):
        client.get(at)
    assert asked.count <= 20
    assert signed_in(doors.worker).get("/my/matters/").status_code == 404
