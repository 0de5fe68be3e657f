"""The outcome of an enquiry is a duty with a clock (CP-02): it runs from the discussion that began the enquiry."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import override_settings

from kith.core.acting import acting
from kith.law.calendar import add_working_days
from kith.law.due import obligations
from kith.law.obligation import Obligation
from kith.protection import actions
from tests.protection.test_enquiries import DAY, OFFER, Family

pytestmark = pytest.mark.database
LAST = add_working_days(DAY, 15)


def outcomes(family: Family, as_at: date, *, live_from: date = DAY) -> list[Obligation]:
    with override_settings(LIVE_FROM=live_from), acting(family.by):
        return list(obligations([family.child.id], as_at=as_at, duty="CP-02"))


def test_it_is_due_until_it_was_decided_and_then_met_on_that_day() -> None:
    family = Family()
    enquiry = family.begun()
    (waiting,) = outcomes(family, LAST)
    assert (waiting.starts, waiting.due, waiting.met, waiting.state) == (DAY, LAST, None, "due")
    (late,) = outcomes(family, LAST + timedelta(days=1))
    assert late.state == "late"
    family.decided(enquiry, "no_harm", OFFER)
    (met,) = outcomes(family, LAST)
    assert (met.met, met.state) == (DAY + timedelta(days=10), "met")


def test_an_enquiry_of_before_workers_wrote_here_is_not_called_late() -> None:
    family = Family()
    family.begun()
    assert outcomes(family, LAST + timedelta(days=1), live_from=DAY + timedelta(days=1)) == []


def test_a_conference_settles_an_outcome_that_nobody_wrote_down() -> None:
    family = Family()
    enquiry = family.begun()
    with acting(family.by):
        actions.record_initial_conference(by=family.by, enquiry=enquiry.id, held_on=LAST)
    (met,) = outcomes(family, LAST + timedelta(days=1))
    assert (met.met, met.state) == (LAST, "met")
