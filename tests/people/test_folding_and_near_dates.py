"""Folding, dates one slip apart, what was typed, and check digits: properties that hold for anything."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.people.check_digits import UPN_LETTERS, doubt_about, nhs_number_is_sound, upn_is_sound, upn_letter
from kith.people.find.near_dates import near_dates, slip_between
from kith.people.find.terms import clean, read_terms
from kith.people.kinship_words import INVERSE, inverse
from kith.people.models.relationship import RelationshipKind

LIVING = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
TODAY = date(2026, 11, 22)


@given(LIVING)
def test_near_dates_are_real_distinct_and_never_the_date_itself(born: date) -> None:
    near = near_dates(born)
    assert born not in near
    assert len(near) == len(set(near))
    assert {born - timedelta(days=1), born + timedelta(days=1)} <= set(near)


@given(LIVING, st.data())
def test_a_slip_can_be_made_either_way_and_has_a_name(born: date, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(near_dates(born)))
    assert slip_between(born, other) is not None
    assert slip_between(born, other) == slip_between(other, born)
    if 1900 <= other.year <= 2100:
        assert born in near_dates(other)


@given(LIVING)
def test_a_swapped_day_and_month_is_near(born: date) -> None:
    if born.day <= 12 and born.day != born.month:
        assert date(born.year, born.day, born.month) in near_dates(born)


@given(LIVING)
def test_a_date_is_read_as_people_write_it(born: date) -> None:
    for shape in (
        f"{born:%d/%m/%Y}",
        f"{born.day}.{born.month}.{born.year}",
        f"{born:%Y-%m-%d}",
        f"{born.day} {born:%B} {born.year}",
    ):
        terms = read_terms(f"ada {shape} ash", today=TODAY)
        assert (terms.born, terms.names) == (born, "ada ash"), shape


@given(st.text(max_size=400))
def test_anything_typed_is_read_without_fault(typed: str) -> None:
    terms = read_terms(typed, today=TODAY)
    assert len(clean(typed)) <= 120
    assert "\x00" not in terms.names
    terms.names.encode()


@given(st.integers(min_value=0, max_value=10**9 - 1))
def test_every_nhs_number_has_at_most_one_check_digit(start: int) -> None:
    sound = [digit for digit in range(10) if nhs_number_is_sound(f"{start:09d}{digit}")]
    assert len(sound) <= 1


@given(st.integers(min_value=0, max_value=10**12 - 1), st.integers(min_value=0, max_value=11))
def test_a_upn_with_one_digit_wrong_is_doubted(number: int, place: int) -> None:
    rest = f"{number:012d}"
    value = upn_letter(rest) + rest
    assert upn_is_sound(value)
    wrong = rest[:place] + str((int(rest[place]) + 1) % 10) + rest[place + 1 :]
    assert not upn_is_sound(value[0] + wrong)


def test_examples_of_numbers() -> None:
    assert nhs_number_is_sound("9434765919")
    assert not nhs_number_is_sound("9434765918")
    assert len(UPN_LETTERS) == 23
    assert upn_is_sound("A" + "0" * 12)
    assert doubt_about("nhs", "123")
    assert doubt_about("local", "anything") == ""


@pytest.mark.parametrize("kind", list(RelationshipKind))
def test_every_tie_has_another_side(kind: RelationshipKind) -> None:
    assert kind in INVERSE
    # Told back again, the tie is of the same sort: a grandparent's grandchild has a grandparent.
    there_and_back = inverse(inverse(kind, sex_of_person="U"), sex_of_person="U")
    softer = {
        "mother": "parent",
        "father": "parent",
        "adoptive_parent": "parent",
        "godparent": "other",
        "mentor": "other",
    }
    assert there_and_back == softer.get(kind, kind)


def test_a_childs_tie_back_says_mother_or_father() -> None:
    assert inverse("child", sex_of_person="F") == "mother"
    assert inverse("child", sex_of_person="M") == "father"
    assert inverse("child") == "parent"
