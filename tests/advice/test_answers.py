"""What we answered is read by whoever asked, and the e-mail that says so comes when it is safe."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import IntegrityError
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from kith.advice.actions import answering, writing
from kith.advice.actions.forgetting import forget
from kith.advice.asking.answers import answered, key_of, written_reference
from kith.advice.asking.email_times import STRETCHES, safe_from
from kith.advice.models import Contact
from kith.advice.opening.clock import LONDON
from kith.advice.roles import DOOR, KEEPER
from kith.core.acting import acting
from kith.core.action import CannotBeError
from tests.advice.people import OWNER, actor, adviser, asked, signed_in
from tests.advice.test_hard_to_break import in_clear
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
WORD, SAID = "purple zinnoteapot", "You may bring zinnosister to the conference.\nAsk the chair before."
LOCMEM = {"EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend", "KITH_MAIL": True}
THERE = {"how": "myself", "asker": "kinship", "topic": "protection", "question": "May she come with me?"}


def wrote(**more: str) -> tuple[str, Any]:
    """She wrote, with a word of her own: her reference, and the page that said it."""
    page = Client().post("/write/", THERE | {"word": WORD, "sending": str(uuid4())} | more)
    return Contact.objects.using(OWNER).latest("asked_at").reference, page


def reads(reference: str, word: str = WORD, **more: str) -> Any:
    return Client(**more).post("/answer/", {"reference": reference, "word": word})


def told(page: Any) -> str:
    return " ".join(page.content.decode().split())


def test_she_reads_on_our_page_what_the_adviser_wrote_and_the_two_never_meet() -> None:
    reference, page = wrote()
    assert "Our answer stands on this page" in told(page)
    assert "have not answered yet" in told(reads(reference))
    contact = Contact.objects.using(OWNER).get()
    desk = signed_in(adviser())
    assert "They can read an answer on our pages" in told(desk.get(f"/desk/asked/{contact.id}/"))
    desk.post(f"/desk/asked/{contact.id}/", {"does": "take"})
    assert "Write what they are to read" in told(desk.post(f"/desk/asked/{contact.id}/", {"does": "write"}))
    desk.post(f"/desk/asked/{contact.id}/", {"does": "write", "written": SAID})
    # Her small letters, gaps and no dash are her reference all the same.
    page = reads(f" {reference.lower().replace('-', ' ')} ", "  Purple ZINNOTEAPOT ")
    assert "You may bring zinnosister to the conference." in told(page)
    assert "Ask the chair before." in told(page)
    assert "no-store" in page.headers["Cache-Control"]
    assert "zinnosister" in told(desk.get(f"/desk/asked/{contact.id}/"))
    everything = in_clear()
    for secret in ("zinnosister", "zinnoteapot"):
        assert secret not in everything


def test_a_wrong_word_a_wrong_reference_and_one_without_a_word_are_told_the_same() -> None:
    reference, _ = wrote()
    asked()
    without = Contact.objects.using(OWNER).filter(answer_key="").get().reference
    pages = [reads(reference, "another word"), reads("BCDF-GHJK"), reads("nonsense"), reads(without, WORD)]
    assert {each.status_code for each in pages} == {200}
    for each in pages:
        assert "do not belong together" in told(each)
        assert "not answered yet" not in told(each)


def test_guessing_at_one_reference_is_stopped_from_wherever_it_comes() -> None:
    reference, _ = wrote()
    answers = [
        reads(reference, f"guess number {n}", REMOTE_ADDR=f"203.0.113.{n}").status_code for n in range(11)
    ]
    assert answers == [200] * 10 + [429]
    assert reads(reference).status_code == 429
    other, _ = wrote(question="Another question")
    assert reads(other).status_code == 200


def test_the_door_reads_no_answer_without_its_key_and_none_once_it_is_forgotten() -> None:
    reference, _ = wrote()
    contact, by = Contact.objects.using(OWNER).get(), actor(adviser())
    with acting(by):
        answering.take(by=by, contact=contact.id)
        writing.write_answer(by=by, contact=contact.id, words=SAID)
        answering.answer(by=by, contact=contact.id, minutes=9, outcome="understands")
    with acting(DOOR, read_only=True):
        found = answered(reference, WORD)
        assert found is not None
        assert [words for _, words in found.answers] == [SAID]
        assert answered(reference, "") is None
    Contact.objects.using(OWNER).update(forget_on=timezone.localdate())
    with worker_login(), acting(KEEPER):
        assert forget(by=KEEPER) == 1
    assert "do not belong together" in told(reads(reference))


def test_no_answer_is_written_where_nobody_could_read_it() -> None:
    contact, by = asked(), actor(adviser())
    with acting(by):
        answering.take(by=by, contact=contact)
        with pytest.raises(CannotBeError, match="chose no word"):
            writing.write_answer(by=by, contact=contact, words=SAID)
    page = told(signed_in(adviser()).get(f"/desk/asked/{contact}/"))
    assert "They chose no word" in page
    assert "Put my answer" not in page


def test_a_short_word_is_refused_and_what_was_typed_stays() -> None:
    page = Client().post("/write/", THERE | {"word": "bee"})
    assert "Use at least 6 letters or figures" in told(page)
    assert "May she come with me?" in told(page)
    assert Contact.objects.using(OWNER).count() == 0


def test_an_email_needs_a_time_that_is_safe_in_the_form_in_the_action_and_in_the_database() -> None:
    page = Client().post("/write/", THERE | {"how": "email", "email": "quiet@home.example"})
    assert "Choose when an e-mail is safe" in told(page)
    with pytest.raises(CannotBeError, match="when an e-mail is safe"):
        asked(may_email=True, words={"email": "quiet@home.example"})
    contact = asked()
    with pytest.raises(IntegrityError, match="contact_email_has_safe_hours"):
        Contact.objects.using(OWNER).filter(id=contact).update(may_email=True)


@override_settings(**LOCMEM)
def test_outside_its_time_an_email_waits_and_goes_when_it_is_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    mail.outbox = []
    contact, by = (
        asked(may_email=True, email_hours="school", words={"email": "quiet@home.example"}),
        actor(adviser()),
    )
    night = datetime(2026, 12, 4, 21, 0, tzinfo=UTC)  # a Friday: the next school morning is Monday
    with acting(by):
        answering.take(by=by, contact=contact)
        with monkeypatch.context() as then:
            then.setattr(writing.timezone, "now", lambda: night)
            writing.write_to(by=by, contact=contact)
    assert mail.outbox == []
    kept = Contact.objects.using(OWNER).get(id=contact)
    assert kept.email_due_at == datetime(2026, 12, 7, 9, 30, tzinfo=UTC)
    page = told(signed_in(adviser()).get(f"/desk/asked/{contact}/"))
    assert "It goes Monday 7 December 2026 at 9:30am" in page

    def at(moment: datetime) -> int:
        with monkeypatch.context() as then, worker_login(), acting(KEEPER):
            then.setattr(writing.timezone, "now", lambda: moment)
            return writing.send_due(by=KEEPER)

    assert at(night + timedelta(hours=1)) == 0
    # Nothing ran all morning: what is past its time waits for the next that is safe.
    assert at(datetime(2026, 12, 7, 16, 0, tzinfo=UTC)) == 0
    assert mail.outbox == []
    with override_settings(KITH_MAIL=False):
        assert at(datetime(2026, 12, 8, 9, 31, tzinfo=UTC)) == 0
    assert at(datetime(2026, 12, 8, 9, 31, tzinfo=UTC)) == 1
    assert at(datetime(2026, 12, 8, 9, 41, tzinfo=UTC)) == 0
    (letter,) = mail.outbox
    assert (letter.to, letter.body) == (["quiet@home.example"], writing.BODY)
    kept.refresh_from_db(using=OWNER)
    assert (kept.email_due_at, kept.emailed_at) == (None, datetime(2026, 12, 8, 9, 31, tzinfo=UTC))


@given(st.sampled_from(sorted(STRETCHES)), st.integers(0, 5 * 365 * 24 * 60))
def test_an_email_never_goes_outside_what_was_said_by_the_clock_on_the_wall(code: str, minutes: int) -> None:
    moment = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    days, opens, closes = STRETCHES[code]
    goes = safe_from(code, moment)
    here = goes.astimezone(LONDON)
    assert goes >= moment
    assert here.isoweekday() in days
    assert opens <= here.time() < closes
    assert goes - moment < timedelta(days=4)


def test_at_any_time_is_now() -> None:
    now = timezone.now()
    assert safe_from("any", now) == now


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("bcdf-gh34", "BCDF-GH34"),
        ("BCDF GH34", "BCDF-GH34"),
        ("bcdf", ""),
        ("\x00", ""),
        ("BCDF-GH345", ""),
        ("", ""),
    ],
)
def test_a_reference_is_read_however_it_is_typed(typed: str, kept: str) -> None:
    assert written_reference(typed) == kept


def test_the_key_is_of_both_and_of_no_word_there_is_none() -> None:
    assert key_of("BCDF-GH34", " ") == ""
    assert key_of("BCDF-GH34", "one word") != key_of("BCDF-GH35", "one word")
    assert key_of("BCDF-GH34", "One  Word") == key_of("BCDF-GH34", "one word")


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", "a\x00b", "\u202egnol", "😀" * 60, "x" * 5000]
)
def test_whatever_is_typed_there_is_answered_in_words(nasty: str) -> None:
    page = reads(nasty, nasty)
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
