"""The time before court: each step is written by those who may, and counted as the census counts it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.actions import CannotBeError
from kith.people.models import Person
from kith.protection import actions
from kith.protection.models import OrderApplication, PreProceedings, PreProceedingsMeeting
from kith.protection.queries import before_court
from kith.story.models import Event
from tests.support import make

pytestmark = pytest.mark.database
BEGAN = date(2026, 5, 1)


class Family:
    def __init__(self) -> None:
        self.child = make.person("Ada", born=date(2014, 5, 1))
        self.worker = make.account("social_worker")
        make.involved(self.worker, self.child, role="social_worker")
        self.by = make.actor(self.worker)

    def begun(self, on: date = BEGAN) -> PreProceedings:
        with acting(self.by):
            return actions.begin_pre_proceedings(by=self.by, person=self.child.id, on=on)

    def now(self) -> PreProceedings:
        return PreProceedings.objects.using(make.OWNER).get(person=self.child)


def test_the_first_meeting_is_the_earliest_and_the_others_are_counted() -> None:
    family = Family()
    matter = family.begun()
    with acting(family.by):
        for day in (date(2026, 6, 20), date(2026, 5, 20), date(2026, 7, 20)):
            actions.record_meeting_before_court(by=family.by, pre_proceedings=matter.id, held_on=day)
        with pytest.raises(CannotBeError, match="already"):
            actions.record_meeting_before_court(
                by=family.by, pre_proceedings=matter.id, held_on=date(2026, 5, 20)
            )
        shown = before_court([family.child.id])[0]
    assert (family.now().first_meeting_on, family.now().review_meetings) == (date(2026, 5, 20), 2)
    assert shown.meetings == (date(2026, 5, 20), date(2026, 6, 20), date(2026, 7, 20))


def test_meetings_that_a_return_told_stay_counted() -> None:
    family = Family()
    matter = PreProceedings.objects.using(make.OWNER).create(
        person=family.child,
        started_on=BEGAN,
        first_meeting_on=date(2026, 5, 9),
        review_meetings=1,
        source="cin",
    )
    with acting(family.by):
        actions.record_meeting_before_court(by=family.by, pre_proceedings=matter.id, held_on=date(2026, 8, 1))
    now = family.now()
    assert (now.first_meeting_on, now.review_meetings, now.source) == (date(2026, 5, 9), 2, "worker")


def test_a_letter_without_the_offer_is_recorded_as_it_was() -> None:
    family = Family()
    matter = family.begun()
    with acting(family.by):
        actions.record_letter(
            by=family.by, pre_proceedings=matter.id, sent_on=date(2026, 5, 8), meeting_offered=False
        )
        title = Event.objects.order_by("-recorded_at").values_list("title", flat=True)[0]
    assert family.now().family_meeting_offered is False
    assert "without offering a family meeting" in title


@pytest.mark.parametrize(
    ("when", "says"),
    [
        (lambda: date(2026, 4, 30), "cannot"),
        (lambda: timezone.localdate() + timedelta(days=1), "still to come"),
    ],
)
def test_a_step_before_it_began_or_still_to_come_is_refused_in_words(
    when: Callable[[], date], says: str
) -> None:
    on = when()
    family = Family()
    matter = family.begun()
    with acting(family.by):
        for step in (
            lambda: actions.record_letter(
                by=family.by, pre_proceedings=matter.id, sent_on=on, meeting_offered=True
            ),
            lambda: actions.record_meeting_before_court(by=family.by, pre_proceedings=matter.id, held_on=on),
            lambda: actions.decide_pre_proceedings(
                by=family.by, pre_proceedings=matter.id, on=on, outcome="A", why="It got better."
            ),
        ):
            with pytest.raises(CannotBeError, match=says):
                step()
    assert family.now().letter_sent_on is None


def test_a_lead_practitioner_and_a_stranger_write_nothing_here() -> None:
    family = Family()
    matter = family.begun()
    lead, stranger = make.account("lead"), make.account("social_worker")
    make.involved(lead, family.child)
    for account in (lead, stranger):
        by = make.actor(account)
        with acting(by), pytest.raises(NotPermittedError):
            actions.record_letter(
                by=by, pre_proceedings=matter.id, sent_on=date(2026, 5, 8), meeting_offered=True
            )
    assert family.now().letter_sent_on is None


@pytest.mark.parametrize("role", ["partner", "school", "coordinator", "parent", "young_person"])
def test_it_is_read_by_nobody_outside_nor_behind_the_door(role: str) -> None:
    family = Family()
    matter = family.begun()
    mother = make.person("Mara", born=None)
    make.tied(family.child, mother)
    PreProceedingsMeeting.objects.using(make.OWNER).create(
        person=family.child, pre_proceedings_id=matter.id, held_on=date(2026, 5, 20)
    )
    OrderApplication.objects.using(make.OWNER).create(
        person=family.child, kind="care", applied_on=date(2026, 6, 1), meeting_stood="held", binding=False
    )
    account = make.account(role)
    if role in {"parent", "young_person"}:
        own: Person = mother if role == "parent" else family.child
        make.door(account, own)
        if role == "parent":
            make.door(account, family.child, "parent")
    else:
        make.involved(account, family.child, role="partner")
    tables = (PreProceedings, PreProceedingsMeeting, OrderApplication)
    with acting(make.actor(account)):
        assert [table.objects.count() for table in tables] == [0, 0, 0]
    with acting(family.by):
        assert [table.objects.count() for table in tables] == [1, 1, 1]
