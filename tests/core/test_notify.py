"""The door to GOV.UK Notify, with a server that answers well and badly; and its settings."""

from __future__ import annotations

import io
import logging
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from kith.config.notify import NotifySettings, notify
from kith.core.notify import Notify, NotifyError, set_up
from tests.support.notify import KEY, SECRET, FakeNotify, notify_answers

NUMBER = "07700 900414"
ERRORS = {
    "status_code": 400,
    "errors": [{"error": "ValidationError", "message": f"phone_number {NUMBER} is bad"}],
}
BAD = {
    "400": ((400, ERRORS), "refused", False),
    "403": ((403, {"errors": [{"error": "AuthError", "message": "Invalid token"}]}), "key", True),
    "429": ((429, {"errors": [{"error": "RateLimitError", "message": "Exceeded"}]}), "busy", True),
    "500": (
        (500, {"errors": [{"error": "Exception", "message": "Internal server error"}]}),
        "unreachable",
        True,
    ),
    "503": ((503, b""), "unreachable", True),
    "slow": ("hang", "unreachable", True),
    "cut": ("drop", "unreachable", True),
    "not json": ((201, b"<html>hello</html>"), "nonsense", True),
    "a list": ((201, [1, 2]), "nonsense", True),
    "no id": ((201, {"id": 7}), "nonsense", True),
    "400 of nothing": ((400, b"[]"), "refused", False),
}


def test_a_letter_goes_as_the_pdf_it_is_under_its_own_reference() -> None:
    with notify_answers() as fake, Notify() as door:
        made = door.letter("one", b"%PDF-1.7 x")
        assert door.there("one") == made
        assert door.there("two") is None
        assert [(each["type"], each["reference"], each["pdf"]) for each in fake.sent] == [
            ("letter", "one", b"%PDF-1.7 x")
        ]
        assert fake.sent[0]["body"]["postage"] == "second"
        assert door.status(made) == "accepted"
        assert door.status(uuid4()) == ""


@pytest.mark.parametrize(("answer", "why", "again"), BAD.values(), ids=BAD)
def test_a_bad_answer_is_a_code_and_never_its_words(
    answer: object, why: str, again: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="kith")
    with notify_answers() as fake, Notify() as door:
        fake.answers = [answer]
        with pytest.raises(NotifyError) as failed:
            door.letter("one", b"%PDF")
    assert (failed.value.why, failed.value.again) == (why, again)
    assert failed.value.__cause__ is None
    assert "900414" not in caplog.text
    assert str(failed.value) == why


def test_a_network_that_is_gone_is_tried_again() -> None:
    with notify_answers() as fake:
        gone = fake.url
    with override_settings(NOTIFY=NotifySettings(key=KEY, url=gone, timeout=0.3)), Notify() as door:
        with pytest.raises(NotifyError) as failed:
            door.there("one")
        assert (failed.value.why, failed.value.again) == ("unreachable", True)


@pytest.mark.parametrize(
    "wrong", [(200, {"notifications": None}), (200, {"notifications": [{"reference": "one"}]})]
)
def test_a_list_that_makes_no_sense_is_no_leave_to_send(wrong: object) -> None:
    with notify_answers() as fake, Notify() as door:
        fake.answers = [wrong]
        with pytest.raises(NotifyError, match="nonsense"):
            door.there("one")


def sends(fake: FakeNotify, door: Notify, kind: str) -> UUID:
    return door.text("r", NUMBER, "Words.") if kind == "text" else door.email("r", "a@b.example", "Words.")


@pytest.mark.parametrize("kind", ["text", "email"])
def test_a_template_that_says_more_than_our_words_sends_nothing(kind: str) -> None:
    with notify_answers() as fake, Notify() as door:
        assert sends(fake, door, kind)
        fake.template = "Kithshire Council: ((message))"
        with pytest.raises(NotifyError, match="template"):
            sends(fake, door, kind)
        assert len(fake.sent) == 1


def test_a_subject_that_says_more_sends_nothing() -> None:
    with notify_answers() as fake, Notify() as door:
        fake.subject = "From children’s services"
        with pytest.raises(NotifyError, match="template"):
            sends(fake, door, "email")


def test_the_clients_own_log_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    logging.getLogger().addHandler(handler)
    try:
        with notify_answers() as fake, Notify() as door:
            fake.answers = ["well", (400, ERRORS)]
            with pytest.raises(NotifyError):
                door.text("r", NUMBER, "Words.")
    finally:
        logging.getLogger().removeHandler(handler)
    assert "900414" not in heard.getvalue() + caplog.text
    assert SECRET not in heard.getvalue() + caplog.text


def test_nothing_is_set_up_unless_a_key_is_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("KITH_NOTIFY_KEY", "KITH_NOTIFY_KEY_FILE", "KITH_NOTIFY_POSTAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KITH_NOTIFY_TEXT_TEMPLATE", SECRET)
    with override_settings(NOTIFY=notify()):
        assert not set_up("text")
    monkeypatch.setenv("KITH_NOTIFY_KEY_FILE", str(tmp_path / "key"))
    with pytest.raises(ImproperlyConfigured, match="cannot be read"):
        notify()
    (tmp_path / "key").write_text(f"{KEY}\n")
    held = notify()
    assert (held.key, held.url) == (KEY, "https://api.notifications.service.gov.uk")
    assert SECRET not in repr(held)
    with override_settings(NOTIFY=held):
        assert (set_up("text"), set_up("postage"), set_up("email")) == (True, False, False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KITH_NOTIFY_KEY", "short"),
        ("KITH_NOTIFY_URL", "http://notify.example"),
        ("KITH_NOTIFY_POSTAGE", "pigeon"),
        ("KITH_NOTIFY_TEXT_TEMPLATE", "mine"),
    ],
)
def test_a_setting_that_cannot_be_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("KITH_NOTIFY_KEY", KEY)
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured) as said:
        notify()
    assert value not in str(said.value)
