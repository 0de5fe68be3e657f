"""One box finds a person by anything that somebody may remember of them."""

from __future__ import annotations

from datetime import date

import pytest

from kith.core.acting import acting
from kith.people import queries
from kith.people.models import Identifier, Person, PersonName
from tests.support import make

pytestmark = pytest.mark.database
TODAY = date(2026, 11, 22)


def found(typed: str) -> list[str]:
    """Names that a social worker finds, in the order shown."""
    worker = make.account("social_worker")
    with acting(make.actor(worker), read_only=True):
        return [each.name for each in queries.find(typed, on=TODAY).people]


def why(typed: str) -> tuple[str, ...]:
    worker = make.account("social_worker")
    with acting(make.actor(worker), read_only=True):
        return queries.find(typed, on=TODAY).people[0].why


def named(person: Person, given: str, family: str, kind: str = "former") -> None:
    PersonName.objects.using(make.OWNER).create(
        person=person, kind=kind, given=given, family=family, during=make.always()
    )


def numbered(person: Person, scheme: str, value: str) -> None:
    Identifier.objects.using(make.OWNER).create(person=person, scheme=scheme, value=value)


@pytest.mark.parametrize(
    "typed",
    [
        "Zoë",
        "zoe",
        "ZOË",
        "żo",
        "zo",
        "Ørsted",
        "orsted",
        "Orst",
        "zoe orsted",
        "orsted zoe",
        "zo ors",
        "ors zo",
    ],
)
def test_any_part_of_a_name_with_or_without_accents_either_way_round(typed: str) -> None:
    make.person("Zoë", "Ørsted")
    make.person("Bo", "Nielsen")
    assert found(typed) == ["Zoë Ørsted"]


@pytest.mark.parametrize(
    "typed", ["stephen", "steven", "jon smyth", "smyth jon", "smitth", "catherine", "kathryn smith"]
)
def test_what_sounds_or_is_spelt_alike(typed: str) -> None:
    make.person("Stephen", "Ash") if typed.startswith("ste") else make.person("Kathryn Jon", "Smith")
    assert len(found(typed)) == 1


def test_it_says_why() -> None:
    make.person("Katherine", "Ash", born=date(2015, 5, 1))
    assert why("Catherine Ash") == ("sounds like",)
    assert why("Katherine Ash 2/5/2015") == ("same name", "born one day apart")
    assert why("Ash 1 May 2015") == ("same name", "same date of birth")
    assert why("Ash 2015-01-05") == ("same name", "date of birth: day and month swapped")


@pytest.mark.parametrize(
    "typed",
    ["01/05/2015", "2/5/2015", "30 April 2015", "5/1/2015", "01052015", "1.5.15", "11/05/2015", "1/5/2016"],
)
def test_a_date_of_birth_one_slip_out(typed: str) -> None:
    make.person("Ada", "Ash", born=date(2015, 5, 1))
    make.person("Far", "Off", born=date(1987, 10, 23))
    assert found(typed) == ["Ada Ash"]


def test_former_names_known_as_and_hyphens() -> None:
    person = make.person("Robert", "Ash-Field")
    named(person, "Bobby", "", "known_as")
    named(person, "Robert", "O'Brien-Ní Dhomhnaill")
    for typed in ("bobby", "bobby ash", "field", "obrien", "O’Brien", "o brien", "ni dhomh", "bobby obrien"):
        assert found(typed) == ["Robert Ash-Field"], typed


def test_numbers_of_every_kind_with_or_without_spaces() -> None:
    person = make.person("Ada", "Ash")
    numbered(person, "local", "K-4471/a")
    numbered(person, "nhs", "9434765919")
    numbered(person, "upn", "A801200001001")
    numbered(person, "former_upn", "T801200002002")
    numbered(person, "single", "SI12345")
    for typed in (
        "K-4471/a",
        "k4471a",
        "943 476 5919",
        "9434765919",
        "a801200001001",
        "T801200002002",
        "si12345",
    ):
        assert found(typed) == ["Ada Ash"], typed


def test_a_postcode_and_its_beginning() -> None:
    make.home(make.person("Ada", "Ash"), postcode="ZZ12 3AB")
    make.home(make.person("Bo", "Ash"), postcode="ZZ9 3AB")
    for typed in ("ZZ12 3AB", "zz123ab", "zz12", "zz12 3", "ash zz12", "zz12 ash"):
        assert found(typed)[0] == "Ada Ash", typed
    assert found("zz12") == ["Ada Ash"]


def test_babies_not_yet_born_are_found() -> None:
    make.person("Baby", "Ash", born=date(2027, 2, 1), birth_knowledge="expected")
    worker = make.account("lead")
    with acting(make.actor(worker), read_only=True):
        page = queries.find("ash 1/2/2027", on=TODAY)
    assert [each.age_in_words(TODAY) for each in page.people] == ["unborn, due Monday 1 February 2027"]


def test_people_without_a_name_show_by_local_id() -> None:
    person = Person.objects.using(make.OWNER).create(born_on=date(2015, 5, 1), birth_knowledge="exact")
    numbered(person, "local", "5001")
    worker = make.account("lead")
    with acting(make.actor(worker), read_only=True):
        assert [each.shown_name for each in queries.find("5001").people] == ["Not yet named (5001)"]


def test_the_likeliest_come_first() -> None:
    make.person("Anna", "Smithson", born=date(2001, 1, 1))
    make.person("Hannah", "Smith", born=date(2001, 1, 1))
    make.person("Anna", "Smith", born=date(2015, 5, 2))
    make.person("Anna", "Smith", born=date(2015, 5, 1))
    assert found("anna smith")[:2] == ["Anna Smith", "Anna Smith"]
    assert found("anna smith")[2] == "Anna Smithson"
    worker = make.account("lead")
    with acting(make.actor(worker), read_only=True):
        assert queries.find("anna smith 1/5/2015").people[0].born_on == date(2015, 5, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "\x00",
        "%",
        "_",
        "'",
        '"; DROP TABLE people_person; --',
        "\u202etset",
        "a" * 5000,
        "🙂",
        "\u200b\u200d",
        "(((",
        "\\",
        "1/1/0001",
        "31/02/2015",
        "ﬀ",
        "\ud800",
        "0" * 300,
        "ά ñ ß ł ø İ ı",
    ],
)
def test_nothing_typed_breaks_it(typed: str) -> None:
    make.person("Ada", "Ash")
    assert isinstance(found(typed), list)


def test_hidden_marks_do_not_hide_anybody() -> None:
    make.person("A\u200bda", "\u202eAsh\u202c")
    assert len(found("ada ash")) == 1
    assert len(found("a\u200dd\u00ada as\u0301h")) == 1


def test_scripts_other_than_latin() -> None:
    make.person("प्रिया", "शर्मा")
    make.person("محمد", "علي")
    make.person("Дарья", "Иванова")
    for typed in ("प्रिया", "محمد", "иванова дар", "ИВАНОВА"):
        assert len(found(typed)) == 1, typed
