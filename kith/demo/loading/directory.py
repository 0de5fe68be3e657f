"""Kithshire's directory of services, with what waits on its board."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from uuid import UUID

from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.actor import Actor
from kith.demo.dice import Dice
from kith.demo.directory import directory
from kith.offer.actions.publishing import publish
from kith.offer.actions.saving import keep
from kith.offer.models import Held, Report, ReportKind, Service, Why
from kith.offer.shapes import PhoneFacts, ServiceFacts

SLICE = 100
KEPT = 60
"""Services that somebody at the front door keeps right; of the others nobody does yet."""


def make_directory(*, by: Actor, seed: int, today: date, children: int) -> int:
    """Put the services in that are not there yet, each shown to everybody; how many are new."""
    made, coming = 0, directory(seed, today, children)
    while some := list(islice(coming, SLICE)):
        with acting(by):
            made += sum(_put(by, dice, facts) for dice, facts in some)
    with acting(by):
        _board(seed, timezone.now())
    return made


def _put(by: Actor, dice: Dice, facts: ServiceFacts) -> bool:
    made: UUID = dice.new_id()
    if Service.objects.filter(id=made).exists():
        return False
    # Words like “safe place” are no slip here: each that has to be is marked as secret.
    row = keep(by=by, facts=facts, service=None, made=made, place_may_be_shown=True)
    Service.objects.filter(id=made).update(published=True)
    publish(row)
    return True


def _board(seed: int, now: datetime) -> None:
    """Something that a feed brought and somebody must decide, a provider who asks, and what people told us."""
    dice = Dice(seed, "directory board", 0)
    phone = (PhoneFacts("01632 960404"),)
    waits = (
        (
            Why.SCREENED,
            "refuge",
            ServiceFacts(name="Tinkers Refuge", provider="Westing Hearth Trust", phones=phone),
        ),
        (
            Why.FORM,
            "Rosa, who runs it",
            ServiceFacts(name="Chess in the Barn", provider="Pellbridge Rook Club", phones=phone),
        ),
    )
    Held.objects.bulk_create(
        [
            Held(
                id=dice.new_id(),
                came_at=now,
                why=why,
                words=words,
                digest=facts.digest(),
                facts=facts.as_json(),
            )
            for why, words, facts in waits
        ],
        ignore_conflicts=True,
    )
    keeper = Account.objects.filter(login__startswith="front-door@").first()
    some = Service.objects.filter(owner=None).order_by("id").values_list("id", flat=True)[:KEPT]
    Service.objects.filter(id__in=list(some) if keeper else []).update(owner=keeper)
    first = Service.objects.filter(published=True, confidential=False).order_by("id").first()
    told = (
        (first, ReportKind.CLOSED, "The door was shut and a note said they have moved."),
        (None, ReportKind.MISSING, "There is a breakfast club at the library. It is not here."),
    )
    Report.objects.bulk_create(
        [
            Report(id=dice.new_id(), service=about, kind=kind, words=words, came_at=now)
            for about, kind, words in told
        ],
        ignore_conflicts=True,
    )
