"""The invented county of the demonstration is known to the check as the demonstration has it."""

from __future__ import annotations

from kith.demo.places import IMPOSSIBLE_AREAS, NEIGHBOURS, PLACES, miles_between
from kith.returns.checking import geo
from kith.returns.checking.geo.invented import METRES_IN_MILE, SEA, invented_authorities, invented_places

OWN = "E10000199"


def test_every_place_of_the_demonstration_is_where_the_demonstration_has_it() -> None:
    rows = {row["place"]: row for row in invented_places().to_pylist()}
    assert len(rows) == 10 * len(PLACES + NEIGHBOURS)
    for place in PLACES + NEIGHBOURS:
        for named in (place.outward, f"{place.outward} 1", f"{place.outward} 9"):
            row = rows[named]
            assert (row["la"] == OWN) == place.inside
            assert abs(row["east"] - SEA[0] - place.east * METRES_IN_MILE) < 1
            assert abs(row["north"] - SEA[1] - place.north * METRES_IN_MILE) < 1
    assert miles_between(PLACES[0], PLACES[1]) == 2.0


def test_no_invented_place_or_code_is_a_real_one() -> None:
    real = set(geo.centroids()["place"].to_pylist())
    assert not real & set(invented_places()["place"].to_pylist())
    assert not {place.split()[0].rstrip("0123456789") for place in real} & IMPOSSIBLE_AREAS
    assert not set(invented_authorities().values()) & set(geo.upper_tier())
    # Beyond the easternmost place of Great Britain by more than the invented grid is wide.
    assert SEA[0] - 60 * METRES_IN_MILE > 660_000


def test_the_invented_authority_is_known_by_its_name_number_and_code() -> None:
    assert geo.authority_of("199") == geo.authority_of("Kithshire Council") == geo.authority_of(OWN) == OWN
    assert geo.same_authority(OWN) == [OWN]
    assert geo.authority_of("198") == "E10000198"
