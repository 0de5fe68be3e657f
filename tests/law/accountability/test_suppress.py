"""No figure of a few people is shown, and none can be worked out from what is shown, however it is put together."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kith.law.accountability.shown import Counts, lines_of
from kith.law.accountability.states import CODES, PART_CODES, STATES
from kith.law.accountability.suppress import Count, Star, hide

BREAKDOWNS = {"kind": ("LA-04", "CP-06", "AS-01"), "group": ("white", "mixed", "asian", "black")}
# One duty: whose, of which kind, and how it stands. A person has one group, whatever the duty.
STANDS = ("met", "due", *PART_CODES)
SUMS = tuple(each.code for each in STATES)
DUTY = st.tuples(st.integers(0, 40), st.sampled_from(BREAKDOWNS["kind"]), st.sampled_from(STANDS))
Duty = tuple[int, str, str]


def counts_of(duties: list[Duty]) -> Counts:
    """What the columns would count, counted here one by one."""
    found: dict[tuple[str, str], dict[str, tuple[int, set[int]]]] = {}
    for person, kind, state in duties:
        group = BREAKDOWNS["group"][0 if person > 12 else person % 4]
        for line in (("total", ""), ("kind", kind), ("group", group)):
            for each in {state, "untimely" if state in PART_CODES else state, "all"}:
                number, people = found.setdefault(line, {}).get(each, (0, set()))
                found[line][each] = (number + 1, people | {person})
    return {
        line: {state: Count(number, len(people)) for state, (number, people) in states.items()}
        for line, states in found.items()
    }


def sums(duties: list[Duty]) -> list[tuple[str, int | None, list[tuple[int | None, Count]]]]:
    """Every sum on the page: its state, its total as shown, and each part as shown beside what it is."""
    counts = counts_of(duties)
    lines = {(line.by, line.key): line.shown for line in lines_of(counts)}
    return [
        (
            state,
            lines["total", ""][state],
            [
                (shown[state], counts[by, key].get(state, Count()))
                for (by, key), shown in lines.items()
                if by == breakdown
            ],
        )
        for state in CODES
        for breakdown in BREAKDOWNS
    ]


@given(st.lists(DUTY, min_size=1, max_size=60))
def test_nothing_shown_is_about_a_few_people(duties: list[Duty]) -> None:
    for _, _, parts in sums(duties):
        assert all(shown is None or not true.few for shown, true in parts)
    whole = counts_of(duties)["total", ""]
    total = next(line for line in lines_of(counts_of(duties)) if line.by == "total")
    assert all(total.shown[state] is None for state in CODES if whole.get(state, Count()).few)


@given(st.lists(DUTY, min_size=1, max_size=60))
def test_what_is_shown_is_true(duties: list[Duty]) -> None:
    for _, _, parts in sums(duties):
        assert all(shown is None or shown == true.duties for shown, true in parts)


@given(st.lists(DUTY, min_size=1, max_size=60))
def test_every_sum_of_figures_together_leaves_each_hidden_one_open(duties: list[Duty]) -> None:
    """The attacker takes all equations of a state at once and solves them: rational numbers, no luck."""
    for state in SUMS:
        of_state = [(total, parts) for each, total, parts in sums(duties) if each == state]
        unknown = 1 + sum(shown is None for _, parts in of_state for shown, _ in parts)
        rows, at = [], 1
        for total, parts in of_state:
            row = [Fraction(0)] * unknown
            row[0] = Fraction(-1 if total is None else 0)
            for shown, _ in parts:
                if shown is None:
                    row[at] = Fraction(1)
                    at += 1
            rows.append(row)
        hidden = range(0 if of_state[0][0] is None else 1, unknown)
        for cell in hidden:
            if of_state[0][0] is None and at == 1:
                continue
            target = [Fraction(int(n == cell)) for n in range(unknown)]
            assert rank([*rows, target]) > rank(rows), (state, cell, of_state)


def rank(rows: list[list[Fraction]]) -> int:
    left, found = [list(row) for row in rows], 0
    for column in range(len(left[0])):
        pivot = next((row for row in left[found:] if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left.insert(found, pivot)
        for row in left[found + 1 :]:
            factor = row[column] / pivot[column]
            row[:] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
        found += 1
    return found


@given(st.lists(DUTY, min_size=1, max_size=60))
def test_counting_the_hidden_lines_of_a_sum_settles_none_of_them(duties: list[Duty]) -> None:
    """Whoever knows that a hidden line has at least one duty still finds two ways in which each may be."""
    for state, total, parts in sums(duties):
        if state not in SUMS:
            continue
        hidden = [true.duties for shown, true in parts if shown is None]
        if not hidden or total is None:
            continue
        rest = total - sum(shown for shown, _ in parts if shown is not None)
        assert rest == sum(hidden)
        assert len(hidden) >= 2, state
        # So each may be 1, or 2, or up to 6, the others taking the rest.
        assert rest - sum(each > 0 for each in hidden) >= 5, (state, hidden)


@given(st.lists(DUTY, min_size=1, max_size=60))
def test_lines_about_a_few_people_say_not_even_that_nothing_is_late(duties: list[Duty]) -> None:
    counts = counts_of(duties)
    for line in lines_of(counts):
        if line.by == "total" or not counts[line.by, line.key]["all"].few:
            continue
        for state in CODES:
            nobody = counts["total", ""].get(state, Count()).duties == 0
            assert line.shown[state] is None or (nobody and line.shown[state] == 0)


@settings(max_examples=400)
@given(st.lists(st.tuples(*[st.sampled_from((0, 0, 1, 2, 5, 6, 9, 30))] * 3), min_size=2, max_size=6))
def test_for_every_hidden_part_there_is_another_town_that_looks_the_same(grid: list[tuple[int, ...]]) -> None:
    """Parts of what was not in time add up both ways, along the line and down the table.

    So the witness moves a duty between two parts and back between two lines: all that is shown stays as it is.
    Each duty of the grid is of a person of its own.
    """
    states = [dict(zip(PART_CODES, row, strict=True)) for row in grid]
    states.append({part: sum(row[part] for row in states) for part in PART_CODES})
    each = [{s: Count(n, n) for s, n in (row | {"untimely": sum(row.values())}).items()} for row in states]
    each = [row | {"all": row["untimely"]} for row in each]
    counts = {("kind", str(n)): row for n, row in enumerate(each[:-1])} | {("total", ""): each[-1]}
    lines = lines_of(counts)
    if next(line.shown for line in lines if line.by == "total")["late"] is None:
        return
    shown = {line.key: line.shown for line in lines if line.by == "kind"}
    true = {key: {s: counts["kind", key].get(s, Count()) for s in CODES} for key in shown}
    gone = [key for key in shown if shown[key]["late"] is None]
    few = [(key, part) for key in shown for part in PART_CODES if true[key][part].few]
    assert {key for key, _ in few} <= set(gone)
    for key, part in few:
        assert moves(key, part, gone, shown, true), (key, part, grid)


def moves(
    key: str,
    part: str,
    gone: list[str],
    shown: dict[str, dict[str, int | None]],
    true: dict[str, dict[str, Count]],
) -> bool:
    """Whether one duty more, or less, can stand in this part of this line with all that is shown unchanged."""
    for other in gone:
        if other == key:
            continue
        open_sums = shown[key]["untimely"] is None and shown[other]["untimely"] is None
        if open_sums and (true[other][part].duties or true[key][part].duties):
            return True
        for swap in PART_CODES:
            one = true[other][part].duties and true[key][swap].duties
            back = true[key][part].duties and true[other][swap].duties
            if swap != part and (one or back):
                return True
    return False


@given(st.lists(DUTY, min_size=1, max_size=60))
def test_parts_are_shown_all_or_none_and_add_up_to_their_sum(duties: list[Duty]) -> None:
    for line in lines_of(counts_of(duties)):
        parts = [line.shown[part] for part in PART_CODES]
        known = [each for each in parts if each is not None]
        assert len(known) in {0, len(parts)}
        if known:
            assert line.shown["untimely"] == sum(known)


def test_one_small_line_takes_the_next_smallest_with_it() -> None:
    star = Star(Count(52, 50), {"kind": {"a": Count(2, 2), "b": Count(10, 10), "c": Count(40, 38)}})
    found = hide(star)
    assert (found.total, found.lines) == (False, {"kind": {"a", "b"}})


def test_many_duties_of_one_child_are_still_of_one_child() -> None:
    star = Star(Count(60, 40), {"kind": {"a": Count(20, 1), "b": Count(40, 39)}})
    assert hide(star).lines["kind"] == {"a", "b"}


def test_six_ones_are_not_betrayed_by_their_sum() -> None:
    lines = {key: Count(1, 1) for key in "abcdef"}
    assert hide(Star(Count(6, 6), {"kind": lines})).total
    bigger = hide(Star(Count(36, 30), {"kind": lines | {"g": Count(10, 9), "h": Count(20, 15)}}))
    assert bigger.lines["kind"] == {*"abcdef", "g"}


def test_a_small_total_hides_all_its_lines_and_their_noughts() -> None:
    star = Star(Count(3, 3), {"kind": {"a": Count(3, 3), "b": Count()}, "group": {"white": Count(3, 3)}})
    assert hide(star).total
    assert hide(star).lines == {"kind": {"a", "b"}, "group": {"white"}}


def test_every_small_sum_of_three_lines_is_tried() -> None:
    """All ways of three lines of up to eight duties of as many people: none gives a line of a few back."""
    for duties in product(range(9), repeat=3):
        lines = {str(n): Count(each, each) for n, each in enumerate(duties)}
        found = hide(Star(Count(sum(duties), sum(duties)), {"kind": lines}))
        shown = [each for n, each in enumerate(duties) if str(n) not in found.lines["kind"]]
        assert not any(0 < each <= 5 for each in shown)
        if not found.total and len(shown) < 3:
            left = sum(duties) - sum(shown)
            assert 3 - len(shown) >= 2
            assert left - sum(each > 0 for each in duties) + len([n for n in shown if n]) >= 5
