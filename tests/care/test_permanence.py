"""Adoption, permanence before and changes of social worker are written on the page of a child in care, and returned."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kith.care.actions import permanence
from kith.care.models import Adoption, PlacedForAdoption, PreviousPermanence, SocialWorkerEpisode
from kith.care.models.permanence_kinds import Adopters, AdoptersTie, Before, WhyNotAdoption, WhyWorker
from kith.core.action import CannotBeError
from kith.returns.codes.code_sets import codes_in
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.returns.test_recording import day
from tests.returns.written import written
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def in_care() -> tuple[Any, Any]:
    child, worker = child_and_worker()
    came(worker, child, days_ago(90))
    return child, worker


def here(child: Any, step: str) -> str:
    return f"/people/{child.id}/in-care/{step}/"


@pytest.mark.parametrize(
    ("named", "choices"),
    [
        ("SEX_ADOPTR", Adopters),
        ("LS_ADOPTR", AdoptersTie),
        ("PREV_PERM", Before),
        ("REASON_PLACED_CEASED", WhyNotAdoption),
        ("SW_REASON", WhyWorker),
    ],
)
def test_what_is_asked_are_the_codes_of_the_return(named: str, choices: Any) -> None:
    assert set(choices.values) == set(codes_in("ssda903", named, "2026-27"))


def test_the_return_writes_what_was_typed_on_the_page_of_the_child() -> None:
    child, worker = in_care()
    client = signed_in(worker)
    on = days_ago(2)
    for step, typed in (
        ("adoption-plan", day("decided_on", days_ago(60))),
        (
            "adopted",
            day("on", on)
            | day("matched_on", days_ago(30))
            | {"by_foster_carer": "yes", "adopters_sex": "FF", "adopters_legal_status": "L12"},
        ),
        ("before", {"kind": "P2", "authority": "301", "given_month": "3", "given_year": "2022"}),
        ("worker", day("started_on", days_ago(90)) | {"worker_number": "sw 123456", "reason": "FCONTA"}),
        ("worker", day("started_on", days_ago(9)) | {"worker_number": "SW777777", "reason": "LEFTRL"}),
    ):
        sent = client.post(here(child, step), typed)
        assert sent.status_code == 302, words_of(sent)
    tables = written("ssda903")
    (made,) = tables["AD1"]
    assert (made["DATE_INT"], made["DATE_MATCH"]) == (_as(days_ago(60)), _as(days_ago(30)))
    assert (made["FOSTER_CARE"], made["NB_ADOPTR"], made["SEX_ADOPTR"], made["LS_ADOPTR"]) == (
        "1",
        "2",
        "FF",
        "L12",
    )
    (placed,) = tables["PlacedAdoption"]
    assert placed["DATE_PLACED"] == _as(days_ago(60))
    (before,) = tables["PrevPerm"]
    assert (before["PREV_PERM"], before["LA_PERM"], before["DATE_PERM"]) == ("P2", "301", "zz/03/2022")
    first, second = sorted(tables["SWEpisodes"], key=lambda row: row["SW_ID"])
    assert (first["SW_ID"], first["SW_DEC"], first["SW_REASON"]) == ("SW123456", _as(days_ago(9)), "FCONTA")
    assert (second["SW_ID"], second.get("SW_DEC"), second["SW_REASON"]) == ("SW777777", None, "LEFTRL")
    page = client.get(f"/people/{child.id}/in-care/").content.decode()
    for words in ("Two women; married, of the same sex.", "special guardianship".capitalize(), "SW777777"):
        assert words in page, words


def _as(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def test_a_plan_of_adoption_ends_with_its_reason_and_another_may_begin() -> None:
    child, worker = in_care()
    placed = doing(worker, permanence.plan_adoption, person=child.id, decided_on=days_ago(60))
    with pytest.raises(CannotBeError, match="stands already"):
        doing(worker, permanence.plan_adoption, person=child.id, decided_on=days_ago(20))
    with pytest.raises(CannotBeError, match="before it begins"):
        doing(
            worker, permanence.end_adoption_plan, placed=placed, ceased_on=days_ago(61), reason_ceased="RD3"
        )
    doing(worker, permanence.end_adoption_plan, placed=placed, ceased_on=days_ago(30), reason_ceased="RD3")
    row = PlacedForAdoption.objects.using(make.OWNER).get(id=placed)
    assert (row.ceased_on, row.reason_ceased) == (days_ago(30), "RD3")
    doing(worker, permanence.plan_adoption, person=child.id, decided_on=days_ago(20))


def test_one_adopter_is_no_couple_and_a_match_is_not_after_the_order() -> None:
    child, worker = in_care()
    facts = {"person": child.id, "on": days_ago(1), "by_foster_carer": False}
    with pytest.raises(CannotBeError, match="adopts alone"):
        doing(
            worker,
            permanence.adopted,
            matched_on=days_ago(9),
            adopters_sex="M1",
            adopters_legal_status="L2",
            **facts,
        )
    with pytest.raises(CannotBeError, match="before it begins"):
        doing(
            worker,
            permanence.adopted,
            matched_on=days_ago(0),
            adopters_sex="M1",
            adopters_legal_status="L0",
            **facts,
        )
    for who, tie in (("M1", "L0"), ("MF", "L3")):
        doing(
            worker,
            permanence.adopted,
            matched_on=days_ago(9),
            adopters_sex=who,
            adopters_legal_status=tie,
            **facts,
        )
    row = Adoption.objects.using(make.OWNER).get(person=child)
    assert (row.adopters, row.adopters_legal_status) == (2, "L3")


def test_permanence_before_is_of_the_year_in_which_this_time_in_care_began() -> None:
    child, worker = in_care()
    doing(
        worker, permanence.permanence_before, person=child.id, kind="Z1", authority="301", given="01/02/2020"
    )
    row = PreviousPermanence.objects.using(make.OWNER).get(person=child)
    assert (row.kind, row.authority, row.date_as_given) == ("Z1", "", "")
    assert row.collection_year == permanence.year_of(days_ago(90))
    with pytest.raises(CannotBeError, match="three digits"):
        doing(
            worker,
            permanence.permanence_before,
            person=child.id,
            kind="P1",
            authority="Leeds",
            given="01/02/2020",
        )
    other, hers = child_and_worker()
    with pytest.raises(CannotBeError, match="come into care"):
        doing(
            hers,
            permanence.permanence_before,
            person=other.id,
            kind="P1",
            authority="301",
            given="01/02/2020",
        )


@pytest.mark.parametrize("number", ["123456", "SW", "S W", "SWÄ1", "<b>"])
def test_a_number_of_no_register_is_named(number: str) -> None:
    child, worker = in_care()
    with pytest.raises(CannotBeError, match="number of the register") as refused:
        doing(
            worker,
            permanence.worker_changed,
            person=child.id,
            worker_number=number,
            started_on=days_ago(3),
            reason="FCONTA",
        )
    assert refused.value.field == "worker_number"
    assert not SocialWorkerEpisode.objects.using(make.OWNER).exists()


def test_workers_follow_one_another_and_never_backwards() -> None:
    child, worker = in_care()

    def begins(number: str, on: date) -> None:
        doing(
            worker,
            permanence.worker_changed,
            person=child.id,
            worker_number=number,
            started_on=on,
            reason="FCONTA",
        )

    begins("SW111", days_ago(40))
    with pytest.raises(CannotBeError, match="that day or later"):
        begins("SW222", days_ago(41))
    begins("SW222", days_ago(10))
    rows = SocialWorkerEpisode.objects.using(make.OWNER).filter(person=child).order_by("started_on")
    assert [(each.worker_number, each.ended_on) for each in rows] == [
        ("SW111", days_ago(10)),
        ("SW222", None),
    ]


@pytest.mark.parametrize(
    ("on", "year"),
    [(date(2026, 3, 31), "2025-26"), (date(2026, 4, 1), "2026-27"), (date(2000, 1, 1), "1999-00")],
)
def test_a_collection_year_ends_on_the_last_of_march(on: date, year: str) -> None:
    assert permanence.year_of(on) == year
