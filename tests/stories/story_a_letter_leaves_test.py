"""A worker writes to a mother from the record, sees it as she will, reads the check, says yes, and posts it.

The first words named her sister's new street to their father, so that letter stayed here.
"""

from __future__ import annotations

import pytest

from tests.letters.world import SAFE_STREET, Apart
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database


def begins(worker: Desk, street: Apart, name: str) -> None:
    worker.go(f"/people/{street.child.id}/")
    worker.follow("Write a letter")
    worker.follow("A letter")
    worker.sees("Who is the letter for?")
    worker.follow(name)
    worker.sees("It goes nowhere yet.")


def words(worker: Desk, said: str) -> None:
    worker.write("The letter", said)
    worker.press("Keep it, and see it as they will")
    worker.sees("As they will read it")


def test_a_letter_leaves(house: str, sit: Sit) -> None:
    street = Apart()
    make.tied(street.mum, street.dad, "former_partner")
    street.keep_apart()
    worker = sit(street.lead)
    begins(worker, street, "Rhys Example")
    words(worker, f"Dear Rhys,\n\nAda is well at {SAFE_STREET}.")
    worker.sees("They are kept apart from somebody")
    worker.does_not_see("How does it go?")
    begins(worker, street, "Mara Example")
    words(worker, "Dear Mara,\n\nWe come on 4 December. Ring 01632 960733.")
    worker.follow("By post: home, 14 Quillon Row, ZZ9 4QX")
    worker.sees("This goes to Mara Example")
    for said in ("Days: 4 December", "Phone numbers: 01632 960733", "Names: Mara Example"):
        worker.sees(said)
    worker.choose("I have read it as they will read it, and who else may open it")
    worker.press("Yes, it may leave")
    worker.sees("Where it went")
    worker.go("/letters/to-post/")
    worker.press("I posted it today")
    worker.sees("Nothing waits.")
    worker.go(f"/people/{street.child.id}/story/")
    for said in ("Letter to Mara Example, to be posted", "Posted: A letter for you"):
        worker.sees(said)
