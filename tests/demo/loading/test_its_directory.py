"""Kithshire's directory: nothing real, nothing that breaks the standard, and no way to its refuges."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from kith.core.acting import acting
from kith.demo.directory import directory
from kith.demo.places import IMPOSSIBLE_AREAS
from kith.offer.checking import cleaned, faults
from kith.offer.oruk.validating import validate_all
from tests.demo.loading.conftest import TODAY, Rows

pytestmark = pytest.mark.database
FICTION = re.compile(r"01632 960\d{3}|0808 157 0\d{3}")


def test_a_county_has_three_hundred_services_and_the_same_seed_the_same() -> None:
    made = [facts for _, facts in directory(1, TODAY, 1500)]
    assert len(made) == 300
    assert made == [facts for _, facts in directory(1, TODAY, 1500)]
    assert len({(each.name, each.provider) for each in made}) == 300
    for each in made:
        assert list(faults(cleaned(each))) == []
        assert all(FICTION.fullmatch(phone.number) for phone in each.phones)
        assert all(re.match(r"[A-Z]+", place.postcode)[0] in IMPOSSIBLE_AREAS for place in each.places)  # type: ignore[index]
        assert each.provider_email in {""} or each.provider_email.endswith("@kithshire.example")
    secret = [each for each in made if each.confidential]
    assert len(secret) == 3
    assert not any(each.places or each.url or each.email for each in secret)


def test_it_is_loaded_whole_shown_to_everybody_and_valid(
    make: Callable[..., dict[str, int]], rows: Rows
) -> None:
    counts = make()
    assert counts["offer_service"] == 12
    assert rows("SELECT count(*) FROM offer_published") == [(12,)]
    assert rows("SELECT count(*) FROM offer_spot WHERE confidential AND at IS NOT NULL") == [(0,)]
    assert rows("SELECT count(*) FROM offer_held WHERE outcome = ''") == [(2,)]
    with acting(None, read_only=True):
        report = validate_all()
    assert (report["services"], report["faults"]) == (12, [])
    for (document,) in rows("SELECT document::text FROM offer_published WHERE confidential"):
        assert "postal_code" not in json.loads(document)
