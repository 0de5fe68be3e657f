"""What everybody may read of how many were helped: published once, never moved, and nobody can be told from it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kith.advice.figures.publishing import FEW, REST, publish, publish_over, shown
from kith.advice.models import Contact, PublishedQuarter
from kith.advice.roles import KEEPER
from kith.core.acting import acting
from tests.advice.people import OWNER, asked
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
SUMMER = date(2026, 7, 1)


def many(number: int, **more: object) -> None:
    """So many who asked in the summer quarter of 2026."""
    for n in range(number):
        contact = asked()
        at = datetime(2026, 7, 2, 12, tzinfo=UTC) + timedelta(hours=n)
        ended = {"ended_at": at} if more.get("state") != "waiting" else {}
        Contact.objects.using(OWNER).filter(id=contact).update(asked_at=at, **ended, **more)


def page() -> str:
    return " ".join(Client().get("/how-we-do/").content.decode().split())


@given(st.integers(0, 60), st.integers(0, 60), st.lists(st.integers(0, 30), max_size=5))
def test_no_number_and_no_difference_is_of_fewer_than_ten(
    answered: int, more: int, reasons: list[int]
) -> None:
    known = {f"r{n}": number for n, number in enumerate(reasons)}
    asked_in_all = answered + more + sum(reasons)
    found = shown(asked_in_all, answered, known)
    told = [each for each in (found.asked, found.answered, found.unmet) if each is not None]
    if found.asked is not None and found.answered is not None:
        told.append(found.asked - found.answered)
        assert found.answered + (found.unmet or 0) == found.asked
    told += found.reasons.values()
    if found.unmet is not None:
        told.append(found.unmet - sum(found.reasons.values()))
    assert all(each == 0 or each >= FEW for each in told)


def test_a_small_part_hides_both_parts_and_small_reasons_stand_together() -> None:
    assert shown(9, 5, {}).asked is None
    hidden = shown(100, 97, {"full": 3})
    assert (hidden.asked, hidden.answered, hidden.unmet, hidden.reasons) == (100, None, None, {})
    assert shown(100, 50, {"full": 30, "went": 12, "law": 5, "other": 3}).reasons == {"full": 30, REST: 20}
    assert shown(100, 50, {"full": 30, "law": 9, "other": 6}).reasons == {"full": 30, REST: 20}


def test_it_is_published_four_weeks_after_its_end_and_never_moves() -> None:
    many(30, state="answered")
    many(20, state="unmet", unmet_reason="no_adviser", alternative="x")
    assert publish_over(date(2026, 10, 28), using=OWNER) == 0
    assert "No quarter is over yet" in page()
    assert publish_over(date(2026, 10, 29), using=OWNER) == 1
    assert "50 asked. We answered 30. We did not help 20: <strong>40 in each hundred" in page()
    Contact.objects.using(OWNER).filter(state="unmet").update(
        state="answered", unmet_reason="", alternative=""
    )
    many(5, state="answered")
    assert publish_over(date(2026, 10, 30), using=OWNER) == 0
    assert "50 asked. We answered 30. We did not help 20" in page()


def test_the_page_says_where_too_few_are_behind_a_part() -> None:
    many(30, state="answered")
    many(3, state="abandoned")
    publish_over(date(2026, 11, 1), using=OWNER)
    words = page()
    assert "33 asked" in words
    assert "30" not in words.split("33 asked")[1].split("</section>")[0]


def test_the_nightly_task_publishes_what_is_over() -> None:
    many(12, state="answered")
    with worker_login(), acting(KEEPER):
        assert publish(by=KEEPER) == 1
        assert publish(by=KEEPER) == 0
    assert PublishedQuarter.objects.using(OWNER).get().first == SUMMER
