"""Authority, in or out, and distance of placements: exact where that is given, else near and saying so."""

from __future__ import annotations

import math
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.returns.checking import geo, window
from kith.returns.checking.context import Asked
from kith.returns.checking.errors import CheckError
from kith.returns.checking.places import add_places
from kith.returns.checking.typed import Presence, make_tables

Frame = dict[str, Any]
HERTFORDSHIRE, SHEFFIELD, SHEFFIELD_NEW = "E10000015", "E08000019", "E08000039"


def placed(
    episodes: Frame, own: str | None = None, postcodes: Frame | None = None, last: Frame | None = None
) -> tuple[list[dict[str, Any]], Presence, str | None]:
    """The rows of Episodes_read (and last year's after them), what is there, and what was said."""
    with duckdb.connect(":memory:", config={"enable_external_access": False}) as connection:
        presence = make_tables(connection, "ssda903", {"Episodes": episodes})
        before = make_tables(connection, "ssda903", {"Episodes": last} if last else {}, "_last")
        presence.columns |= before.columns
        asked = Asked("ssda903", window("ssda903", "2026-27"), own, "csv")
        said = add_places(connection, asked, presence, postcodes)
        rows = connection.sql(
            "SELECT row, PL_LA, PL_LOCATION, PL_DISTANCE, pl_la_sure, pl_distance_slack FROM Episodes_read "
            "UNION ALL SELECT row, PL_LA, PL_LOCATION, PL_DISTANCE, pl_la_sure, pl_distance_slack "
            "FROM Episodes_last_read"
        )
        names = ("row", "la", "location", "miles", "sure", "slack")
        return [dict(zip(names, row, strict=True)) for row in rows.fetchall()], presence, said


def one(
    post: str | None, home: str | None = "AL1 1AB", own: str | None = None, **more: Any
) -> dict[str, Any]:
    rows, _, _ = placed({"CHILD": ["1"], "PL_POST": [post], "HOME_POST": [home]}, own, **more)
    return rows[0]


def test_a_district_becomes_its_county() -> None:
    found = one("al1 1aa", own=HERTFORDSHIRE)
    assert (found["la"], found["location"], found["sure"]) == (HERTFORDSHIRE, "IN", True)
    assert one("AL1 1AA", own="E09000027")["location"] == "OUT"


@pytest.mark.parametrize(
    ("post", "la", "sure"),
    [
        ("CF10 1AA", "WAL", True),
        ("EH1 1AA", "SCO", True),
        ("BT1 1AA", "NIR", True),
        ("TD15 1AA", None, False),
        ("NP16 7AA", None, False),
        ("JE2 3AA", None, False),
        ("S1 1AA", SHEFFIELD, False),
        ("ZZ1 1AA", None, True),
        ("not one", None, True),
        (None, None, True),
    ],
)
def test_other_countries_borders_and_what_is_no_place(post: str | None, la: str | None, sure: bool) -> None:
    found = one(post, own=HERTFORDSHIRE)
    assert (found["la"], found["sure"]) == (la, sure)
    assert found["location"] == ("OUT" if la else None)


def test_a_distance_that_cannot_be_told_is_not_one_that_is_not_there() -> None:
    assert [one(post)["slack"] for post in ("EH1 1AA", "JE2 3AA")] == [None, None]
    for lacking in (one("ZZ1 1AA"), one(None), one("AL1 1AA", None)):
        assert lacking["miles"] is None
        assert lacking["slack"] is not None


def test_at_home_is_no_distance_wherever_home_is() -> None:
    for post in ("AL1 1AA", "BT1 1AA", "EH1 1AA"):
        found = one(post, post)
        assert (found["miles"], found["slack"]) == (0.0, 0.0)


def test_by_sector_the_distance_is_near_and_that_is_said() -> None:
    rows, _, said = placed({"CHILD": ["1"], "PL_POST": ["AL10 1AA"], "HOME_POST": ["AL1 1AA"]})
    assert 2 < rows[0]["miles"] < 8
    assert rows[0]["slack"] > 0
    assert said is not None
    assert said.startswith("1 placement is")


