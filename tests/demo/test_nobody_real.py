from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.demo.generate import generate
from kith.demo.identifiers import IMPOSSIBLE_SCHOOL, PUPIL_AUTHORITY, UPN_LETTERS, nhs_number, upn
from kith.demo.places import IMPOSSIBLE_AREAS, INWARD_LETTERS, NEIGHBOURS, PLACES
from kith.demo.shapes import DemoFamily

TODAY = date(2026, 11, 22)
# The pattern that government forms use: every one of our postcodes passes it.
POSTCODE = re.compile(r"^[A-PR-UWYZ][A-HK-Y]?[0-9][0-9ABEHMNPRVWXY]? [0-9][ABD-HJLNP-UW-Z]{2}$")
# Every postcode area of the United Kingdom and the Crown dependencies, and the special ones.
ALLOCATED = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
    "DY E EC EH EN EX FK FY G GIR GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA "
    "LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK "
    "SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV XX YO ZE ZZ"
)


@pytest.fixture(scope="module")
def families() -> list[DemoFamily]:
    return list(generate(2500, 1, today=TODAY))


def test_no_postcode_can_be_real_and_all_look_right(families: list[DemoFamily]) -> None:
    seen = {one.postcode for family in families for one in family.addresses}
    seen |= {one.placement_postcode for family in families for one in family.episodes}
    assert len(seen) > 1000
    for postcode in seen:
        area = re.match("[A-Z]+", postcode)
        assert area
        assert area.group() in IMPOSSIBLE_AREAS
        assert POSTCODE.match(postcode), postcode


def test_the_areas_used_were_never_allocated() -> None:
    assert not IMPOSSIBLE_AREAS & set(ALLOCATED.split())
    for place in (*PLACES, *NEIGHBOURS):
        assert place.outward.rstrip("0123456789") in IMPOSSIBLE_AREAS
    assert not set(INWARD_LETTERS) & set("CIKMOV")


@given(st.integers(0, 10**8 - 1))
def test_every_upn_has_a_right_check_letter_and_a_school_that_cannot_be(number: int) -> None:
    made = upn(number)
    assert re.fullmatch(r"[A-HJ-NP-RT-Z][0-9]{12}", made)
    # Numbers of schools are 1000 to 9999.
    assert made[1:4] == PUPIL_AUTHORITY
    assert made[4] == IMPOSSIBLE_SCHOOL == "0"
    assert UPN_LETTERS.index(made[0]) == sum(int(made[n]) * (n + 1) for n in range(1, 13)) % 23


@given(st.integers(0, 10**6 - 1))
def test_every_nhs_number_is_from_the_test_range_with_a_right_check_digit(number: int) -> None:
    made = nhs_number(number)
    if made is None:
        return
    assert re.fullmatch(r"999[0-9]{7}", made)
    assert sum(int(digit) * (10 - n) for n, digit in enumerate(made)) % 11 == 0 if made[9] != "0" else True
    assert (11 - sum(int(made[n]) * (10 - n) for n in range(9)) % 11) % 11 == int(made[9])


def test_no_two_children_share_an_identifier(families: list[DemoFamily]) -> None:
    values = [
        (one.scheme, one.value)
        for family in families
        for person in family.people
        for one in person.identifiers
        if one.scheme in {"local", "upn", "nhs"}
    ]
    assert len(values) == len(set(values))


def test_telephone_numbers_ring_nowhere(families: list[DemoFamily]) -> None:
    for family in families:
        for point in family.contacts:
            if point.kind == "phone":
                assert re.fullmatch(r"07700 900[0-9]{3}", point.value)
            else:
                assert point.value.endswith(".example")
