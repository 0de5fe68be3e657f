"""Signing in by a code that is sent: to whom, where, once, soon, and without a word of who has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kith.access.codes.sending import KEEPER, send_codes
from kith.access.models import Account, CodeChoice, SignInCode
from kith.access.models.own_page import SeenBy
from kith.access.sweeping import sweep
from kith.access.tasks import SWEEPER
from kith.core.acting import acting
from kith.people.models import ContactPoint
from tests.access.codes_help import (
    BOX,
    NUMBER,
    asked,
    carried,
    chosen,
    everything_of,
    last_code,
    reach,
    said,
    typed,
)
from tests.access.sign_in_help import only_our_templates, sign_in, with_app
from tests.access.tries import reads, tries
from tests.plan.street import Street
from tests.support import make
from tests.support.notify import FakeNotify, notify_answers
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
NOT_RIGHT = "That code is not right, or it is too old"


class World(Street):
    """The street, with a phone of the mother's that she alone sees, and her codes sent there."""

    def __init__(self, fake: FakeNotify) -> None:
        super().__init__()
        self.fake = fake
        self.phone = reach(self.mum)
        said(self)
        chosen(signed_in(self.mother), self.phone.id, fake)
        fake.sent.clear()

    def code_for(self, client: Client) -> str:
        assert asked(client, self.mother.login) == 302
        return last_code(self.fake)


@pytest.fixture
def fake() -> Iterator[FakeNotify]:
    with notify_answers() as answers:
        yield answers


@pytest.fixture
def world(fake: FakeNotify) -> World:
    return World(fake)


def test_she_asks_for_a_code_and_signs_in_with_it_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    only_our_templates(monkeypatch)
    client, other = Client(), Client()
    code = world.code_for(client)
    (sent,) = world.fake.sent
    assert sent["body"]["phone_number"] == NUMBER
    said_there = sent["body"]["personalisation"]["message"]
    assert said_there == f"{code} is your code. It works once, for 10 minutes. Tell it to nobody."
    answer = typed(client, f"{code[:3]} {code[3:]}")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/my/").status_code == 200
    assert "with a code" in words_of(client.get("/my/sign-in/"))
    # In another browser, or again in this one, it is of no use.
    asked(other, world.mother.login)
    assert NOT_RIGHT in words_of(typed(other, code))
    client.post("/sign-out")
    assert typed(client, code).headers["Location"] == "/sign-in/code"


def answers(client: Client, login: str) -> list[tuple[int, str, bytes]]:
    """All that whoever types a name sees: asked, the next page, and a wrong code."""
    got = [client.post("/sign-in/code", {"login": login}), client.get("/sign-in/code/enter")]
    got.append(typed(client, "000000"))
    return [
        (each.status_code, each.headers.get("Location", ""), TOKEN.sub(b"", each.content)) for each in got
    ]


def test_the_answer_is_the_same_for_a_name_with_codes_one_without_a_worker_and_nobody(world: World) -> None:
    names = [world.mother.login, world.father.login, world.lead.login, "nobody@kithshire.example"]
    seen = [answers(Client(), each) for each in names]
    assert seen[0] == seen[1] == seen[2] == seen[3]
    carried()
    rows = SignInCode.objects.using(make.OWNER).filter(what_for="sign_in")
    assert [row.choice_id is not None for row in rows.order_by("made_at")] == [True, False, False, False]
    assert [each["body"]["phone_number"] for each in world.fake.sent] == [NUMBER]


def test_asking_does_the_same_work_whoever_is_named(world: World) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(2):
        asked(Client(), world.mother.login)
    carried()
    counts = []
    for login in (world.mother.login, world.father.login, world.lead.login, "nobody@kithshire.example"):
        with CaptureQueriesContext(connection) as statements:
            asked(Client(), login)
        counts.append([re.sub(r"'[^']*'|\d+", "", each["sql"]) for each in statements])
    assert counts[0] == counts[1] == counts[2] == counts[3]


