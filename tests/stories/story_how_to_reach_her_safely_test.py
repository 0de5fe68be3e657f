"""A mother says on her phone that texts are not safe any more; it holds at once, and her worker asks for her word."""

from __future__ import annotations

import pytest

from tests.access.codes_help import NUMBER, reach, said
from tests.plan.street import Street
from tests.stories.conftest import Sit
from tests.support.desk import Desk

pytestmark = pytest.mark.database


def says_how(hers: Desk) -> None:
    hers.go("/my/")
    hers.page.get_by_role("link", name="How to reach you safely").last.click()
    hers.look()
    hers.sees(NUMBER)
    hers.sees("We may use it.")
    hers.page.check("input[name=text][value=no]")
    hers.page.check("input[name=phone][value=yes]")
    hers.write("When is it safe?", "Tuesdays at noon.")
    hers.write("A word that tells us it is you", "marmalade")
    hers.picture("safe-contact")
    hers.press("Keep this")
    hers.sees("It is kept, and holds from now on.")
    hers.sees("We do not use it.")
    hers.sees("You have a word.")
    assert "marmalade" not in hers.page.content()
    hers.picture("safe-contact-kept")


def is_told(worker: Desk, street: Street) -> None:
    worker.go("/")
    worker.follow("Mara Example changed how it is safe to reach them")
    worker.sees("Never text them.")
    worker.sees("Tuesdays at noon.")
    worker.sees("marmalade")
    worker.picture("safe-contact-worker")
    worker.press("I have read it, and keep to it")
    worker.go(f"/people/{street.mum.id}/own-messages/")
    worker.does_not_see(NUMBER)
    worker.go("/")
    worker.does_not_see("changed how it is safe")


def test_she_says_how_it_is_safe_and_it_holds_at_once(sit: Sit, scripts: bool) -> None:
    street = Street()
    reach(street.mum)
    said(street)
    says_how(sit(street.mother, scripts=scripts, width=320))
    is_told(sit(street.lead, scripts=scripts, width=1280), street)
    his = sit(street.father, scripts=scripts)
    for address in ("/my/", "/my/safe-contact/"):
        his.go(address)
        his.does_not_see("Tuesdays")
        his.does_not_see("marmalade")
        his.does_not_see(NUMBER)
