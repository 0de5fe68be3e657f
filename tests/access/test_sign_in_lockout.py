"""Guessing is slowed, and what is locked tells nothing."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.access.sign_in_help import sign_in
from tests.support import make
from tests.support.visit import words_of

pytestmark = pytest.mark.database
LOGIN = "lead@kithshire.example"


def wrong(times: int, place: str = "10.0.0.1", login: str = LOGIN) -> list[str]:
    return [words_of(sign_in(Client(REMOTE_ADDR=place), login, "wrong-password")) for _ in range(times)]


def test_five_wrong_passwords_lock_the_name_from_that_place_and_the_right_one_is_told_the_same() -> None:
    make.account("lead", login=LOGIN)
    assert all("not right" in said for said in wrong(5))
    locked = wrong(1)[0]
    assert "Too many tries. Wait 15 minutes" in locked
    right = sign_in(Client(REMOTE_ADDR="10.0.0.1"), LOGIN)
    assert right.status_code == 200
    assert words_of(right) == locked


def test_a_name_that_does_not_exist_locks_in_the_same_way() -> None:
    said = wrong(6, login="nobody@kithshire.example")
    assert "not right" in said[4]
    assert "Too many tries" in said[5]


def test_the_size_of_letters_is_no_way_round() -> None:
    make.account("lead", login=LOGIN)
    wrong(3)
    assert "Too many tries" in wrong(3, login=LOGIN.upper())[2]


def test_the_host_that_a_browser_names_is_no_way_round() -> None:
    make.account("lead", login=LOGIN)
    for n in range(5):
        sign_in(Client(HTTP_HOST=f"h{n}.example"), LOGIN, "wrong-password")
    assert "Too many tries" in words_of(sign_in(Client(HTTP_HOST="other.example"), LOGIN, "wrong-password"))


def test_its_owner_still_comes_in_from_elsewhere_until_many_places_guess() -> None:
    make.account("lead", login=LOGIN)
    wrong(6, "10.0.0.1")
    assert sign_in(Client(REMOTE_ADDR="10.0.0.2"), LOGIN).status_code == 302
    for place in range(5):
        wrong(5, f"10.0.1.{place}")
    assert "Too many tries" in words_of(sign_in(Client(REMOTE_ADDR="10.0.0.2"), LOGIN))


def test_right_passwords_use_up_no_tries() -> None:
    make.account("lead", login=LOGIN)
    for _ in range(7):
        assert sign_in(Client(), LOGIN).status_code == 302


def test_looking_at_the_page_is_never_limited() -> None:
    client = Client()
    assert {client.get("/sign-in").status_code for _ in range(80)} == {200}
    assert "sessionid" not in client.cookies
