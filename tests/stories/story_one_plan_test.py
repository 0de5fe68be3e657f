"""A mother reads the plan on her phone and says what she did not say; one that asks only her for things is not agreed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.plan.street import Street
from tests.stories.conftest import Sit
from tests.support.desk import Desk

pytestmark = pytest.mark.database


def begins_it(worker: Desk, street: Street) -> None:
    worker.go(f"/people/{street.child.id}/plan/")
    worker.follow("Begin a plan")
    for name, part in (("Ada", "child"), ("Ben", "child"), ("Mara", "parent")):
        worker.page.get_by_label(f"{name} Example").select_option(part)
    worker.press("Begin it")
    worker.sees("A draft: nobody has agreed to it yet.")


def writes_it(worker: Desk) -> None:
    worker.follow("Add a goal")
    worker.write("In a few words", "I will stop shouting.")
    worker.write("Whose words are these?", "Mara")
    worker.press("Put it in the plan")
    worker.follow("Add a step")
    worker.write("In a few words", "Everybody in bed by eight.")
    worker.choose("a parent or carer")
    worker.press("Put it in the plan")
    worker.sees("Everybody in bed by eight.")


def asks_only_the_mother(manager: Desk, street: Street) -> None:
    manager.go(f"/people/{street.child.id}/plan/")
    manager.follow("Agree to this plan")
    manager.press("Agree")
    manager.sees("Add a step for the council or another service.")
    manager.sees("the draft stays as it is")


def owes_her_something(worker: Desk, street: Street) -> None:
    worker.go(f"/people/{street.child.id}/plan/")
    worker.follow("Add a step")
    worker.write("In a few words", "Find bunk beds.")
    worker.choose("the council")
    before = timezone.localdate() - timedelta(days=3)
    worker.date("By when?", str(before.day), str(before.month), str(before.year))
    worker.press("Put it in the plan")


def is_agreed(manager: Desk, street: Street) -> None:
    manager.go(f"/people/{street.child.id}/plan/agree/")
    manager.press("Agree")
    manager.sees("Agreed by Maud Ekwall")


def shares_it(worker: Desk, street: Street) -> None:
    worker.go(f"/people/{street.child.id}/plan/")
    worker.follow("Share lines with somebody of the family")
    worker.choose("Mara Example")
    worker.press("Choose what they see")
    for line in ("I will stop shouting.", "Find bunk beds."):
        worker.choose(line)
    worker.choose("Yes")
    worker.page.get_by_label("How?", exact=True).fill("We read it at her table.")
    worker.press("See what they will see")
    worker.sees("This goes to Mara Example, and to nobody else.")
    worker.press("Share it")
    worker.sees("Read by Mara Example.")


def reads_it(mother: Desk) -> None:
    mother.go("/my/")
    mother.follow("Our plan")
    mother.sees("What we owe you, and by when")
    mother.sees("Find bunk beds.")
    mother.sees("This is late. We are sorry.")
    mother.does_not_see("Everybody in bed by eight.")


def says_that_is_not_what_i_said(mother: Desk) -> None:
    mother.page.locator("li", has_text="I will stop shouting.").get_by_role(
        "link", name="Answer"
    ).first.click()
    mother.look()
    mother.choose("That is not what I said")
    mother.press("Send it")
    mother.sees("Something needs putting right")
    mother.write("In your words", "I said I will try to be quieter.")
    mother.press("Send it")
    mother.sees("We have kept what you said.")


def test_a_mother_says_that_is_not_what_i_said_and_the_worker_reads_it_beside_the_line(sit: Sit) -> None:
    street = Street()
    worker, manager = sit(street.lead), sit(street.manager, width=1280)
    begins_it(worker, street)
    writes_it(worker)
    asks_only_the_mother(manager, street)
    owes_her_something(worker, street)
    is_agreed(manager, street)
    shares_it(worker, street)
    # Her phone has no scripts: nothing here needs them.
    mother = sit(street.mother, scripts=False)
    reads_it(mother)
    says_that_is_not_what_i_said(mother)
    worker.go(f"/people/{street.child.id}/plan/")
    worker.sees("Mara Example says: that is not what I said")
    worker.sees("I said I will try to be quieter.")
    father = sit(street.father)
    father.go("/my/plan/")
    father.does_not_see("shouting")
