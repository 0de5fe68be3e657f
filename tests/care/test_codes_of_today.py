"""What a worker chooses goes into the return: each code of a list is one that the return takes for this year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from kith.care import actions
from kith.care.models import Episode, Stay
from kith.care.models.decision import Need, WhyLeft
from kith.care.models.kinds import GONE, HomeKind, LegalKind, Provider, WhyMoved
from kith.care.models.permanence_kinds import Adopters, AdoptersTie, Before, WhyNotAdoption, WhyWorker
from kith.care.queries.lines import label
from kith.design.dates import today
from kith.returns.codes.code_sets import codes_in
from kith.returns.codes.windows import collection_year, year_of
from tests.care.looked_after import child_and_worker, days_ago, doing, nights_of
from tests.support import make

LISTS = [
    (HomeKind, "PLACE"), (LegalKind, "LS"), (Provider, "PLACE_PROVIDER"), (WhyMoved, "REASON_PLACE_CHANGE"),
    (Need, "CIN"), (WhyLeft, "REC"), (Before, "PREV_PERM"), (WhyNotAdoption, "REASON_PLACED_CEASED"),
    (WhyWorker, "SW_REASON"), (Adopters, "SEX_ADOPTR"), (AdoptersTie, "LS_ADOPTR"),
]  # fmt: skip


@pytest.mark.parametrize(("choices", "name"), LISTS, ids=[name for _, name in LISTS])
def test_the_return_of_this_year_takes_every_code_that_a_worker_chooses(choices: Any, name: str) -> None:
    assert set(choices.values) - set(codes_in("ssda903", name, collection_year(year_of(today())))) == set()


def test_a_code_that_is_gone_is_read_in_words_still_and_chosen_no_more() -> None:
    assert label(HomeKind, "H5", "?") == "in supported accommodation"
    assert not set(GONE) & set(HomeKind.values)


@pytest.mark.database
@pytest.mark.parametrize("kind", ["Z14", "Z12", "K3"])
def test_a_home_that_was_loaded_under_a_code_of_three_signs_is_moved_from(
    kith_database: None, kind: str
) -> None:
    child, worker = child_and_worker(born=date(2009, 5, 1))
    began = date(2025, 9, 1)
    Episode.objects.using(make.OWNER).create(
        person=child, started_on=began, during=DateRange(began, None, "[)"), legal_status="C2", need="N1",
        placement_type=kind, reason_new_episode="S", source="ssda903", provider="PR4",
    )  # fmt: skip
    doing(worker, actions.move, person=child.id, on=days_ago(9), kind="K3", why_moved="CARPL", provider="PR4")
    assert nights_of(child) == [
        (began, days_ago(9), "S", "C2", kind, "X1"),
        (days_ago(9), None, "P", "C2", "K3", ""),
    ]
    homes = Stay.objects.using(make.OWNER).filter(person=child).order_by("began_on")
    assert [each.kind for each in homes] == [kind, "K3"]
