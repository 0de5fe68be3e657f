"""What was said is destroyed on its day; that somebody asked stays counted."""

from __future__ import annotations

from uuid import uuid4

from django.utils import timezone

from kith.advice.actions.asking import WHY, reference_of
from kith.advice.models import Contact, ContactWords
from kith.advice.permissions import may
from kith.core.action import action, concerns
from kith.core.actor import Actor

AT_MOST = 500
"""Contacts in one go, so that nobody waits for a lock."""


@action("advice.forget")
def forget(*, by: Actor) -> int:
    """Destroy the words of contacts whose day has come, and the reference that led to them. How many there were."""
    may(by, "forget what is past its day", WHY)
    due = list(
        Contact.objects.select_for_update(skip_locked=True)
        .filter(forget_on__lte=timezone.localdate(), forgotten_at__isnull=True, ended_at__isnull=False)
        .order_by("forget_on")[:AT_MOST]
    )
    ContactWords.objects.filter(contact__in=[each.id for each in due]).delete()
    for each in due:
        each.reference, each.forgotten_at = reference_of(uuid4()), timezone.now()
        each.alternative = "forgotten" if each.alternative else ""
        each.answer_key, each.email_due_at = "", None
    Contact.objects.bulk_update(
        due, ["reference", "forgotten_at", "alternative", "answer_key", "email_due_at"]
    )
    concerns([], contacts=len(due))
    return len(due)
