"""Inviting one person at a time, each to their own time and place; and what they answer."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.apart import told
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.decisions.actions.common import me, meeting_of, not_to_come, release, tell_from_meeting, unsaid
from kith.decisions.actions.network import in_network
from kith.decisions.inviting import UNSAFE_WAY
from kith.decisions.models import Invitation, InvitationAnswer
from kith.decisions.models.network import Coming, InvitationWay
from kith.design.text import safe_text
from kith.story.writing import clean_text

WHY_NOT = {
    "not_yours": "This is nobody of a meeting that is yours.",
    "never": "They are never to be asked.",
    "not_settled": "First settle with the child and the safe parent whether they may be asked.",
    "nobody_agreed": "Somebody has to agree first.",
    "orders": "First check court orders and bail, and what they allow.",
    "not_there": "They are not to be there. Bring their words instead.",
    "address": "This says where somebody lives. Take it out: they may not know it.",
    "apart": "Somebody here is kept apart. Nobody may be told the place, or for a meeting of their own the day,"
    " of those they are kept apart from. Give another, or leave the place empty.",
}


def why_not(person: UUID, at: datetime, place: str, words: str) -> str:
    """Why this invitation cannot go, in words for the coordinator; empty where it can. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT decisions_why_not(%s, %s, %s, %s)", [person, at, place, words])
        (code,) = cursor.fetchone()
    return WHY_NOT[code] if code else ""


def not_a_safe_way(person: UUID, way: str) -> bool:
    """Whether one of the network said that this way is not safe, or that others see what comes by it. One query."""
    if way not in InvitationWay:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT decisions_way_not_safe(%s, %s)", [person, way])
        (unsafe,) = cursor.fetchone()
    return bool(unsafe)


def tells_of(person: UUID, words: str) -> list[tuple[str, str]]:
    """What these words, for one of the network, name of those whom they are kept apart from. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT what, found FROM decisions_tells_of(%s, %s)", [person, words])
        return [(what, found) for what, found in cursor.fetchall()]


@action("decisions.invite")
def invite(
    *,
    by: Actor,
    person: UUID,
    way: str,
    at: datetime,
    on: date,
    place: str = "",
    words: str = "",
    language: str = "",
    prepared: bool = False,
    how_prepared: str = "",
    went_already: bool = False,
) -> Invitation:
    """Invite one person of the network: `at` and `place` are theirs alone. It goes on their page, if they have one.

    Raises NotPermittedError, with what is to be done first. The database holds the same rules, but for one: what went
    already by a way that is not safe (`went_already`) is written down, and their workers are told at once.
    """
    found = in_network(by, person)
    unsaid()
    not_to_come(on)
    place, words = safe_text(place)[:200], clean_text(words).strip()[:600]
    if refused := why_not(person, at, place, words):
        raise NotPermittedError(refused)
    unsafe = not_a_safe_way(person, way)
    if unsafe and not went_already:
        raise NotPermittedError(UNSAFE_WAY)
    if found_in := tells_of(person, f"{place}\n{words}"):
        raise NotPermittedError(told(found_in))
    made = Invitation(
        network=found,
        way=InvitationWay(way),
        language=safe_text(language)[:80],
        come_at=at,
        place=place,
        words=words,
        sent_on=on,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    if unsafe:
        said = f"{found.name} was invited by {InvitationWay(way).label}, and had said that this is not a safe way."
        tell_from_meeting(found.meeting_id, "at_risk", f"{said} Reach them in a safe way today.")
    if found.person_id is not None:
        release(by, found.person_id, [made.id], prepared=prepared, how_prepared=how_prepared)
    return made


@action("decisions.answer_for_them")
def answer_for_them(
    *, by: Actor, invitation: UUID, answer: str, on: date, say_before: str = "", asks_for: str = ""
) -> None:
    """The coordinator writes down what somebody answered. Raises NotPermittedError."""
    found = Invitation.objects.select_related("network").filter(id=invitation).first()
    if found is None:
        raise NotPermittedError("There is no such invitation.")
    meeting_of(by, found.network.meeting_id)
    unsaid()
    not_to_come(on)
    _answer(by, invitation, answer, on, before=say_before, asks=asks_for, source=Source.WORKER)


@action("decisions.answer_invitation")
def answer_invitation(
    *, by: Actor, invitation: UUID, answer: str = "", say_before: str = "", asks_for: str = ""
) -> None:
    """By the family's door: I will come, or not; something to be said before; whom I would like to be there.

    Nobody else of the family sees it. Raises NotPermittedError.
    """
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    me(by)
    if not Invitation.objects.filter(id=invitation).exists():
        raise NotPermittedError("There is nothing here to answer.")
    if not (answer or say_before.strip() or asks_for.strip()):
        raise NotPermittedError("Say if you will come, or write something.")
    _answer(
        by, invitation, answer, timezone.localdate(), before=say_before, asks=asks_for, source=Source.FAMILY
    )
    nothing_to_tell("an answer to an invitation is the coordinator's alone")


def _answer(
    by: Actor, invitation: UUID, answer: str, on: date, *, before: str, asks: str, source: Source
) -> None:
    InvitationAnswer(
        invitation_id=invitation,
        answer=Coming(answer) if answer else "",
        answered_on=on,
        say_before=clean_text(before).strip()[:1000],
        asks_for=safe_text(asks)[:300],
        source=source,
        recorded_by=by.id,
    ).save(force_insert=True)
