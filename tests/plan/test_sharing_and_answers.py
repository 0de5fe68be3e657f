"""Lines shared by name and by partner, answers that stay as they were given, progress as both sides say it."""

from __future__ import annotations

import pytest

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.plan import actions
from kith.plan.models import Answer, Progress
from kith.plan.queries import my_plan
from kith.story.models import Event, WordsSent
from tests.plan.acts import begun, does, shared
from tests.plan.street import Street
from tests.plan.test_who_reads_a_plan import seen
from tests.support import make

pytestmark = pytest.mark.database


def test_what_may_not_leave_is_refused_with_its_reason() -> None:
    street = Street()
    plan, concern = begun(street), street.concern()
    covert = does(
        street.lead, actions.add_step, plan=plan, words="Hidden.", does_it="council", covert=concern
    )
    ruled = does(street.lead, actions.add_goal, plan=plan, words="Ruled.", label=8)
    plain = does(street.lead, actions.add_goal, plan=plan, words="Plain.")
    outside = street.outside("partner")
    with pytest.raises(NotPermittedError, match="not told"):
        shared(street, plan, street.mum.id, covert)
    with pytest.raises(NotPermittedError, match="rule"):
        shared(street, plan, street.mum.id, ruled)
    with pytest.raises(NotPermittedError, match="not told"):
        does(
            street.lead, actions.share_with_organisation, plan=plan, items=[covert],
            organisation=outside.organisation_id,
        )  # fmt: skip
    stranger = make.person("Zed")
    make.involved(street.lead, stranger)
    with pytest.raises(NotPermittedError, match="family or network"):
        shared(street, plan, stranger.id, plain)
    with pytest.raises(CannotBeError, match="Prepare them first"):
        does(
            street.lead, actions.share_lines, plan=plan, items=[plain], reader=street.mum.id, prepared=False,
            how_prepared=" ",
        )  # fmt: skip
    assert shared(street, plan, street.mum.id, plain) == 1
    assert shared(street, plan, street.mum.id, plain) == 0
    assert seen(street.mother) == {"Plain."}
    does(street.lead, actions.take_back_line, item=plain, reader=street.mum.id)
    assert seen(street.mother) == set()


def test_a_line_that_tells_where_somebody_lives_does_not_go_to_whoever_must_not_learn_it() -> None:
    street = Street()
    plan = begun(street)
    make.home(street.mum, "4 Mill Lane, Kithford", "ZZ9 9ZZ", protected=True)
    for words in ("Meet at zz99zz.", "Come to 4 mill  lane at three."):
        told = does(street.lead, actions.add_goal, plan=plan, words=words)
        with pytest.raises(NotPermittedError, match="must not learn"):
            shared(street, plan, street.dad.id, told)
        assert shared(street, plan, street.mum.id, told) == 1
    assert seen(street.father) == set()


def test_that_is_not_what_i_said_stays_with_the_line_and_reaches_the_worker() -> None:
    street = Street()
    plan = begun(street)
    line = does(street.lead, actions.add_goal, plan=plan, words="I will stop shouting.")
    with pytest.raises(NotPermittedError):
        does(street.mother, actions.answer_line, item=line, words="No.", agrees=False)
    shared(street, plan, street.mum.id, line)
    with pytest.raises(CannotBeError):
        does(street.mother, actions.answer_line, item=line, words="", agrees=False)
    does(street.mother, actions.answer_line, item=line, words="I said quieter.", agrees=False)
    does(street.lead, actions.reword_line, item=line, words="I will be quieter.")
    with acting(make.actor(street.lead)):
        answer = Answer.objects.get()
        assert (answer.person_id, answer.words, answer.agrees) == (street.mum.id, "I said quieter.", False)
        assert WordsSent.objects.count() == 1
        assert Event.objects.filter(kind="own_words").count() == 1
    for account in (street.father, street.young, street.sibling):
        with acting(make.actor(account)):
            assert not Answer.objects.exists()


def test_a_worker_takes_down_an_answer_of_somebody_the_plan_is_about() -> None:
    street = Street()
    plan = begun(street)
    line = does(street.lead, actions.add_goal, plan=plan, words="Calm.")
    does(
        street.lead, actions.answer_line, item=line, words="Yes please.", agrees=True, person=street.child.id
    )
    with pytest.raises(NotPermittedError):
        does(street.lead, actions.answer_line, item=line, agrees=True, person=make.person("Zed").id)
    with pytest.raises(NotPermittedError):
        does(street.lead, actions.answer_line, item=line, agrees=True)


def test_both_sides_say_how_it_goes_and_the_family_reads_what_was_shared_of_it() -> None:
    street = Street()
    plan = begun(street)
    line = does(street.lead, actions.add_step, plan=plan, words="A bed.", does_it="council")
    shared(street, plan, street.mum.id, line)
    does(street.mother, actions.say_progress, item=line, how="stuck", words="Nobody rang.")
    does(street.lead, actions.say_progress, item=line, how="some", words="For us alone.")
    does(
        street.lead, actions.say_progress, item=line, how="some", words="It comes Friday.", to=[street.mum.id]
    )
    with pytest.raises(NotPermittedError):
        does(street.lead, actions.say_progress, item=line, how="some", to=[street.dad.id])
    with acting(make.actor(street.mother)):
        heard = {each.words for line in my_plan().lines for each in line.said}
        assert heard == {"Nobody rang.", "It comes Friday."}
    does(street.lead, actions.take_back_line, item=line, reader=street.mum.id)
    with acting(make.actor(street.mother)):
        assert {each.words for each in Progress.objects.all()} == {"Nobody rang."}


def test_a_partner_says_how_its_shared_step_goes() -> None:
    street = Street()
    plan = begun(street)
    outside = street.outside("partner")
    line = does(street.lead, actions.add_step, plan=plan, words="Count the beds.", does_it="service")
    with pytest.raises(NotPermittedError):
        does(outside, actions.say_progress, item=line, how="well")
    given = {"plan": plan, "items": [line], "organisation": outside.organisation_id}
    assert does(street.lead, actions.share_with_organisation, **given) == 1
    assert does(street.lead, actions.share_with_organisation, **given) == 0
    does(outside, actions.say_progress, item=line, how="well", words="Three beds.")
    with acting(make.actor(street.lead)):
        assert Progress.objects.get().words == "Three beds."
