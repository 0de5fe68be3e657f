"""Typed text is made harmless, and names of every script are kept."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.design.text import REORDERING, safe_text


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
