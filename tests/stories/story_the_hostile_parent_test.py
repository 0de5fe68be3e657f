"""A man from whom a mother and her children fled signs in to his own page, and tries every way to find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client
from playwright.sync_api import Browser

from kith.access.models import Account
from kith.people.models import Person
from kith.story.looked_through import look_through
from tests.stories.conftest import Sit
from tests.support.desk import Desk
from tests.support.visit import signed_in
from tests.walk.rounds import go_round
from tests.walk.routes import every_route

pytestmark = pytest.mark.database
FILE = re.compile(r"\.(pdf|docx)$")
HIS, HERS = "ex-partner@kithshire.example", "parent@kithshire.example"


class Flight:
    """What he must never find, and what he may try with: as her own page and the database know it."""

    def __init__(self) -> None:
        from django.utils import timezone

        from kith.demo.generate import make_family
        from kith.demo.loading import make_demo
        from tests.support.worker import worker_login

        today = timezone.localdate()
        with worker_login():
            make_demo(children=12, seed=1, today=today)
        family = make_family(0, seed=1, today=today)
        him = next(one for one in family.people if one.sign_in == HIS)
        self.him = him.id
        now = {one.address for one in family.residences if one.person != him.id and one.end is None}
        homes = [one for one in family.addresses if one.id in now]
        self.secrets = {
            *(part for home in homes for part in (home.line, home.place, home.postcode)),
            *(point.value for point in family.contacts if point.person != him.id),
            "Bethan",
            "trains",
        }
        self.people = [one.id for one in family.people]
        self.events = [one.id for one in family.events]
        self.ids: dict[str, list[UUID]] = {"person_id": self.people, "event_id": self.events}


@pytest.fixture
def flight(house: str) -> Flight:
    return Flight()


def account(login: str) -> Account:
    return Account.objects.using("owner").get(login=login)


def tells(text: str, flight: Flight) -> list[str]:
    return [secret for secret in flight.secrets if secret in text]


def every_address_of_theirs(flight: Flight) -> Iterator[str]:
    """Each address of the house with each id of that family in it, and ids that stand for the rest."""
    for route in every_route():
        if not {"person_id", "event_id"} & set(route.parameters):
            continue
        for person in flight.people:
            for event in flight.events[:4] if "event_id" in route.parameters else flight.events[:1]:
                held: dict[str, object] = {name: event for name in route.parameters}
                held |= {"person_id": person, "form": "note", "what": "address"}
                yield route.at(held)


def words_of_file(him: Desk, address: str) -> str:
    """What stands in a file that a link gives him, its metadata too; read as his browser would save it."""
    answer = him.page.context.request.get(f"{him.site}{address}")
    assert answer.status == 200, address
    found = look_through(answer.body(), answer.headers["content-type"].partition(";")[0])
    assert found.words.strip(), address
    return found.words


def test_he_walks_every_link_that_he_can_reach_and_nothing_there_leads_to_them(
    flight: Flight, sit: Sit
) -> None:
    him = sit(account(HIS))
    waiting, been = ["/my/"], set[str]()
    while waiting:
        address = waiting.pop()
        if address in been:
            continue
        been.add(address)
        if FILE.search(address.partition("?")[0]):
            words = words_of_file(him, address)
            assert not tells(words, flight), address
            continue
        assert him.go(address) == 200
        html = him.page.content()
        assert not tells(html, flight), address
        links = him.page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")
        waiting += [
            link.partition("#")[0] for link in links if link.startswith("/") and "sign-out" not in link
        ]
    assert {"/my/", "/my/words/", "/my/looked/", "/my/advice/", "/my/complain/"} <= been
    assert not [address for address in been if address.startswith("/people")]


def test_no_address_form_or_guess_answers_him_otherwise_than_nothing_there(flight: Flight) -> None:
    him = signed_in(account(HIS))
    # What nothing looks like behind his own door, and elsewhere: the address alone says which.
    his, elsewhere = him.get(f"/my/story/{UUID(int=7)}/"), him.get(f"/people/{UUID(int=7)}/")
    for address in every_address_of_theirs(flight):
        nothing = his if address.startswith("/my/") else elsewhere
        answers = [him.get(address)]
        # Without `next` and with every field that a form of that address could have.
        if not address.startswith("/my/"):
            answers.append(
                him.post(address, {"text": "x", "kind": "protect", "value": "x", "reader": str(flight.him)})
            )
        for answer in answers:
            if address.startswith("/my/") and answer.status_code == 200:
                pytest.fail(f"{address} is open to him")
            assert (answer.status_code, len(answer.content)) == (404, len(nothing.content)), address


def test_he_cannot_send_words_about_them_or_to_their_workers_by_changing_what_the_form_offers(
    flight: Flight,
) -> None:
    from kith.story.models import Event

    him = signed_in(account(HIS))
    before = Event.objects.using("owner").count()
    lead = account("lead@kithshire.example").id
    stranger = next(each for each in flight.people if each != flight.him)
    for more in ({"who": str(lead)}, {"about": str(stranger), "who": "everybody"}, {"person": str(stranger)}):
        answer = him.post(
            "/my/words/save/", {"form": "my_words", "person": str(stranger), "words": "x", **more}
        )
        assert answer.status_code in {400, 403, 404}, more
    answer = him.post("/my/words/", {"words": "Where are you?", "who": str(lead), "do": "finish"})
    assert Event.objects.using("owner").count() == before
    assert not tells(answer.content.decode(), flight)


def test_after_signing_out_the_back_button_shows_nothing(
    flight: Flight, browser: Browser, house: str
) -> None:
    her = Desk(browser, house, account=account(HERS))
    her.go("/my/")
    her.sees("Rhiannon")
    her.press("Sign out")
    her.page.go_back()
    her.page.wait_for_load_state("load")
    her.does_not_see("Rhiannon")
    her.leave()


def test_his_page_looks_like_that_of_any_parent_who_lives_apart(flight: Flight) -> None:
    """The same page for a man with two children and no flag, but for the names."""
    from tests.support import make

    plain, child, other = (make.person(name, "Farrowby", born=None) for name in ("Dean", "Owen", "Mali"))
    any_parent = make.account("parent")
    make.door(any_parent, plain)
    for each in (child, other):
        make.tied(each, plain, "father")
        make.door(any_parent, each, "parent")
    the_same_step_for(plain, child)
    his, theirs = signed_in(account(HIS)), signed_in(any_parent)
    for address in ("/my/", "/my/plan/", "/my/story/", "/my/words/", "/my/advice/", "/my/complain/"):
        assert shape(his, address) == shape(theirs, address), address
    pages = [{nameless(each) for each in go_round(one, ["/my/"]).pages} for one in (his, theirs)]
    assert pages[0] == pages[1]


def the_same_step_for(plain: Person, child: Person) -> None:
    """What he is shown of a plan, the other man is shown too: there it is the step of any parent."""
    from django.utils import timezone

    from kith.access.models import Release
    from kith.plan.models import Plan, Step
    from tests.support import make

    his = Step.objects.using("owner").get(does_it="person_causing_harm", keeps_safe=False)
    plan = Plan.objects.using("owner").create(family=make.family(child), started_on=timezone.localdate())
    step = Step.objects.using("owner").create(
        plan=plan, words=his.words, does_it="parent", person=plain, by_on=his.by_on
    )
    Release.objects.using("owner").create(
        reader=plain, kind="plan", item=step.id, prepared=True, how_prepared="x", released_at=timezone.now()
    )


def nameless(text: str) -> str:
    """Without ids."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", text)


def shape(client: Client, address: str) -> str:
    """A page without names, tokens and ids."""
    html = nameless(client.get(address).content.decode())
    html = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", html)
    return re.sub(r"\b(Dean|Owen|Mali|Yarrowdale|Farrowby)\b", "NAME", html)
