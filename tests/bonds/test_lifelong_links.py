"""Lifelong Links: the child leads; whoever is found says yes first; nobody kept apart is looked for without a manager."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from kith.access.models import Account
from kith.bonds import actions
from kith.bonds.models import BondFact, LifelongBond, LinkDrawn, LinkPerson, LinksJourney
from kith.bonds.queries.links import MyLinks, links_page, my_links
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.people.models import MayKnow
from tests.access.tries import tries
from tests.bonds.home import Home, ago, ahead, sleeps, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
FOUND = "Coaches at Hollins FC on Tuesdays, 14 Vale Road."
SHARES = "I am Ray, I remember your left foot. Ring me through Rosa."


class Links(Home):
    """Ada said yes, and asks for her old football coach."""

    def __init__(self) -> None:
        super().__init__()
        self.journey = self.does(
            actions.offer_links, child=self.child.id, offered_on=ago(20), how="We talked in the car."
        )
        self.does(actions.links_answered, journey=self.journey, answer="yes", answered_on=ago(19))
        self.coach = self.asks("Coach Ray", "my football coach")

    def asks(self, name: str, tie: str = "") -> UUID:
        made: UUID = self.does(actions.ask_for_link, by=self.young, name=name, tie=tie)
        return made

    def looks(self, link: UUID | None = None, by: Account | None = None, **facts: Any) -> None:
        self.does(actions.look_for, by=by, link=link or self.coach, **({"known": None} | facts))

    def said(self, yes: bool, link: UUID | None = None) -> None:
        self.does(
            actions.link_answered, link=link or self.coach, yes=yes, consent_on=ago(1), consent_how="By phone, to Rosa.",
            shares=SHARES if yes else "",
        )  # fmt: skip

    def row(self) -> LinkPerson:
        return LinkPerson.objects.using(make.OWNER).get(id=self.coach)

    def mine(self, by: Account | None = None) -> MyLinks:
        with acting(make.actor(by or self.young)):
            return my_links()

    def stands(self) -> list[tuple[str, str]]:
        return [(each.name, each.stands) for each in self.mine().links]

    def page_of(self, account: Account) -> bytes:
        page = bytes(signed_in(account).get("/my/people/").content)
        return re.sub(rb'name="(csrfmiddlewaretoken|sending)" value="[^"]*"|nonce="[^"]*"', b"", page)

    def apart(self, other: UUID) -> None:
        MayKnow.objects.using(make.OWNER).create(
            person=self.child, other_id=other, may=False, reason="Order.", during=(today(), None)
        )


@pytest.fixture
def links(kith_database: None) -> Links:
    return Links()


def test_not_a_word_of_whoever_is_found_reaches_the_child_before_their_yes(links: Links) -> None:
    links.looks()
    before = links.page_of(links.young)
    links.does(actions.link_found, link=links.coach, found=FOUND)
    # Found, and the page is as it was, to the byte.
    assert links.page_of(links.young) == before
    for word in ("Vale", "Hollins", "Tuesdays"):
        assert word not in before.decode()
    links.said(yes=True)
    after = words_of(signed_in(links.young).get("/my/people/"))
    assert "They said yes" in after
    assert SHARES in after
    assert "Vale" not in after


def test_somebody_whom_a_worker_found_is_nobody_to_the_child_until_they_say_yes(links: Links) -> None:
    aunt = links.does(actions.add_link, child=links.child.id, name="Aunt Wren", by_child=False)
    links.looks(aunt)
    links.does(actions.link_found, link=aunt, found="In Leeds.")
    assert links.stands() == [("Coach Ray", "wanted")]
    links.said(yes=True, link=aunt)
    assert links.stands() == [("Coach Ray", "wanted"), ("Aunt Wren", "yes")]
    links.said(yes=False, link=aunt)
    assert links.stands() == [("Coach Ray", "wanted")]


def test_a_no_and_not_found_are_one_page_told_first_and_a_yes_may_be_taken_back(links: Links) -> None:
    links.looks()
    waits = links.page_of(links.young)
    links.said(yes=True)
    links.said(yes=False)
    assert links.row().shares == ""
    assert links.page_of(links.young) == waits
    why: dict[str, Any] = {"why": "It does not work out. We are sorry.", "told_on": None}
    links.does(actions.link_not, link=links.coach, stands="no", **why)
    assert links.page_of(links.young) == waits
    links.does(actions.link_not, link=links.coach, stands="no", **(why | {"told_on": today()}))
    refused = links.page_of(links.young)
    assert "We could not bring you together" in refused.decode()
    LinkPerson.objects.using(make.OWNER).filter(id=links.coach).update(stands="not_found")
    assert links.page_of(links.young) == refused


def test_not_safe_now_has_a_reason_that_the_child_reads_once_told_and_a_day(links: Links) -> None:
    told: dict[str, Any] = {"link": links.coach, "stands": "not_safe", "why": "We ask the court first."}
    with pytest.raises(CannotBeError) as refused:
        links.does(actions.link_not, **told, told_on=today())
    assert refused.value.field == "look_again_on"
    links.does(actions.link_not, **told, told_on=None, look_again_on=ahead(30))
    assert links.stands() == [("Coach Ray", "looking")]
    links.does(actions.link_not, **told, told_on=today(), look_again_on=ahead(30))
    (mine,) = links.mine().links
    assert (mine.stands, mine.why, mine.look_again_on) == ("not_safe", "We ask the court first.", ahead(30))


def test_nobody_is_looked_for_before_the_child_said_yes_or_after_they_stopped(links: Links) -> None:
    links.looks()
    links.does(actions.stop_links, by=links.young, why="Too much now.")
    assert links.row().stands == "wanted"
    with pytest.raises(CannotBeError, match="not said yes"):
        links.looks()
    assert (
        LinksJourney.objects.using(make.OWNER).get(id=links.journey).why_ended
        == "The child stopped it: Too much now."
    )


def test_somebody_kept_apart_is_looked_for_only_once_a_manager_said_why(links: Links) -> None:
    links.apart(links.dad.id)
    dad = links.asks("Dad")
    make.involved(links.manager, links.child)
    with pytest.raises(CannotBeError, match="keeps this child and them apart"):
        links.looks(dad, known=links.dad.id)
    with pytest.raises(CannotBeError, match="A manager alone"):
        links.looks(dad, known=links.dad.id, despite="He asks for her.")
    with pytest.raises(CannotBeError, match="keeps this child and them apart"):
        links.looks(dad, by=links.manager, known=links.dad.id)
    links.looks(
        dad, by=links.manager, known=links.dad.id, despite="Letters alone, through us, as the court says."
    )
    assert LinkPerson.objects.using(make.OWNER).get(id=dad).stands == "looking"


def test_the_database_refuses_it_whoever_writes_the_sql(links: Links) -> None:
    links.apart(links.dad.id)
    dad = links.asks("Dad")
    looks = "UPDATE bonds_linkperson SET known_id = %s, stands = 'looking' WHERE id = %s"
    assert not tries(links.lead, looks, [links.dad.id, dad])
    says = "UPDATE bonds_linkperson SET despite = 'I say so', despite_at = now(), known_id = %s WHERE id = %s"
    assert not tries(links.lead, says, [links.dad.id, dad])
    assert tries(links.lead, "UPDATE bonds_linkperson SET stands = 'looking' WHERE id = %s", [links.coach])


def test_whoever_comes_to_be_kept_apart_after_a_yes_is_not_read_of_any_more(links: Links) -> None:
    links.looks(known=links.mum.id)
    links.said(yes=True)
    assert links.stands() == [("Coach Ray", "yes")]
    links.apart(links.mum.id)
    (mine,) = links.mine().links
    assert (mine.stands, mine.shares) == ("looking", "")


def test_a_limit_of_a_concern_not_told_changes_no_page_and_lets_nobody_be_looked_for(links: Links) -> None:
    concern = links.concern()
    links.looks(known=links.mum.id)
    links.said(yes=True)
    before = links.page_of(links.young)
    links.does(
        actions.limit_time, child=links.child.id, other=links.mum.id, kind="bail", allows="nothing", words="Bail.",
        from_on=ago(1), covert=concern,
    )  # fmt: skip
    assert links.page_of(links.young) == before
    mum = links.asks("Mum")
    with pytest.raises(CannotBeError, match="keeps this child and them apart"):
        links.looks(mum, known=links.mum.id)
    links.tell(concern)
    assert ("Coach Ray", "looking") in links.stands()


def test_words_that_tell_where_somebody_kept_apart_is_are_not_given_to_the_child(links: Links) -> None:
    links.apart(links.dad.id)
    make.home(links.dad, "9 Foundry Row", "ZZ9 9ZZ")
    MayKnow.objects.using(make.OWNER).create(
        person=links.dad, other=links.child, may=False, reason="Order.", during=(today(), None)
    )
    links.looks()
    with pytest.raises(NotPermittedError, match="kept apart"):
        links.does(
            actions.link_answered, link=links.coach, yes=True, consent_on=today(), consent_how="Phone.",
            shares="I live by Foundry Row, 9 Foundry Row.",
        )  # fmt: skip


def test_nobody_else_behind_the_door_reads_or_writes_any_of_it(links: Links) -> None:
    links.looks()
    links.said(yes=True)
    links.does(actions.draw_link, by=links.young, when="before", name="Nan", closeness=1)
    links.does(actions.choose_bond, by=links.young, name="Nan", words="She is home.")
    for account in (links.mother, links.father, links.sibling):
        with acting(make.actor(account)):
            seen = my_links()
            assert (seen.journey, seen.links, seen.bonds, seen.before.people) == (None, (), (), ())
            assert not LinkPerson.objects.exists()
            assert not LinksJourney.objects.exists()
    with acting(make.actor(links.young)):
        # Not a row of it to the child either: what was found stands in it.
        assert not LinkPerson.objects.exists()
        assert not LinksJourney.objects.exists()
    forged = (
        "INSERT INTO bonds_linkperson (id, recorded_at, recorded_by, source, child_id, name, tie,"
        " by_child, stands, found, despite, why, consent_how, shares)"
        " VALUES (gen_random_uuid(), now(), %s, 'family', %s, 'X', '', true, 'wanted',"
        " '', '', '', '', '')"
    )
    assert tries(links.young, forged, [links.young.id, links.child.id])
    assert not tries(links.young, forged, [links.young.id, links.brother.id])
    assert not tries(links.mother, forged, [links.mother.id, links.child.id])
    assert not tries(
        links.young, "UPDATE bonds_linkperson SET stands = 'yes' WHERE id = %s RETURNING id", [links.coach]
    )


def test_the_child_answers_the_offer_on_their_own_page_and_is_asked_again(links: Links) -> None:
    links.does(actions.end_links, journey=links.journey, why="A year is over.")
    links.does(actions.offer_links, child=links.child.id, offered_on=today(), how="At the review.")
    young = signed_in(links.young)
    assert young.post("/my/people/answer/", {"answer": "not_now"}).status_code == 302
    journey = LinksJourney.objects.using(make.OWNER).get(child=links.child, ended_on=None)
    assert (journey.answer, journey.ask_again_on) == ("not_now", ahead(91))
    assert young.post("/my/people/answer/", {"answer": "yes"}).status_code == 302
    assert young.get("/my/people/answer/").status_code == 404
    assert young.post("/my/people/stop/", {}).status_code == 302
    assert young.get("/my/people/stop/").status_code == 404


def test_one_offer_runs_at_a_time(links: Links) -> None:
    with pytest.raises(CannotBeError, match="offered already"):
        links.does(actions.offer_links, child=links.child.id, offered_on=today(), how="Again.")


def test_links_before_and_after_are_drawn_by_the_child(links: Links) -> None:
    young = signed_in(links.young)
    for name, close in (("Nan", 1), ("Ben", 1), ("Miss Okafor", 3)):
        assert young.post("/my/people/drawing/", {"name": name, "closeness": close}).status_code == 302
    assert young.post("/my/people/drawing/", {"again": "1"}).status_code == 302
    assert young.post("/my/people/drawing/", {"name": "Coach Ray", "closeness": 2}).status_code == 302
    # Said anew, it takes the place of what was said.
    assert young.post("/my/people/drawing/", {"name": "Miss Okafor", "closeness": 2}).status_code == 302
    seen = links.mine()
    assert [each.name for each in seen.before.people] == ["Ben", "Nan", "Miss Okafor"]
    assert [(each.name, each.closeness) for each in seen.after.people] == [
        ("Ben", 1), ("Nan", 1), ("Coach Ray", 2), ("Miss Okafor", 2),
    ]  # fmt: skip
    assert (seen.before.close, seen.after.close) == (2, 4)
    ben = next(each.id for each in seen.after.people if each.name == "Ben")
    assert young.post("/my/people/drawing/", {"out": str(ben)}).status_code == 302
    assert len(links.mine().after.people) == 3
    assert LinkDrawn.objects.using(make.OWNER).filter(child=links.child, name="Ben").count() == 1


def test_a_bond_for_life_stands_once_both_chose_and_either_may_end_it(links: Links) -> None:
    links.looks()
    links.said(yes=True)
    young = signed_in(links.young)
    assert (
        young.post("/my/people/choose/", {"name": "Coach Ray", "words": "He is my person."}).status_code
        == 302
    )
    (bond,) = links.mine().bonds
    assert not bond.stands
    row = LifelongBond.objects.using(make.OWNER).get(id=bond.id)
    assert row.link_id == links.coach
    # What the other says is not the child's to write.
    assert not tries(
        links.young, "UPDATE bonds_lifelongbond SET other_words = 'x', other_chose_on = now() WHERE id = %s",
        [bond.id],
    )  # fmt: skip
    links.does(
        actions.other_chose, bond=bond.id, other_words="For life, kid.", other_how="In the clubhouse, to Rosa.",
        other_chose_on=today(),
    )  # fmt: skip
    assert links.mine().bonds[0].stands
    links.said(yes=False)
    assert links.mine().bonds == ()
    links.said(yes=True)
    assert young.post("/my/people/choose/", {"end": str(bond.id)}).status_code == 302
    assert links.mine().bonds == ()
    assert LifelongBond.objects.using(make.OWNER).get(id=bond.id).ended_on == today()


@override_settings(LIVE_FROM=date(2026, 1, 1))
def test_the_offer_keeps_the_promise_where_the_council_made_it(links: Links) -> None:
    from kith.law.calendar import add_working_days
    from kith.law.due import obligations
    from kith.law.settings.actions import switch_promise
    from kith.returns.models import LoadedFile

    # Of children in care the record is whole: a return was loaded.
    LoadedFile.objects.using(make.OWNER).create(
        run=uuid4(), name="kith demo", kind="demo", collection_year="2025-26"
    )
    director = make.account("director")
    links.does(switch_promise, by=director, duty="LL-01", on=True, from_day=today(), reason="Voted in March.")
    sleeps(links.child, today())
    sleeps(links.brother, today())
    links.does(actions.end_links, journey=links.journey, why="A year is over.")
    links.does(actions.offer_links, child=links.child.id, offered_on=today(), how="At home.")
    with acting(make.actor(links.lead)):
        (hers,) = [each for each in obligations([links.child.id]) if each.duty == "LL-01"]
        (his,) = [each for each in obligations([links.brother.id]) if each.duty == "LL-01"]
    facts = BondFact.objects.using(make.OWNER).filter(person=links.child, kind="links")
    assert sorted(each.happened_on for each in facts) == [ago(20), today()]
    assert (hers.met, hers.state) == (today(), "met")
    assert (his.met, his.due) == (None, add_working_days(today(), 20))


def test_the_pages_forms_work_and_ask_little(links: Links) -> None:
    client, page = signed_in(links.lead), f"/people/{links.child.id}/lifelong-links/"
    day = {part: str(getattr(today(), part)) for part in ("day", "month", "year")}

    def on(field: str) -> dict[str, str]:
        return {f"{field}_{part}": value for part, value in day.items()}

    steps: list[tuple[str, dict[str, Any]]] = [
        ("person/", {"name": "Aunt Wren", "tie": "Mum’s sister", "by_child": "worker"}),
        (f"look/{links.coach}/", {"known": "none"}),
        (f"found/{links.coach}/", {"found": FOUND}),
        (
            f"said/{links.coach}/",
            {"yes": "yes", "consent_how": "By phone, to Rosa.", "shares": SHARES, **on("consent_on")},
        ),
        (f"met/{links.coach}/", {}),
        ("draw/", {"when": "before", "name": "Nan", "closeness": "1"}),
        ("draw-again/", {}),
        ("chose/", {"name": "Nan", "words": "She is home."}),
        (
            f"plan/{links.journey}/",
            {"plan": "Football on Sundays.", "plan_with": "Ada, Ray", **on("plan_on")},
        ),
    ]
    for step, sent in steps:
        assert client.get(page + step).status_code == 200
        if sent:
            assert client.post(page + step, {}).status_code == 200, step
        assert client.post(page + step, sent).status_code == 302, step
    words = words_of(client.get(page))
    for said in (
        "Aunt Wren",
        "does not know that you look",
        FOUND,
        "they have met again",
        "Football on Sundays.",
    ):
        assert said in words
    assert client.get(page + "look/").status_code == 404
    assert client.get(page + f"nosuch/{links.coach}/").status_code == 404
    mine = words_of(signed_in(links.young).get("/my/people/"))
    assert "You have met again" in mine
    assert "Football on Sundays." in mine
    assert "Wren" not in mine
    with acting(make.actor(links.lead)), CaptureQueriesContext(connection) as asked:
        links_page(links.ids)
    assert len(asked) <= 4
    with acting(make.actor(links.young)), CaptureQueriesContext(connection) as asked:
        my_links()
    assert len(asked) <= 3
