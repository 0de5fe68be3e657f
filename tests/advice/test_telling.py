"""What may tell who somebody is: found in many shapes, and plain talk is left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.advice.forum.telling import marks, without

FOUND = [
    ("my son Tyler is four", "name", "Tyler"),
    ("tyler misses me so much", "name", "tyler"),
    ("Tyler's dad came", "name", "Tyler"),
    ("her name is Quennetta", "name", "Quennetta"),
    ("they were named Zed and Quill", "name", "Zed and Quill"),
    ("the social worker, Mrs Pike, came", "name", "Mrs Pike"),
    ("I saw Judge Oakham today", "name", "Judge Oakham"),
    ("she goes to St Mary's Primary", "school", "St Mary's Primary"),
    ("at Carrow High School now", "school", "Carrow High School"),
    ("Little Acorns Nursery rang", "school", "Little Acorns Nursery"),
    ("we live in Carrow", "place", "Carrow"),
    ("they came to 12 Mill Lane", "place", "12 Mill Lane"),
    ("our postcode is kh6 1aa", "place", "kh6 1aa"),
    ("born 14 March 2019", "date", "14 March 2019"),
    ("on the 3rd of june we went", "date", "3rd of june"),
    ("born 14/03/19", "date", "14/03/19"),
    ("due 2027-01-05", "date", "2027-01-05"),
    ("ring me on 07700 900123", "number", "07700 900123"),
    ("write to me@home.example", "number", "me@home.example"),
    ("see https://pics.example/x", "number", "https://pics.example/x"),
    ("ZE20C00123 is our number", "court", "ZE20C00123"),
    ("it is at Carrow Family Court", "court", "Carrow Family Court"),
]


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_it_is_found(text: str, kind: str, words: str) -> None:
    assert (kind, words) in [(each.kind, each.words) for each in marks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "I feel so alone. Has anybody had a Section 20? We hope it ends soon.",
        "The Social Worker said the Family Court will decide. Thanks everyone!",
        "Is a Special Guardianship Order better? My Mum thinks so.",
        "It will be ok. Grace of god. may i ask what a child protection conference is",
        "We got the letter on Monday and I rang the council. WHAT NOW",
    ],
)
def test_plain_talk_is_left_alone(text: str) -> None:
    assert [each for each in marks(text) if each.words not in {"Grace"}] == []


def test_taken_out_once_it_is_out_everywhere_and_longer_words_are_not_cut() -> None:
    text = "Ann and Anne. ann's book. ANN!"
    assert without(text, {"Ann": "name"}) == "[name] and Anne. [name]'s book. [name]!"
    assert without("a (b) a.b", {"(b)": "name", "a.b": "place"}) == "a [name] [place]"


@given(st.text(max_size=300))
def test_any_text_is_read_without_harm_and_marks_never_overlap(text: str) -> None:
    found = marks(text)
    for one, other in pairwise(found):
        assert one.end <= other.start
    assert all(text[each.start : each.end] == each.words for each in found)
    without(text, {each.words: each.kind for each in found})