def test_asking_writes_a_row_that_tells_nothing_and_who_it_is_for_is_seen_where_codes_are_carried(
    world: World,
) -> None:
    """What a visitor waits for is one row written. Nobody is looked up, and no earlier code is counted."""
    logins = [world.mother.login, "nobody@kithshire.example", world.lead.login]
    for login in logins:
        asked(Client(), login)
    rows = SignInCode.objects.using(make.OWNER).filter(what_for="sign_in")
    assert sorted(rows.values_list("named", "choice")) == sorted((each, None) for each in logins)
    carried()
    assert sorted(each for (each,) in rows.values_list("named")) == ["", "", ""], "no name is kept"
    (hers,) = rows.exclude(choice=None)
    assert hers.choice.account_id == world.mother.id
    for other in (world.mother, world.father, world.lead):
        assert not tries(other, "SELECT access_settle_code(%s)", [hers.id])


def test_wrong_codes_use_up_its_five_tries_and_then_the_right_one_is_told_the_same(world: World) -> None:
    client = Client()
    code = world.code_for(client)
    wrong = "000000" if code != "000000" else "111111"
    first = TOKEN.sub(b"", typed(client, wrong).content)
    for _ in range(4):
        typed(client, wrong)
    late = typed(client, code)
    assert late.status_code == 200
    assert TOKEN.sub(b"", late.content).replace(code.encode(), wrong.encode()) == first


def test_ten_minutes_and_no_longer(world: World) -> None:
    client = Client()
    code = world.code_for(client)
    old = timezone.now() - timedelta(minutes=10, seconds=1)
    SignInCode.objects.using(make.OWNER).filter(what_for="sign_in").update(made_at=old)
    assert NOT_RIGHT in words_of(typed(client, code))


def test_nothing_that_is_kept_tells_a_code_and_nobody_reads_what_is_kept(world: World) -> None:
    client = Client()
    code = world.code_for(client)
    for table in ("access_signincode", "procrastinate_jobs", "django_session", "core_cache"):
        assert not re.search(rf"(?<![0-9a-f]){code}(?![0-9a-f])", everything_of(table)), table
    for other in (world.mother, world.father, world.lead, world.manager, make.account("admin")):
        assert not reads(other, "SELECT digest FROM access_signincode")
        assert not tries(other, "UPDATE access_signincode SET tries = 0")
        assert not reads(other, "SELECT access_code_is(id, digest, 'sign_in') FROM access_signincode")


def test_asking_is_limited_by_name_and_place_and_by_the_phone(world: World) -> None:
    place = Client(REMOTE_ADDR="10.0.0.1")
    assert [asked(place, world.mother.login) for _ in range(6)] == [302] * 5 + [429]
    nobody = Client(REMOTE_ADDR="10.0.0.1")
    assert [asked(nobody, "nobody@kithshire.example") for _ in range(6)] == [302] * 5 + [429]
    for n in range(3):
        assert asked(Client(REMOTE_ADDR=f"10.0.1.{n}"), world.mother.login) == 302
    carried()
    # One more went there an hour ago at most: when she chose it.
    assert len(world.fake.sent) == 4


def test_typing_is_limited_by_place(world: World) -> None:
    client = Client(REMOTE_ADDR="10.0.0.3")
    asked(client, "nobody@kithshire.example")
    seen = [typed(client, "000000").status_code for _ in range(101)]
    assert seen == [200] * 100 + [429]


def test_a_closed_page_is_sent_no_code_opens_by_none_and_ends_the_choice(world: World) -> None:
    client, before = Client(), Client()
    code = world.code_for(before)
    signed_in(world.mother).post("/sign-out", {"ends": "closed"})
    assert NOT_RIGHT in words_of(typed(before, code))
    sent = len(world.fake.sent)
    frozen, other = answers(client, world.mother.login), answers(Client(), "nobody@kithshire.example")
    assert frozen == other
    carried()
    assert len(world.fake.sent) == sent
    assert CodeChoice.objects.using(make.OWNER).get().ended_at is not None


def test_signing_out_everywhere_kills_the_codes_under_way(world: World) -> None:
    client = Client()
    code = world.code_for(client)
    signed_in(world.mother).post("/sign-out", {"ends": "everywhere"})
    assert NOT_RIGHT in words_of(typed(client, code))


