"""The same world, lived through by its people's own actions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.decisions import actions
from kith.decisions.models import FamilyMeeting, Invitation, NetworkPerson
from tests.decisions.world import World
from tests.support import make

HOW = {"prepared": True, "how_prepared": "We read it together."}


def today() -> date:
    return timezone.localdate()


def hours_ago(hours: float) -> datetime:
    return timezone.now() - timedelta(hours=hours)


class Tale(World):
    """From an offer on, with `as_` to act as somebody."""

    def __init__(self) -> None:
        super().__init__()
        # The world's own offer is not lived through: this one is.
        with acting(by := make.actor(self.lead)):
            self.lived = actions.offer_meeting(
                by=by, children=[self.child.id], offered_to=[self.mum.id, self.dad.id], kind="conference", on=today(),
                how_explained="At home, with the leaflet.", stage="early",
            )  # fmt: skip

    def asks_coordinator(self) -> FamilyMeeting:
        with acting(by := make.actor(self.lead)):
            self.own = actions.ask_coordinator(
                by=by, offer=self.lived.id, coordinator=self.coordinator.id, on=today(), why_agreed="Who helps Mara.",
                safety_notes="Rhys has hurt Mara.",
            )  # fmt: skip
        return self.own

    def of(self, name: str) -> NetworkPerson:
        return NetworkPerson.objects.using(make.OWNER).get(meeting=self.own, name__startswith=name)

    def settles(self, who: NetworkPerson, may_ask: str = "may", **more: object) -> None:
        with acting(by := make.actor(self.coordinator)):
            actions.settle_asking(by=by, person=who.id, may_ask=may_ask, agreed_with="Ada and Mara", **more)  # type: ignore[arg-type]

    def readies(self, who: NetworkPerson, how: str = "together") -> None:
        with acting(by := make.actor(self.coordinator)):
            actions.check_orders(by=by, person=who.id, orders="none", checked_with="The court office")
            actions.prepare(by=by, person=who.id, notes="Ready", safe_how=how, on=today())

    def invites(self, who: NetworkPerson, days: int = 7, place: str = "The library") -> Invitation:
        with acting(by := make.actor(self.coordinator)):
            at = timezone.now() + timedelta(days=days)
            return actions.invite(
                by=by,
                person=who.id,
                way="page",
                at=at,
                on=today(),
                place=place,
                **HOW,  # type: ignore[arg-type]
            )

    def lives_through_the_day(self, *, private: bool = True) -> None:
        with acting(by := make.actor(self.coordinator)):
            for step, stage in enumerate(["introductions", "information", "private", "plan", "agreement"]):
                if stage == "private" and not private:
                    continue
                begins = hours_ago(6 - step)
                actions.begin_stage(by=by, meeting=self.own.id, stage=stage, at=begins)
                actions.end_stage(by=by, meeting=self.own.id, stage=stage, at=begins + timedelta(minutes=50))
            actions.hold_meeting(by=by, meeting=self.own.id, on=today())

    def agrees(self, *parts: str) -> UUID:
        with acting(by := make.actor(self.coordinator)):
            plan = actions.write_plan(by=by, meeting=self.own.id, parts=parts)
            actions.agree_plan(by=by, plan=plan.id, on=today())
        return plan.id

    def answers(self, account: Account, answer: str) -> None:
        with acting(by := make.actor(account)):
            actions.answer_offer(by=by, offer=self.lived.id, answer=answer)
