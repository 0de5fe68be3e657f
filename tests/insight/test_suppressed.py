"""However the facts fall, no number of few families is shown, and none can be worked out from those that are."""

from __future__ import annotations

from collections import Counter, defaultdict
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kith.insight.counted import BREAKDOWNS, Fact, by_quarter
from kith.insight.shown import Line, lines_of
from tests.insight.county import QUARTER

STATES = ("accepted", "declined", "not_made")
FEW = 5
# Whose family it is, how it stands; area, group and team go with the family, so that some lines are of few.
FACT = st.tuples(st.integers(0, 40), st.sampled_from(STATES))


def facts_of(drawn: list[tuple[int, str]]) -> list[Fact]:
    return [
        Fact(
            unit=UUID(int=n), state=state, quarter=QUARTER, person=UUID(int=n), whose=UUID(int=family),
            area=f"AB{min(family % 9, 3)}", group="white" if family > 12 else "black",
            team="one" if family < 33 else "none",
        )
        for n, (family, state) in enumerate(drawn)
    ]  # fmt: skip


def shown_of(facts: list[Fact]) -> list[Line]:
    [(_, counts)] = by_quarter(facts)
    return lines_of(counts, STATES)


def families(facts: list[Fact], line: Line, state: str) -> int:
    """Of how many families a number is, counted here one by one; `state` may be "all"."""
    return len(
        {each.whose for each in facts if each.line(line.by) == line.key and state in {each.state, "all"}}
    )


@given(st.lists(FACT, min_size=1, max_size=80))
def test_what_is_shown_is_true_and_of_more_than_a_few_families(drawn: list[tuple[int, str]]) -> None:
    facts = facts_of(drawn)
    for line in shown_of(facts):
        true = Counter(each.state for each in facts if each.line(line.by) == line.key)
        for state, number in line.shown.items():
            assert number is None or number == true[state]
            assert not number or families(facts, line, state) > FEW, (line, state)


@given(st.lists(FACT, min_size=1, max_size=80))
def test_no_sum_gives_a_hidden_line_back(drawn: list[tuple[int, str]]) -> None:
    facts = facts_of(drawn)
    lines = shown_of(facts)
    [total] = [each for each in lines if each.by == "total"]
    for state in STATES:
        hidden: dict[str, list[int]] = defaultdict(list)
        for line in lines:
            if line.by != "total" and line.shown[state] is None:
                true = sum(each.state == state for each in facts if each.line(line.by) == line.key)
                hidden[line.by].append(true)
        if total.shown[state] is None:
            # Without the total each breakdown is hidden whole: a shown line beside it would bound the rest.
            for by in BREAKDOWNS:
                assert len(hidden[by]) == sum(line.by == by for line in lines), (state, by)
            continue
        for by, numbers in hidden.items():
            assert len(numbers) >= 2, (state, by)
            assert sum(numbers) - sum(number > 0 for number in numbers) >= FEW, (state, by)


@given(st.lists(FACT, min_size=1, max_size=80))
def test_a_line_of_few_families_says_not_even_that_there_is_none(drawn: list[tuple[int, str]]) -> None:
    facts = facts_of(drawn)
    lines = shown_of(facts)
    [total] = [each for each in lines if each.by == "total"]
    for line in lines:
        if families(facts, line, "all") <= FEW:
            for state, number in line.shown.items():
                assert number is None or (line.by != "total" and total.shown[state] == 0), (line, state)
