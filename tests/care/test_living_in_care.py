"""Health, missing and the talk after it, the care plan, what a child wants known, memories; and the facts for the law."""

from __future__ import annotations

from typing import Any

import pytest

from kith.care.actions import laws as law_actions
from kith.care.actions import living
from kith.care.models import AboutMe, CareFact, HealthCheck, HealthYear, LegalBasis, Memory
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.law.due import obligations
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.care.test_asking_and_reviews import young_person
from tests.support import make

pytestmark = pytest.mark.database


def facts(child: Any) -> dict[str, Any]:
    return dict(CareFact.objects.using(make.OWNER).filter(person=child).values_list("kind", "happened_on"))


def test_a_child_found_after_missing_is_owed_a_talk_and_the_talk_meets_it() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(200))
    first = doing(worker, living.go_missing, person=child.id, kind="M", began_on=days_ago(40))
    doing(worker, living.found, missing=first, on=days_ago(39))
    again = doing(worker, living.go_missing, person=child.id, kind="M", began_on=days_ago(10))
    with pytest.raises(CannotBeError, match="cannot end before"):
        doing(worker, living.found, missing=again, on=days_ago(11))
    doing(worker, living.found, missing=again, on=days_ago(9))
    told = {"offered_on": days_ago(8), "missing": again}
    with pytest.raises(CannotBeError, match="neither carer nor worker"):
        doing(worker, living.talk_after_missing, held_on=days_ago(8), **told)
    with acting(make.actor(worker)):
        late = {
            (each.duty, each.state) for each in obligations([child.id]) if each.duty in {"LA-42", "LA-43"}
        }
    assert late == {("LA-42", "late"), ("LA-43", "late")}
    doing(
        worker,
        living.talk_after_missing,
        held_on=days_ago(8),
        by_whom="Kes, an advocate",
        plan_looked_at_on=days_ago(7),
        **told,
    )
    assert facts(child)["return_interview"] == days_ago(8)
    with acting(make.actor(worker)):
        met = [(each.duty, each.state) for each in obligations([child.id]) if each.duty in {"LA-42", "LA-43"}]
    assert ("LA-42", "met") in met
    assert ("LA-43", "met") in met


def test_a_health_check_is_typed_once_and_fills_what_the_return_asks_of_the_year() -> None:
    child, worker = child_and_worker()
    for kind in ("first", "dentist", "immunised"):
        doing(worker, living.check_health, person=child.id, kind=kind, on=days_ago(1))
    doing(worker, living.check_health, person=child.id, kind="feelings", on=days_ago(0), score=14)
    year = HealthYear.objects.using(make.OWNER).get(person=child)
    assert (year.health_assessment, year.teeth_check, year.immunisations, year.sdq_score) == (
        True,
        True,
        True,
        14,
    )
    assert {"first_health_assessment", "health_assessment"} <= set(facts(child))
    with pytest.raises(CannotBeError, match="0 to 40"):
        doing(worker, living.check_health, person=child.id, kind="dentist", on=days_ago(0), score=3)
    blind = make.account("lead")
    make.involved(blind, child, label_mask=1)
    with acting(make.actor(blind)):
        assert not HealthCheck.objects.exists()
    with pytest.raises(NotPermittedError):
        doing(blind, living.check_health, person=child.id, kind="dentist", on=days_ago(0))


def test_what_a_child_writes_of_themselves_nobody_else_changes() -> None:
    child, worker = child_and_worker()
    theirs = young_person(child)
    doing(worker, living.about_me, person=child.id, topic="good", said="Pancakes.")
    doing(theirs, living.about_me, topic="know", said="I am not shy. I listen.")
    doing(theirs, living.about_me, topic="good", said="Pancakes with Nan.")
    with pytest.raises(CannotBeError, match="wrote this themselves"):
        doing(worker, living.about_me, person=child.id, topic="know", said="Robin is shy.")
    with acting(make.actor(worker)):
        assert dict(AboutMe.objects.values_list("topic", "words")) == {
            "know": "I am not shy. I listen.", "good": "Pancakes with Nan.",
        }  # fmt: skip
    other, _ = child_and_worker()
    with acting(make.actor(young_person(other))):
        assert not AboutMe.objects.exists()


def test_a_memory_waits_until_they_are_ready_where_a_worker_says_so() -> None:
    child, worker = child_and_worker()
    theirs = young_person(child)
    doing(
        worker, living.keep_memory, person=child.id, title="First day at school", said="You took your bear."
    )
    doing(worker, living.keep_memory, person=child.id, title="A letter", for_child=False)
    doing(theirs, living.keep_memory, title="Rovers scarf")
    with acting(make.actor(theirs)):
        assert set(Memory.objects.values_list("title", flat=True)) == {"First day at school", "Rovers scarf"}
    with pytest.raises(CannotBeError, match="each agreed"):
        doing(theirs, living.keep_memory, title="A picture", picture=child.id)


def test_an_agreement_is_looked_at_again_by_its_duty() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(60))
    law = LegalBasis.objects.using(make.OWNER).get(person=child)
    assert facts(child) == {"section_20_agreed": days_ago(60)}
    said = doing(
        worker, law_actions.agree, law=law.id, name="Ewa", given_as="parent", agrees=True, on=days_ago(60),
        explained="By Ruth.", capacity=True, may_end_it=True, in_writing=True,
    )  # fmt: skip
    with acting(make.actor(worker)):
        assert [each.state for each in obligations([child.id]) if each.duty == "LA-41"] == ["late"]
    doing(worker, law_actions.look_at_agreement, agreement=said, on=days_ago(50))
    with acting(make.actor(worker)):
        assert [each.state for each in obligations([child.id]) if each.duty == "LA-41"] == ["met"]
