"""No cell of a spreadsheet that Kith writes runs."""

from __future__ import annotations

import pytest

from kith.core.cells import harmless


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@x", " =1", "\t=1", "\rx", "\n=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ada", "K1=2", "2026-27", " a - b"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text
