"""A boy whose grandmother and her husband would care for him; each has an account, and so have his mother and father."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.kinship import actions
from kith.kinship.door import Door, my_door
from tests.plan.street import Street
from tests.support import make


def today() -> date:
    return timezone.localdate()


def ago(days: int) -> date:
    return today() - timedelta(days=days)


class Kinfolk(Street):
    """Nan and Grandad, at one address; the worker works with both. The father is the hostile one."""

    def __init__(self) -> None:
        super().__init__()
        self.nan, self.grandad = make.person("Nora", born=None), make.person("George", born=None)
        self.her, self.him = make.account("carer"), make.account("carer")
        for account, person in ((self.her, self.nan), (self.him, self.grandad)):
            make.tied(self.child, person, "grandparent")
            make.door(account, person)
            make.door(account, self.child, "carer")
            for worker in (self.lead, self.manager):
                make.involved(worker, person)
        make.involved(self.manager, self.child)
        self.page = f"/people/{self.child.id}/kinship/"

    def does(self, what: Any, by: Account | None = None, **facts: Any) -> Any:
        actor = make.actor(by or self.lead)
        with acting(actor):
            return what(by=actor, **facts)

    def caring(self, kind: str = "family", since: date | None = None, **facts: Any) -> UUID:
        told = {
            "child": self.child.id,
            "carer": self.nan.id,
            "kind": kind,
            "since": since or ago(100),
        } | facts
        made: UUID = self.does(actions.record_caring, **told)
        return made

    def shows(self, item: UUID, to: Any = None, by: Account | None = None) -> None:
        self.does(
            actions.show,
            by,
            item=item,
            reader=(to or self.nan).id,
            prepared=True,
            how_prepared="We sat down.",
        )

    def look(self, **facts: Any) -> UUID:
        told = {"child": self.child.id, "adults": [self.nan.id, self.grandad.id], "on": ago(10)} | facts
        made: UUID = self.does(actions.start_look, **told)
        return made

    def sees(self, account: Account) -> Door:
        with acting(make.actor(account), read_only=True):
            return my_door()

    def awards(self, caring: UUID, from_on: date, by: Account | None = None, **facts: Any) -> UUID:
        told = {
            "caring": caring,
            "from_on": from_on,
            "region": "rest",
            "facts": [],
            "reason": "The rules say so.",
        }
        made: UUID = self.does(actions.award, by, **(told | facts))
        return made
