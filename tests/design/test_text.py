"""Typed text is made harmless, and names of every script are kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.design.text import REORDERING, safe_text, tel


@pytest.mark.parametrize("name", ["Zoë O’Brien", "محمد علی", "李小龍", "Nguyễn Thị", "می‌خواهم"])
def test_a_name_in_any_script_is_kept(name: str) -> None:
    assert safe_text(name) == name


def test_marks_that_turn_words_round_are_dropped() -> None:
    assert safe_text("Ann\u202egnp.exe\u202c Lee\x00\x1b[31m") == "Anngnp.exe Lee [31m"


@given(st.text())
def test_nothing_that_reorders_or_controls_is_left(text: str) -> None:
    safe = safe_text(text)
    assert not REORDERING & set(safe)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in safe)
    assert safe_text(safe) == safe


@pytest.mark.parametrize(
    ("number", "address"),
    [("0800 1111", "tel:08001111"), ("999", "tel:999"), ("+44 (0)1632 960-123", "tel:+441632960123")],
)
def test_a_telephone_number_can_be_tapped(number: str, address: str) -> None:
    assert tel(number) == f'<a class="govuk-link kith-tel" href="{address}">{number}</a>'


@pytest.mark.parametrize("words", ["", "9", "rosa@kithshire.example", "01632 960123 after five", "- -"])
def test_what_is_no_number_stays_words(words: str) -> None:
    assert tel(words) == words


def test_words_in_place_of_a_number_are_escaped() -> None:
    assert tel("<b>0800</b>") == "&lt;b&gt;0800&lt;/b&gt;"
