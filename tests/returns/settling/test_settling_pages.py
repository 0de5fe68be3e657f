"""The pages on which rows that wait are settled: who comes to them, what they say and what they never say."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.people.models import Person
from tests.returns.settling.deciding import carry_out, decide, episodes, officer, social_worker, waiting
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
LIST = "/returns/waiting/"


def test_the_officer_reads_why_each_row_waits_and_no_postcode(two_chains: UUID) -> None:
    client, row = signed_in(officer()), waiting()
    said = words_of(client.get(LIST))
    assert (
        "This episode (01/07/2022 to 01/09/2022) overlaps row 1 of this file (01/06/2022 to 10/08/2022)"
        in said
    )
    said = words_of(client.get(f"{LIST}{row.id}/"))
    assert "The file is right. Take this row" in said
    assert "Began (DECOM) 01/07/2022 Why it began (RNE) S: " in said
    assert "Postcodes and the number of the home are not shown here" in said
    for secret in ("BB2", "AB1", "1234567"):
        assert secret not in said


def test_settled_on_the_page_it_is_carried_out_and_can_be_undone_there(two_chains: UUID) -> None:
    client, row = signed_in(officer()), waiting()
    answer = client.post(f"{LIST}{row.id}/", {"choice": "file"}, follow=True)
    assert "Your answer is kept" in words_of(answer)
    assert "being carried out" in words_of(answer)
    carry_out()
    assert [start for start, *_ in episodes()] == ["2022-07-01"]
    said = words_of(client.get(f"{LIST}{row.id}/"))
    assert "The row is taken in place of what the record holds" in said
    client.post(f"{LIST}{row.id}/", {"undo": "yes"})
    carry_out()
    assert [start for start, *_ in episodes()] == ["2022-06-01", "2022-08-10"]
    assert "Settle this row" in words_of(client.get(f"{LIST}{row.id}/"))


def test_no_answer_is_asked_for_again_and_an_answer_that_is_none_is_refused(two_chains: UUID) -> None:
    client, row = signed_in(officer()), waiting()
    assert "Choose which is right" in words_of(client.post(f"{LIST}{row.id}/", {}))
    said = words_of(client.post(f"{LIST}{row.id}/", {"choice": "burn"}))
    assert "Select a valid choice" in said
    assert carry_out() == 0


def test_what_could_not_be_done_is_said_with_why(two_chains: UUID) -> None:
    who, row = officer(), waiting()
    decide(who, "both", row.id)
    for address in (LIST, f"{LIST}{row.id}/"):
        said = words_of(signed_in(who).get(address))
        assert "It could not be done as you chose. The record cannot hold this beside" in said


def test_a_row_of_somebody_whose_home_is_kept_safe_looks_like_one_that_is_not_there(two_chains: UUID) -> None:
    client, row = signed_in(officer()), waiting()
    make.home(Person.objects.using(make.OWNER).get(id=two_chains), protected=True)
    assert "Nothing waits now" in words_of(client.get(LIST))
    there, nowhere = client.get(f"{LIST}{row.id}/"), client.get(f"{LIST}{uuid4()}/")
    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content
    assert client.post(f"{LIST}{row.id}/", {"choice": "record"}).status_code == 404


def test_a_worker_settles_on_the_person_s_own_page(two_chains: UUID) -> None:
    client, row = signed_in(social_worker(two_chains)), waiting()
    here = f"/people/{two_chains}/settle/"
    page = client.get(f"/people/{two_chains}/")
    assert here in page.content.decode()
    assert "overlaps row 1" in words_of(client.get(here))
    client.post(f"{here}{row.id}/", {"choice": "record"})
    assert carry_out() == 1
    assert here not in client.get(f"/people/{two_chains}/").content.decode()
    assert "set aside" in words_of(client.get(here))


def test_the_row_of_one_child_is_not_reached_through_another(two_chains: UUID) -> None:
    who, other = social_worker(two_chains), make.person("Bo")
    make.involved(who, other)
    client, row = signed_in(who), waiting()
    assert client.get(f"/people/{other.id}/settle/{row.id}/").status_code == 404
    assert client.post(f"/people/{other.id}/settle/{row.id}/", {"choice": "record"}).status_code == 404


@pytest.mark.parametrize("role", ["partner", "health", "school"])
def test_colleagues_of_other_services_are_offered_nothing(role: str, two_chains: UUID) -> None:
    who = make.account(role)
    make.involved(who, Person.objects.using(make.OWNER).get(id=two_chains), role=role)
    client = signed_in(who)
    page = client.get(f"/people/{two_chains}/")
    assert page.status_code == 200
    assert "/settle/" not in page.content.decode()
    assert client.get(f"/people/{two_chains}/settle/").status_code == 404


def test_the_list_takes_as_many_statements_for_many_rows_as_for_one(two_chains: UUID) -> None:
    from kith.returns.models import StagedRow

    client, row = signed_in(officer()), waiting()
    few = statements(client)
    for number in range(60):
        row.pk, row.digest, row.row = uuid4(), uuid4().hex, 100 + number
        row.save(using=make.OWNER, force_insert=True)
    assert StagedRow.objects.using(make.OWNER).count() == 61
    assert statements(client) == few <= 14
    assert "The next page" in words_of(client.get(LIST))
    assert "The page before" in words_of(client.get(f"{LIST}?page=2"))


def statements(client: object) -> int:
    with CaptureQueriesContext(connection) as seen:
        client.get(LIST)  # type: ignore[attr-defined]  # it is Django's test client
    return len(seen)
