"""Restricting a record, who loses sight of it, lifting it, and two people who open it."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import Error, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.access.actions.restrictions import agree_to_unmask, ask_to_unmask
from kith.access.models import Account, Restriction, UnmaskRequest
from kith.access.restricting import actions
from kith.access.restricting.queries import reference_of
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.models import Person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
WHY = "The mother of a colleague"


class Team:
    """A child named Ada, her lead, the lead's manager, and a director and a manager from elsewhere."""

    def __init__(self) -> None:
        north = make.team("North")
        self.child = make.person("Ada", "Quillfeather")
        self.lead = make.account("lead", in_team=north, display_name="Rosa Lindqvist")
        self.social_worker = make.account("social_worker", display_name="Sam Hill")
        self.manager = make.account("manager", in_team=north, display_name="Mo Boss")
        self.director = make.account("director", display_name="Di Rector")
        self.other = make.account("manager", in_team=make.team("South"), display_name="Olu South")
        make.involved(self.lead, self.child)
        make.involved(self.social_worker, self.child, role="social_worker")
        self.page = f"/people/{self.child.id}/restrict/"

    def given(self, *allow: Account, **more: Any) -> dict[str, Any]:
        told = {"kind": "restricted", "reason": WHY, "check_with": "the duty manager", "do": "preview"}
        return told | {"allow": [str(each.id) for each in allow]} | more


@pytest.fixture
def team() -> Team:
    return Team()


def sees(account: Account) -> bool:
    with acting(make.actor(account)):
        return Person.objects.exists()


def limit_of(child: Person) -> Restriction:
    return Restriction.objects.using(make.OWNER).get(person=child)


def requests() -> list[UnmaskRequest]:
    return list(UnmaskRequest.objects.using(make.OWNER).order_by("recorded_at"))


def ask(client: Client, limit: Restriction, reason: str = "A court has asked") -> str:
    return words_of(
        client.post(
            "/restricted/", {"reference": reference_of(limit.id).lower(), "reason": reason}, follow=True
        )
    )


def decide(client: Client, decision: str, why: str = "") -> str:
    address = f"/restricted/{requests()[-1].id}/"
    return words_of(client.post(address, {"decision": decision, "why": why}, follow=True))


def test_before_it_is_restricted_the_page_says_who_keeps_and_who_loses_sight(team: Team) -> None:
    client = signed_in(team.manager)
    words = words_of(client.post(team.page, team.given(team.lead)))
    keep, lose = (
        words.split("These still open it")[1].split("Or change something")[0].split("These lose sight of it")
    )
    assert "Rosa Lindqvist" in keep
    assert "Sam Hill" not in keep
    assert "Sam Hill , social worker: works with them" in lose
    assert "You are not on the list" in lose
    assert not Restriction.objects.using(make.OWNER).exists(), "a preview restricts nothing"
    assert sees(team.social_worker)


def test_once_restricted_only_those_named_see_it_and_the_reference_is_given_without_a_name(
    team: Team,
) -> None:
    client = signed_in(team.manager)
    words = words_of(client.post(team.page, team.given(team.lead, do="restrict"), follow=True))
    assert reference_of(limit_of(team.child).id) in words
    assert "Quillfeather" not in words
    assert (sees(team.lead), sees(team.social_worker), sees(team.manager)) == (True, False, False)
    assert client.get(team.page).content == client.get(f"/people/{uuid4()}/restrict/").content
    assert reference_of(limit_of(team.child).id) in words_of(
        signed_in(team.lead).get(f"/people/{team.child.id}/access/")
    )


@pytest.mark.parametrize("said", ["ask Quillfeather's team", "the office at ZZ1 1ZZ"])
def test_whom_to_check_with_is_never_the_name_nor_a_place(team: Team, said: str) -> None:
    answer = signed_in(team.manager).post(team.page, team.given(team.lead, check_with=said, do="restrict"))
    assert "Leave out the" in words_of(answer)
    assert not Restriction.objects.using(make.OWNER).exists()
    assert said in typed(answer), "what was typed is still there"


def typed(answer: Any) -> str:
    found = re.search(r'name="check_with" value="([^"]*)"', answer.content.decode())
    return found[1].replace("&#39;", "'") if found else ""


