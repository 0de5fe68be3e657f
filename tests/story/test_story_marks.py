"""Marking as it is written: nothing is lost, and nothing marked ends up among what is plain."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.core.labels import Label
from kith.story.marks import MARKS, Marked, UnknownMarkError, as_typed, passages

ADA = uuid4()
WORD = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="[]"), min_size=1
)
PARAGRAPH = WORD.map(str.strip).filter(bool)
MARK = st.sampled_from(["", *MARKS, "only about Ada"])


@given(st.lists(st.tuples(MARK, PARAGRAPH), max_size=8))
def test_every_paragraph_is_kept_in_order_under_its_own_mark(parts: list[tuple[str, str]]) -> None:
    text = "\n\n".join(f"[{mark}] {words}" if mark else words for mark, words in parts)
    found = passages(text, {"Ada": ADA})
    cut = [(p.label, p.person, words) for p in found for words in p.text.split("\n\n")]
    expected: list[tuple[Label, UUID | None, str]] = [
        (MARKS.get(mark, Label.NORMAL), ADA if mark == "only about Ada" else None, words)
        for mark, words in parts
    ]
    assert cut == expected


@given(st.lists(st.tuples(MARK, PARAGRAPH), max_size=8))
def test_typed_again_it_is_cut_the_same(parts: list[tuple[str, str]]) -> None:
    text = "\n\n".join(f"[{mark}] {words}" if mark else words for mark, words in parts)
    once = passages(text, {"Ada": ADA})
    assert passages(as_typed(once, {ADA: "Ada"}), {"Ada": ADA}) == once


@given(st.lists(st.tuples(MARK, PARAGRAPH), min_size=1, max_size=8))
def test_neighbours_under_one_mark_stand_together(parts: list[tuple[str, str]]) -> None:
    found = passages(
        "\n\n".join(f"[{mark}] {words}" if mark else words for mark, words in parts), {"Ada": ADA}
    )
    for one, other in pairwise(found):
        assert (one.label, one.person) != (other.label, other.person)


@given(
    st.text(st.characters(categories=["Ll"]), min_size=1, max_size=20).filter(lambda word: word not in MARKS)
)
def test_a_mark_that_is_not_known_is_never_read_as_words(word: str) -> None:
    with pytest.raises(UnknownMarkError, match="Use one of"):
        passages(f"[{word}] Her uncle")


def test_a_mark_may_be_typed_in_any_size_of_letter_and_with_a_curly_apostrophe() -> None:
    assert passages("[The Child’s  PRIVATE words] a") == [Marked("a", Label.CHILD_PRIVATE)]


def test_two_marks_hold_together_and_lines_end_as_any_device_ends_them() -> None:
    assert passages("[only about ada] [health] a\r\n\r\n\r\nb", {"Ada": ADA}) == [
        Marked("a", Label.HEALTH, ADA),
        Marked("b"),
    ]


def test_brackets_inside_a_paragraph_are_words() -> None:
    assert passages("He said [laughs] no") == [Marked("He said [laughs] no")]


@pytest.mark.parametrize("length", [70, 81, 241, 400])
def test_a_long_name_keeps_its_mark_when_it_is_typed_again(length: int) -> None:
    name = ("Wolfeschlegel " * 40)[:length].strip()
    kept = [Marked("Her own affair", Label.NORMAL, ADA)]
    typed = as_typed(kept, {ADA: name})
    assert passages(typed, {name: ADA}) == kept
    with pytest.raises(UnknownMarkError):
        passages(typed, {"Ada": ADA})
    assert passages(typed.replace("only about ", "Only  About "), {name: ADA}) == kept
