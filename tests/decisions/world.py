"""A child, her mother and grandmother, the father who hurt her mother, and a family meeting that is being prepared.

Mother and child live at an address that is kept from the father. All of it is written as the owner, past every action,
so that what PostgreSQL itself lets each account read and write can be asked.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone

from kith.access.models import Account, NotYetTold, Release
from kith.decisions.models import (
    FamilyMeeting,
    FamilyPlan,
    FamilyPlanLine,
    Invitation,
    MeetingOffer,
    MeetingPerson,
    NetworkPerson,
    NeverReason,
    Prepared,
    PrivateCheck,
)
from kith.people.models import Person
from tests.support import make

DAY = date(2026, 11, 2)
AT = datetime(2026, 12, 3, 14, 0, tzinfo=ZoneInfo("Europe/London"))
SECRETS = (
    "Heron Close", "ZZ9 9ZZ", "Beech Lane School", "the library room", "He hurt me", "I am afraid", "Rosa Lindqvist",
    "Nan Nora",
)  # fmt: skip


def save(model: type[Any], **facts: Any) -> Any:
    return model.objects.using(make.OWNER).create(**facts)


class World:
    """Everybody of it. `ex` is the father's account."""

    def __init__(self, *, covert: NotYetTold | None = None) -> None:
        self.child = make.person("Ada", "Reed")
        self.mum, self.dad = make.person("Mara", "Reed", born=None), make.person("Rhys", "Pike", born=None)
        self.nan = make.person("Nora", "Reed", born=None)
        for each, kind in ((self.mum, "mother"), (self.dad, "father"), (self.nan, "grandparent")):
            make.tied(self.child, each, kind)
        for each in (self.child, self.mum):
            make.home(each, "4 Heron Close, Kithton", "ZZ9 9ZZ", protected=True)
        self.family = make.family(self.child, self.mum)
        team = make.team()
        self.lead = make.account("lead", display_name="Rosa Lindqvist", in_team=team)
        self.manager = make.account("manager", in_team=team)
        self.coordinator = make.account("coordinator", display_name="Cora Bell", phone="01632 960001")
        self.other_coordinator = make.account("coordinator")
        for each in (self.child, self.mum, self.dad):
            make.involved(self.lead, each)
        self.parent, self.ex, self.gran = (make.account("parent") for _ in range(3))
        self.young = make.account("young_person")
        pairs = (
            (self.parent, self.mum),
            (self.ex, self.dad),
            (self.gran, self.nan),
            (self.young, self.child),
        )
        for account, person in pairs:
            make.door(account, person)
        for account in (self.parent, self.ex):
            make.door(account, self.child, "parent")
        self.offer = save(
            MeetingOffer, kind="conference", offered_by=self.lead, offered_on=DAY, how_explained="At home.",
            stage="early", covert=covert, recorded_by=self.lead.id,
        )  # fmt: skip
        for person, part in ((self.child, "child"), (self.mum, "offered"), (self.dad, "offered")):
            save(MeetingPerson, offer=self.offer, person=person, part=part, recorded_by=self.lead.id)
        self.meeting = save(
            FamilyMeeting, offer=self.offer, kind="conference", coordinator=self.coordinator, asked_on=DAY,
            why_agreed="To plan who helps Mara.", safety_notes="Rhys has hurt Mara.", recorded_by=self.lead.id,
        )  # fmt: skip
        self.n_child = self.in_network(self.child, "Ada", part="child")
        self.n_mum = self.in_network(self.mum, "Mara", part="harmed")
        self.n_dad = self.in_network(self.dad, "Rhys")
        self.n_nan = self.in_network(self.nan, "Nan Nora")

    def in_network(self, person: Person | None, name: str, **facts: Any) -> NetworkPerson:
        given = {"may_ask": "may", "orders": "none", "orders_checked_with": "The court office"} | facts
        return save(NetworkPerson, meeting=self.meeting, person=person, name=name, **given)

    @property
    def families(self) -> tuple[Account, ...]:
        return self.parent, self.ex, self.gran, self.young

    def prepare(self) -> None:
        """Notes on everybody, in words that nobody else may read; the father is kept apart."""
        for each in (self.n_child, self.n_mum, self.n_dad, self.n_nan):
            how = "separate" if each == self.n_dad else "together"
            save(Prepared, network=each, notes="I am afraid of Rhys", safe_how=how, needs="Beech Lane School")
        for each in (self.n_child, self.n_mum):
            save(PrivateCheck, network=each, when="before", asked_on=DAY, could_say="no", words="He hurt me")

    def never(self, who: NetworkPerson) -> None:
        NetworkPerson.objects.using(make.OWNER).filter(id=who.id).update(may_ask="never")
        save(NeverReason, network=who, reason="He hurt me")

    def invite(self, who: NetworkPerson, place: str = "the library room", at: datetime = AT) -> Invitation:
        made = save(Invitation, network=who, way="page", come_at=at, place=place, sent_on=DAY)
        if who.person is not None:
            self.release(made.id, who.person)
        return made

    def plan(self, *words: str, agreed: bool = True) -> tuple[FamilyPlan, list[FamilyPlanLine]]:
        made = save(FamilyPlan, meeting=self.meeting, number=1)
        lines = [
            save(FamilyPlanLine, plan=made, position=place, words=each) for place, each in enumerate(words)
        ]
        if agreed:
            FamilyPlan.objects.using(make.OWNER).filter(id=made.id).update(agreed_on=DAY)
        return made, lines

    def release(self, item: UUID, to: Person) -> None:
        save(
            Release, reader=to, kind="meeting", item=item, prepared=True, how_prepared="Together.",
            released_at=timezone.now(), recorded_by=self.coordinator.id,
        )  # fmt: skip


def concern(*about: Person) -> NotYetTold:
    return save(NotYetTold, persons=[each.id for each in about], reason="x", since=timezone.now())
