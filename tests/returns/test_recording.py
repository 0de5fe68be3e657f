"""What a return asks is recorded and corrected on a page, and the finding about it goes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from psycopg.types.range import DateRange

from kith.access.models import Account
from kith.care.models import Episode, HealthYear, Review
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.core.models_base import Source
from kith.help.models import ChildInNeedPlan, Referral
from kith.people.models import Person
from kith.returns.recording.actions import record_fact
from kith.returns.recording.facts import BEGUN_ELSEWHERE, RECORDED
from tests.returns.findings.finding import check_all, codes, looked_after, referred, run_queue, worker
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
NO_SUCH_STATUS = "144"
SINCE = dt.date(2026, 5, 4)


def day(name: str, when: dt.date) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(when, part)) for part in ("day", "month", "year")}


def record(by: Account, child: Person, table: str, of: Any = None, **values: Any) -> Any:
    with acting(make.actor(by)):
        return record_fact(
            by=make.actor(by), person=child.id, persons=[child.id], table=table, values=values, of=of
        )


def test_a_finding_leads_to_the_form_that_mends_it_and_then_goes() -> None:
    child = looked_after()
    client = signed_in(worker(child))
    check_all()
    finding = next(each for each in child.findings.using(make.OWNER).filter(fact_table="care_episode"))
    episode = Episode.objects.using(make.OWNER).get(person=child)
    here = f"/people/{child.id}/facts/care_episode/{episode.id}/"
    assert here in client.get(f"/people/{child.id}/mend/{finding.id}/").content.decode()
    assert NO_SUCH_STATUS in codes(child)
    typed = day("started_on", SINCE) | {
        "reason_new_episode": "S", "legal_status": "C2", "need": "N1", "placement_type": "U4", "provider": "PR1",
    }  # fmt: skip
    assert client.post(here, typed).status_code == 302
    run_queue()
    assert NO_SUCH_STATUS not in codes(child)
    kept = Episode.objects.using(make.OWNER).get(person=child)
    assert (kept.id, kept.legal_status, kept.source) == (episode.id, "C2", Source.WORKER)
    assert kept.during == DateRange(SINCE, None, "[)")


@pytest.mark.parametrize("table", sorted(RECORDED.keys() - BEGUN_ELSEWHERE))
def test_each_kind_has_a_form_that_says_what_is_lacking(table: str) -> None:
    child = looked_after()
    client = signed_in(worker(child))
    here = f"/people/{child.id}/facts/{table}/"
    assert client.get(here).status_code == 200
    sent = client.post(here, {"collection_year": "2026-27"})
    said = "Choose yes or no" if table == "care_motherhood" else "is needed: enter a day"
    lacking = bool(RECORDED[table].needs) or table == "care_motherhood"
    assert (sent.status_code == 200) == lacking
    parents = {
        "help_assessmentfactor": "assessment",
        "protection_protectionplanreview": "child protection plan",
    }
    said = f"Choose the {parents[table]}" if table in parents else said
    assert (said in words_of(sent)) == lacking


def test_a_plan_belongs_to_the_referral_that_was_chosen() -> None:
    child = referred()
    client = signed_in(worker(child))
    referral = Referral.objects.using(make.OWNER).get(person=child)
    typed = day("started_on", dt.date(2026, 7, 1)) | {"referral_id": str(referral.id)}
    assert client.post(f"/people/{child.id}/facts/help_childinneedplan/", typed).status_code == 302
    assert ChildInNeedPlan.objects.using(make.OWNER).get(person=child).referral_id == referral.id
    other = referred("Bo")
    client = signed_in(worker(other))
    sent = client.post(f"/people/{other.id}/facts/help_childinneedplan/", typed)
    assert "is not one of the available choices" in words_of(sent)


def test_a_referral_begins_elsewhere_and_is_closed_here() -> None:
    child = referred()
    client = signed_in(worker(child))
    referral = Referral.objects.using(make.OWNER).get(person=child)
    typed = day("referred_on", referral.referred_on) | day("closed_on", dt.date(2026, 9, 1))
    typed |= {
        "referral_source": "1A",
        "primary_need": "N1",
        "reason_closed": "RC1",
        "no_further_action": "no",
    }
    assert client.post(f"/people/{child.id}/facts/help_referral/{referral.id}/", typed).status_code == 302
    kept = Referral.objects.using(make.OWNER).get(person=child)
    assert (kept.closed_on, kept.reason_closed) == (dt.date(2026, 9, 1), "RC1")


def test_answers_of_a_year_are_kept_as_yes_no_or_not_known_and_once() -> None:
    child = looked_after()
    lead = worker(child)
    client = signed_in(lead)
    here = f"/people/{child.id}/facts/care_healthyear/"
    typed = {"collection_year": "2026-27", "sdq_score": "12", "immunisations": "yes", "teeth_check": "no"}
    assert client.post(here, typed).status_code == 302
    kept = HealthYear.objects.using(make.OWNER).get(person=child)
    assert (kept.sdq_score, kept.immunisations, kept.teeth_check, kept.convicted) == (12, True, False, None)
    assert "That is recorded already" in words_of(client.post(here, typed | {"sdq_score": "13"}))


def test_what_cannot_be_is_refused_beside_its_field_and_nothing_is_written() -> None:
    child = looked_after()
    lead = worker(child)
    with pytest.raises(CannotBeError, match="cannot end before it began"):
        record(lead, child, "care_missingepisode", began_on=SINCE, ended_on=SINCE - dt.timedelta(1))
    with pytest.raises(CannotBeError, match="One that began on Monday 4 May 2026 and has not ended"):
        record(lead, child, "care_episode", started_on=SINCE + dt.timedelta(3), ceased_on=None)
    somebody = looked_after("Cy")
    theirs = record(worker(somebody), somebody, "care_review", reviewed_on=SINCE, participation="PN1")
    with pytest.raises(CannotBeError, match="no such fact"):
        record(lead, child, "care_review", of=theirs, reviewed_on=SINCE)
    with pytest.raises(NotPermittedError):
        record(lead, somebody, "care_review", reviewed_on=SINCE)
    assert Review.objects.using(make.OWNER).count() == 1


def test_nobody_finds_another_s_fact_or_a_kind_that_there_is_not() -> None:
    child, other = looked_after(), looked_after("Ada")
    client = signed_in(worker(child))
    theirs = Episode.objects.using(make.OWNER).get(person=other)
    base = f"/people/{child.id}/facts/"
    for address in (f"care_episode/{theirs.id}/", "people_person/", "help_referral/"):
        assert client.get(base + address).status_code == 404
    school = signed_in(worker(child, role="school"))
    assert school.get(base).status_code == 404
    assert school.get(f"{base}care_review/").status_code == 404


def test_the_list_of_what_can_be_corrected_takes_as_many_statements_for_many() -> None:
    from tests.returns.findings.test_pages import statements

    child = looked_after()
    client = signed_in(worker(child))
    here = f"/people/{child.id}/facts/"
    statements(client, here)
    few = statements(client, here)
    for number in range(40):
        Review.objects.using(make.OWNER).create(person=child, reviewed_on=SINCE + dt.timedelta(number))
    assert statements(client, here) == few <= 16
    page = words_of(client.get(here))
    assert page.index("12 June 2026") < page.index("11 June 2026")


def test_a_correction_of_one_answer_loses_no_other_however_old_or_odd_it_is() -> None:
    from bs4 import BeautifulSoup

    from tests.walk.forms import forms_of

    child = looked_after()
    client = signed_in(worker(child))
    episode = Episode.objects.using(make.OWNER).get(person=child)
    health = HealthYear.objects.using(make.OWNER).create(
        person=child, collection_year="2019-20", sdq_score=7, sdq_reason="OLD", teeth_check=True
    )
    before = [Model.objects.using(make.OWNER).values().get() for Model in (Episode, HealthYear)]
    for table, fact in (("care_episode", episode), ("care_healthyear", health)):
        here = f"/people/{child.id}/facts/{table}/{fact.id}/"
        page = client.get(here).content.decode()
        (form,) = [
            each for each in forms_of(page, here) if each.method == "post" and "sign" not in each.action
        ]
        as_shown = {name.get("name"): name for name in BeautifulSoup(page, "lxml").select("main [name]")}
        sent = {box.name: box.value for box in form.boxes if box.name in as_shown}
        assert client.post(here, sent).status_code == 302
    after = [Model.objects.using(make.OWNER).values().get() for Model in (Episode, HealthYear)]
    assert (before[0]["legal_status"], before[1]["collection_year"]) == ("Q9", "2019-20")
    assert after == [row | {"source": Source.WORKER} for row in before]