def test_exact_places_are_exact_and_nothing_is_said() -> None:
    exact = {
        "postcode": ["al10  1aa", "AL11AA"],
        "LA_CODE": ["E07000241", "E07000240"],
        "EAST": [520000, 510000],
        "NORTH": ["210000", "210000"],
    }
    rows, _, said = placed(
        {"CHILD": ["1"], "PL_POST": ["AL10 1AA"], "HOME_POST": ["AL1 1AA"]}, HERTFORDSHIRE, exact
    )
    assert rows[0] == {
        "row": 1,
        "la": HERTFORDSHIRE,
        "location": "IN",
        "miles": 6.2,
        "sure": True,
        "slack": 0.0,
    }
    assert said is None


def test_exact_places_without_a_place_leave_the_sector() -> None:
    exact = {"POSTCODE": ["S1 1AA", "BT1 1AA"], "EAST": ["0", "334000"], "NORTH": [None, "374000"]}
    found = one("S1 1AA", postcodes=exact)
    assert (found["la"], found["sure"], found["slack"]) == (SHEFFIELD, False, 10.0)
    # Of Northern Ireland the grid is another: its metres are not ours.
    assert one("BT1 1AA", postcodes=exact)["miles"] is None


def test_exact_places_need_a_postcode_column() -> None:
    with pytest.raises(CheckError, match="POSTCODE"):
        one("S1 1AA", postcodes={"PCD": ["S1 1AA"]})


@pytest.mark.parametrize("own", [SHEFFIELD, SHEFFIELD_NEW])
def test_an_authority_with_two_codes_is_one_authority(own: str) -> None:
    exact = {"POSTCODE": ["S1 1AA"], "LA_CODE": ["E08000039"]}
    for found in (one("S1 1AA", own=own), one("S1 1AA", own=own, postcodes=exact)):
        assert (found["la"], found["location"]) == (own, "IN")


def test_what_is_given_stays_blank_or_not() -> None:
    episodes = {
        "CHILD": ["1", "2"],
        "PL_POST": ["AL1 1AA", "AL1 1AA"],
        "HOME_POST": ["AL1 1AB", "AL1 1AB"],
        "PL_LA": ["E09000027", None],
        "PL_DISTANCE": [None, "7.5"],
    }
    rows, presence, said = placed(episodes, HERTFORDSHIRE)
    assert [row["la"] for row in rows] == ["E09000027", None]
    assert [row["location"] for row in rows] == ["OUT", None]
    assert [row["miles"] for row in rows] == [None, 7.5]
    assert {row["slack"] for row in rows} == {0.0}
    assert "Episodes.PL_LOCATION" in presence.columns
    assert said is None


@pytest.mark.parametrize(
    ("columns", "own", "there"),
    [
        (["PL_POST", "HOME_POST"], HERTFORDSHIRE, {"PL_LA", "PL_LOCATION", "PL_DISTANCE"}),
        (["PL_POST"], HERTFORDSHIRE, {"PL_LA", "PL_LOCATION"}),
        (["PL_POST", "HOME_POST"], None, {"PL_LA", "PL_DISTANCE"}),
        (["HOME_POST"], HERTFORDSHIRE, set()),
        (["PL_LA"], HERTFORDSHIRE, {"PL_LA", "PL_LOCATION"}),
    ],
)
def test_what_rules_are_told_is_there(columns: list[str], own: str | None, there: set[str]) -> None:
    frame = {"CHILD": ["1"], **{column: ["AL1 1AA"] for column in columns}}
    _, presence, _ = placed(frame, own, last=frame)
    for table in ("Episodes", "Episodes_last"):
        found = {need.partition(".")[2] for need in presence.columns if need.startswith(f"{table}.")}
        assert found & {"PL_LA", "PL_LOCATION", "PL_DISTANCE"} == there


