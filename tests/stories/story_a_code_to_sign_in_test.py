"""A mother chooses a code by text and comes in with it; the father asks for one in her name, and learns nothing."""

from __future__ import annotations

import pytest

from tests.access.codes_help import NUMBER, last_code, reach, said
from tests.plan.street import Street
from tests.stories.conftest import Sit
from tests.support.desk import Desk
from tests.support.notify import FakeNotify, notify_answers

pytestmark = pytest.mark.database


def chooses_it(hers: Desk, fake: FakeNotify) -> None:
    hers.go("/my/sign-in/")
    hers.picture("code-offered")
    hers.press(f"Send a code to {NUMBER}")
    hers.sees("Type it here, so that we both know that it arrives.")
    hers.picture("code-first")
    hers.write("Code", last_code(fake))
    hers.press("Go on")
    hers.sees("You can now sign in with a code.")
    hers.sees(f"it goes to {NUMBER}")
    hers.picture("code-chosen")
    hers.press("Sign out")


def asks(at: Desk, login: str) -> str:
    """All words of the page that follows."""
    at.go("/sign-in?next=/my/")
    at.follow("Get a code to sign in with")
    at.picture("code-ask")
    at.write("Email or sign-in name", login)
    at.press("Send me a code")
    return at.page.inner_text("main")


def comes_in(hers: Desk, login: str, fake: FakeNotify) -> None:
    asks(hers, login)
    hers.sees("It may take a few minutes.")
    hers.press("Sign in")
    hers.sees("Enter the code")
    code = last_code(fake)
    hers.write("Code", f"{code[:3]} {code[3:]}")
    hers.picture("code-enter")
    hers.press("Sign in")
    hers.sees("Hello Mara Example")
    hers.go("/my/sign-in/")
    hers.sees("with a code")


def test_a_mother_signs_in_with_a_code_and_the_father_learns_nothing(sit: Sit, scripts: bool) -> None:
    street = Street()
    reach(street.mum)
    said(street)
    with notify_answers() as fake:
        hers = sit(street.mother, scripts=scripts, width=320)
        chooses_it(hers, fake)
        comes_in(hers, street.mother.login, fake)
        his = sit(scripts=scripts)
        assert asks(his, street.mother.login) == asks(his, "nobody@kithshire.example")
        his.write("Code", "000000")
        his.press("Sign in")
        his.sees("That code is not right, or it is too old")
    messages = [each["body"]["personalisation"]["message"] for each in fake.sent]
    assert not any(word in each for each in messages for word in ("Kith", "council", "Mara", "Ada", "http"))
