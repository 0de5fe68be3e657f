"""A rule is written; what nobody ended is listed, goes on, or leaves; what somebody wants gone goes the same night."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from kith.advice.actions.writing import MOVED, moved, open_contact
from kith.advice.keeping.rule import Rule, rule_on
from kith.advice.models import (
    Channel,
    Contact,
    ContactWords,
    KeepRule,
    Outcome,
    State,
    UnmetReason,
    WordsField,
)
from kith.advice.permissions import may
from kith.advice.roles import Permission
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor

WHY = "who asks advice is on nobody's timeline"
SPANS = {"ended_days": (30, 2555), "left_days": (56, 730), "told_days": (14, 180)}
OPEN = (State.WAITING, State.TAKEN)
FORGOTTEN = "forgotten"


@action("advice.set_keep_rule")
def set_keep_rule(*, by: Actor, since: date, ended_days: int, left_days: int, told_days: int) -> None:
    """How long words are kept from a day on. Raises CannotBeError for a day that is over and for spans that cannot be."""
    may(by, Permission.MANAGE, "how long words are kept is about nobody")
    if since < timezone.localdate():
        raise CannotBeError("That day is over: what people were told then stays as it was.", field="since")
    given = {"ended_days": ended_days, "left_days": left_days, "told_days": told_days}
    for name, (least, most) in SPANS.items():
        if not least <= given[name] <= most:
            raise CannotBeError(f"Give a number of days from {least} to {most}.", field=name)
    if told_days >= left_days:
        raise CannotBeError("It cannot be listed for longer than it is silent.", field="told_days")
    KeepRule.objects.update_or_create(since=since, defaults=given)
    concerns([], since=since, **given)


@action("advice.go_on")
def go_on(*, by: Actor, contact: UUID) -> None:
    """It goes on: somebody came back, or an adviser is still at it. It leaves no more."""
    may(by, Permission.ANSWER, WHY)
    found = open_contact(contact, *OPEN)
    moved(found)
    found.save(update_fields=MOVED)
    concerns([], contact=contact)


@action("advice.destroy_soon")
def destroy_soon(*, by: Actor, contact: UUID) -> None:
    """Whoever asked wants it gone: it is ended, if it was not, and what they said is destroyed the next night."""
    may(by, Permission.ANSWER, WHY)
    found = Contact.objects.select_for_update().filter(id=contact, forgotten_at=None).first()
    if found is None or (found.ended_at is None and found.channel == Channel.WEBCHAT):
        raise NotPermittedError("It is destroyed already, or the chat has not ended yet.")
    if found.ended_at is None:
        found.state, found.ended_at, found.leaving_on = State.ABANDONED, timezone.now(), None
    # A chat's words go once their day is over; an e-mail that waited goes to nobody any more.
    found.forget_on = timezone.localdate() - timedelta(days=1)
    found.email_due_at = None
    found.save()
    concerns([], contact=contact)


@action("advice.list_what_is_left")
def list_left(*, by: Actor) -> int:
    """Put on the desk's list, with the day on which it leaves, what nobody ended and where nothing happens; how many."""
    may(by, "list what nobody ended", WHY)
    now, today = timezone.now(), timezone.localdate()
    rule = rule_on(today)
    found = list(
        _silent(rule, now)
        .filter(leaving_on=None)
        .select_for_update(skip_locked=True)
        .order_by("moved_at")[:500]
    )
    for each in found:
        silent_until = timezone.localdate(each.moved_at) + timedelta(days=rule.left_days)
        each.leaving_on = max(today + timedelta(days=rule.told_days), silent_until)
    Contact.objects.bulk_update(found, ["leaving_on"])
    concerns([], contacts=len(found))
    return len(found)


@action("advice.end_what_is_left")
def end_left(*, by: Actor) -> int:
    """End what was on the list until its day and is silent still; `forget` destroys its words. How many."""
    may(by, "end what nobody ended", WHY)
    now, today = timezone.now(), timezone.localdate()
    answered = ContactWords.objects.filter(contact=OuterRef("pk"), field=WordsField.ANSWER)
    found = list(
        _silent(rule_on(today), now)
        .filter(leaving_on__lte=today)
        .annotate(has_answer=Exists(answered))
        .select_for_update(skip_locked=True, of=("self",))
        .order_by("leaving_on")[:500]
    )
    for each in found:
        each.ended_at, each.forget_on, each.leaving_on = now, today, None
        if each.has_answer:
            each.state, each.outcome = State.ANSWERED, Outcome.NOT_KNOWN
        elif each.channel == Channel.PHONE and each.ring_from is None and each.state == State.WAITING:
            each.state = State.ABANDONED
        else:
            each.state, each.unmet_reason, each.alternative = State.UNMET, UnmetReason.LEFT, FORGOTTEN
    Contact.objects.bulk_update(
        found,
        ["ended_at", "forget_on", "leaving_on", "state", "outcome", "unmet_reason", "alternative"],
    )
    concerns([], contacts=len(found))
    return len(found)


def _silent(rule: Rule, now: datetime) -> QuerySet[Contact]:
    """Open, and nothing happened for so long that it is soon to leave; no date ahead, no call and no e-mail to come.

    A chat ends by itself (`advice_chat_sweep`).
    """
    since = now - timedelta(days=rule.left_days - rule.told_days)
    return Contact.objects.filter(
        Q(deadline_on=None) | Q(deadline_on__lt=timezone.localdate(now)),
        Q(ring_until=None) | Q(ring_until__lt=now),
        state__in=OPEN, moved_at__lte=since, email_due_at=None,
    ).exclude(channel=Channel.WEBCHAT)  # fmt: skip
