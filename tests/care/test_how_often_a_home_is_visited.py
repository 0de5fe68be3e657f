"""Which visits a home asks for, as the return tells of it (SI 2010/959 regulation 28; SI 2005/389 regulation 36)."""

from __future__ import annotations

from datetime import date

import pytest

from kith.care.models import Review
from tests.care.test_care_facts import episode, spans, told
from tests.support import make

pytestmark = pytest.mark.database


def test_the_first_year_in_a_home_and_what_follows_are_told_apart_by_what_the_home_is_meant_for() -> None:
    lasting, short, unknown = make.person(), make.person(), make.person()
    episode(lasting, date(2023, 3, 1), None, placement_type="U4")
    episode(short, date(2023, 3, 1), date(2024, 6, 1), placement_type="U6")
    episode(unknown, date(2023, 3, 1), None, placement_type="K2")
    found = told(lasting)
    assert spans(found, "placement_first_year") == [(date(2023, 3, 1), date(2024, 3, 1))]
    assert spans(found, "placement_after_first_year_long_term") == [(date(2024, 3, 1), None)]
    assert spans(found, "placement_after_first_year") == []
    found = told(short)
    assert spans(found, "placement_after_first_year") == [(date(2024, 3, 1), date(2024, 6, 1))]
    found = told(unknown)
    assert spans(found, "placement_first_year") == [(date(2023, 3, 1), date(2024, 3, 1))]
    assert [each.kind for each in found if each.kind.startswith("placement_after")] == []


def test_a_home_that_becomes_a_long_term_one_is_one_from_that_day() -> None:
    child = make.person()
    episode(child, date(2022, 3, 1), date(2024, 1, 1), placement_type="U6")
    episode(child, date(2024, 1, 1), None, placement_type="U4", reason_new_episode="L")
    found = told(child)
    assert spans(found, "placement_after_first_year") == [(date(2023, 3, 1), date(2024, 1, 1))]
    assert spans(found, "placement_after_first_year_long_term") == [(date(2024, 1, 1), None)]


def test_a_home_of_less_than_a_year_has_no_second_one() -> None:
    child = make.person()
    episode(child, date(2023, 3, 1), date(2023, 9, 1))
    found = told(child)
    assert spans(found, "placement_first_year") == [(date(2023, 3, 1), date(2023, 9, 1))]
    assert [each.kind for each in found if each.kind.startswith("placement_after")] == []


def test_at_home_with_a_parent_the_order_says_how_often_and_the_first_review_changes_it() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), date(2024, 3, 1), legal_status="C1", placement_type="P1")
    episode(child, date(2024, 3, 1), None, legal_status="C2", placement_type="P1", reason_new_episode="L")
    for day in (date(2024, 1, 20), date(2024, 4, 20)):
        Review.objects.using(make.OWNER).create(person=child, reviewed_on=day)
    found = told(child)
    assert spans(found, "connected_or_interim_until_first_review") == [(date(2024, 1, 1), date(2024, 1, 20))]
    assert spans(found, "connected_or_interim_after_first_review") == [(date(2024, 1, 20), date(2024, 3, 1))]
    assert spans(found, "care_order_with_parent") == [(date(2024, 3, 1), None)]
    assert spans(found, "placement_first_year") == [], "rules of its own hold there"


def test_weekly_visits_of_a_child_placed_for_adoption_last_until_the_first_review() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), date(2024, 6, 1), placement_type="A5")
    Review.objects.using(make.OWNER).create(person=child, reviewed_on=date(2023, 12, 1))
    assert spans(told(child), "placed_for_adoption_until_first_review") == [
        (date(2024, 1, 1), date(2024, 6, 1))
    ]
    Review.objects.using(make.OWNER).create(person=child, reviewed_on=date(2024, 1, 28))
    assert spans(told(child), "placed_for_adoption_until_first_review") == [
        (date(2024, 1, 1), date(2024, 1, 28))
    ]


def test_care_that_ended_in_custody_is_told_until_care_begins_again() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), date(2024, 6, 1), reason_ceased="E9")
    episode(child, date(2024, 9, 1), date(2024, 10, 1), reason_ceased="E4A")
    assert spans(told(child), "left_care_into_custody") == [(date(2024, 6, 1), date(2024, 9, 1))]


def test_a_plan_of_its_own_is_asked_for_where_care_began_without_an_order() -> None:
    """SI 2010/959 regulation 4(2): not where section 31A asks for the plan."""
    agreed, ordered = make.person(), make.person()
    episode(agreed, date(2024, 1, 1), date(2024, 2, 1), legal_status="V2")
    episode(agreed, date(2024, 2, 1), None, legal_status="C1", reason_new_episode="L")
    episode(ordered, date(2024, 1, 1), None, legal_status="C1")
    assert spans(told(agreed), "looked_after_without_order") == [(date(2024, 1, 1), None)]
    assert spans(told(ordered), "looked_after_without_order") == []
