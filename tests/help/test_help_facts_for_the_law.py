"""What is held by request and by family, as the law reads it of each child; and the duties that come of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from kith.access.models import Account, Involvement
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.help import actions
from kith.help.models import HelpFact, HelpRequest, RequestPerson
from kith.help.thresholds.load import rules_on
from kith.law.due import obligations
from kith.law.recorded import facts_of
from kith.people.models import Person
from kith.story.actions import start_not_yet_told
from tests.help.asked import asked, take
from tests.help.families import Mosses, does
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
KINDS = {
    "help_asked", "referral_decided", "referrer_told", "telling_referrer_unsafe", "family_told_of_decision",
    "telling_would_harm", "family_help",
}  # fmt: skip


class Desk:
    """A front door worker to whom Ada is open, and a request about her that counts as a referral."""

    def __init__(self, **more: Any) -> None:
        self.ada = make.person("Ada", born=date(2015, 5, 1))
        self.screener = make.account("front_door")
        make.involved(self.screener, self.ada, role="screener")
        self.request = asked(safe_to=["call"], **more)
        take(self.screener, self.request)

    def match(self, referral: bool = True) -> None:
        does(self.screener, actions.match_person, request=self.request, person=self.ada.id, referral=referral)

    def decide(self) -> None:
        version = rules_on(timezone.localdate()).version
        does(
            self.screener, actions.decide_request, request=self.request, facts=[], version=version,
            tier="family_help", reason="They ask.", alternative="", letter="",
        )  # fmt: skip

    def told(self, how: str = "call") -> None:
        does(self.screener, actions.say_told, request=self.request, how=how)


def facts(by: Account, person: Person) -> dict[str, tuple[date, date | None]]:
    with acting(make.actor(by)):
        found = [each for each in facts_of([person.id]) if each.kind in KINDS]
    return {each.kind: (each.on, each.until) for each in found}


def states(by: Account, person: Person) -> dict[str, str]:
    with acting(make.actor(by)):
        return {each.duty: each.state for each in obligations([person.id])}


def asked_days_ago(request: UUID, days: int) -> None:
    moment = timezone.now() - timedelta(days=days)
    HelpRequest.objects.using(make.OWNER).filter(id=request).update(asked_at=moment)


def test_a_request_that_is_no_referral_starts_nothing() -> None:
    desk = Desk()
    desk.match(referral=False)
    assert facts(desk.screener, desk.ada) == {}


def test_asking_deciding_and_telling_are_the_facts_of_the_referral() -> None:
    desk, day = Desk(), timezone.localdate()
    desk.match()
    assert set(facts(desk.screener, desk.ada)) == {"help_asked"}
    assert states(desk.screener, desk.ada)["FD-01"] == "due"
    desk.decide()
    desk.told()
    found = facts(desk.screener, desk.ada)
    assert found == dict.fromkeys(
        ("help_asked", "referral_decided", "referrer_told", "family_told_of_decision"), (day, None)
    )
    held = states(desk.screener, desk.ada)
    assert (held["FD-01"], held["FD-02"], held["FD-03"]) == ("met", "met", "met")
    referral = RequestPerson.objects.using(make.OWNER).get().referral_id
    assert {each.matter for each in HelpFact.objects.using(make.OWNER).all()} == {referral}


def test_a_decision_that_came_late_is_late_and_a_second_one_changes_nothing() -> None:
    desk = Desk()
    desk.match()
    HelpFact.objects.using(make.OWNER).update(happened_on=timezone.localdate() - timedelta(days=9))
    assert states(desk.screener, desk.ada)["FD-01"] == "late"
    desk.decide()
    HelpFact.objects.using(make.OWNER).filter(kind="decided").update(
        happened_on=timezone.localdate() - timedelta(days=8)
    )
    desk.decide()
    assert facts(desk.screener, desk.ada)["referral_decided"][0] == timezone.localdate() - timedelta(days=8)


def test_where_telling_is_not_safe_nobody_is_late() -> None:
    desk = Desk()
    desk.match()
    desk.decide()
    desk.told("not_safe")
    HelpFact.objects.using(make.OWNER).update(happened_on=timezone.localdate() - timedelta(days=9))
    held = states(desk.screener, desk.ada)
    assert (held["FD-02"], held["FD-03"]) == ("excused", "excused")


def test_where_somebody_else_asked_the_family_is_told_by_itself_or_it_is_said_why_not() -> None:
    desk = Desk(how="professional")
    desk.match()
    desk.decide()
    desk.told()
    assert "family_told_of_decision" not in facts(desk.screener, desk.ada)
    today = timezone.localdate()
    for wrong in ({"on": None}, {"on": today, "why_not": "x"}, {"on": today + timedelta(days=1)}):
        with pytest.raises(NotPermittedError):
            does(desk.screener, actions.say_family_told, request=desk.request, **wrong)
    does(desk.screener, actions.say_family_told, request=desk.request, on=today)
    assert facts(desk.screener, desk.ada)["family_told_of_decision"] == (today, None)
    other = Desk(how="other")
    other.match()
    other.decide()
    does(
        other.screener, actions.say_family_told, request=other.request, on=None, why_not="He opens her post."
    )
    assert set(facts(other.screener, other.ada)) >= {"telling_would_harm"}


def test_what_belongs_to_a_concern_is_not_owed_to_the_family() -> None:
    desk = Desk(how="other")
    by = make.actor(desk.screener)
    with acting(by):
        start_not_yet_told(by=by, persons=[desk.ada.id], reason="Police ask.", since=timezone.now())
    desk.match()
    desk.decide()
    HelpFact.objects.using(make.OWNER).update(happened_on=timezone.localdate() - timedelta(days=9))
    assert states(desk.screener, desk.ada)["FD-03"] == "excused"
    charity = make.account("partner")
    make.involved(charity, desk.ada)
    assert facts(charity, desk.ada) == {}, "who asked about whom is nothing for a charity"


def test_the_family_told_on_its_page() -> None:
    desk = Desk(how="professional")
    desk.match()
    desk.decide()
    client, page = signed_in(desk.screener), f"/help/requests/{desk.request}/"
    assert "When was the family told?" in words_of(client.get(page))
    day = timezone.localdate()
    sent = {"on_day": str(day.day), "on_month": str(day.month), "on_year": str(day.year), "why_not": ""}
    wrong = {"on_day": "99", "on_month": "1", "on_year": "2026", "why_not": "He opens her post."}
    again = client.post(f"{page}family", wrong)
    assert again.status_code == 200
    assert "He opens her post." in again.content.decode(), "nothing that was typed is lost"
    assert "Something needs putting right" in words_of(again)
    assert "Something needs putting right" in words_of(client.post(f"{page}told", {"how": "by pigeon"}))
    assert "Told what was decided" not in words_of(client.get(page))
    client.post(f"{page}family", sent)
    assert "Told what was decided on" in words_of(client.get(page))


def test_family_help_is_of_each_child_and_a_lead_who_was_there_is_the_lead() -> None:
    moss, day = Mosses(), timezone.localdate() - timedelta(days=30)
    make.involved(moss.rosa, moss.ada, role="family_support")
    make.involved(moss.rosa, moss.mara, role="family_support")
    does(moss.rosa, actions.start_family_help, family=moss.family.id, on=day)
    assert facts(moss.rosa, moss.ada) == {"family_help": (day, None)}
    assert facts(moss.rosa, moss.mara) == {}, "her birth is not recorded: nobody is taken for a child"
    assert states(moss.rosa, moss.ada)["FH-01"] == "met"
    does(moss.rosa, actions.end_family_help, family=moss.family.id, on=day + timedelta(days=9), why="moved")
    assert facts(moss.rosa, moss.ada) == {"family_help": (day, day + timedelta(days=9))}


def test_family_help_without_a_lead_is_late() -> None:
    moss, day = Mosses(), timezone.localdate() - timedelta(days=30)
    Involvement.objects.using(make.OWNER).create(
        account=moss.sam,
        family=moss.family,
        role="family_support",
        label_mask=int(moss.sam.role_class.opens),
        during=make.always(),
    )
    moss.held.delete(using=make.OWNER)
    does(moss.sam, actions.start_family_help, family=moss.family.id, on=day)
    assert states(moss.sam, moss.ada)["FH-01"] == "late"


def test_nobody_writes_these_by_hand() -> None:
    desk = Desk()
    row = HelpFact(
        person_id=desk.ada.id, matter=desk.request, kind="decided", happened_on=timezone.localdate()
    )
    with acting(make.actor(desk.screener)), pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)
    with acting(make.actor(desk.screener)), pytest.raises(DatabaseError), transaction.atomic():
        HelpRequest.objects.filter(id=desk.request).update(family_told_on=timezone.localdate())
