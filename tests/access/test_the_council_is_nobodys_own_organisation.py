"""Who sees only what their own organisation wrote never counts the council as that organisation."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kith.access.models import Account, Organisation
from kith.core.acting import acting
from kith.plan.actions import add_goal, start_plan
from kith.plan.models import Goal
from kith.story.actions import write_note
from kith.story.marks import Marked
from kith.story.models import Event, Passage
from tests.support import make

pytestmark = pytest.mark.database
THEN = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Europe/London"))


def account(role: str, works_for: Organisation) -> Account:
    return make.account(role, organisation=works_for)


@pytest.mark.parametrize(("kind", "reads"), [("council", 0), ("charity", 1)])
@pytest.mark.parametrize("role", ["coordinator", "partner", "school"])
def test_a_note_and_a_line_of_the_plan_by_a_colleague(role: str, kind: str, reads: int) -> None:
    child = make.person()
    family = make.family(child)
    employer = Organisation.objects.using(make.OWNER).create(name="Employer", kind=kind)
    lead, outside = account("lead", employer), account(role, employer)
    for each in (lead, outside):
        make.involved(each, child, role="lead_practitioner" if each is lead else "partner")
    by = make.actor(lead)
    with acting(by):
        write_note(by=by, persons=[child.id], title="A note", text=[Marked("Words.")], happened_at=THEN)
        plan = start_plan(
            by=by, family=family.id, people={child.id: "child"}, basis="early_help", on=THEN.date()
        )
        add_goal(by=by, plan=plan, words="More football.")
    with acting(make.actor(outside)):
        assert Event.objects.filter(title="A note").count() == reads
        assert Passage.objects.count() == reads
        assert Goal.objects.count() == reads
