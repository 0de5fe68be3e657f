"""Asked alone within two working days after a meeting: a duty of whom it concerns, and told when it is late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kith.access.models import Account
from kith.core.acting import acting
from kith.decisions import actions
from kith.decisions.models import FamilyMeeting, MeetingFact, NetworkPerson, NeverReason
from kith.law.calendar import add_working_days
from kith.law.due import obligations
from kith.people.models import Person
from tests.decisions.tale import Tale, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
SAYS = "alone after the family’s meeting"


@pytest.fixture
def tale(kith_database: None) -> Tale:
    made = Tale()
    made.asks_coordinator()
    made.settles(made.of("Mara"), part="harmed")
    made.settles(made.of("Ada"))
    make.involved(made.manager, made.child, role="social_worker")
    return made


def holds(tale: Tale, days_ago: int = 0) -> None:
    FamilyMeeting.objects.using(make.OWNER).filter(id=tale.own.id).update(
        held_on=today() - timedelta(days=days_ago)
    )


def asked(tale: Tale, name: str, when: str = "after") -> None:
    with acting(by := make.actor(tale.coordinator)):
        actions.check_privately(
            by=by, person=tale.of(name).id, when=when, on=today(), could_say="no", words="He was there."
        )


def duty(tale: Tale, person: Person, by: Account) -> list[tuple[date, str]]:
    with acting(make.actor(by)):
        return [(each.due, str(each.state)) for each in obligations([person.id]) if each.duty == "FM-02"]


def test_each_child_and_each_adult_who_was_hurt_is_asked_within_two_working_days(tale: Tale) -> None:
    assert duty(tale, tale.child, tale.lead) == []
    holds(tale)
    due = add_working_days(today(), 2)
    for person in (tale.child, tale.mum):
        assert duty(tale, person, tale.lead) == [(due, "due")]
    assert duty(tale, tale.dad, tale.lead) == []
    asked(tale, "Ada", when="before")
    assert duty(tale, tale.child, tale.lead) == [(due, "due")]
    asked(tale, "Ada")
    assert [state for _due, state in duty(tale, tale.child, tale.lead)] == ["met"]
    assert [state for _due, state in duty(tale, tale.mum, tale.lead)] == ["due"]


def test_late_is_told_to_the_coordinator_and_the_manager_with_no_word_of_what_was_said(tale: Tale) -> None:
    holds(tale)
    assert SAYS not in words_of(signed_in(tale.manager).get("/"))
    holds(tale, days_ago=9)
    for account in (tale.coordinator, tale.manager):
        page = words_of(signed_in(account).get("/"))
        assert f"Nobody asked Ada Reed {SAYS}" in page
        assert f"Nobody asked Mara Reed {SAYS}" in page
        assert "Rhys" not in page.split("See to this first")[1].split("My people")[0]
    for other in (make.account("manager"), tale.other_coordinator, tale.lead):
        assert SAYS not in words_of(signed_in(other).get("/"))
    asked(tale, "Ada")
    asked(tale, "Mara")
    for account in (tale.coordinator, tale.manager):
        page = words_of(signed_in(account).get("/"))
        assert SAYS not in page
        assert "He was there" not in page


def test_nobody_is_asked_who_is_never_to_be_and_no_fact_holds_words(tale: Tale) -> None:
    tale.settles(tale.of("Mara"), "never", part="harmed", never_because="Not safe.")
    holds(tale)
    asked(tale, "Ada")
    facts = MeetingFact.objects.using(make.OWNER).filter(offer=tale.lived, kind__in=["to_check", "checked"])
    assert sorted((each.person_id == tale.child.id, each.kind) for each in facts) == [
        (True, "checked"),
        (True, "to_check"),
    ]


def test_a_second_reason_for_never_stands_beside_the_first_each_with_its_author(tale: Tale) -> None:
    tale.settles(tale.of("Rhys"), "never", never_because="He hurt me.")
    tale.settles(tale.of("Rhys"), "never", never_because="Bail says no.")
    tale.settles(tale.of("Rhys"), "never", never_because="Bail says no.")
    rows = NeverReason.objects.using(make.OWNER).order_by("recorded_at")
    assert [(each.reason, each.recorded_by) for each in rows] == [
        ("He hurt me.", tale.coordinator.id), ("Bail says no.", tale.coordinator.id),
    ]  # fmt: skip
    page = words_of(signed_in(tale.coordinator).get(f"/meetings/{tale.own.id}/people/{tale.of('Rhys').id}/"))
    assert "He hurt me." in page
    assert "Bail says no." in page
    with acting(make.actor(tale.lead)):
        assert NetworkPerson.objects.filter(id=tale.of("Rhys").id).exists()
        assert not NeverReason.objects.exists()
    with acting(make.actor(tale.manager)):
        assert NeverReason.objects.count() == 2


def test_somebody_of_whom_there_is_no_record_is_owed_it_too_without_their_name(tale: Tale) -> None:
    with acting(by := make.actor(tale.coordinator)):
        gran = actions.name_person(by=by, meeting=tale.own.id, name="Nan Agnes", tie="my nan", named_by="Ada")
    assert gran.person_id is None
    tale.settles(gran, part="harmed")

    def owed(kind: str = "FM-03") -> list[tuple[date, str]]:
        with acting(make.actor(tale.lead)):
            return [(each.due, str(each.state)) for each in obligations([tale.child.id]) if each.duty == kind]

    assert owed() == []
    holds(tale)
    assert owed() == [(add_working_days(today(), 2), "due")]
    assert "Agnes" not in words_of(signed_in(tale.lead).get(f"/people/{tale.child.id}/duties/"))
    asked(tale, "Ada")
    assert [state for _due, state in owed("FM-02")] == ["met"]
    assert [state for _due, state in owed()] == ["due"]
    asked(tale, "Nan")
    assert [state for _due, state in owed()] == ["met"]


def test_once_there_is_a_record_of_them_it_is_owed_there_and_who_is_never_asked_is_owed_nothing(
    tale: Tale,
) -> None:
    with acting(by := make.actor(tale.coordinator)):
        gran = actions.name_person(by=by, meeting=tale.own.id, name="Nan Agnes", tie="my nan", named_by="Ada")
    tale.settles(gran, part="harmed")
    holds(tale)
    others = MeetingFact.objects.using(make.OWNER).filter(offer=tale.lived, kind="others")
    assert others.get().person_id == tale.child.id
    found = make.person("Agnes", born=None)
    NetworkPerson.objects.using(make.OWNER).filter(id=gran.id).update(person=found)
    assert not others.exists()
    assert MeetingFact.objects.using(make.OWNER).filter(person=found, kind="to_check").exists()
    with acting(by):
        bert = actions.name_person(by=by, meeting=tale.own.id, name="Bert", tie="uncle", named_by="Ada")
    tale.settles(bert, part="harmed")
    assert others.exists()
    tale.settles(bert, "never", part="harmed", never_because="Not safe.")
    assert not others.exists()
