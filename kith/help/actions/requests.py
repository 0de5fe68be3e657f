"""Whom a request is about, that whoever asked was told, and that nothing more is to be done."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import NotYetTold
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, checked
from kith.core.actor import Actor
from kith.help.actions.telling import tell_of, the_open_request, the_request
from kith.help.models import (
    HelpRequest,
    How,
    Referral,
    RequestHolder,
    RequestPerson,
    ThresholdDecision,
    Tier,
    Told,
)
from kith.story.writing import clean_text

NOT_YOURS = "Only whoever has it, and the front door, can do this; and nobody once it is done with."


@action("help.match_person")
def match_person(*, by: Actor, request: UUID, person: UUID, referral: bool = False) -> RequestPerson:
    """Say that a request is about somebody whose record is open to the actor.

    With `referral` it counts as a referral to children's social care, from the day it came (CIN census N00100).
    A request of somebody else about a person with a concern that the family is not told of belongs to that concern.
    Raises NotPermittedError.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[person])
    found = the_open_request(request)
    if RequestPerson.objects.filter(request_id=request, person_id=person).exists():
        raise NotPermittedError("It is said already that the request is about them.")
    became = None
    if referral:
        became = Referral.objects.create(
            person_id=person, referred_on=timezone.localdate(found.asked_at), recorded_by=by.id
        )
    made = RequestPerson.objects.create(
        request_id=request, person_id=person, referral=became, recorded_by=by.id
    )
    covert = found.covert_id
    if covert is None and found.how != How.SELF:
        concern = NotYetTold.objects.filter(persons__contains=[person], ended_at__isnull=True).first()
        if concern is not None:
            covert = concern.id
            HelpRequest.objects.filter(id=request).update(covert=concern)
    tell_of(by, request, "Somebody asked for help", covert=covert, how=found.how)
    return made


@action("help.say_told")
def say_told(*, by: Actor, request: UUID, how: str) -> None:
    """Say how whoever asked was told what was decided; by a way that they called safe, or that it was not safe.

    Raises NotPermittedError before a decision, and for a way of which they did not say that it is safe.
    """
    checked()
    found = the_open_request(request)
    if not ThresholdDecision.objects.filter(request_id=request).exists():
        raise NotPermittedError("Decide first what becomes of it.")
    asked_for = {Told.CALL: "call", Told.TEXT: "text", Told.EMAIL: "email", Told.LETTER: "post"}
    if Told(how) in asked_for and asked_for[Told(how)] not in found.safe_to:
        raise NotPermittedError("They did not say that this is a safe way to reach them.")
    if not _said("SELECT help_told(%s, %s)", request, Told(how).value):
        raise NotPermittedError(NOT_YOURS)
    tell_of(by, request, "Whoever asked for help was told what was decided", covert=found.covert_id, how=how)


@action("help.say_family_told")
def say_family_told(*, by: Actor, request: UUID, on: date | None, why_not: str = "") -> None:
    """Where somebody else asked: say on which day the family was told what was decided, or why that is not safe.

    Raises NotPermittedError: before a decision, for a day to come or before the asking, and for both or neither.
    """
    checked()
    found, why = the_open_request(request), clean_text(why_not).strip()[:200]
    if found.how == How.SELF or not ThresholdDecision.objects.filter(request_id=request).exists():
        raise NotPermittedError("Decide first. Whoever asks for their own family is told as whoever asked.")
    if (on is None) != bool(why):
        raise NotPermittedError("Say either when the family was told, or why telling them would not be safe.")
    if on is not None and not timezone.localdate(found.asked_at) <= on <= timezone.localdate():
        raise NotPermittedError("Choose a day from the asking until today.")
    if not _said("SELECT help_family_told(%s, %s, %s)", request, on, why):
        raise NotPermittedError(NOT_YOURS)
    says = (
        "The family was told what was decided"
        if on
        else "The family is not told what was decided: it is not safe"
    )
    tell_of(by, request, says, covert=found.covert_id)


@action("help.close_request")
def close_request(*, by: Actor, request: UUID) -> None:
    """Nothing more is to be done with a request: what it needed has begun elsewhere, or was offered instead.

    Raises NotPermittedError before a decision and before whoever asked was told; for Family Help, while nobody but
    the front door has said yes to it.
    """
    checked()
    found = the_request(request)
    decision = ThresholdDecision.objects.filter(request_id=request).order_by("-decided_at").first()
    if decision is None or found.told_at is None:
        raise NotPermittedError("First decide, and tell whoever asked.")
    if decision.tier == Tier.FAMILY_HELP and not _somebody_helps(request):
        raise NotPermittedError("Nobody who will help has said yes to it. Hand it over first.")
    if not _said("SELECT help_close(%s)", request):
        raise NotPermittedError(NOT_YOURS)
    tell_of(by, request, "A request for help is done with", covert=found.covert_id)


def _said(statement: str, *values: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return bool(cursor.fetchone()[0])


def _somebody_helps(request: UUID) -> bool:
    held = RequestHolder.objects.filter(
        request_id=request, accepted_at__isnull=False, ended_at__isnull=True, account__isnull=False
    )
    return held.exclude(account__role="front_door").exists()
