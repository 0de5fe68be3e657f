"""What a plan must hold before it is agreed: tried with whatever steps there may be."""

from __future__ import annotations

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from kith.plan.models import OURS, DoesIt
from kith.plan.rules import Asked, asks_only_parents, missing

HIM = uuid4()
STEPS = st.lists(
    st.builds(
        Asked,
        does_it=st.sampled_from(DoesIt.values),
        person=st.sampled_from([None, HIM, uuid4()]),
        keeps_safe=st.booleans(),
        open=st.booleans(),
        stands=st.booleans(),
    ),
    max_size=6,
)


@given(STEPS, st.sampled_from([set(), {HIM}]))
def test_what_may_be_agreed_asks_something_of_us_and_leaves_no_victim_alone(
    steps: list[Asked], harms: set[UUID]
) -> None:
    if missing(steps, harms):
        return
    standing = [each for each in steps if each.stands]
    assert any(each.does_it in OURS for each in standing)
    if harms:
        assert any(each.person == HIM for each in standing)
    for each in standing:
        theirs = each.does_it == "person_causing_harm" or each.person in harms
        if each.keeps_safe and each.does_it not in OURS and not theirs:
            assert any(other.keeps_safe and other.does_it in OURS for other in standing)


@given(STEPS)
def test_a_step_of_ours_still_to_be_done_is_never_only_for_parents(steps: list[Asked]) -> None:
    with_ours = [*steps, Asked("council")]
    assert not asks_only_parents(with_ours)


def test_a_plan_of_nothing_but_parents_steps_is_told_what_to_add() -> None:
    steps = [Asked("parent"), Asked("parent", keeps_safe=True)]
    assert asks_only_parents(steps)
    assert len(missing(steps)) == 2
    assert missing([*steps, Asked("service", keeps_safe=True, open=False)]) == []
    assert asks_only_parents([*steps, Asked("service", keeps_safe=True, open=False)])


def test_whoever_causes_harm_has_a_step_of_their_own_which_may_keep_safe_alone() -> None:
    council = Asked("council")
    assert len(missing([council], {HIM})) == 1
    assert missing([council, Asked("person_causing_harm", person=HIM, keeps_safe=True)], {HIM}) == []
    assert missing([council, Asked("parent", person=HIM, keeps_safe=True)], {HIM}) == []
