"""Open now, and when next: dated hours, special days, bank holidays, and the clock changing on a chat afternoon."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.advice.opening.clock import LONDON, Rota, Span, Special, bank_holiday

LONG_AGO = date(2020, 1, 1)
WEEKDAYS = Rota([Span(n, time(9, 30), time(15), LONG_AGO) for n in range(1, 6)])


def london(*parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=LONDON, fold=fold)  # type: ignore[misc, arg-type]


def test_on_a_friday_evening_it_opens_on_monday() -> None:
    found = WEEKDAYS.at(london(2026, 11, 27, 18))
    assert not found.is_open
    assert found.next == london(2026, 11, 30, 9, 30)


def test_at_the_minute_it_opens_it_is_open_and_at_the_minute_it_closes_it_is_not() -> None:
    assert WEEKDAYS.at(london(2026, 11, 27, 9, 30)).until == london(2026, 11, 27, 15)
    assert not WEEKDAYS.at(london(2026, 11, 27, 15)).is_open


def test_christmas_is_closed_without_a_word_from_anybody_and_boxing_day_is_moved() -> None:
    found = WEEKDAYS.at(london(2026, 12, 24, 16))
    # Boxing Day 2026 is a Saturday, so the Monday after is a holiday too.
    assert found.next == london(2026, 12, 29, 9, 30)
    assert "Boxing" in bank_holiday(date(2026, 12, 28))
    assert WEEKDAYS.at(london(2026, 12, 25, 10)).why == "Christmas Day"


def test_a_special_day_wins_over_weekday_and_bank_holiday() -> None:
    special = {
        date(2026, 12, 25): Special(time(10), time(12), "Open on Christmas morning"),
        date(2026, 11, 30): Special(why="Training day"),
    }
    rota = Rota(WEEKDAYS.spans, special)
    assert rota.at(london(2026, 12, 25, 11)).is_open
    closed = rota.at(london(2026, 11, 30, 11))
    assert (closed.is_open, closed.why, closed.next) == (False, "Training day", london(2026, 12, 1, 9, 30))


def test_new_hours_begin_on_their_day_and_the_old_ones_end_on_theirs() -> None:
    change = date(2026, 12, 7)
    rota = Rota([Span(1, time(9, 30), time(15), LONG_AGO, change), Span(1, time(12), time(20), change)])
    assert rota.at(london(2026, 11, 30, 10)).is_open
    assert not rota.at(london(2026, 12, 7, 10)).is_open
    assert rota.at(london(2026, 12, 7, 19)).is_open


@pytest.mark.parametrize(
    ("day", "hours_after_midnight"),
    [(date(2026, 3, 28), 13), (date(2026, 3, 29), 12), (date(2026, 10, 24), 12), (date(2026, 10, 25), 13)],
)
def test_a_chat_afternoon_keeps_its_hours_on_the_days_when_the_clock_changes(
    day: date, hours_after_midnight: int
) -> None:
    rota = Rota([Span(n, time(13), time(17), LONG_AGO) for n in (6, 7)])
    ((opens, closes),) = rota.on(day)
    assert (opens.hour, opens.tzinfo) == (hours_after_midnight, UTC)
    assert closes - opens == timedelta(hours=4)


def test_a_night_shift_is_an_hour_shorter_in_spring_and_a_leapt_hour_is_no_hour() -> None:
    spring = date(2026, 3, 29)
    ((opens, closes),) = Rota([Span(7, time(0), time(4), LONG_AGO)]).on(spring)
    assert closes - opens == timedelta(hours=3)
    for opens, closes in Rota([Span(7, time(1), time(1, 30), LONG_AGO)]).on(spring):
        assert opens < closes


SPANS = st.lists(
    st.builds(
        Span,
        weekday=st.integers(1, 7),
        opens=st.times(max_value=time(22)).map(lambda at: at.replace(second=0, microsecond=0, fold=0)),
        closes=st.just(time(23, 59)),
        first=st.dates(date(2025, 12, 1), date(2026, 11, 1)),
    ),
    max_size=6,
)
DAYS = st.dictionaries(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.one_of(st.just(Special(why="Closed")), st.just(Special(time(0, 30), time(1, 45)))),
    max_size=5,
)


@given(
    spans=SPANS,
    special=DAYS,
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_what_is_said_of_a_moment_holds(
    spans: list[Span], special: dict[date, Special], moment: datetime
) -> None:
    rota = Rota(spans, special)
    found = rota.at(moment)
    minute = timedelta(minutes=1)
    if found.until is not None:
        assert found.until > moment
        assert rota.at(found.until - timedelta(microseconds=1)).is_open
        after = rota.at(found.until)
        assert not after.is_open or after.until is not None
    elif found.next is not None:
        assert found.next > moment
        assert rota.at(found.next).is_open
        assert not rota.at(found.next - timedelta(microseconds=1)).is_open
        between = moment + (found.next - moment) / 2
        assert not rota.at(between - minute if between - minute > moment else between).is_open
    else:
        assert not any(rota.on(moment.date() + timedelta(days=n)) for n in range(1, 60))
