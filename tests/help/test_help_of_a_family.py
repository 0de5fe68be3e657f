"""Family Help: never asked twice without being counted, never a silent change of lead, and read only by those inside."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test.utils import override_settings

from kith.access.models import Account, Involvement
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.help import actions
from kith.help.actions import Farewell
from kith.help.models import (
    AdultNeed,
    AssessmentAnswer,
    FamilyAssessment,
    FamilyHelp,
    HelpOffer,
    LeadChange,
    Pot,
    PracticalHelp,
    StatutoryBasis,
)
from kith.story.actions import write_own_words
from kith.story.marks import Marked
from tests.help.asked import asked
from tests.help.families import Mosses, does
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("whole_house")]
DAY = date(2026, 1, 5)
GOODBYE = Farewell("i liked rosa", "Mara", date(2026, 1, 2), date(2026, 1, 6))
TABLES = (
    AdultNeed, AssessmentAnswer, FamilyAssessment, FamilyHelp, HelpOffer, LeadChange, PracticalHelp, StatutoryBasis,
)  # fmt: skip
INSIDE = {"lead", "social_worker", "protection", "manager", "reviewing", "front_door", "health"}


@pytest.fixture
def whole_house() -> Any:
    with override_settings(ROOT_URLCONF="kith.config.urls"):
        yield


@pytest.fixture
def home() -> Mosses:
    return Mosses()


def pot() -> Pot:
    made: Pot = Pot.objects.using(make.OWNER).create(
        name="Section 17", pays_for="what a child needs", pence=10_000, from_on=DAY
    )
    return made


def everything(home: Mosses) -> None:
    """One row in each table of the family."""
    does(home.rosa, actions.start_family_help, family=home.family.id, on=DAY)
    does(home.rosa, actions.set_basis, person=home.ada.id, basis="s17", on=DAY)
    does(home.rosa, actions.record_need, person=home.mara.id, kind="money", since=DAY)
    made = does(home.rosa, actions.start_assessment, family=home.family.id, on=DAY)
    does(home.rosa, actions.save_answers, assessment=made.id, answers={"hard": "money"})
    does(
        home.rosa,
        actions.give_practical_help,
        family=home.family.id,
        what="A bed",
        pence=4550,
        pot=pot().id,
        on=DAY,
    )
    does(home.rosa, actions.offer_help, person=home.ada.id, what="Time", why="stage", on=DAY)
    change_lead(home)


def change_lead(home: Mosses, **more: Any) -> LeadChange:
    given: dict[str, Any] = {
        "persons": [home.ada.id, home.mara.id],
        "family": home.family.id,
        "involvements": [home.held.id],
        "to": home.sam.id,
        "on": date(2026, 2, 1),
        "reason": "Rosa moves to another team",
        "farewell": GOODBYE,
    }
    made: LeadChange = does(home.mo, actions.change_lead, **(given | more))
    return made


@pytest.mark.parametrize("role", sorted(ROLES))
def test_only_those_inside_to_whom_the_family_is_open_read_anything(home: Mosses, role: str) -> None:
    everything(home)
    account, stranger = make.account(role), make.account(role)
    if ROLES[role].family:
        make.door(account, home.mara, "self" if role == "parent" else "parent")
        make.door(account, home.ada, "parent" if role != "young_person" else "knows")
    elif ROLES[role].opens:
        for each in (home.ada, home.mara):
            make.involved(account, each, role="family_support")
    for who, seen in ((account, role in INSIDE | {"director"}), (stranger, False)):
        with acting(make.actor(who)):
            counts = {model.__name__: model.objects.count() for model in TABLES}
        assert all((count > 0) is seen for count in counts.values()), (role, counts)
    with acting(None):
        assert [model.objects.count() for model in TABLES] == [0] * len(TABLES)


def test_somebody_restricted_in_the_family_shuts_it_to_those_they_are_shut_to(home: Mosses) -> None:
    everything(home)
    make.restricted(home.mara)
    with acting(make.actor(home.rosa)):
        assert FamilyHelp.objects.count() == 0
        assert PracticalHelp.objects.count() == 0


def test_a_need_that_is_health_is_read_by_those_who_may_see_health(home: Mosses) -> None:
    does(home.rosa, actions.record_need, person=home.mara.id, kind="mental_health", since=DAY)
    plain = make.account("social_worker")
    make.involved(plain, home.mara, role="social_worker", label_mask=1)
    for account, seen in ((home.rosa, 1), (plain, 0)):
        with acting(make.actor(account)):
            assert AdultNeed.objects.count() == seen


def test_the_lead_changes_only_with_the_familys_view_and_goodbye_and_hello(home: Mosses) -> None:
    for wrong, says in (
        (Farewell("", "Mara", DAY, DAY), "what the family thinks"),
        (Farewell("fine", " ", DAY, DAY), "what the family thinks"),
        (Farewell("fine", "Mara", DAY, None), "when goodbye and hello are said"),
    ):
        with pytest.raises(NotPermittedError, match=says):
            change_lead(home, farewell=wrong)
    with pytest.raises(NotPermittedError, match="cannot say who works with whom"):
        does(home.rosa, actions.change_lead, persons=[home.ada.id], family=home.family.id, involvements=[home.held.id],
             to=home.sam.id, on=DAY, reason="x", farewell=GOODBYE)  # fmt: skip
    assert LeadChange.objects.using(make.OWNER).count() == 0
    made = change_lead(home)
    assert (made.old_id, made.new_id, made.family_view) == (home.rosa.id, home.sam.id, "i liked rosa")
    held = Involvement.objects.using(make.OWNER).filter(family=home.family, during__endswith__isnull=True)
    assert [each.account_id for each in held] == [home.sam.id]


def test_what_is_known_is_filled_in_and_what_is_asked_again_is_counted(home: Mosses) -> None:
    request = asked(what_is_hard="i cannot sleep")
    duty = make.account("front_door")
    for each in (home.ada, home.mara):
        make.involved(duty, each, role="screener")
    does(duty, actions.match_person, request=request, person=home.mara.id)
    does(home.rosa, write_own_words, persons=[home.ada.id], text=[Marked("my dog")], whose="Ada")
    first = does(duty, actions.start_assessment, family=home.family.id, on=DAY)
    rows = AssessmentAnswer.objects.using(make.OWNER).filter(assessment=first)
    filled = {each.question: each for each in rows}
    assert {name: each.words for name, each in filled.items()} == {
        "hard": "i cannot sleep",
        "matters": "my dog",
    }
    assert filled["matters"].source_event is not None
    assert (
        does(
            duty,
            actions.save_answers,
            assessment=first.id,
            answers={"hard": "i cannot sleep", "home": "damp"},
        )
        == 0
    )
    again = {"hard": "the nights", "matters": ""}
    assert does(duty, actions.save_answers, assessment=first.id, answers=again, asked_again={"hard"}) == 1
    assert does(duty, actions.save_answers, assessment=first.id, answers=again, asked_again={"hard"}) == 0
    does(duty, actions.finish_assessment, assessment=first.id, on=DAY)
    with pytest.raises(NotPermittedError, match="still open"):
        does(duty, actions.save_answers, assessment=first.id, answers=again)

    second = does(home.rosa, actions.start_assessment, family=home.family.id, on=date(2026, 6, 1))
    rows = AssessmentAnswer.objects.using(make.OWNER).filter(assessment=second)
    assert {each.question: each.words for each in rows} == {
        "hard": "the nights",
        "matters": "my dog",
        "home": "damp",
    }
    assert all(each.came_from_id is not None and not each.asked_again for each in rows)
    with pytest.raises(NotPermittedError, match="under way already"):
        does(home.rosa, actions.start_assessment, family=home.family.id, on=DAY)


def test_private_words_fill_nothing_in(home: Mosses, tmp_path: Path) -> None:
    with story_set_up(tmp_path):
        does(
            home.rosa,
            write_own_words,
            persons=[home.ada.id],
            text=[Marked("mine")],
            whose="Ada",
            private=True,
        )
    made = does(home.rosa, actions.start_assessment, family=home.family.id, on=DAY)
    assert not AssessmentAnswer.objects.using(make.OWNER).filter(assessment=made).exists()


def test_a_manager_agrees_to_an_assessment_and_never_to_their_own(home: Mosses) -> None:
    made = does(home.mo, actions.start_assessment, family=home.family.id, on=DAY)
    with pytest.raises(NotPermittedError, match="waits for somebody"):
        does(home.mo, actions.agree_assessment, assessment=made.id)
    does(home.mo, actions.finish_assessment, assessment=made.id, on=DAY)
    with pytest.raises(NotPermittedError, match="own work"):
        does(home.mo, actions.agree_assessment, assessment=made.id)
    with pytest.raises(NotPermittedError, match="agree to a plan"):
        does(home.rosa, actions.agree_assessment, assessment=made.id)
    other = make.account("manager", in_team=make.team("Family Help North"))
    does(other, actions.agree_assessment, assessment=made.id)
    assert FamilyAssessment.objects.using(make.OWNER).get().agreed_by_id == other.id


@pytest.mark.parametrize(
    ("act", "facts", "says"),
    [
        (actions.start_family_help, {"on": date(2999, 1, 1)}, "still to come"),
        (actions.end_family_help, {"on": DAY, "why": "goals_met"}, "no Family Help"),
        (actions.give_practical_help, {"what": "", "pence": 1, "pot": uuid4(), "on": DAY}, "Say what it was"),
        (
            actions.give_practical_help,
            {"what": "x", "pence": 1, "pot": uuid4(), "on": DAY},
            "may not be spent",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(home: Mosses, act: Any, facts: dict[str, Any], says: str) -> None:
    with pytest.raises(NotPermittedError, match=says):
        does(home.rosa, act, family=home.family.id, **facts)
    with pytest.raises(NotPermittedError, match="not open to you"):
        does(make.account("lead"), act, family=home.family.id, **(facts | {"on": DAY}))


def test_family_help_begins_once_and_ends_with_why_and_the_familys_words(home: Mosses) -> None:
    does(home.rosa, actions.start_family_help, family=home.family.id, on=DAY)
    with pytest.raises(NotPermittedError, match="already"):
        does(home.rosa, actions.start_family_help, family=home.family.id, on=DAY)
    does(
        home.rosa, actions.end_family_help, family=home.family.id, on=DAY, why="goals_met", words="thank you"
    )
    assert FamilyHelp.objects.using(make.OWNER).get().words_at_end == "thank you"


def test_footings_in_law_are_dated_and_two_may_hold_at_once(home: Mosses) -> None:
    first = does(home.rosa, actions.set_basis, person=home.ada.id, basis="s17", on=DAY)
    does(home.rosa, actions.set_basis, person=home.ada.id, basis="s20", on=DAY)
    with pytest.raises(NotPermittedError, match="already for some"):
        does(home.rosa, actions.set_basis, person=home.ada.id, basis="s17", on=date(2026, 3, 1))
    does(home.rosa, actions.end_basis, basis=first.id, on=date(2026, 2, 1))
    does(home.rosa, actions.set_basis, person=home.ada.id, basis="s17", on=date(2026, 3, 1))
    assert StatutoryBasis.objects.using(make.OWNER).count() == 3


def sends(account: Account, address: str, **typed: Any) -> Any:
    day = {"on_day": "5", "on_month": "1", "on_year": "2026"}
    return signed_in(account).post(address, day | {"sending": str(uuid4())} | typed)


def test_the_pages_record_it_and_show_it(home: Mosses) -> None:
    at = f"/families/{home.family.id}/help/"
    money = pot()
    for what, typed in (
        ("start", {}),
        ("need", {"person": str(home.mara.id), "kind": "housing", "words": "damp <b>walls</b>"}),
        ("basis", {"person": str(home.ada.id), "basis": "s17"}),
        ("spend", {"what": "A bed for Ada", "pounds": "£1,045.5", "pot": str(money.id)}),
        ("assess", {}),
    ):
        answer = sends(home.rosa, f"{at}{what}/", **typed)
        assert answer.status_code == 302, (what, words_of(answer))
    filled = sends(home.rosa, f"{at}answers/", hard="the nights")
    assert filled.status_code == 302
    assert sends(home.rosa, f"{at}answers/", hard="still", again_hard="on").status_code == 302
    page = words_of(signed_in(home.rosa).get(at))
    for words in (
        "Family Help since",
        "a place to live",
        "damp <b>walls</b>",
        "£1,045.50",
        "1 question",
        "child in need",
    ):
        assert words in page, words
    assert sends(home.rosa, f"{at}finish/").status_code == 302
    assert signed_in(home.rosa).get(f"{at}agree/").status_code == 404
    assert sends(home.mo, f"{at}agree/").status_code == 302
    assert "Enter an amount" in words_of(
        sends(home.rosa, f"{at}spend/", what="x", pounds="lots", pot=str(money.id))
    )
    for other in (make.account("lead"), make.account("parent")):
        assert "The Mosses" not in words_of(signed_in(other).get(at))


def test_the_page_of_a_family_takes_few_statements(home: Mosses) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    everything(home)
    client = signed_in(home.sam)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(f"/families/{home.family.id}/help/").status_code == 200
    assert len(caught) <= 30


def test_a_manager_changes_the_lead_by_the_page_with_what_the_family_is_owed(home: Mosses) -> None:
    client = signed_in(home.mo)
    address = f"/families/{home.family.id}/lead/{home.held.id}/"
    assert "Sam Hill" in words_of(client.get(f"{address}?q=sam"))
    typed = {
        "on_day": "5",
        "on_month": "1",
        "on_year": "2026",
        "reason": "Rosa moves",
        "sending": str(uuid4()),
    }
    bare = words_of(client.post(f"{address}?worker={home.sam.id}", typed))
    assert "why there can be no visit" in bare
    whole = typed | {"family_view": "sad", "view_of": "Mara", "no_visit_why": "Rosa is ill"}
    assert client.post(f"{address}?worker={home.sam.id}", whole).status_code == 302
    page = words_of(signed_in(home.sam).get(f"/families/{home.family.id}/help/"))
    for words in ("from Rosa Lindqvist to Sam Hill", "Mara said: sad", "No goodbye visit: Rosa is ill"):
        assert words in page
    assert signed_in(home.rosa).get(address).status_code == 404


def test_where_no_money_is_set_aside_the_page_says_who_sets_it_aside(home: Mosses) -> None:
    page = signed_in(home.rosa).get(f"/families/{home.family.id}/help/spend/")
    assert "No money is set aside for practical help yet" in words_of(page)
    assert b"govuk-radios" not in page.content


def test_a_need_and_a_footing_end_by_the_page_and_are_offered_only_while_they_hold(home: Mosses) -> None:
    at = f"/families/{home.family.id}/help/"
    for what in ("need-over", "basis-over", "goodbye"):
        assert signed_in(home.rosa).get(f"{at}{what}/").status_code == 404
    need = does(home.rosa, actions.record_need, person=home.mara.id, kind="housing", since=DAY)
    basis = does(home.rosa, actions.set_basis, person=home.ada.id, basis="s17", on=DAY)
    page = signed_in(home.rosa).get(at).content.decode()
    assert f"{at}need-over/" in page
    assert f"{at}basis-over/" in page
    later = {"on_day": "6", "on_month": "2", "on_year": "2026"}
    assert "Mara" in words_of(signed_in(home.rosa).get(f"{at}need-over/"))
    assert sends(home.rosa, f"{at}need-over/", which=str(need.id), **later).status_code == 302
    assert "began on that day or later" in words_of(
        sends(home.rosa, f"{at}basis-over/", which=str(basis.id), on_year="2020")
    )
    assert sends(home.rosa, f"{at}basis-over/", which=str(basis.id), **later).status_code == 302
    assert AdultNeed.objects.using(make.OWNER).get().until == date(2026, 2, 6)
    assert StatutoryBasis.objects.using(make.OWNER).get().during.upper == date(2026, 2, 6)
    assert signed_in(home.rosa).get(f"{at}need-over/").status_code == 404
    assert f"{at}basis-over/" not in signed_in(home.rosa).get(at).content.decode()


def test_that_goodbye_and_hello_were_said_is_recorded_by_the_page(home: Mosses) -> None:
    at = f"/families/{home.family.id}/help/"
    made = change_lead(home)
    days = {"goodbye_day": "5", "goodbye_month": "2", "goodbye_year": "2026"}
    empty = sends(home.sam, f"{at}goodbye/", which=str(made.id))
    assert "Give the day on which it was said" in words_of(empty)
    assert sends(home.sam, f"{at}goodbye/", which=str(made.id), **days).status_code == 302
    assert "Goodbye was said 5 February 2026." in words_of(signed_in(home.sam).get(at))
    met = {"hello_day": "9", "hello_month": "2", "hello_year": "2026"}
    assert sends(home.sam, f"{at}goodbye/", which=str(made.id), **met).status_code == 302
    held = LeadChange.objects.using(make.OWNER).get()
    assert (held.said_goodbye_on, held.met_new_on) == (date(2026, 2, 5), date(2026, 2, 9))
    assert signed_in(home.sam).get(f"{at}goodbye/").status_code == 404


def test_whoever_may_only_not_see_it_is_not_told_that_there_is_none(home: Mosses) -> None:
    charity = make.account("partner")
    make.involved(charity, home.ada)
    at = f"/families/{home.family.id}/help/"
    assert sends(home.rosa, f"{at}start/").status_code == 302
    assert "Family Help since" in words_of(signed_in(home.rosa).get(at))
    theirs = words_of(signed_in(charity).get(at))
    assert "Family Help since" not in theirs
    assert "No Family Help now, as far as is open to you. There may be more that is not." in theirs
