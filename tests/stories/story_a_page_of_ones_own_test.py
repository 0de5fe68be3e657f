"""A worker asks a mother, alone, who else sees what comes to her; then opens a page for her, and she begins."""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.access.models import Account
from kith.people.models import Person
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
FIRST = "three words apart"
SAID = "Her partner knows the code of her phone."


class Flat:
    """The people of this story."""

    def __init__(self) -> None:
        self.child: Person = make.person("Bea", "Marsh")
        self.mother: Person = make.person("Lorna", "Marsh", born=None)
        make.tied(self.child, self.mother)
        self.lead: Account = make.account("lead", display_name="Rosa Lindqvist")
        make.involved(self.lead, self.child)
        make.involved(self.lead, self.mother)


def finds_none(worker: Desk, mother: Person) -> None:
    worker.go(f"/people/{mother.id}/see-as/")
    worker.follow("A page of their own, and who else sees what comes to them")
    worker.sees("They have none. Before it is opened, ask them alone")


def asks_in_the_surgery(worker: Desk) -> None:
    day = timezone.localdate()
    worker.follow("Ask, and write down their answers")
    for label, part in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        worker.write(label, str(part))
    worker.write("Where were you?", "At the surgery, while he waited outside.")
    for question, answer in (("alone", "yes"), ("phone", "others"), ("email", "alone"), ("post", "others")):
        worker.page.check(f"input[name={question}][value={answer}]")
    worker.write("Who is it, and what did they say?", SAID)
    worker.press("Keep their answers")
    worker.sees(SAID)


def opens_it_by_a_way_that_is_hers(worker: Desk) -> str:
    worker.follow("Open a page for them")
    worker.does_not_see("By text")
    worker.does_not_see("By post")
    worker.write("Their sign-in name", "blue kettle")
    worker.choose("A parent")
    worker.choose("In person")
    worker.choose("Bea Marsh")
    worker.press("Open it")
    worker.sees("Their page is open.")
    worker.press("Show a link to begin with")
    return worker.page.inner_text(".kith-link-to-give")


def begins(hers: Desk, link: str) -> None:
    hers.go(link.replace(hers.site, ""))
    hers.write("New password", FIRST)
    hers.write("New password again", FIRST)
    hers.page.keyboard.press("Enter")
    hers.sees("Your password is set")
    hers.sign_in("blue kettle", FIRST)
    hers.go("/my/")
    hers.sees("Hello Lorna Marsh")
    hers.go("/my/sign-in/")
    hers.does_not_see(SAID)


def test_a_mother_is_asked_alone_and_then_has_a_page_of_her_own(sit: Sit, scripts: bool) -> None:
    flat = Flat()
    worker = sit(flat.lead, scripts=scripts)
    finds_none(worker, flat.mother)
    asks_in_the_surgery(worker)
    link = opens_it_by_a_way_that_is_hers(worker)
    begins(sit(scripts=scripts), link)
