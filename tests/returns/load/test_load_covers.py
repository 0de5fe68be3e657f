"""The law is told which years the loaded returns cover, so that silence is not read as failure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings

from kith.law.coverage import Covered
from tests.returns.load.making import EPISODES, REVIEWS, episode, text

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
AS_AT = date(2026, 1, 1)


def covered() -> dict[str, Covered]:
    from kith.core.acting import acting
    from kith.returns.load.run import loader
    from kith.returns.staging.coverage import covers

    with acting(loader()):
        return {found.kind: found for found in covers(AS_AT, None)}


def test_two_years_cover_from_the_first_april_to_the_last_march(write: Callable[..., Path]) -> None:
    from kith.returns.load import load

    reviews = text(REVIEWS, "1,05/05/2010,20/06/2022,PN1")
    load(
        [
            write("2021-22", episodes=text(EPISODES, episode("1", "01/06/2021")), reviews=reviews),
            write("2022-23", episodes=text(EPISODES, episode("1", "01/06/2021")), reviews=reviews),
        ]
    )
    found = covered()
    assert found["looked_after_review"] == Covered("looked_after_review", date(2021, 4, 1), date(2023, 3, 31))
    assert "birth" in found
    assert "care_leaver" not in found
    assert "referral" not in found


def test_with_nothing_loaded_only_births_are_covered() -> None:
    assert set(covered()) == {"birth"}


def test_a_record_kept_live_has_no_end() -> None:
    from uuid import uuid4

    from kith.returns.models import LoadedFile
    from tests.support import make

    LoadedFile.objects.using(make.OWNER).create(
        run=uuid4(), name="kith demo", kind="demo", collection_year="2023-24"
    )
    assert covered()["referral"] == Covered("referral", date(2023, 4, 1), None)
    assert covered()["care_leaver_in_touch"].since == date(2023, 1, 1)
    assert "pre_proceedings_ended" in covered()


def test_what_only_workers_write_is_covered_from_the_day_they_began_to_write_here() -> None:
    assert "pre_proceedings_ended" not in covered()
    with override_settings(LIVE_FROM=date(2025, 9, 1)):
        found = covered()
    assert found["pre_proceedings_ended"] == Covered("pre_proceedings_ended", date(2025, 9, 1), None)
    assert "referral" not in found