def test_somebody_who_does_not_work_with_them_can_be_looked_up_and_the_page_says_they_stay_outside(
    team: Team,
) -> None:
    outside = make.account("social_worker", display_name="Pat Elsewhere")
    client = signed_in(team.manager)
    looked = client.post(team.page, team.given(team.lead, more="elsewh", do="look"))
    assert "Pat Elsewhere , social worker (does not work with them)" in words_of(looked)
    assert WHY in words_of(looked), "what was typed is still there"
    words = words_of(client.post(team.page, team.given(team.lead, outside)))
    assert "Pat Elsewhere does not work with them yet" in words


def test_a_family_accounts_name_is_never_offered(team: Team) -> None:
    parent = make.account("parent", display_name="Mara Elsewhere")
    answer = signed_in(team.manager).post(team.page, team.given(team.lead, parent, more="mara", do="look"))
    assert "Mara Elsewhere" not in words_of(answer)


def test_one_person_lifts_what_only_restricts_even_on_the_day_it_began(team: Team) -> None:
    client = signed_in(team.manager)
    client.post(team.page, team.given(team.lead, team.manager, do="restrict"))
    assert not sees(team.social_worker)
    client.post(team.page, {"reason": "It was somebody else"})
    assert sees(team.social_worker)
    limit = limit_of(team.child)
    assert (limit.lifted_by, limit.lifted_why) == (team.manager.id, "It was somebody else")


@pytest.mark.parametrize("kind", ["sealed", "relocated"])
def test_what_is_sealed_or_relocated_is_lifted_by_two(team: Team, kind: str) -> None:
    client, second = signed_in(team.manager), signed_in(team.other)
    client.post(team.page, team.given(team.lead, team.manager, kind=kind, do="restrict"))
    limit = limit_of(team.child)
    with acting(make.actor(team.manager)), pytest.raises(NotPermittedError, match="two people"):
        actions.lift(by=make.actor(team.manager), restriction=limit.id, reason="Mine alone")
    client.post(team.page, {"reason": "The order was set aside"})
    assert not sees(team.social_worker)
    assert client.get(f"/restricted/{requests()[0].id}/").status_code == 404, "not by the one who asked"
    assert "The restriction is lifted" in decide(second, "agree")
    assert sees(team.social_worker)
    assert not sees(team.other), "whoever agrees sees nothing by it"


def test_the_app_itself_cannot_lift_by_plain_sql(team: Team) -> None:
    make.restricted(team.child, "relocated")
    try:
        with acting(make.actor(team.manager)), connection.cursor() as cursor:
            cursor.execute("UPDATE access_restriction SET during = '[2020-01-01,2020-01-02)'")
            assert cursor.rowcount == 0
    except Error:
        pass
    assert not sees(team.social_worker)


def test_two_people_open_it_for_a_day_and_the_record_says_so(team: Team) -> None:
    limit = make.restricted(team.child)
    director, second = signed_in(team.director), signed_in(team.other)
    assert "You have asked" in ask(director, limit)
    assert director.get(f"/people/{team.child.id}/").status_code == 404
    waiting = words_of(second.get("/restricted/"))
    assert f"Di Rector asks to open record {reference_of(limit.id)}" in waiting
    assert "Ada" not in waiting
    shown = words_of(second.get(f"/restricted/{requests()[0].id}/"))
    assert "A court has asked" in shown
    assert "Quillfeather" not in shown
    assert "open to Di Rector for 24 hours" in decide(second, "agree")
    assert director.get(f"/people/{team.child.id}/").status_code == 200
    assert second.get(f"/people/{team.child.id}/").status_code == 404
    assert f'href="/people/{team.child.id}/"' in director.get("/restricted/").content.decode()
    looked = words_of(director.get(f"/people/{team.child.id}/access/"))
    assert "Di Rector asked to open the record: A court has asked" in looked
    assert "Olu South agreed" in looked


def test_after_a_day_it_is_closed_again(team: Team) -> None:
    limit = make.restricted(team.child)
    ask(signed_in(team.director), limit)
    decide(signed_in(team.other), "agree")
    with acting(make.actor(team.director)), connection.cursor() as cursor:
        cursor.execute(
            "SELECT upper(during) - now() <= interval '24 hours' FROM access_grant WHERE person = %s",
            [team.child.id],
        )
        assert cursor.fetchall() == [(True,)]