@pytest.mark.parametrize("how", ["others", "overheard", "unsafe", "ended", "inactive"])
def test_once_it_is_not_hers_alone_nothing_is_sent_and_nothing_opens(world: World, how: str) -> None:
    client = Client()
    code = world.code_for(client)
    owner = ContactPoint.objects.using(make.OWNER).filter(id=world.phone.id)
    if how == "others":
        said(world, phone=SeenBy.OTHERS)
    elif how == "overheard":
        said(world, alone=False)
    elif how == "unsafe":
        owner.update(safety="unsafe")
    elif how == "ended":
        signed_in(world.mother).post("/my/sign-in/code/", {"end": "yes"})
    else:
        Account.objects.using(make.OWNER).filter(id=world.mother.id).update(is_active=False)
    assert NOT_RIGHT in words_of(typed(client, code))
    sent = len(world.fake.sent)
    asked(Client(), world.mother.login)
    carried()
    assert len(world.fake.sent) == sent


def test_what_changed_between_asking_and_sending_counts(world: World) -> None:
    asked(Client(), world.mother.login)
    said(world, phone=SeenBy.OTHERS)
    carried()
    assert world.fake.sent == []


def test_staff_never_sign_in_by_a_code(world: World) -> None:
    assert (
        signed_in(world.lead).post("/my/sign-in/code/", {"contact": str(world.phone.id)}).status_code == 404
    )
    # Whatever was chosen before: an account that is a worker's is sent nothing.
    Account.objects.using(make.OWNER).filter(id=world.mother.id).update(role="health")
    asked(Client(), world.mother.login)
    carried()
    assert world.fake.sent == []


def test_a_second_step_is_asked_for_after_a_code(world: World) -> None:
    with_app(world.mother)
    client = Client()
    answer = typed(client, world.code_for(client))
    assert answer.headers["Location"] == "/sign-in/second-step"
    assert client.get("/my/").status_code == 302


def test_a_way_is_offered_only_once_she_was_asked_alone_and_it_arrived(street_fake: FakeNotify) -> None:
    street = Street()
    phone, box = reach(street.mum), reach(street.mum, BOX, "email")
    reach(street.mum, "07700 900200", safety="care")
    reach(street.mum, "01632 960007", "phone")
    client = signed_in(street.mother)
    assert "Ask your worker: they first ask you, alone" in words_of(client.get("/my/sign-in/"))
    assert client.post("/my/sign-in/code/", {"contact": str(phone.id)}).status_code == 404
    said(street, asked_on=timezone.localdate() - timedelta(days=29))
    assert "Ask your worker: they first ask you, alone" in words_of(client.get("/my/sign-in/"))
    said(street, email=SeenBy.OTHERS)
    page = words_of(client.get("/my/sign-in/"))
    assert f"Send a code to {NUMBER}" in page
    for other in (BOX, "07700 900200", "01632 960007"):
        assert other not in page
    assert client.post("/my/sign-in/code/", {"contact": str(box.id)}).status_code == 404
    # Chosen and not proved: nothing goes there yet.
    assert client.post("/my/sign-in/code/", {"contact": str(phone.id)}).status_code == 302
    asked(Client(), street.mother.login)
    carried()
    assert [each["body"]["phone_number"] for each in street_fake.sent] == [NUMBER]
    assert NOT_RIGHT in words_of(client.post("/my/sign-in/code/", {"code": "12"}))
    assert client.post("/my/sign-in/code/", {"code": last_code(street_fake)}).status_code == 302
    assert f"it goes to {NUMBER}" in words_of(client.get("/my/sign-in/"))
    page = words_of(signed_in(street.lead).get(f"/people/{street.mum.id}/own-page/"))
    assert f"They can sign in with a code that goes to {NUMBER}" in page


@pytest.fixture
def street_fake(fake: FakeNotify) -> FakeNotify:
    return fake


