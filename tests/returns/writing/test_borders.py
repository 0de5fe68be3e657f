"""What is of the year and what is not, day by day at its borders; and what came after it is not told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.returns.load.making import EPISODES, HEADER, REVIEWS, header, text
from tests.returns.writing.making import YEAR, plain, window

pytestmark = pytest.mark.database
Take = Callable[..., Any]
Write = Callable[..., Path]
NEAR = st.sampled_from(
    [dt.date(year, month, day) for year in (2026, 2027) for month, day in ((3, 30), (3, 31), (4, 1), (4, 2))]
)


def ep(start: str, end: str = "", *, ls: str = "C2", rec: str = "X1", child: str = "1") -> str:
    ended = (end, rec, "CARPL") if end else ("", "", "")
    return f"{child},{start},S,{ls},N1,U4,PR1,{','.join(ended)},AB1 2CD,EF3 4GH,1234567"


def test_an_episode_that_ended_after_the_year_is_still_open_in_it(write: Write, taken: Take) -> None:
    folder = write(
        "2027-28",
        header=text(HEADER, header("1")),
        episodes=text(
            EPISODES,
            ep("01/01/2025", "31/03/2026"),  # over before the year
            ep("31/03/2026", "01/04/2026"),  # ended on its first day
            ep("01/04/2026", "31/03/2027"),
            ep("31/03/2027", "01/04/2027"),  # began on its last
            ep("01/04/2027"),
        ),
    )
    frames = taken("ssda903", YEAR, folder).frames
    assert plain(frames["Episodes"], "DECOM", "DEC", "REC", "REASON_PLACE_CHANGE") == [
        ("31/03/2026", "01/04/2026", "X1", "CARPL"),
        ("01/04/2026", "31/03/2027", "X1", "CARPL"),
        ("31/03/2027", None, None, None),
    ]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=NEAR, days=st.one_of(st.none(), st.integers(0, 400)))
def test_a_row_is_of_each_year_that_its_days_touch(
    start: dt.date, days: int | None, as_worker: None, rows: Callable[..., list[Any]]
) -> None:
    """The SQL of the window, asked of days alone, beside the rule in Python."""
    from kith.returns.writing.columns import filled
    from kith.returns.writing.outputs import OUTPUTS

    end = None if days is None else start + dt.timedelta(days)
    shown = "NULL" if end is None else f"'{end}'"
    touches = filled(OUTPUTS["ssda903"]["Missing"].touches, window())
    ((found,),) = rows(
        f"SELECT {touches} FROM (SELECT DATE '{start}' AS began_on, {shown}::date AS ended_on) t"
    )
    assert found is (start <= dt.date(2027, 3, 31) and (end is None or end >= dt.date(2026, 4, 1)))


def test_reviews_and_absences_are_of_their_own_year(write: Write, taken: Take) -> None:
    days = ("31/03/2026", "01/04/2026", "31/03/2027", "01/04/2027")
    folder = write(
        "2027-28",
        header=text(HEADER, header("1")),
        episodes=text(EPISODES, ep("01/01/2020")),
        reviews=text(REVIEWS, *(f"1,05/05/2010,{day},PN1" for day in days)),
        missing=text(
            "CHILD,DOB,MISSING,MIS_START,MIS_END",
            "1,05/05/2010,M,30/03/2027,02/04/2027",
            "1,05/05/2010,M,01/03/2026,31/03/2026",
        ),
    )
    frames = taken("ssda903", YEAR, folder).frames
    assert plain(frames["Reviews"], "REVIEW") == [("01/04/2026",), ("31/03/2027",)]
    assert plain(frames["Missing"], "MIS_START", "MIS_END") == [("30/03/2027", None)]


def test_who_is_in_no_episode_and_has_no_answers_of_the_year_is_not_in_it(write: Write, taken: Take) -> None:
    folder = write(
        "2027-28",
        header=text(HEADER, header("1"), header("2"), header("3")),
        episodes=text(EPISODES, ep("01/01/2025", "31/03/2026"), ep("01/05/2026", child="2")),
        uasc=text("CHILD,SEX,DOB,DUC", "2,F,05/05/2010,02/04/2027", "3,F,05/05/2010,"),
        reviews=text(REVIEWS, "1,05/05/2010,01/06/2026,PN1"),
    )
    frames = taken("ssda903", YEAR, folder).frames
    assert plain(frames["Header"], "CHILD") == [("2",)]
    assert plain(frames["UASC"]) == [("2", "F", "05/05/2010", None)]
    assert plain(frames["Reviews"]) == []


def test_short_breaks_carry_no_postcodes_and_a_mother_since_is_none_yet(write: Write, taken: Take) -> None:
    folder = write(
        "2027-28",
        header=text(HEADER, "1,F,05/05/2010,WBRI,UN1,1,02/04/2027"),
        episodes=text(EPISODES, ep("01/05/2026", ls="V4")),
    )
    frames = taken("ssda903", YEAR, folder).frames
    assert plain(frames["Episodes"], "HOME_POST", "PL_POST", "URN") == [(None, None, "1234567")]
    assert plain(frames["Header"], "MOTHER", "MC_DOB") == [("0", None)]


@pytest.mark.parametrize(
    ("referred", "closed", "nfa", "written"),
    [
        ("2025-01-01", "2026-03-31", "0", None),
        ("2025-01-01", "2026-04-01", "0", ("2026-04-01", "RC1")),
        ("2027-03-31", "2027-04-01", "0", (None, None)),
        ("2027-04-01", "", "0", None),
        ("2025-01-01", "", "0", (None, None)),
        ("2025-01-01", "", "1", None),
        ("2026-04-01", "", "1", (None, None)),
    ],
)
def test_a_referral_is_in_each_year_in_which_it_is_open(  # noqa: PLR0917 - days, folder and record
    referred: str, closed: str, nfa: str, written: Any, tmp_path: Path, taken: Take
) -> None:
    ended = (
        f"<CINclosureDate>{closed}</CINclosureDate><ReasonForClosure>RC1</ReasonForClosure>" if closed else ""
    )
    (tmp_path / "cin").mkdir()
    (tmp_path / "cin" / "a.xml").write_text(
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2028</Year>"
        "<ReferenceDate>2028-03-31</ReferenceDate></CollectionDetails></Header><Children><Child><ChildIdentifiers>"
        "<LAchildID>A1</LAchildID><PersonBirthDate>2027-04-02</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>"
        f"<CINdetails><CINreferralDate>{referred}</CINreferralDate>{ended}<ReferralNFA>{nfa}</ReferralNFA></CINdetails>"
        "</Child></Children></Message>"
    )
    frames = taken("cin", YEAR, tmp_path / "cin").frames
    found = plain(frames["CINdetails"], "CINclosureDate", "ReasonForClosure")
    assert found == ([written] if written else [])
    if written:  # born since: unborn on the last day of the year
        assert plain(frames["ChildIdentifiers"], "PersonBirthDate", "ExpectedPersonBirthDate") == [
            (None, "2027-04-02")
        ]
