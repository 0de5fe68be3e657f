"""The pay calculator: every penny of every night, whatever changes in the middle of it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.money.reckoning.bands import Band, Version, birthday, years_old
from kith.money.reckoning.entitled import NO_BIRTH_DATE, NO_RATE, TWO_CARERS, Entitled, pieces
from kith.money.reckoning.nights import night_pence, pence_for
from kith.money.reckoning.settling import Line, Paid, lines

NAN, AUNT, ALFIE, EVIE = (UUID(int=n) for n in range(1, 5))
OLD = Version(
    date(2025, 4, 1), (Band(0, 170_03), Band(2, 176_00), Band(5, 194_40), Band(11, 220_10), Band(16, 258_90))
)
NEW = Version(
    date(2026, 4, 1), (Band(0, 175_00), Band(2, 181_20), Band(5, 200_05), Band(11, 227_00), Band(16, 266_66))
)
RATES = {"fostering": (OLD, NEW)}
MONDAY = date(2026, 11, 2)
days = st.dates(date(2020, 1, 1), date(2032, 12, 31))
rates = st.integers(0, 100_000)


def stays(
    first: date,
    until: date | None = None,
    born: date = date(2018, 5, 5),
    payee: UUID = NAN,
    child: UUID = ALFIE,
) -> Entitled:
    return Entitled(payee, child, "fostering", first, until, born)


def run(
    facts: list[Entitled], paid: list[Paid], first: date, until: date, since: date | None = None
) -> list[Line]:
    return lines(pieces(facts, RATES, until), paid, period=(first, until), since=since or first)


def paid(made: list[Line], settled: int) -> list[Paid]:
    return [
        Paid(e.payee, e.child, e.kind, e.first, e.until, e.weekly, settled) for e in made if not e.trouble
    ]


@given(rates, days, st.integers(0, 60), st.integers(0, 60))
def test_a_time_cut_in_two_is_worth_the_same(weekly: int, first: date, one: int, two: int) -> None:
    middle, until = first + timedelta(days=one), first + timedelta(days=one + two)
    assert pence_for(weekly, first, middle) + pence_for(weekly, middle, until) == pence_for(
        weekly, first, until
    )


@given(rates, days, st.integers(0, 30))
def test_whole_weeks_are_the_rate_to_the_penny_whichever_day_they_begin(
    weekly: int, first: date, weeks: int
) -> None:
    assert pence_for(weekly, first, first + timedelta(weeks=weeks)) == weekly * weeks


@given(rates, days, st.integers(0, 400))
def test_nights_one_by_one_are_worth_what_they_are_together(weekly: int, first: date, nights: int) -> None:
    each = [night_pence(weekly, first + timedelta(days=n)) for n in range(nights)]
    assert sum(each) == pence_for(weekly, first, first + timedelta(days=nights))
    assert all(0 <= night - weekly // 7 <= 1 for night in each)


@given(st.dates(date(2000, 1, 1), date(2020, 12, 31)), st.integers(1, 17))
def test_somebody_is_so_old_from_their_birthday_on(born: date, years: int) -> None:
    day = birthday(born, years)
    assert years_old(born, day) == years
    assert years_old(born, day - timedelta(days=1)) == years - 1


def test_a_leap_day_child_has_the_birthday_on_the_first_of_march_in_other_years() -> None:
    assert birthday(date(2016, 2, 29), 11) == date(2027, 3, 1)
    assert birthday(date(2016, 2, 29), 12) == date(2028, 2, 29)
    due = pieces([stays(date(2027, 2, 22), born=date(2016, 2, 29))], RATES, date(2027, 3, 8))
    assert [(each.first, each.weekly) for each in due] == [
        (date(2027, 2, 22), 200_05),
        (date(2027, 3, 1), 227_00),
    ]


def test_the_night_of_the_birthday_is_the_first_at_the_new_rate() -> None:
    made = run([stays(date(2026, 1, 1), born=date(2015, 11, 5))], [], MONDAY, MONDAY + timedelta(days=7))
    assert [(each.first.day, each.nights, each.age, each.weekly) for each in made] == [
        (2, 3, 10, 200_05),
        (5, 4, 11, 227_00),
    ]
    assert sum(each.pence for each in made) == 200_05 * 3 // 7 + 227_00 - 227_00 * 3 // 7


def test_rates_that_change_mid_week_cut_the_week() -> None:
    made = run([stays(date(2026, 1, 1))], [], date(2026, 3, 30), date(2026, 4, 6))
    assert [(each.nights, each.weekly) for each in made] == [(2, 194_40), (5, 200_05)]


def test_who_moves_is_paid_for_where_they_sleep_that_night() -> None:
    move = MONDAY + timedelta(days=3)
    made = run(
        [stays(date(2026, 1, 1), move), stays(move, payee=AUNT)], [], MONDAY, MONDAY + timedelta(days=7)
    )
    assert {(each.payee, each.first, each.until) for each in made} == {
        (NAN, MONDAY, move),
        (AUNT, move, MONDAY + timedelta(days=7)),
    }


def test_who_came_and_went_the_same_day_slept_nowhere_there() -> None:
    assert run([stays(MONDAY, MONDAY)], [], MONDAY, MONDAY + timedelta(days=7)) == []
    assert run([stays(MONDAY, MONDAY - timedelta(days=2))], [], MONDAY, MONDAY + timedelta(days=7)) == []


def test_two_homes_on_one_night_are_a_question_and_the_nights_around_it_are_paid() -> None:
    facts = [stays(MONDAY, MONDAY + timedelta(days=4)), stays(MONDAY + timedelta(days=3), payee=AUNT)]
    made = run(facts, [], MONDAY, MONDAY + timedelta(days=7))
    assert [(each.payee, each.nights, each.trouble) for each in made] == [
        (NAN, 3, ""), (NAN, 1, TWO_CARERS), (AUNT, 1, TWO_CARERS), (AUNT, 3, ""),
    ]  # fmt: skip


def test_the_age_of_a_line_is_that_of_its_own_first_night() -> None:
    (line,) = run([stays(date(2026, 1, 1), born=date(2018, 5, 5))], [], MONDAY, MONDAY + timedelta(days=7))
    assert line.age == 8


def test_twins_are_two_children() -> None:
    made = run([stays(MONDAY), stays(MONDAY, child=EVIE)], [], MONDAY, MONDAY + timedelta(days=7))
    assert [each.pence for each in made] == [200_05, 200_05]


def test_an_allowance_by_age_ends_on_the_eighteenth_birthday() -> None:
    made = run([stays(date(2026, 1, 1), born=date(2008, 11, 5))], [], MONDAY, MONDAY + timedelta(days=7))
    assert [(each.until, each.nights) for each in made] == [(date(2026, 11, 5), 3)]


@pytest.mark.parametrize(
    ("fact", "trouble"),
    [
        (Entitled(NAN, ALFIE, "fostering", MONDAY, None, None), NO_BIRTH_DATE),
        (Entitled(NAN, ALFIE, "other", MONDAY, None, date(2018, 5, 5)), NO_RATE),
    ],
)
def test_what_cannot_be_worked_out_says_why(fact: Entitled, trouble: str) -> None:
    (line,) = run([fact], [], MONDAY, MONDAY + timedelta(days=7))
    assert (line.trouble, line.pence, line.nights) == (trouble, 0, 7)


def test_an_award_says_how_much_itself() -> None:
    award = Entitled(NAN, ALFIE, "special_guardianship", date(2026, 1, 1), None, date(2018, 5, 5), 150_00)
    assert [each.pence for each in run([award], [], MONDAY, MONDAY + timedelta(days=14))] == [300_00]


def test_a_stay_corrected_two_years_later_is_paid_as_arrears_at_the_rates_of_then() -> None:
    before = run([stays(date(2025, 6, 1))], [], date(2025, 5, 5), date(2026, 11, 2))
    facts = [stays(date(2025, 5, 5))]
    made = run(facts, paid(before, 1), MONDAY, MONDAY + timedelta(days=14), since=date(2025, 5, 5))
    assert [(each.what, each.nights, each.weekly) for each in made] == [
        ("arrears", 27, 194_40),
        ("regular", 14, 200_05),
    ]


def test_a_stay_that_ended_before_we_knew_was_overpaid_and_is_noted_once() -> None:
    before = run([stays(date(2026, 1, 1))], [], MONDAY, MONDAY + timedelta(days=14))
    facts = [stays(date(2026, 1, 1), MONDAY + timedelta(days=11))]
    later = MONDAY + timedelta(days=14)
    made = run(facts, paid(before, 1), later, later + timedelta(days=14), since=MONDAY)
    assert [(each.what, each.nights, each.pence) for each in made] == [
        ("overpaid", 3, 0 - (200_05 - 200_05 * 4 // 7))
    ]
    again = run(facts, paid(before, 1) + paid(made, 2), later, later + timedelta(days=14), since=MONDAY)
    assert again == []


def test_a_doubt_never_makes_what_was_paid_overpaid() -> None:
    before = run([stays(date(2026, 1, 1))], [], MONDAY, MONDAY + timedelta(days=7))
    facts = [stays(date(2026, 1, 1)), stays(MONDAY, payee=AUNT)]
    later = MONDAY + timedelta(days=7)
    made = run(facts, paid(before, 1), later, later + timedelta(days=7), since=MONDAY)
    assert [each for each in made if not each.trouble] == []
    assert {(each.payee, each.what, each.nights) for each in made} == {
        (NAN, "regular", 7),
        (AUNT, "arrears", 7),
        (AUNT, "regular", 7),
    }


spans = st.tuples(st.integers(0, 200), st.integers(1, 120), st.sampled_from([NAN, AUNT]))


@given(st.lists(spans, max_size=4), st.lists(spans, max_size=4), st.integers(1, 60))
def test_whatever_is_corrected_what_was_settled_in_the_end_is_what_is_due(
    first: list[tuple[int, int, UUID]], second: list[tuple[int, int, UUID]], length: int
) -> None:
    since = date(2026, 1, 5)
    until, later = since + timedelta(days=length), since + timedelta(days=length + 28)

    def facts(told: list[tuple[int, int, UUID]]) -> list[Entitled]:
        made, day = [], since
        for gap, nights, payee in told:
            start = day + timedelta(days=gap % 9)
            day = start + timedelta(days=nights)
            made.append(stays(start, day, payee=payee))
        return made

    one = run(facts(first), [], since, until)
    two = run(facts(second), paid(one, 1), until, later, since=since)
    three = run(facts(second), paid(one, 1) + paid(two, 2), until, later, since=since)
    assert three == []
    due = sum(pence_for(each.weekly, each.first, each.until) for each in pieces(facts(second), RATES, later))
    assert sum(each.pence for each in (*one, *two)) == due
