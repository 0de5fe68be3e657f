"""Offers for tests, written and published as an officer does it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.offer import actions
from kith.offer.actions.offering import PromiseFacts
from kith.offer.models import Asked
from kith.offer.offers.headings import headings
from tests.support import make

HOURS = "Monday to Friday 9:30-16:30\nSaturday 10:00-12:00"


def promise(name: str = "Starter money", **more: Any) -> PromiseFacts:
    told: dict[str, Any] = {
        "says": "Up to £400 in the first week.",
        "heading": "money",
        "decided": "Cabinet, 12 March 2026",
        "care": ("family", "sgo"),
        "oldest": 17,
    }
    return PromiseFacts(name=name, **(told | more))


def write(by: Account, kind: str = "kinship", *promises: PromiseFacts, words: str = "We help you.") -> None:
    """A whole draft, in which everybody was asked."""
    actor = make.actor(by)
    with acting(actor):
        for each in headings(kind):
            actions.write_section(
                by=actor,
                kind=kind,
                code=each.code,
                words=f"{each.name}: {words}",
                easy="phone: You can ring us.",
            )
        actions.set_call(by=actor, kind=kind, phone="0808 157 0210", hours=HOURS, words="The kinship team.")
        for facts in promises:
            actions.write_promise(by=actor, kind=kind, facts=facts)


def ask(by: Account, kind: str = "kinship", *groups: str, did: str = "We did it.") -> None:
    actor = make.actor(by)
    with acting(actor):
        for group in groups or Asked.values:
            actions.log_asking(
                by=actor, kind=kind, group=group, way="A meeting", on=date(2026, 11, 2), people=7,
                said="Money came too late.", did=did,
            )  # fmt: skip


def publish(by: Account, kind: str = "kinship", *, on: date | None = None, **more: Any) -> int:
    actor = make.actor(by)
    with acting(actor):
        return actions.publish_offer(
            by=actor,
            kind=kind,
            starts_on=on or timezone.localdate(),
            changed=more.pop("changed", "New."),
            **more,
        )


def published(by: Account, kind: str = "kinship", *promises: PromiseFacts) -> int:
    write(by, kind, *promises)
    ask(by, kind)
    return publish(by, kind)
