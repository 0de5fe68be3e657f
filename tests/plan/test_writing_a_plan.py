"""Actions of the plan: what is recorded, what is refused and why, and who is told."""

from __future__ import annotations

import pytest

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.actions.conflicts import CannotBeError
from kith.plan import actions
from kith.plan.actions.agreeing import NotYetError
from kith.plan.models import Goal, Plan, PlanBasis, PlanVersion, Step
from kith.story.models import Event
from tests.plan.acts import begun, does
from tests.plan.street import Street, ago
from tests.support import make

pytestmark = pytest.mark.database


def test_a_plan_is_begun_once_and_told_on_the_story_of_its_people() -> None:
    street = Street()
    plan = begun(street)
    with pytest.raises(CannotBeError, match="only ever one"):
        begun(street)
    with pytest.raises(CannotBeError, match="at least one child"):
        begun(street, people={street.mum.id: "parent"})
    stranger = make.account("lead")
    by = make.actor(stranger)
    with acting(by), pytest.raises(NotPermittedError):
        actions.start_plan(
            by=by, family=street.family.id, people={street.child.id: "child"}, basis="early_help", on=ago(1)
        )
    does(street.lead, actions.set_basis, plan=plan, basis="child_in_need", on=ago(2))
    with acting(make.actor(street.lead)):
        assert {each.basis for each in PlanBasis.objects.all()} == {"early_help", "child_in_need"}
        told = Event.objects.get(title="A plan was begun")
        assert set(told.about.values_list("person_id", flat=True)) == make.ids(
            street.child, street.brother, street.mum
        )


def test_lines_are_written_reached_let_go_done_and_not_done() -> None:
    street = Street()
    plan = begun(street)
    goal = does(street.lead, actions.add_goal, plan=plan, words="We eat together.", in_whose_words="Mara")
    step = does(street.lead, actions.add_step, plan=plan, goal=goal, words="Find a table.", does_it="council")
    change = does(street.lead, actions.add_change, plan=plan, words="Calm nights.")
    does(street.lead, actions.add_strength, plan=plan, words="They laugh.")
    does(street.lead, actions.finish_step, item=step, on=ago(1), how="It came.")
    does(street.lead, actions.step_not_done, item=step, why="It broke.")
    does(street.lead, actions.meet_change, item=change, on=ago(0))
    does(street.lead, actions.reach_goal, item=goal, on=ago(0))
    with acting(make.actor(street.lead)):
        kept = Step.objects.get()
        assert (kept.done_on, kept.not_done_why) == (None, "It broke.")
        assert Goal.objects.get().reached_on == ago(0)
    for what, wrong in (
        (actions.add_goal, {"plan": plan, "words": "  "}),
        (actions.drop_goal, {"item": goal, "on": ago(0), "why": ""}),
        (actions.reach_goal, {"item": goal, "on": ago(-2)}),
        (actions.add_step, {"plan": plan, "words": "x", "does_it": "parent", "service": "Harbour"}),
        (actions.end_plan, {"plan": plan, "on": ago(90), "why": "x"}),
    ):
        with pytest.raises(CannotBeError):
            does(street.lead, what, **wrong)
    with pytest.raises(NotPermittedError):
        does(street.lead, actions.finish_step, item=goal, on=ago(0))
    beside = make.account("health")
    make.involved(beside, street.child, role="health")
    with pytest.raises(NotPermittedError):
        does(beside, actions.finish_step, item=step, on=ago(0))
    does(street.lead, actions.end_plan, plan=plan, on=ago(0), why="All is well.")
    with pytest.raises(CannotBeError, match="ended"):
        does(street.lead, actions.add_goal, plan=plan, words="More.")


def test_a_plan_is_agreed_by_somebody_else_once_it_asks_something_of_us() -> None:
    street = Street()
    plan = begun(street)
    does(street.lead, actions.add_step, plan=plan, words="Be home by ten.", does_it="parent")
    with pytest.raises(NotPermittedError):
        does(street.lead, actions.agree_plan, plan=plan)
    with pytest.raises(NotYetError) as refused:
        does(street.manager, actions.agree_plan, plan=plan)
    assert len(refused.value.what) == 2
    does(
        street.lead,
        actions.add_step,
        plan=plan,
        words="His course.",
        does_it="person_causing_harm",
        person=street.dad.id,
    )
    ours = does(street.lead, actions.add_step, plan=plan, words="Ring the landlord.", does_it="council")
    does(street.lead, actions.finish_step, item=ours, on=ago(0))
    with pytest.raises(NotYetError, match="Say why"):
        does(street.manager, actions.agree_plan, plan=plan)
    assert does(street.manager, actions.agree_plan, plan=plan, why_only_parents="All of ours is done.") == 1
    does(street.lead, actions.reword_line, item=ours, words="Other words.")
    assert does(street.manager, actions.agree_plan, plan=plan, why_only_parents="As before.") == 2
    with acting(make.actor(street.lead)):
        first, second = PlanVersion.objects.order_by("number")
        assert "Ring the landlord." in {each["words"] for each in first.content}
        assert "Other words." in {each["words"] for each in second.content}
        assert first.why_only_parents == "All of ours is done."


def test_nobody_agrees_to_what_they_wrote_a_line_of() -> None:
    street = Street()
    plan = begun(street)
    does(street.lead, actions.add_step, plan=plan, words="Ring.", does_it="council", person=None)
    does(
        street.lead,
        actions.add_step,
        plan=plan,
        words="His.",
        does_it="person_causing_harm",
        person=street.dad.id,
    )
    does(street.manager, actions.add_strength, plan=plan, words="Mine.")
    with pytest.raises(NotPermittedError, match="wrote none"):
        does(street.manager, actions.agree_plan, plan=plan)


def test_a_review_says_who_came_and_what_changed_and_stands_on_a_day_once() -> None:
    street = Street()
    plan = begun(street)
    said = {"plan": plan, "on": ago(3), "who_came": "Mara, Rosa.", "what_changed": "The bed is there."}
    does(street.lead, actions.review_plan, **said, next_on=ago(-40))
    with pytest.raises(CannotBeError, match="already"):
        does(street.lead, actions.review_plan, **said)
    with pytest.raises(CannotBeError):
        does(street.lead, actions.review_plan, **(said | {"on": ago(-1)}))
    with acting(make.actor(street.lead)):
        assert Plan.objects.get().reviews.count() == 1
