"""The first look: who is looked at, their checks, the reasons, what each adult is told, and what they say against it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.kinship.actions.common import come, one, permit, said, written
from kith.kinship.models import (
    AdultCheck,
    CheckKind,
    CheckResult,
    Exploration,
    FirstLook,
    LookAdult,
    LookChallenge,
    LookOutcome,
    LookReason,
    ToldReason,
)

COPIED = 6
"""So many words in a row, of a reason that rests on another's information, told to somebody, are no chance."""


@action("kinship.start_look")
def start_look(
    *, by: Actor, child: UUID, adults: Sequence[UUID], on: date, exploration: UUID | None = None
) -> UUID:
    """A first look at a household begins; the id. Each of its adults is open to whoever looks.

    Raises NotPermittedError; CannotBeError without an adult, and for a day to come.
    """
    permit(by, child, *adults)
    if not adults or child in adults:
        raise CannotBeError("Choose the adults of the household.", field="adults")
    if exploration is not None and one(Exploration, exploration).child_id != child:
        raise NotPermittedError("This was named for another child.")
    made = FirstLook.objects.create(
        child_id=child, exploration_id=exploration, started_on=come(on), recorded_by=by.id
    )
    LookAdult.objects.bulk_create(
        LookAdult(look_id=made.id, person_id=adult, recorded_by=by.id) for adult in dict.fromkeys(adults)
    )
    said(by, "A first look at who could care began", child, look=made.id)
    return made.id


@action("kinship.write_view")
def write_view(*, by: Actor, look: UUID, adult: UUID, words: str) -> None:
    """What one adult says, as a worker takes it down. Raises NotPermittedError, CannotBeError."""
    held = one(FirstLook, look)
    permit(by, held.child_id, adult)
    kept = written(words, field="words", asks="Write what they say.", most=2000)
    if not LookAdult.objects.filter(look_id=look, person_id=adult).update(view=kept):
        raise NotPermittedError("They are not looked at here.")
    said(by, "What somebody says who could care was written down", adult, look=look)


@action("kinship.ask_check")
def ask_check(*, by: Actor, adult: UUID, kind: str, on: date) -> UUID:
    """A check of one adult was asked for; the id. It is on their story alone. Raises NotPermittedError, CannotBeError."""
    permit(by, adult)
    made = AdultCheck.objects.create(
        person_id=adult, kind=CheckKind(kind).value, asked_on=come(on), recorded_by=by.id
    )
    said(by, "A check was asked for", adult, check=made.id)
    return made.id


@action("kinship.check_back")
def check_back(*, by: Actor, check: UUID, on: date, result: str, words: str = "") -> None:
    """What came back. Raises NotPermittedError; CannotBeError where something is to talk about and nothing is said."""
    held = one(AdultCheck, check)
    permit(by, held.person_id)
    asks = "" if result == CheckResult.CLEAR else "Write what came back."
    AdultCheck.objects.filter(id=check).update(
        back_on=come(on, since=held.asked_on, after="it was asked for"),
        result=CheckResult(result).value,
        words=written(words, field="words", asks=asks),
    )
    said(by, "A check came back", held.person_id, check=check)


@action("kinship.add_reason")
def add_reason(*, by: Actor, look: UUID, words: str, concerns: UUID | None = None) -> UUID:
    """A reason as it is, for staff; `concerns`: whose information it is. Raises NotPermittedError, CannotBeError."""
    held = one(FirstLook, look)
    permit(by, held.child_id, *([concerns] if concerns else []))
    if held.outcome:
        raise CannotBeError("This look is decided. Begin another.")
    kept = written(words, field="words", asks="Write the reason.", most=2000)
    made = LookReason.objects.create(look_id=look, concerns_id=concerns, words=kept, recorded_by=by.id)
    said(by, "A reason of a first look was written down", concerns or held.child_id, look=look)
    return made.id


@action("kinship.decide_look")
def decide_look(*, by: Actor, look: UUID, outcome: str, on: date, told: Mapping[UUID, str]) -> None:
    """The outcome, and what each adult is told of it: `told`, by adult, each in words of their own.

    Raises NotPermittedError; CannotBeError without reasons for a no, where an adult is told nothing, and where an adult's
    words copy a reason that rests on another's information (their name is not repeated in the message).
    """
    held = one(FirstLook, look)
    adults = list(LookAdult.objects.filter(look_id=look).values_list("person_id", flat=True))
    permit(by, held.child_id, *adults)
    if held.outcome:
        raise CannotBeError("This look is decided already.")
    reasons = list(LookReason.objects.filter(look_id=look))
    came = LookOutcome(outcome)
    if came is LookOutcome.NEGATIVE and not reasons:
        raise CannotBeError("Write down the reasons first.", field="outcome")
    for adult in adults:
        words = written(
            told.get(adult, ""), field=f"told_{adult}", asks="Write what this adult is told.", most=2000
        )
        if any(each.concerns_id not in {None, adult} and copies(words, each.words) for each in reasons):
            raise CannotBeError(
                "This repeats words that rest on somebody else’s information. Write it apart, in other words.",
                field=f"told_{adult}",
            )
        ToldReason.objects.create(look_id=look, person_id=adult, words=words, recorded_by=by.id)
    day = come(on, since=held.started_on, after="the look began")
    FirstLook.objects.filter(id=look).update(outcome=came.value, decided_on=day)
    said(by, "A first look at who could care was finished", held.child_id, look=look)


def copies(told: str, reason: str) -> bool:
    """Whether words that are told hold a run of words of a reason: as many as are no chance, or all of a short one."""
    here, there = _bare(told), _bare(reason)
    size = min(COPIED, len(there))
    runs = {tuple(there[i : i + size]) for i in range(len(there) - size + 1)} if there else set()
    return any(tuple(here[i : i + size]) in runs for i in range(len(here) - size + 1)) if runs else False


def _bare(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


@action("kinship.take_down_challenge")
def take_down_challenge(*, by: Actor, told: UUID, words: str, on: date) -> UUID:
    """Somebody who was told says that it is wrong; a worker takes it down. Raises NotPermittedError, CannotBeError."""
    held = one(ToldReason, told, "look")
    permit(by, held.person_id)
    made = LookChallenge.objects.create(
        told_id=told, person_id=held.person_id, on=come(on), recorded_by=by.id,
        words=written(words, field="words", asks="Write what they say.", most=2000),
    )  # fmt: skip
    said(by, "Somebody spoke against the outcome of a first look", held.person_id, challenge=made.id)
    return made.id


@action("kinship.answer_look_challenge")
def answer_look_challenge(*, by: Actor, challenge: UUID, answer: str, on: date) -> None:
    """What was answered, once. Raises NotPermittedError, CannotBeError."""
    held = one(LookChallenge, challenge)
    permit(by, held.person_id)
    if held.answered_on is not None:
        raise CannotBeError("This was answered already.")
    kept = written(answer, field="answer", asks="Write what is answered, and why.", most=2000)
    LookChallenge.objects.filter(id=challenge).update(
        answer=kept, answered_on=come(on, since=held.on, after="they said it")
    )
    said(by, "What somebody said against a first look was answered", held.person_id, challenge=challenge)
