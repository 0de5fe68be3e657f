"""What happens around care starts the law's clocks, and doing what it asks meets them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import override_settings
from django.utils import timezone

from kith.care.actions import matters, reviewing
from kith.care.models import CareFact, CareMatter
from kith.care.models.matter import MEETS, STARTS, MatterKind
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.law.due import obligations
from kith.law.providers import coverage
from kith.law.register import shipped
from kith.law.waiting import waiting
from kith.returns.models import LoadedFile
from kith.story.actions import record_visit
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.care.test_asking_and_reviews import young_person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
BEGINS = {
    "ended": "LA-49", "parent_now": "LA-33", "detained": "LA-46", "transfer": "LA-48",
    "panel": "AD-01", "guardian": "KC-14", "died": "SI-02",
}  # fmt: skip
"""Which duty each begins by itself."""


def states(worker: Any, child: Any, *duties: str) -> list[tuple[str, str]]:
    with acting(make.actor(worker)):
        return sorted((each.duty, each.state) for each in obligations([child.id]) if each.duty in duties)


def facts(child: Any) -> dict[str, date]:
    return dict(CareFact.objects.using(make.OWNER).filter(person=child).values_list("kind", "happened_on"))


def in_care(days: int = 40) -> tuple[Any, Any]:
    LoadedFile.objects.using(make.OWNER).create(
        run=uuid4(), name="kith demo", kind="demo", collection_year="2025-26"
    )
    child, worker = child_and_worker()
    came(worker, child, days_ago(days), law="C2")
    return child, worker


@pytest.mark.parametrize(("kind", "duty"), sorted(BEGINS.items()))
def test_it_begins_its_duty_and_doing_it_meets_it(kind: str, duty: str) -> None:
    child, worker = child_and_worker()
    assert states(worker, child, duty) == []
    item = doing(worker, matters.note_matter, person=child.id, kind=kind, on=days_ago(60), said="As told.")
    ((_duty, state),) = states(worker, child, duty)
    # Support stays with us for three years at least, so that a day is never late.
    assert state == ("due" if duty == "KC-14" else "late")
    doing(worker, matters.matter_done, matter=item, done_on=days_ago(1))
    ((_duty, state),) = states(worker, child, duty)
    assert state in {"met", "met_late"}


@pytest.mark.parametrize("kind", [kind for kind in MEETS if kind in STARTS and kind not in BEGINS])
def test_where_the_law_sets_no_time_both_days_are_told_to_it(kind: str) -> None:
    child, worker = child_and_worker()
    item = doing(worker, matters.note_matter, person=child.id, kind=kind, on=days_ago(9))
    assert facts(child) == {STARTS[kind]: days_ago(9)}
    doing(worker, matters.matter_done, matter=item, done_on=days_ago(2))
    assert facts(child) == {STARTS[kind]: days_ago(9), MEETS[kind]: days_ago(2)}


@override_settings(LIVE_FROM=date(2026, 1, 1))
def test_no_duty_of_these_rooms_waits_but_for_those_that_are_named() -> None:
    """What waits, waits for what is not built: limits of short breaks, records destroyed, the pilot, leaving care."""
    _child, worker = child_and_worker()
    LoadedFile.objects.using(make.OWNER).create(
        run=uuid4(), name="kith demo", kind="demo", collection_year="2025-26"
    )
    rooms = {"care", "bonds", "money"}
    with acting(make.actor(worker)):
        dark = {each.duty.id for each in waiting(shipped(), coverage(days_ago(0))) if rooms & set(each.rooms)}
    assert dark == {"AD-06", "KC-15", "LA-28", "LA-45", "LC-01", "LC-14", "LC-15"}


@override_settings(LIVE_FROM=date(2026, 1, 1))
def test_whoever_must_know_of_a_home_is_told_and_an_advocate_is_offered() -> None:
    child, worker = in_care()
    assert ("LA-31", "late") in states(worker, child, "LA-31")
    with pytest.raises(CannotBeError, match="on which day it was done") as refused:
        doing(worker, matters.note_matter, person=child.id, kind="new_home", on=days_ago(40))
    assert refused.value.field == "done_on"
    # Told two days before the child moved in, as the law would have it: met on the day.
    doing(
        worker, matters.note_matter, person=child.id, kind="new_home", on=days_ago(40), done_on=days_ago(42)
    )
    doing(
        worker, matters.note_matter, person=child.id, kind="advocate", on=days_ago(38), done_on=days_ago(38)
    )
    assert states(worker, child, "LA-31") == [("LA-31", "met")]
    assert facts(child)["advocate_offered"] == days_ago(38)


@override_settings(LIVE_FROM=date(2026, 1, 1))
def test_a_visit_that_was_asked_for_is_met_by_the_visit() -> None:
    child, worker = in_care()
    doing(worker, matters.note_matter, person=child.id, kind="visit", on=days_ago(20), said="Her carer rang.")
    assert states(worker, child, "LA-25") == [("LA-25", "late")]
    doing(
        worker, record_visit, persons=[child.id], seen=[child.id], alone="yes", sections={}, next_time="",
        happened_at=timezone.now(),
    )  # fmt: skip
    assert states(worker, child, "LA-25") == [("LA-25", "met_late")]
    page = words_of(signed_in(worker).get(f"/people/{child.id}/in-care/"))
    assert "The next visit on their story answers it." in page


@override_settings(LIVE_FROM=date(2026, 1, 1))
def test_with_a_parent_not_yet_assessed_visits_are_weekly_until_the_first_review_then_every_six_weeks() -> (
    None
):
    child, worker = in_care(60)
    doing(worker, matters.note_matter, person=child.id, kind="parent_now", on=days_ago(30))
    assert states(worker, child, "LA-22", "LA-51")
    assert {duty for duty, _state in states(worker, child, "LA-22", "LA-51")} == {"LA-22"}
    review = doing(worker, reviewing.plan_review, person=child.id, planned_for=days_ago(10))
    doing(
        worker,
        reviewing.hold_review,
        review=review,
        held_on=days_ago(10),
        participation="PN1",
        decided="x",
        for_child="x",
    )
    assert {duty for duty, _state in states(worker, child, "LA-22", "LA-51")} == {"LA-22", "LA-51"}


def test_a_review_that_was_asked_for_sooner_is_open_until_it_is_held() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(40))
    doing(worker, reviewing.plan_review, person=child.id, planned_for=days_ago(-20))
    assert not {"review_asked_for", "asked_review_held"} & facts(child).keys()
    sooner = doing(
        worker,
        reviewing.plan_review,
        person=child.id,
        planned_for=days_ago(0),
        asked_by="The reviewing officer",
    )
    assert facts(child)["review_asked_for"] == days_ago(0)
    assert "asked_review_held" not in facts(child)
    held: dict[str, Any] = {"held_on": days_ago(0), "participation": "PN1", "decided": "x", "for_child": "x"}
    doing(worker, reviewing.hold_review, review=sooner, **held)
    assert facts(child)["asked_review_held"] == days_ago(0)
    both = CareFact.objects.using(make.OWNER).filter(kind__in=("review_asked_for", "asked_review_held"))
    assert {each.matter for each in both} == {sooner}


def test_short_breaks_are_looked_at_again() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(200), law="V4")
    assert ("LA-29", "late") in states(worker, child, "LA-29")
    doing(
        worker, matters.note_matter, person=child.id, kind="breaks", on=days_ago(150), done_on=days_ago(150)
    )
    assert ("LA-29", "met") in states(worker, child, "LA-29")


def test_the_page_has_a_form_for_it_and_names_what_is_wrong() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(40))
    client, here = signed_in(worker), f"/people/{child.id}/in-care/"
    on = {f"on_{part}": str(getattr(days_ago(3), part)) for part in ("day", "month", "year")}
    sent = client.post(f"{here}matter/", {"kind": "ended", "said": "He rang at night.", **on})
    assert sent.status_code == 302
    again = words_of(client.post(f"{here}matter/", {"kind": "ended", "said": "He rang at night.", **on}))
    assert "written down for that day already" in again
    assert "He rang at night." in again
    page = words_of(client.get(here))
    assert "told in writing" in page
    item = CareMatter.objects.using(make.OWNER).get(person=child).id
    assert client.get(f"{here}matter-done/{item}/").status_code == 200
    ahead = {f"done_on_{part}": str(getattr(days_ago(-3), part)) for part in ("day", "month", "year")}
    assert "still to come" in words_of(client.post(f"{here}matter-done/{item}/", ahead))
    done = {f"done_on_{part}": str(getattr(days_ago(0), part)) for part in ("day", "month", "year")}
    assert client.post(f"{here}matter-done/{item}/", done).status_code == 302


def test_nobody_else_reads_or_writes_it() -> None:
    child, worker = child_and_worker()
    item = doing(worker, matters.note_matter, person=child.id, kind="ended", on=days_ago(3))
    stranger, theirs = make.account("social_worker"), young_person(child)
    for other in (stranger, theirs):
        with acting(make.actor(other)):
            assert not CareMatter.objects.exists()
        with pytest.raises(NotPermittedError):
            doing(other, matters.matter_done, matter=item, done_on=days_ago(0))


def test_every_kind_is_met_by_a_fact_or_by_a_visit() -> None:
    assert {str(each.value) for each in MatterKind} - set(MEETS) == {"visit"}
