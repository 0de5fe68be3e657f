"""A morning's message: to those who want it, once, of counts alone; tried again when mail fails; none of nothing."""

from __future__ import annotations

import logging
import smtplib
import threading
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connections
from django.utils import timezone

from kith.access.models import Account, MorningSent
from kith.access.reminders.actions import want_morning_message
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.design.dates import LONDON
from kith.law.morning.mornings import begin_morning, is_morning
from kith.law.morning.send import send_morning
from kith.law.tasks import MORNING
from tests.support import make
from tests.support.told_family import Household
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


@pytest.fixture
def home(mail_kept: None) -> Household:
    made = Household()
    made.in_care(60)
    wants(made.lead)
    return made


def wants(account: Account, wanted: bool = True) -> None:
    with acting(make.actor(account)):
        want_morning_message(by=make.actor(account), wanted=wanted)


def begun(day: date | None = None) -> list[UUID]:
    with worker_login(), acting(MORNING):
        return begin_morning(by=MORNING, day=day or timezone.localdate())


def sent(morning: UUID, now: datetime | None = None) -> None:
    with worker_login(), acting(MORNING):
        send_morning(by=MORNING, morning=morning, now=now)


def outcome() -> str:
    return str(MorningSent.objects.using(make.OWNER).get().outcome)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(timezone.localdate(), time(hour, minute), tzinfo=LONDON)


def test_it_says_how_much_and_nothing_of_whom(home: Household) -> None:
    (morning,) = begun()
    sent(morning)
    (message,) = mail.outbox
    assert message.to == [home.lead.login]
    assert message.subject == "Your day in Kith"
    assert message.body.startswith("1 late.\n\nSign in to Kith to see")
    whole = message.message().as_string()
    for known in ("Ada", "Example", "Mara", "Rosa", str(home.child.id), str(home.lead.id), "review"):
        assert known not in whole
    assert outcome() == "sent"


def test_a_second_round_and_a_second_try_send_nothing_more(home: Household) -> None:
    (morning,) = begun()
    sent(morning)
    assert begun() == []
    sent(morning)
    assert len(mail.outbox) == 1


def test_two_workers_at_once_send_it_once(home: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    (morning,) = begun()
    sending, other_done = threading.Event(), threading.Event()
    real = EmailBackend.send_messages

    def slowly(self: EmailBackend, messages: list[object]) -> int:
        sending.set()
        assert other_done.wait(10)
        return int(real(self, messages))  # type: ignore[arg-type]

    monkeypatch.setattr(EmailBackend, "send_messages", slowly)

    def work() -> None:
        with acting(MORNING):
            send_morning(by=MORNING, morning=morning)
        connections.close_all()

    with worker_login():
        first = threading.Thread(target=work)
        first.start()
        assert sending.wait(10)
        with acting(MORNING):
            send_morning(by=MORNING, morning=morning)
        other_done.set()
        first.join(20)
    assert len(mail.outbox) == 1


def test_what_fails_is_tried_again_and_given_up_at_noon_and_said(
    home: Household, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (morning,) = begun()

    def refuses(self: EmailBackend, messages: list[object]) -> int:
        raise smtplib.SMTPRecipientsRefused({home.lead.login: (550, b"no")})

    monkeypatch.setattr(EmailBackend, "send_messages", refuses)
    with caplog.at_level(logging.WARNING, logger="kith.law.morning.send"):
        sent(morning, at(7, 15))
        assert (outcome(), begun()) == ("waits", [morning])
        sent(morning, at(12))
    assert outcome() == "failed"
    assert [each.levelname for each in caplog.records] == ["WARNING", "ERROR"]
    assert home.lead.login not in caplog.text
    monkeypatch.undo()
    from tests.support.visit import signed_in, words_of

    assert "The last one could not be sent." in words_of(signed_in(home.lead).get("/my-account/reminders"))


def test_mail_that_comes_back_is_sent_in_the_same_morning(
    home: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    (morning,) = begun()
    with monkeypatch.context() as broken:

        def gone(self: EmailBackend, messages: list[object]) -> int:
            raise ConnectionRefusedError

        broken.setattr(EmailBackend, "send_messages", gone)
        sent(morning, at(7))
    sent(morning, at(7, 15))
    assert (len(mail.outbox), outcome()) == (1, "sent")


def test_what_an_earlier_day_left_waiting_is_not_sent_late(home: Household) -> None:
    (morning,) = begun(date(2026, 11, 20))
    begun(date(2026, 11, 23))
    sent(morning)
    assert mail.outbox == []
    assert MorningSent.objects.using(make.OWNER).get(id=morning).outcome == "failed"


def test_a_day_with_nothing_sends_nothing(mail_kept: None) -> None:
    home = Household()
    wants(home.lead)
    (morning,) = begun()
    sent(morning)
    assert (mail.outbox, outcome()) == ([], "nothing")


def test_who_does_not_want_it_or_has_left_gets_none(home: Household) -> None:
    other = make.account("lead")
    make.involved(other, home.child)
    wants(other)
    wants(other, wanted=False)
    (morning,) = begun()
    Account.objects.using(make.OWNER).filter(id=home.lead.id).update(is_active=False)
    sent(morning)
    assert mail.outbox == []
    assert begun(date(2026, 11, 27)) == []


def test_it_goes_out_from_seven_to_noon_in_london_on_working_days() -> None:
    winter, summer = datetime(2026, 11, 26, 7, tzinfo=UTC), datetime(2026, 7, 1, 6, tzinfo=UTC)
    assert is_morning(winter)
    assert is_morning(summer)
    assert not is_morning(winter.replace(hour=6, minute=45))
    assert is_morning(winter.replace(hour=12))
    assert not is_morning(winter.replace(hour=12, minute=15))
    assert not is_morning(datetime(2026, 11, 28, 8, tzinfo=UTC)), "a Saturday"
    assert not is_morning(datetime(2026, 12, 25, 8, tzinfo=UTC)), "a bank holiday"


def test_families_cannot_ask_for_it_and_the_app_cannot_say_what_was_sent(home: Household) -> None:
    with acting(make.actor(home.parent)), pytest.raises(NotPermittedError):
        want_morning_message(by=make.actor(home.parent), wanted=True)
    begun()
    with acting(make.actor(home.lead)):
        assert MorningSent.objects.update(outcome="sent") == 0
    with acting(make.actor(make.account("admin"))):
        assert MorningSent.objects.count() == 0
