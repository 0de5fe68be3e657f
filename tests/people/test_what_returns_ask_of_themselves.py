"""Sex, ethnic group and a death: recorded, corrected with history, refused where they cannot be, kept from loads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people import actions
from kith.people.actions import CannotBeError
from kith.people.ethnicity_words import WORDS
from kith.people.models import Identifier, Person
from kith.returns.codes.code_sets import codes_in
from tests.returns.load.making import HEADER, header, text
from tests.returns.written import may_write
from tests.support import make
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def lead_of(child: Person, role: str = "lead") -> Any:
    account = make.account(role)
    make.involved(account, child)
    return account


def typed(on: date) -> dict[str, str]:
    return {f"died_on_{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


def test_each_is_said_on_a_page_and_stands_among_what_is_recorded() -> None:
    child = make.person()
    client = signed_in(lead_of(child))
    base = f"/people/{child.id}/about/"
    assert "Not asked yet" in words_of(client.get(base))
    for what, said in (
        ("sex", {"sex": "F"}),
        ("ethnicity", {"ethnicity": "MWBC"}),
        ("death", typed(date(2026, 5, 1))),
    ):
        assert client.post(f"{base}{what}/", said).status_code == 302
    page = words_of(client.get(base))
    for words in ("female", "White and Black Caribbean", "1 May 2026"):
        assert words in page
    assert 'value="2026"' in client.get(f"{base}death/").content.decode()
    kept = Person.objects.using(make.OWNER).get(id=child.id)
    assert (kept.sex, kept.ethnicity, kept.died_on, kept.source) == ("F", "MWBC", date(2026, 5, 1), "worker")


def test_a_death_recorded_wrongly_is_taken_back_and_stays_in_the_history() -> None:
    child = make.person()
    by = make.actor(lead_of(child))
    with acting(by):
        actions.record_death(by=by, person=child.id, died_on=date(2026, 5, 1))
        actions.record_death(by=by, person=child.id, died_on=None)
    assert Person.objects.using(make.OWNER).get(id=child.id).died_on is None
    history = Person.pgh_event_model.objects.using(make.OWNER).filter(pgh_obj_id=child.id)
    assert date(2026, 5, 1) in set(history.values_list("died_on", flat=True))


@pytest.mark.parametrize("on", [date(2999, 1, 1), date(2015, 4, 30)])
def test_a_death_that_cannot_be_names_the_day_and_the_remedy(on: date) -> None:
    child = make.person(born=date(2015, 5, 1))
    client = signed_in(lead_of(child))
    sent = client.post(f"/people/{child.id}/about/death/", typed(on))
    assert any(
        said in words_of(sent)
        for said in ("Enter a day up to today", "Correct this day, or the date of birth")
    )
    assert f'value="{on.year}"' in sent.content.decode()
    assert Person.objects.using(make.OWNER).get(id=child.id).died_on is None


def test_a_death_before_a_birth_that_is_only_guessed_is_recorded() -> None:
    child = make.person(born=date(2015, 5, 1), birth_knowledge="estimated")
    by = make.actor(lead_of(child))
    with acting(by):
        actions.record_death(by=by, person=child.id, died_on=date(2015, 4, 30))
    assert Person.objects.using(make.OWNER).get(id=child.id).died_on == date(2015, 4, 30)


@pytest.mark.parametrize("role", ["partner", "school", "health", "reviewing"])
def test_nobody_else_writes_them(role: str) -> None:
    child = make.person()
    account = lead_of(child, role)
    by = make.actor(account)
    with acting(by), pytest.raises(NotPermittedError):
        actions.record_ethnicity(by=by, person=child.id, ethnicity="WBRI")
    for what in ("sex", "ethnicity", "death"):
        assert signed_in(account).get(f"/people/{child.id}/about/{what}/").status_code == 404


def test_a_code_that_is_none_is_refused() -> None:
    child = make.person()
    by = make.actor(lead_of(child))
    with acting(by):
        with pytest.raises(CannotBeError, match="Choose"):
            actions.change_sex(by=by, person=child.id, sex="X")
        with pytest.raises(CannotBeError, match="Choose"):
            actions.record_ethnicity(by=by, person=child.id, ethnicity="ABCD")


@pytest.mark.parametrize("kind", ["ssda903", "cin"])
def test_the_words_are_of_the_codes_that_the_returns_have(kind: str) -> None:
    for year in ("2025-26", "2026-27"):
        assert set(codes_in(kind, "ETHNIC", year)) == set(WORDS)  # type: ignore[arg-type]


def test_what_a_worker_said_no_later_return_takes_back(tmp_path: Path) -> None:
    from kith.returns.load import load

    child = make.person(sex="M", ethnicity="WBRI", source="ssda903")
    Identifier.objects.using(make.OWNER).create(person=child, scheme="local", value="1")
    by = make.actor(lead_of(child))
    with acting(by):
        actions.change_born(by=by, person=child.id, born_on=date(2010, 5, 6), birth_knowledge="exact")
    (tmp_path / "2026-27").mkdir()
    (tmp_path / "2026-27" / "header.csv").write_text(text(HEADER, header("1")))
    may_write()
    with worker_login():
        report = load([tmp_path / "2026-27"])
    kept = Person.objects.using(make.OWNER).get(id=child.id)
    assert kept.born_on == date(2010, 5, 6)
    assert report is not None


def test_the_family_s_door_says_nothing_of_a_death() -> None:
    child, mum = make.person(), make.person("Mara", born=None)
    make.tied(child, mum)
    account = lead_of(child, "social_worker")
    parent = make.account("parent")
    make.door(parent, mum)
    make.door(parent, child, "parent")
    client = signed_in(parent)
    before = words_of(client.get("/my/"))
    by = make.actor(account)
    with acting(by):
        actions.record_death(by=by, person=child.id, died_on=date(2026, 5, 1))
        actions.change_sex(by=by, person=child.id, sex="F")
        actions.record_ethnicity(by=by, person=child.id, ethnicity="WBRI")
    assert words_of(client.get("/my/")) == before
