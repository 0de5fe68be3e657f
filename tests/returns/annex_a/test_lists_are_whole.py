"""Each list has the columns that Ofsted asks for, in their order, and says nothing in words of its own."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kith.returns.annex_a import FOLDER, listings
from kith.returns.annex_a.words import said, sets_of_words
from kith.returns.extract import Listing

ASKED = list(csv.DictReader((Path(__file__).parent / "annex_a_lists.csv").read_text("utf-8").splitlines()))
LISTS = listings(FOLDER)
RULES = ("blank", "otherwise")


def of(number: int) -> list[dict[str, str]]:
    return [row for row in ASKED if int(row["list"]) == number]


def test_there_are_eleven_lists_in_their_order() -> None:
    assert [each.name for each in LISTS] == [of(number)[0]["list_name"] for number in range(1, 12)]


@pytest.mark.parametrize("number", range(1, 12))
def test_a_list_has_its_columns_in_order(number: int) -> None:
    assert [column.name for column in LISTS[number - 1].columns] == [row["column"] for row in of(number)]


@pytest.mark.parametrize("listing", LISTS, ids=lambda each: each.key)
def test_a_list_says_a_code_in_the_words_of_the_form(listing: Listing) -> None:
    number = LISTS.index(listing) + 1
    allowed = {row["column"]: row["format_or_codes"] for row in of(number) if row["type"] == "code"}
    for column in listing.columns:
        if column.how:
            words = sets_of_words()[column.how]
            used = [word for word in words if word not in RULES] + [
                words[rule] for rule in RULES if rule in words
            ]
            assert [word for word in used if word not in allowed[column.name].split(";")] == [], column.name
            assert said(column).startswith("CASE ")
        elif column.recorded:
            assert column.name not in allowed, "a code is said in words"


def test_no_code_stands_for_two_words() -> None:
    for name, words in sets_of_words().items():
        codes = [code for word, given in words.items() if word not in RULES for code in given]
        assert len(codes) == len(set(codes)), name