def test_the_father_who_caused_harm_learns_and_changes_nothing(world: World) -> None:
    his = signed_in(world.father)
    assert NUMBER not in his.get("/my/sign-in/").content.decode()
    assert his.post("/my/sign-in/code/", {"contact": str(world.phone.id)}).status_code == 404
    assert his.post("/my/sign-in/code/", {"end": "yes"}).status_code == 404
    assert reads(world.father, "SELECT * FROM access_my_codes()") == []
    assert not reads(world.father, "SELECT * FROM access_codechoice")
    assert not reads(
        world.father, "SELECT * FROM access_code_goes(%s)", [CodeChoice.objects.using(make.OWNER).get().id]
    )
    assert reads(world.father, "SELECT access_choose_code(gen_random_uuid(), %s, 'x')", [world.phone.id]) == [
        (False,)
    ]
    # What she was sent, he cannot use for his own page, nor to prove a place of his own.
    code = SignInCode.objects.using(make.OWNER).get(what_for="choice")
    assert reads(world.father, "SELECT access_prove_code(%s, %s)", [code.id, code.digest]) == [(False,)]
    assert reads(world.father, "SELECT access_sign_in_by_code(%s, %s)", [code.id, code.digest]) == [(None,)]


def test_a_phone_that_two_share_is_only_where_each_was_asked(world: World) -> None:
    """The same number on the father's record opens nothing of hers, nor of his unless he was asked alone."""
    reach(world.dad)
    his = signed_in(world.father)
    assert "Send a code to" not in words_of(his.get("/my/sign-in/"))
    said(world, world.dad)
    chosen(his, ContactPoint.objects.using(make.OWNER).get(person=world.dad).id, world.fake)
    client = Client()
    asked(client, world.father.login)
    code = last_code(world.fake)
    hers = Client()
    asked(hers, world.mother.login)
    assert NOT_RIGHT in words_of(typed(hers, code))


def test_a_lost_answer_sends_nothing_twice_and_what_failed_is_tried_again(world: World) -> None:
    client = Client()
    asked(client, world.mother.login)
    world.fake.answers[:] = [(500, {"errors": []})]
    carried()
    assert world.fake.sent == []
    world.fake.answers[:] = ["lose"]
    carried()
    code = last_code(world.fake)
    assert len(world.fake.sent) == 1
    assert typed(client, code).status_code == 302


def test_a_template_that_says_more_sends_nothing(world: World) -> None:
    asked(Client(), world.mother.login)
    world.fake.template = "Kithshire Council: ((message))"
    carried()
    assert world.fake.sent == []


def test_in_her_language(world: World) -> None:
    Account.objects.using(make.OWNER).filter(id=world.mother.id).update(language="ar")
    world.code_for(Client())
    words = world.fake.sent[-1]["body"]["personalisation"]["message"]
    assert "رمز" in words
    assert "code" not in words


def test_what_waits_is_queued_again_and_old_codes_are_swept(world: World) -> None:
    asked(Client(), world.mother.login)
    with worker_login():
        send_codes.run(actor=_told(), persons=[], ids={})
    assert everything_of("procrastinate_jobs").count("access.send_code") >= 2
    SignInCode.objects.using(make.OWNER).update(made_at=timezone.now() - timedelta(days=2))
    with worker_login(), acting(SWEEPER):
        sweep(by=SWEEPER)
    assert SignInCode.objects.using(make.OWNER).count() == 0


def _told() -> dict[str, object]:
    return {"id": str(KEEPER.id), "role": KEEPER.role, "on_behalf_of": None, "request": str(KEEPER.request)}


def test_without_a_way_to_send_there_is_no_such_page() -> None:
    from django.test import override_settings

    with override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend"):
        assert Client().get("/sign-in/code").status_code == 404
        assert "Get a code" not in words_of(Client().get("/sign-in"))
    assert "Get a code" in words_of(Client().get("/sign-in"))


def test_the_password_still_opens_it(world: World) -> None:
    client = Client()
    assert sign_in(client, world.mother.login).status_code == 302
    assert "with a password" in words_of(client.get("/my/sign-in/"))


def test_its_pages_are_for_families_so_they_say_nothing_of_kith_and_can_be_left_at_once() -> None:
    client = Client()
    pages = [
        client.get("/sign-in/code"),
        client.post("/sign-in/code", {"login": "nobody@example.org"}, follow=True),
    ]
    assert pages[1].request["PATH_INFO"] == "/sign-in/code/enter"
    for page in pages:
        html = page.content.decode()
        assert "My page</title>" in html
        assert "Exit this page" in html
        assert "Kith" not in words_of(page)
