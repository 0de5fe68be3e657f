"""Where a text says what the list has other words for: in Python, and the same in the browser's script."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.design.assets import OWN_STATIC
from kith.design.wording import Entry, hints, shipped

TABLE: dict[str, Any] = json.loads((Path(__file__).parent / "wording_tried.json").read_text("utf-8"))
ENTRIES = [
    Entry(each["key"], tuple(each["phrases"]), tuple(each["not_in"]), "It hurts.", ("Other",), "Somebody")
    for each in TABLE["entries"]
]
NODE = """
import { byFirstWord, hints } from %s;
let given = "";
for await (const piece of process.stdin) given += piece;
const { entries, texts } = JSON.parse(given);
const phrases = byFirstWord(entries);
process.stdout.write(JSON.stringify(texts.map((text) => hints(text, phrases).map((hint) => hint.wrote))));
"""
# Whatever is beside a phrase and is no letter of a word.
BESIDE = st.text(st.sampled_from(" .,;:!?()\n-/"), min_size=1, max_size=4)
PHRASES = [phrase for entry in shipped() for phrase in entry.phrases]


def wrote(text: str) -> list[str]:
    return [each.wrote for each in hints(text, ENTRIES)]


def in_node(texts: list[str]) -> list[list[str]]:
    """What the browser's script finds in each text."""
    script = NODE % json.dumps((OWN_STATIC / "kith" / "wording.mjs").as_uri())
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", script],
        input=json.dumps({"entries": TABLE["entries"], "texts": texts}),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("text", "expected"), TABLE["tried"])
def test_python_finds_what_the_table_says(text: str, expected: list[str]) -> None:
    assert wrote(text) == expected


def test_the_browser_finds_what_the_table_says() -> None:
    assert in_node([text for text, _ in TABLE["tried"]]) == [expected for _, expected in TABLE["tried"]]


def test_the_browser_and_python_find_the_same_in_whatever_is_typed() -> None:
    pieces = [
        "failed to protect",
        "Hard-to-reach",
        "case",
        "in ",
        "’s",
        "'",
        '"',
        "“",
        "”",
        "‘",
        "’",
        " ",
        "\n",
    ]
    pieces += ["\n\n", "\r\n", "-", ".", "é", "İ", "ſ", "😀", "«", "»", "by phone", "\u0301", "x", "失"]
    dice = random.Random(140)  # noqa: S311 - the same texts each time
    texts = ["".join(dice.choices(pieces, k=dice.randint(1, 14))) for _ in range(2000)]
    assert in_node(texts) == [wrote(text) for text in texts]


@given(phrase=st.sampled_from(PHRASES), before=BESIDE, after=BESIDE, loud=st.booleans())
def test_a_phrase_is_found_beside_any_punctuation_in_letters_of_any_size(
    phrase: str, before: str, after: str, loud: bool
) -> None:
    said = phrase.upper() if loud else phrase
    found = hints(f"We{before}{said}{after}Yes", shipped())
    assert [phrase in each.entry.phrases for each in found][:1] == [True]
    assert found[0].wrote == said


@given(phrase=st.sampled_from(PHRASES), letter=st.characters(codec="latin-1", categories=("L", "Nd")))
def test_a_phrase_within_a_longer_word_is_no_phrase(phrase: str, letter: str) -> None:
    only = [each for each in shipped() if phrase in each.phrases]
    one = [Entry(each.key, (phrase,), (), each.why, each.instead, each.source) for each in only]
    assert hints(f"{letter}{phrase}", one) == ()
    assert hints(f"{phrase}{letter}", one) == ()


@given(
    phrase=st.sampled_from(PHRASES),
    marks=st.sampled_from(["“”", '""', "«»", "‘’", "''"]),
    around=st.text(st.sampled_from("ab ,."), max_size=6),
)
def test_what_is_quoted_is_left_alone(phrase: str, marks: str, around: str) -> None:
    # An apostrophe at the end of a word could close a single quotation: none of the phrases has one.
    text = f"He said: {marks[0]}a{around} {phrase} {around}b{marks[1]} and left."
    assert hints(text, shipped()) == ()


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_and_given_back_as_it_was(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert all(each.wrote in plain for each in hints(text, shipped()))