def test_agreeing_twice_opens_nothing_again(team: Team) -> None:
    limit = make.restricted(team.child)
    ask(signed_in(team.director), limit)
    decide(signed_in(team.other), "agree")
    by = make.actor(team.other)
    with acting(by), pytest.raises(NotPermittedError):
        agree_to_unmask(by=by, request=requests()[0].id)
    with acting(by), connection.cursor() as cursor:
        cursor.execute("SELECT access_unmask(%s)", [requests()[0].id])
    with acting(make.actor(team.director)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access_reason")
        assert cursor.fetchone() == (1,)


def test_never_the_same_two_hands(team: Team) -> None:
    limit = make.restricted(team.child)
    client = signed_in(team.director)
    ask(client, limit)
    assert client.get(f"/restricted/{requests()[0].id}/").status_code == 404
    by = make.actor(team.director)
    with acting(by), pytest.raises(NotPermittedError, match="Somebody else"):
        actions.decline(by=by, request=requests()[0].id, why="Never mind")
    assert not sees(team.director)


def test_a_refusal_needs_a_why_and_the_asker_reads_it(team: Team) -> None:
    limit = make.restricted(team.child)
    director, second = signed_in(team.director), signed_in(team.other)
    ask(director, limit)
    assert "Say why" in decide(second, "decline")
    assert "You declined" in decide(second, "decline", "Ring the duty manager first")
    words = words_of(director.get("/restricted/"))
    assert "Olu South : Ring the duty manager first" in words
    assert not sees(team.director)
    assert second.get(f"/restricted/{requests()[0].id}/").status_code == 404, "decided once"


@pytest.mark.parametrize("kind", ["sealed", "relocated", "nothing", "lifted"])
def test_a_reference_that_may_not_be_opened_is_answered_as_one_that_never_was(team: Team, kind: str) -> None:
    client = signed_in(team.director)
    never = client.post("/restricted/", {"reference": "3F2A-91BC", "reason": "Please"})
    limit = (
        Restriction(id=uuid4())
        if kind == "nothing"
        else make.restricted(team.child, "restricted" if kind == "lifted" else kind)
    )
    if kind == "lifted":
        Restriction.objects.using(make.OWNER).filter(id=limit.id).update(during="[2020-01-01,2020-02-01)")
    answer = client.post("/restricted/", {"reference": reference_of(limit.id), "reason": "Please"})
    shape = re.compile(r'value="[^"]*"')
    assert shape.sub("", answer.content.decode()) == shape.sub("", never.content.decode())
    assert "No record that can be opened this way" in words_of(answer)
    assert requests() == []


def test_even_an_agreed_request_opens_nothing_sealed(team: Team) -> None:
    limit = make.restricted(team.child, "relocated")
    asker, other = make.actor(team.director), make.actor(team.other)
    with acting(asker):
        asked = ask_to_unmask(by=asker, restriction=limit.id, reason="Past the page")
    with acting(other):
        agree_to_unmask(by=other, request=asked.id)
    assert not sees(team.director)


@pytest.mark.parametrize(
    "role", ["lead", "social_worker", "front_door", "reviewing", "admin", "auditor", "parent"]
)
def test_for_others_the_page_is_not_there_and_nothing_is_read_past_it(team: Team, role: str) -> None:
    limit = make.restricted(team.child)
    ask(signed_in(team.director), limit)
    outsider = make.account(role)
    client = signed_in(outsider)
    nothing = client.get(f"/people/{uuid4()}/story/").content
    for address in ("/restricted/", f"/restricted/{requests()[0].id}/"):
        assert client.get(address).status_code == 404
        assert client.get(address).content == nothing
    with acting(make.actor(outsider)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access_requests()")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT access_restriction_named(%s)", [reference_of(limit.id)])
        assert cursor.fetchone() == (None,)
        assert UnmaskRequest.objects.count() == 0


def test_the_pages_cost_a_fixed_number_of_queries(team: Team) -> None:
    director, second = signed_in(team.director), signed_in(team.other)

    def cost(address: str, client: Client) -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return sum(1 for query in asked if query["sql"] not in {"BEGIN", "COMMIT"})

    restricting = cost(team.page, signed_in(team.manager))
    few = cost("/restricted/", second)
    for number in range(5):
        hidden = make.person(f"Number {number}")
        ask(director, make.restricted(hidden))
        make.involved(make.account("lead", display_name=f"Lead {number}"), team.child)
    assert cost("/restricted/", second) == few <= 8
    assert cost(team.page, signed_in(team.manager)) == restricting <= 14
