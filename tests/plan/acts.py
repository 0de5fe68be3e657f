"""A plan written by actions, as a worker writes it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from kith.access.models import Account
from kith.core.acting import acting
from kith.plan import actions
from kith.plan.actions.plans import start_plan
from tests.plan.street import Street, ago
from tests.support import make


def does(account: Account, what: Any, /, **facts: Any) -> Any:
    by = make.actor(account)
    with acting(by):
        return what(by=by, **facts)


def begun(street: Street, **more: Any) -> UUID:
    people = dict(
        zip((each.id for each in street.everybody), ("child", "child", "parent", "causes_harm"), strict=True)
    )
    facts = {"family": street.family.id, "people": people, "basis": "early_help", "on": ago(30)} | more
    plan: UUID = does(street.lead, start_plan, **facts)
    return plan


def shared(street: Street, plan: UUID, reader: UUID, *items: UUID) -> int:
    said = {"prepared": True, "how_prepared": "We read it at home."}
    told: int = does(street.lead, actions.share_lines, plan=plan, items=list(items), reader=reader, **said)
    return told
