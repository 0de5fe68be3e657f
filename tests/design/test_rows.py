"""Where people stand in a drawing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kith.design.drawing.kin import read_kin
from kith.design.drawing.model import PersonNode, Sex, Tie, TieKind
from kith.design.drawing.rows import GAP, SLOT, pack, place

PARENT = TieKind.PARENT


@given(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(10, 500)), min_size=1, max_size=30))
def test_packed_boxes_never_touch_and_keep_their_order(boxes: list[tuple[float, float]]) -> None:
    widths = [width for _, width in boxes]
    centres = pack([want for want, _ in boxes], widths)
    for (left, a), (right, b) in pairwise(zip(centres, widths, strict=True)):
        assert right - left >= (a + b) / 2 + GAP - 1e-6


@given(st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=12))
def test_boxes_that_already_have_room_stay_where_they_are_wanted(gaps: list[float]) -> None:
    wanted = [sum(100 + abs(gap) for gap in gaps[: n + 1]) for n in range(len(gaps))]
    assert all(abs(a - b) < 1e-6 for a, b in zip(pack(wanted, [80.0] * len(wanted)), wanted, strict=True))


def family(*children: tuple[str, int], partners: tuple[str, ...] = ("f",)) -> dict[str, float]:
    people = [PersonNode("m", "M", Sex.FEMALE), *(PersonNode(p, p, Sex.MALE) for p in partners)]
    people += [PersonNode(c, c, born=date(year, 1, 1)) for c, year in children]
    ties = [Tie(TieKind.TOGETHER, "m", p) for p in partners]
    for n, (child, _) in enumerate(children):
        ties += [Tie(PARENT, "m", child), Tie(PARENT, partners[n % len(partners)], child)]
    return place(read_kin(people, ties, children[0][0]))


@given(st.permutations([2008, 2010, 2013, 2017, 2020]))
def test_the_eldest_child_stands_left(years: list[int]) -> None:
    at = family(*((f"c{year}", year) for year in years))
    assert sorted(at, key=lambda p: at[p] if p[0] == "c" else -1)[2:] == sorted(f"c{year}" for year in years)


def test_parents_stand_over_the_middle_of_their_children_and_side_by_side() -> None:
    at = family(("a", 2010), ("b", 2012), ("c", 2014))
    assert abs(at["m"] - at["f"]) == SLOT
    assert abs((at["m"] + at["f"]) / 2 - at["b"]) < 1


def test_somebody_with_two_partners_stands_between_them() -> None:
    at = family(("a", 2010), ("b", 2012), partners=("f", "g"))
    assert min(at["f"], at["g"]) < at["m"] < max(at["f"], at["g"])
    assert at["a"] < at["b"]


def test_a_carer_who_is_a_grandmother_stands_with_the_grandparents() -> None:
    people = [PersonNode(name, name) for name in ("nan", "mum", "me")]
    ties = [Tie(TieKind.KINSHIP_CARER, "nan", "me"), Tie(PARENT, "nan", "mum"), Tie(PARENT, "mum", "me")]
    assert read_kin(people, ties, "me").generation == {"nan": 0, "mum": 1, "me": 2}


def test_adoptive_and_birth_parents_are_two_families() -> None:
    people = [PersonNode(name, name) for name in ("me", "b1", "b2", "a1", "a2")]
    ties = [Tie(PARENT, "b1", "me"), Tie(PARENT, "b2", "me")]
    ties += [Tie(TieKind.ADOPTIVE_PARENT, "a1", "me"), Tie(TieKind.ADOPTIVE_PARENT, "a2", "me")]
    kinds = {family.kind: set(family.parents) for family in read_kin(people, ties, "me").families}
    assert kinds == {PARENT: {"b1", "b2"}, TieKind.ADOPTIVE_PARENT: {"a1", "a2"}}
