"""Whether it is still right: asked by email before it goes stale, answered with one button, told by anybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.db import connections
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.offer import actions
from kith.offer.actions.nudging import AGAIN, send_nudge, to_nudge
from kith.offer.freshness import fresh_until, freshness
from kith.offer.models import Nudge, Published, Report, Service
from kith.offer.tasks import ASKER, ask_providers
from tests.offer.world import facts, officer, put, secret
from tests.support import make
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
LINK = re.compile(r"https://kith\.example(/directory/still-right/[\w-]+/)")


@pytest.fixture(autouse=True)
def _mail() -> object:
    cache.clear()
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend",
        CSRF_TRUSTED_ORIGINS=["https://kith.example"],
    ):
        mail.outbox = []
        yield


def stale(days: int = 200, **more: object) -> UUID:
    return put(officer(), facts(**({"assured_on": timezone.localdate() - timedelta(days=days)} | more)))


def ask() -> list[str]:
    with worker_login():
        ask_providers.run(
            actor={"id": str(ASKER.id), "role": ASKER.role, "on_behalf_of": None, "request": str(uuid4())},
            persons=[],
            ids={},
        )
    return [LINK.search(str(each.body))[1] for each in mail.outbox]  # type: ignore[index]


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 1, 31), date(2026, 7, 31)),
        (date(2026, 6, 15), date(2026, 12, 15)),
        (date(2026, 3, 31), date(2026, 9, 30)),
        (date(2024, 2, 29), date(2024, 8, 29)),
    ],
)
def test_six_months_are_counted_alike_here_and_in_the_database(day: date, until: date) -> None:
    assert fresh_until(day) == until
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT (%s::date + interval '6 months')::date", [day])
        assert cursor.fetchone()[0] == until


def test_states_by_the_day() -> None:
    checked = date(2026, 1, 31)
    until = fresh_until(checked)
    states = {
        day: freshness(checked, until, day).state
        for day in (date(2026, 6, 30), date(2026, 7, 1), until, date(2026, 8, 1))
    }
    assert list(states.values()) == ["fresh", "soon", "soon", "stale"]
    assert freshness(None, None, checked).state == "never"


def test_a_provider_is_asked_once_and_confirms_with_one_button_and_no_account() -> None:
    tots = stale()
    (link,) = ask()
    assert mail.outbox[0].to == ["private@tots.example"]
    assert ask() == [link], "not asked again on the same day"
    visitor = Client()
    page = visitor.get(link)
    assert page.status_code == 200
    assert page.content.decode().count('<button class="govuk-button" type="submit">') == 1
    assert Service.objects.using(make.OWNER).get(id=tots).assured_on != timezone.localdate(), (
        "a GET writes nothing"
    )
    done = visitor.post(link)
    assert "noted that this is right today" in words_of(done)
    row, copy = Service.objects.using(make.OWNER).get(id=tots), Published.objects.using(make.OWNER).get()
    today = timezone.localdate()
    assert (row.assured_on, row.stale_after) == (today, fresh_until(today))
    assert (copy.stale_after, copy.document["assured_date"]) == (fresh_until(today), today.isoformat())
    assert "Checked on" in words_of(visitor.get(f"/directory/{tots}/"))
    answered = Nudge.objects.using(make.OWNER).get().answered_at
    assert visitor.post(link).status_code == 200
    assert Nudge.objects.using(make.OWNER).get().answered_at == answered, "pressed twice is once"


def test_a_link_that_is_old_made_up_or_of_what_is_gone_leads_nowhere() -> None:
    stale()
    (link,) = ask()
    visitor = Client()
    for odd in (link[:-2] + "/", "/directory/still-right/x/", "/directory/still-right/%F0%9F%99%82/"):
        assert visitor.get(odd).status_code == 410
        assert visitor.post(odd).status_code == 410
    Nudge.objects.using(make.OWNER).update(sent_at=timezone.now() - timedelta(days=61))
    assert visitor.post(link).status_code == 410
    assert Nudge.objects.using(make.OWNER).get().answered_at is None


def test_the_secret_of_a_link_is_kept_nowhere() -> None:
    stale()
    (link,) = ask()
    secret_part = link.split("/")[-2]
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT digest FROM offer_nudge")
        assert cursor.fetchone()[0] != secret_part
        cursor.execute(
            "SELECT count(*) FROM core_auditentry WHERE summary::text LIKE %s", [f"%{secret_part}%"]
        )
        assert cursor.fetchone()[0] == 0


def test_only_what_is_shown_and_goes_stale_and_has_somebody_to_ask_is_asked() -> None:
    put(officer(), facts("Fresh", assured_on=timezone.localdate()))
    put(officer(), facts("Draft", assured_on=date(2020, 1, 1)), shown=False)
    put(officer(), facts("Nobody to ask", assured_on=date(2020, 1, 1), provider_email=""))
    assert ask() == []
    soon = put(officer(), facts("Soon", assured_on=timezone.localdate() - timedelta(days=170)))
    assert len(ask()) == 1
    assert Nudge.objects.using(make.OWNER).get().service_id == soon


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Exception | None], None]:
    """Makes sending to an address go wrong, or right again."""
    sent, wrong = EmailMessage.send, {}

    def send(letter: EmailMessage, **how: Any) -> int:
        if error := wrong.get(letter.to[0]):
            raise error
        return sent(letter, **how)

    monkeypatch.setattr(EmailMessage, "send", send)
    return wrong.__setitem__


def test_an_email_that_cannot_go_leaves_nothing_and_is_tried_the_next_day(breaking: Any) -> None:
    first = stale(210, provider_email="first@tots.example")
    second = stale(200, name="Chess", provider="Rook", provider_email="second@tots.example")
    breaking("first@tots.example", SMTPException("busy"))
    assert len(ask()) == 1
    assert Nudge.objects.using(make.OWNER).get().service_id == second
    breaking("first@tots.example", None)
    assert len(ask()) == 2
    assert set(Nudge.objects.using(make.OWNER).values_list("service_id", flat=True)) == {first, second}


def test_what_was_sent_stays_sent_whatever_becomes_of_the_next(breaking: Any) -> None:
    first = stale(210, provider_email="first@tots.example")
    stale(200, name="Chess", provider="Rook", provider_email="second@tots.example")
    breaking("second@tots.example", RuntimeError("a fault of ours"))
    with pytest.raises(RuntimeError):
        ask()
    assert [each.to for each in mail.outbox] == [["first@tots.example"]]
    assert Nudge.objects.using(make.OWNER).get().service_id == first


@override_settings(CSRF_TRUSTED_ORIGINS=[])
def test_nobody_is_sent_to_an_address_that_is_not_ours() -> None:
    tots = stale()
    assert ask() == []
    with pytest.raises(NotPermittedError), worker_login(), acting(ASKER):
        send_nudge(by=ASKER, service=tots)
    assert not Nudge.objects.using(make.OWNER).exists()
    assert mail.outbox == []


def test_after_three_emails_without_an_answer_a_person_rings() -> None:
    tots = stale()
    by = ASKER
    now = timezone.now()
    with worker_login():
        for round_ in range(5):
            at = now + timedelta(days=(AGAIN + 1) * round_)
            with acting(by):
                for each in to_nudge(at):
                    send_nudge(by=by, service=each, now=at)
    assert Nudge.objects.using(make.OWNER).filter(service_id=tots).count() == 3


def test_an_address_that_refuses_for_good_is_backed_off_and_then_a_person_rings(breaking: Any) -> None:
    tots = stale(provider_email="gone@tots.example")
    breaking("gone@tots.example", SMTPRecipientsRefused({"gone@tots.example": (550, b"no such user")}))
    assert ask() == []
    assert Nudge.objects.using(make.OWNER).get().refused_at is not None
    assert ask() == [], "not tried again tomorrow"
    now = timezone.now()
    with worker_login():
        for round_ in range(1, 6):
            at = now + timedelta(days=(AGAIN + 1) * round_)
            with acting(ASKER):
                for each in to_nudge(at):
                    assert send_nudge(by=ASKER, service=each, now=at) is False
    assert Nudge.objects.using(make.OWNER).filter(service_id=tots).count() == 3
    board = signed_in(officer()).get("/directory/keep/services/?state=stale").content.decode()
    assert "The address refuses our email: ring them." in board
    by = officer()
    with acting(make.actor(by)):
        told = facts(provider_email="new@tots.example", assured_on=timezone.localdate() - timedelta(days=200))
        actions.save_service(by=make.actor(by), service=tots, facts=told)
    assert len(ask()) == 1, "a new address is asked at once"


def test_an_address_that_refuses_for_now_is_tried_the_next_day(breaking: Any) -> None:
    stale(provider_email="full@tots.example")
    breaking("full@tots.example", SMTPRecipientsRefused({"full@tots.example": (452, b"mailbox full")}))
    assert ask() == []
    assert not Nudge.objects.using(make.OWNER).exists()


def test_a_doubtful_place_is_said_anew_by_whoever_says_that_it_is_right() -> None:
    by = officer()
    told = facts("Refuge coffee morning", assured_on=timezone.localdate() - timedelta(days=200))
    tea = put(by, told, place_may_be_shown=True)
    Service.objects.using(make.OWNER).filter(id=tea).update(place_decided_on=date(2026, 1, 1))
    with pytest.raises(CannotBeError) as why, acting(make.actor(by)):
        actions.assure_service(by=make.actor(by), service=tea)
    assert why.value.field == "place_may_be_shown"
    desk = signed_in(by)
    assert (
        "I have asked: its place may still be shown"
        in desk.get(f"/directory/keep/services/{tea}/").content.decode()
    )
    say = f"/directory/keep/services/{tea}/say"
    assert "may mean a place" in desk.post(say, {"what": "assure"}, follow=True).content.decode()
    (link,) = ask()
    assert "Everybody can read its address" in Client().get(link).content.decode()
    assert "Say first whether" in Client().post(link).content.decode()
    row = Service.objects.using(make.OWNER)
    assert row.get(id=tea).assured_on != timezone.localdate()
    Client().post(link, {"place": "no"})
    assert Report.objects.using(make.OWNER).get().kind == "secret"
    assert row.get(id=tea).assured_on != timezone.localdate()
    Client().post(link, {"place": "yes"})
    assert row.get(id=tea).place_decided_on == row.get(id=tea).assured_on == timezone.localdate()
    row.filter(id=tea).update(place_decided_on=date(2026, 1, 1))
    desk.post(say, {"what": "assure", "place_may_be_shown": "yes"})
    assert row.get(id=tea).place_decided_on == timezone.localdate()
    assert row.get(id=tea).place_decided_by_id == by.id


def test_a_refuges_provider_is_asked_like_any_other_and_the_email_tells_no_place() -> None:
    put(officer(), secret(assured_on=date(2020, 1, 1)))
    (link,) = ask()
    told = str(mail.outbox[0].body)
    # The link's signature is chance: two letters of a postcode stand in one of a few dozen.
    assert "KH" not in told.replace(link, "")
    assert link in told


def test_nobody_is_asked_of_what_is_not_there() -> None:
    with pytest.raises(NotPermittedError), worker_login(), acting(ASKER):
        send_nudge(by=ASKER, service=uuid4())


def test_anybody_may_say_what_is_wrong_or_missing_and_is_not_asked_who_they_are() -> None:
    tots = put(officer(), facts())
    visitor = Client()
    assert "About Tots and Tea" in words_of(visitor.get(f"/directory/{tots}/wrong/"))
    said = visitor.post(f"/directory/{tots}/wrong/", {"kind": "closed", "words": "It \u202eended."})
    assert "Thank you" in words_of(said)
    visitor.post("/directory/missing/", {"kind": "missing", "words": "A chess club"})
    rows = list(
        Report.objects.using(make.OWNER).order_by("came_at").values_list("service_id", "kind", "words")
    )
    assert rows == [(tots, "closed", "It ended."), (None, "missing", "A chess club")]
    assert "Choose what it is" in visitor.post("/directory/missing/", {"words": "x"}).content.decode()
    assert visitor.get(f"/directory/{uuid4()}/wrong/").status_code == 404


def test_what_is_sent_twice_is_told_once() -> None:
    tots, token = put(officer(), facts()), str(uuid4())
    for words in ("It ended.", "It ended.", "It ended in May."):
        for address in (f"/directory/{tots}/wrong/", "/directory/missing/"):
            said = Client().post(address, {"kind": "closed", "words": words, "sending": token})
            assert "Thank you" in words_of(said)
    rows = Report.objects.using(make.OWNER).order_by("came_at").values_list("service_id", "words")
    assert list(rows) == [
        (about, words) for words in ("It ended.", "It ended in May.") for about in (tots, None)
    ]


def test_too_many_from_one_place_wait_with_their_words_kept() -> None:
    visitor = Client()
    answers = [
        visitor.post("/directory/missing/", {"kind": "other", "words": f"number {each}"})
        for each in range(21)
    ]
    assert [each.status_code for each in answers] == [200] * 20 + [429]
    assert "number 20" in answers[-1].content.decode()
    assert Report.objects.using(make.OWNER).count() == 20
