"""A charity, a school and a meeting's coordinator see what their own organisation wrote, not others' notes."""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.access.models import Account, Organisation
from kith.core.acting import acting
from kith.story.actions import write_note
from kith.story.marks import Marked
from kith.story.models import Event, Passage
from tests.support import make

pytestmark = pytest.mark.database


def of(name: str, role: str) -> Account:
    place, _ = Organisation.objects.using(make.OWNER).get_or_create(name=name, defaults={"kind": "charity"})
    return make.account(role, organisation=place)


def note(by: Account, child: make.Person, title: str) -> None:
    actor = make.actor(by)
    with acting(actor):
        write_note(
            by=actor, persons=[child.id], title=title, text=[Marked("Words")], happened_at=timezone.now(),
        )  # fmt: skip


@pytest.mark.parametrize("role", ["partner", "school", "coordinator"])
def test_they_see_their_own_and_their_colleagues_notes_alone(role: str) -> None:
    child, lead = make.person(), make.account("lead")
    one, two, other = of("Friends", role), of("Friends", role), of("Elsewhere", role)
    for each in (lead, one, two, other):
        make.involved(each, child)
    note(lead, child, "From the council")
    note(one, child, "From a friend")
    for who, sees in ((one, 1), (two, 1), (other, 0), (lead, 2)):
        with acting(make.actor(who)):
            assert Event.objects.count() == sees
            assert Passage.objects.count() == sees
