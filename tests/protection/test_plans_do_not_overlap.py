"""A child has one child protection plan at a time: the database itself refuses a second."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError

from tests.support import make

pytestmark = pytest.mark.database


def test_a_second_plan_over_the_same_days_is_refused_and_one_after_the_other_is_not() -> None:
    from kith.protection.models import ChildProtectionPlan

    child = make.person()
    plans = ChildProtectionPlan.objects.using(make.OWNER)
    plans.create(person=child, started_on=date(2024, 1, 1), ended_on=date(2024, 5, 1))
    plans.create(person=child, started_on=date(2024, 5, 1))
    with pytest.raises(IntegrityError, match="protection_plan_one_at_a_time"):
        plans.create(person=child, started_on=date(2024, 6, 1))
