"""Kithshire's local offers, published as an officer publishes them."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from django.utils import timezone

from kith.core.acting import acting
from kith.core.actor import Actor
from kith.offer import actions
from kith.offer.actions.offering import PromiseFacts
from kith.offer.models import OfferVersion


def make_offers(*, by: Actor, today: date) -> int:
    """Publish those that were never published; how many."""
    read = tomllib.loads((files("kith.demo") / "data" / "offers.toml").read_text(encoding="utf-8"))
    made = 0
    for kind, told in read.items():
        with acting(by):
            if OfferVersion.objects.filter(kind=kind).exists():
                continue
            _publish(by, kind, told, today)
            made += 1
    return made


def _publish(by: Actor, kind: str, told: dict[str, Any], today: date) -> None:
    for code, words in told["sections"].items():
        actions.write_section(
            by=by, kind=kind, code=code, words=words, easy=told["easy"].get(code, ""),
            other={"ar": told["arabic"].get(code, "")},
        )  # fmt: skip
    actions.set_call(by=by, kind=kind, phone=told["phone"], hours=told["hours"], words=told["call_words"])
    for promise in told["promise"]:
        actions.write_promise(
            by=by, kind=kind, facts=PromiseFacts(**promise | {"care": tuple(promise["care"])})
        )
    for asked in told["asked"]:
        days = asked.pop("days")
        actions.log_asking(by=by, kind=kind, on=today - timedelta(days=days), **asked)
    actions.publish_offer(
        by=by,
        kind=kind,
        starts_on=max(today, timezone.localdate()),
        changed=told["changed"],
        reasons=told.get("not_asked", {}),
    )
