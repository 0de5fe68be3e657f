"""Two workers save the same thing in the same moment: both facts stay or the second is told, and no words are lost."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.test import override_settings

from kith.access.models import Account
from kith.people.models import Address, Language, Person, PersonName, Relationship
from tests.story.serving import served
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.caller import Caller, Said
from tests.support.visit import signed_in
from tests.walk.forms import forms_of

pytestmark = pytest.mark.database
Fields = dict[str, str]
SINCE = {"from_on_day": "1", "from_on_month": "3", "from_on_year": "2026"}


@pytest.fixture
def house(kith_database: None, tmp_path: Path) -> Iterator[str]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"), served() as address:
        yield address


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def pair(ada: Person) -> tuple[Account, Account]:
    two = make.account("lead", display_name="Rosa"), make.account("social_worker", display_name="Sam")
    for each in two:
        make.involved(each, ada)
    return two


def together(
    house: str, pair: tuple[Account, Account], address: str, one: Fields, other: Fields
) -> list[Said]:
    """Both forms, opened before either is sent, arrive in the same moment."""
    callers = [Caller(house, signed_in(each).cookies["sessionid"].value) for each in pair]
    tokens = [
        caller.get("/people/").body.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        for caller in callers
    ]
    gate = Barrier(2)

    def send(caller: Caller, token: str, fields: Fields) -> Said:
        gate.wait()
        return caller.post(address, [*fields.items(), ("csrfmiddlewaretoken", token)])

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(send, callers, tokens, (one, other)))


def told_with_words_kept(answers: list[Said], *words: str) -> None:
    """One was saved; the other is told what is wrong, and what was typed is in the page."""
    assert sorted(each.status for each in answers) == [200, 302]
    second = next(each for each in answers if each.status == 200)
    assert "govuk-error-summary" in second.body
    assert any(word in second.body for word in words)


def test_two_settled_homes_of_one_night_are_never_both_there(
    house: str, ada: Person, pair: tuple[Account, Account]
) -> None:
    home = {"kind": "home", "settled": "on", **SINCE}
    answers = together(
        house,
        pair,
        f"/people/{ada.id}/about/address/",
        {**home, "lines": "1 Beech Way"},
        {**home, "lines": "2 Rowan Way"},
    )
    told_with_words_kept(answers, "1 Beech Way", "2 Rowan Way")
    assert Address.objects.using(make.OWNER).count() == 1


def test_two_names_to_be_used_leave_one_in_use_and_no_name_lost(
    house: str, ada: Person, pair: tuple[Account, Account]
) -> None:
    name = {"kind": "legal", "family": "Marsh", "preferred": "on"}
    answers = together(
        house, pair, f"/people/{ada.id}/about/name/", {**name, "given": "Adah"}, {**name, "given": "Adela"}
    )
    assert {each.status for each in answers} <= {200, 302}
    if 200 in {each.status for each in answers}:
        told_with_words_kept(answers, "Adah", "Adela")
    names = PersonName.objects.using(make.OWNER).filter(person=ada)
    assert names.filter(preferred=True).count() == 1
    saved = sum(each.status == 302 for each in answers)
    assert names.filter(given__in=["Adah", "Adela"]).count() == saved


def test_the_same_fact_twice_is_there_once_and_the_second_is_told(
    house: str, ada: Person, pair: tuple[Account, Account]
) -> None:
    fact = {"language": "Welsh", "use": "first"}
    page = (
        Caller(house, signed_in(pair[0]).cookies["sessionid"].value)
        .get(f"/people/{ada.id}/about/language/")
        .body
    )
    fact["use"] = page.partition('name="use" type="radio" value="')[2].partition('"')[0]
    answers = together(house, pair, f"/people/{ada.id}/about/language/", fact, fact)
    told_with_words_kept(answers, "Welsh")
    assert Language.objects.using(make.OWNER).count() == 1


def test_two_ties_of_two_workers_are_both_there(
    house: str, ada: Person, pair: tuple[Account, Account]
) -> None:
    other = make.person("Bo")
    make.tied(ada, other, "friend")
    tie = {"other": str(other.id), "kind": "neighbour"}
    answers = together(
        house,
        pair,
        f"/people/{ada.id}/about/tie/?other={other.id}",
        {**tie, "in_their_words": "She feeds my fish"},
        {**tie, "in_their_words": "Next door but one"},
    )
    assert {each.status for each in answers} <= {200, 302}
    saved = sum(each.status == 302 for each in answers)
    held = Relationship.objects.using(make.OWNER).filter(person=ada, kind="neighbour").count()
    assert held == saved
    if saved < 2:
        told_with_words_kept(answers, "She feeds my fish", "Next door but one")


def test_one_child_added_by_two_is_shown_to_the_second(house: str, pair: tuple[Account, Account]) -> None:
    page = Caller(house, signed_in(pair[0]).cookies["sessionid"].value).get("/people/new/?q=wren").body
    (form,) = [each for each in forms_of(page, "/people/new/") if each.action == "/people/new/"]
    child = {name: values[0] for name, values in form.filled().items() if name not in ("scheme", "number")}
    child |= {"given": "Wren", "family": "Halloway", "birth_knowledge": "exact", "born_on_year": "2019"}
    before = Person.objects.using(make.OWNER).count()
    answers = together(house, pair, "/people/new/", child, child)
    assert sorted(each.status for each in answers) == [200, 302]
    second = next(each for each in answers if each.status == 200)
    assert "Is it one of these?" in second.body
    assert 'value="Halloway"' in second.body
    assert Person.objects.using(make.OWNER).count() == before + 1