def test_last_year_is_placed_too_and_rows_keep_their_order() -> None:
    posts = ["AL1 1AA", None, "CF10 1AA", "EH1 1AA", "AL10 1AA"]
    frame = {"CHILD": list("12345"), "PL_POST": posts, "HOME_POST": posts}
    rows, _, _ = placed(frame, last=frame)
    assert [row["row"] for row in rows] == [1, 2, 3, 4, 5] * 2
    assert [row["la"] for row in rows[:5]] == [row["la"] for row in rows[5:]]


def test_the_shipped_files_agree_with_each_other() -> None:
    rows = geo.centroids().to_pylist()
    upper = geo.upper_tier()
    assert len({row["place"] for row in rows}) == len(rows) == 12_586
    assert all(row["la"] in (None, "WAL") or upper[row["la"]] == row["la"] for row in rows)
    assert not any(row["sole"] and row["la"] is None for row in rows)
    assert len({code for code in upper.values()}) == 153
    assert all(0 < row["east"] < 700_000 and 0 < row["north"] < 660_000 for row in rows)


def test_authorities_are_known_by_name_number_and_code() -> None:
    for written in (
        "Bristol, City of",
        "City of Bristol",
        "BRISTOL CITY COUNCIL",
        "801",
        "E06000023",
        " bristol ",
    ):
        assert geo.authority_of(written) == "E06000023"
    assert geo.authority_of("London Borough of Barking & Dagenham") == "E09000002"
    assert geo.authority_of("Royal Borough of Windsor and Maidenhead") == "E06000040"
    assert geo.authority_of("City of London") == "E09000001"
    assert geo.authority_of("Durham County Council") == geo.authority_of("County Durham") == "E06000047"
    assert geo.authority_of("St Helens") == "E08000013"
    assert geo.authority_of("Nottingham City Council") != geo.authority_of("Nottinghamshire County Council")
    assert geo.authority_of("W06000015") == geo.authority_of("wal") == "WAL"
    assert geo.authority_of("E99999999") is geo.authority_of("Nowhere") is geo.authority_of(None) is None
    names = [(row["name"], row["code"]) for row in geo._authorities() if row["code"] == row["upper"]]
    assert all(geo.authority_of(name) == code for name, code in names)


metres = st.integers(min_value=1, max_value=650_000)


@settings(max_examples=10)
@given(st.tuples(metres, metres, metres, metres))
def test_exact_miles_are_kilometres_over_1_6093_either_way_round(at: tuple[int, int, int, int]) -> None:
    exact = {
        "POSTCODE": ["AL11AA", "AL11AB"],
        "EAST": [str(at[0]), str(at[2])],
        "NORTH": [str(at[1]), str(at[3])],
    }
    there = one("AL1 1AA", "AL1 1AB", postcodes=exact)
    assert there["miles"] == one("AL1 1AB", "AL1 1AA", postcodes=exact)["miles"]
    straight = math.hypot(at[0] - at[2], at[1] - at[3]) / 1000 / 1.6093
    assert there["miles"] == pytest.approx(straight, abs=0.051)


@settings(max_examples=15)
@given(
    st.lists(st.one_of(st.none(), st.text(max_size=9), st.from_regex(r"[A-Z]{1,2}[0-9]{1,2} ?[0-9][A-Z]{2}")))
)
def test_no_postcode_stops_it_and_none_is_lost(posts: list[str | None]) -> None:
    frame = {"CHILD": [str(at) for at in range(len(posts))], "PL_POST": posts, "HOME_POST": posts[::-1]}
    rows, _, _ = placed(frame, HERTFORDSHIRE)
    assert [row["row"] for row in rows] == list(range(1, len(posts) + 1))
    for row in rows:
        assert (row["location"] is None) == (row["la"] is None)
        assert row["miles"] is None or row["slack"] is not None
