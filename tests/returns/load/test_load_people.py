"""Whose rows they are, and what a return says of a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.load.making import EPISODES, HEADER, counts, episode, header, reasons, text

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
Rows = Callable[..., list[tuple[Any, ...]]]
Write = Callable[..., Path]
UPN, OTHER_UPN = "A123456789012", "B987654321098"
NUMBERS = "SELECT scheme, value, reason_unknown FROM people_identifier ORDER BY scheme, value"


def test_a_person_of_a_return_has_a_local_id_and_no_name(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    load([write("2022-23", header=text(HEADER, header(" ab 1", sex="1", upn=UPN)))])
    assert rows("SELECT sex, ethnicity, born_on::text, birth_knowledge, source FROM people_person") == [
        ("M", "WBRI", "2010-05-05", "exact", "ssda903")
    ]
    assert rows(NUMBERS) == [("local", "AB1", ""), ("upn", UPN, "")]
    assert rows("SELECT count(*) FROM people_personname") == [(0,)]


def test_a_child_with_no_header_is_added_all_the_same_and_told_of_later(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    load([write("2021-22", episodes=text(EPISODES, episode("1", "01/06/2021")))])
    assert rows("SELECT birth_knowledge FROM people_person") == [("unknown",)]
    assert counts(load([write("2022-23", header=text(HEADER, header("1")))])) == {"read": 1, "changed": 1}
    assert rows("SELECT born_on::text FROM people_person") == [("2010-05-05",)]


def test_a_new_local_id_with_the_upn_and_birth_of_somebody_known_is_that_person(
    write: Write, rows: Rows
) -> None:
    from kith.returns.load import load

    load([write("2021-22", header=text(HEADER, header("old", upn=UPN)))])
    load([write("2022-23", header=text(HEADER, header("new", upn=UPN)))])
    assert rows("SELECT count(*) FROM people_person") == [(1,)]
    assert rows(NUMBERS) == [("local", "NEW", ""), ("local", "OLD", ""), ("upn", UPN, "")]


def test_a_number_that_lost_its_noughts_is_told_and_matched_with_nobody(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    load([write("2021-22", header=text(HEADER, header("00123"), header("00124"), header("7")))])
    later = write("2022-23", header=text(HEADER, header("123"), header("124", "06/06/2011"), header("8")))
    (told,) = [each for each in load([later])["notices"] if "noughts" in each["message"]]
    assert (told["row"], told["field"], told["count"]) == (1, "CHILD", 1)
    assert told["message"].startswith("The number 123 is new, and the record has 00123")
    assert rows("SELECT count(*) FROM people_person") == [(6,)]
    assert not [each for each in load([later])["notices"] if "noughts" in each["message"]]


def test_two_years_read_together_whose_numbers_differ_by_noughts_are_told_once(write: Write) -> None:
    from kith.returns.load import load

    years = [
        write(year, header=text(HEADER, header(child)))
        for year, child in (("2021-22", "123"), ("2022-23", "00123"))
    ]
    (told,) = [each for each in load(years)["notices"] if "noughts" in each["message"]]
    assert "The number 00123 is new, and the record has 123" in told["message"]


def test_the_same_upn_with_another_birth_is_another_person(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    load([write("2021-22", header=text(HEADER, header("old", upn=UPN)))])
    load([write("2022-23", header=text(HEADER, header("new", "06/06/2011", upn=UPN)))])
    assert rows("SELECT count(*) FROM people_person") == [(2,)]


def test_a_sealed_person_is_matched_by_nothing_but_the_local_id(write: Write, rows: Rows) -> None:
    from kith.people.models import Person
    from kith.returns.load import load
    from tests.support.make import OWNER, restricted

    load([write("2021-22", header=text(HEADER, header("old", upn=UPN)))])
    restricted(Person.objects.using(OWNER).get(), kind="sealed")
    load([write("2022-23", header=text(HEADER, header("new", upn=UPN)))])
    assert rows("SELECT count(*) FROM people_person") == [(2,)]


def test_a_number_follows_a_reason_for_none_and_makes_the_one_before_a_former_one(
    write: Write, rows: Rows
) -> None:
    from kith.returns.load import load

    years = [
        write("2020-21", header=text(HEADER, header("1", upn="UN4"))),
        write("2021-22", header=text(HEADER, header("1", upn=UPN))),
        write("2022-23", header=text(HEADER, header("1", upn=OTHER_UPN))),
    ]
    assert counts(load(years)) == {"read": 3, "new": 1, "changed": 2}
    assert rows(NUMBERS) == [("former_upn", UPN, ""), ("local", "1", ""), ("upn", OTHER_UPN, "")]
    assert counts(load(years)) == {"read": 3, "unchanged": 3}


def test_of_numbers_that_come_and_go_there_is_one_for_now(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    for year, upn in (("2019-20", UPN), ("2020-21", OTHER_UPN), ("2021-22", UPN), ("2022-23", OTHER_UPN)):
        load([write(year, header=text(HEADER, header("1", upn=upn)))])
        assert [value for scheme, value, _ in rows(NUMBERS) if scheme == "upn"] == [upn]
    assert {value for scheme, value, _ in rows(NUMBERS) if scheme == "former_upn"} == {UPN, OTHER_UPN}


def test_a_later_year_corrects_the_person_and_an_earlier_one_does_not(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    early = write("2021-22", header=text(HEADER, header("1", ethnic="NOBT")))
    later = write("2022-23", header=text(HEADER, header("1", ethnic="WBRI")))
    assert counts(load([later, early])) == {"read": 2, "new": 1, "changed": 1}
    assert counts(load([early])) == {"read": 1, "unchanged": 1}
    assert rows("SELECT ethnicity FROM people_person") == [("WBRI",)]
    assert rows("SELECT ethnicity FROM people_personevent") == [("NOBT",)]


def test_a_motherhood_in_the_header_is_kept(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    folder = write("2022-23", header=text(HEADER, "1,F,05/05/2006,WBRI,UN1,1,01/02/2022"))
    assert counts(load([folder])) == {"read": 1, "new": 1}
    assert rows("SELECT is_mother, first_child_born_on::text FROM care_motherhood") == [(True, "2022-02-01")]


def test_a_blank_wipes_nothing_out(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    load([write("2021-22", header=text(HEADER, header("1")))])
    assert counts(load([write("2022-23", header=text(HEADER, "1,,,,,,"))])) == {"read": 1, "unchanged": 1}
    assert rows("SELECT ethnicity, born_on::text FROM people_person") == [("WBRI", "2010-05-05")]


def test_a_sex_that_is_no_code_is_refused_and_the_rest_loads(write: Write) -> None:
    from kith.returns.load import load

    report = load([write("2022-23", header=text(HEADER, header("1", sex="X"), header("2")))])
    assert counts(report) == {"read": 2, "new": 1, "refused": 1}
    assert reasons(report, "refused")[0][1:3] == (1, "SEX")


def test_people_that_were_loaded_are_in_the_index_that_find_reads(write: Write, rows: Rows) -> None:
    from kith.returns.load import load

    load([write("2022-23", header=text(HEADER, header("1", upn=UPN), header("2")))])
    indexed = "SELECT count(DISTINCT person) FROM people_searchname"
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute(indexed)
        assert cursor.fetchone() == (2,)
