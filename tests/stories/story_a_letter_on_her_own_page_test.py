"""A mother asks to be told by text when there is something to read; her letter is put on her own page; a text goes wrong.

Nothing is on her page before her worker says that she is prepared, and what failed waits on the worker's Today.
"""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.core.acting import acting
from kith.letters import actions
from kith.letters.models import Delivery
from kith.letters.tasks import POSTMAN
from kith.people.models import ContactPoint
from tests.letters.world import Apart, address
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.notify import notify_answers
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def test_a_letter_on_her_own_page(house: str, sit: Sit) -> None:
    street = Apart()
    ContactPoint.objects.using(make.OWNER).create(
        person=street.mum, channel="text", value="07700 900417", safety="safe", during=make.always()
    )
    with notify_answers() as fake:
        letter = street.letter("Dear Mara,\n\nWe met on the bench.", to=street.mum, to_name="Mara Example")
        street.send(letter, way="notify")
        worker, mother = sit(street.lead), sit(street.mother)
        worker.go(f"/people/{street.mum.id}/own-messages/")
        worker.sees("They are sent nothing.")
        worker.choose("Text message, 07700 900417")
        day = timezone.localdate()
        worker.date("On which day did you ask them, alone?", str(day.day), str(day.month), str(day.year))
        worker.write("Who else sees this phone or these e-mails?", "Her own phone, with a code.")
        worker.press("Write it down")
        worker.sees("a message when there is something to read")
        mother.go("/my/letters/")
        mother.sees("Nothing yet.")
        worker.go(address(street, letter.id))
        worker.sees("Posted by GOV.UK Notify: not sent yet")
        worker.follow("Let them read it on their own page")
        worker.press("Put it on their page")
        worker.sees("Say whether you have prepared them")
        worker.page.get_by_role("group", name="Have you prepared them for this?").get_by_label(
            "Yes", exact=True
        ).check()
        worker.write("How?", "We read it together at her table.")
        worker.choose("By text to 07700 900417, as they chose")
        worker.press("Put it on their page")
        worker.sees("They can read it on their own page.")
        mother.go("/my/")
        mother.follow("Letters and documents")
        mother.sees("A letter")
        mother.does_not_see("bench")
        fake.answers = ["well", "well", (400, {"errors": [{"error": "ValidationError", "message": "x"}]})]
        with worker_login(), acting(POSTMAN):
            for each in Delivery.objects.order_by("-by"):
                actions.carry_on(by=POSTMAN, delivery=each.id)
        worker.go("/")
        worker.sees("Letter to Mara Example did not arrive")
        worker.follow("Letter to Mara Example did not arrive")
        worker.press("I know, and I see to it")
        worker.go("/")
        worker.does_not_see("did not arrive")
    mother.go("/my/sign-in/")
    mother.sees("we send a message to 07700 900417")
    mother.press("Send me nothing there any more")
    mother.does_not_see("07700 900417")
