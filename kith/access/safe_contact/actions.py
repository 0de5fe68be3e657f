"""Somebody says how it is safe to reach them; a worker says that they read it."""

from __future__ import annotations

import json
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import SafeContact
from kith.access.models.safe_contact import IsSafe
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.text import safe_text

QUIET = "Today tells the workers, and the story is not where a watcher looks first"


@action("access.say_safe")
def say_safe(
    *,
    by: Actor,
    phone: IsSafe = IsSafe.UNSAID,
    voicemail: IsSafe = IsSafe.UNSAID,
    text: IsSafe = IsSafe.UNSAID,
    email: IsSafe = IsSafe.UNSAID,
    post: IsSafe = IsSafe.UNSAID,
    when_safe: str = "",
    words: str = "",
    check_word: str = "",
) -> bool:
    """The actor says how it is safe to reach them; whether anything is other than before.

    A "no" holds at once and for everything that is sent. An empty `check_word` leaves the one there is.
    """
    checked()
    nothing_to_tell(QUIET)
    said = {
        "phone": IsSafe(phone).value, "voicemail": IsSafe(voicemail).value, "text": IsSafe(text).value,
        "email": IsSafe(email).value, "post": IsSafe(post).value, "when_safe": safe_text(when_safe)[:300].strip(),
        "words": safe_text(words)[:300].strip(), "check_word": safe_text(check_word)[:40].strip(),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_say_safe(%s::jsonb)", [json.dumps(said)])
        made: UUID | None = cursor.fetchone()[0]
    concerns([], safe_contact=made)
    return made is not None


@action("access.read_safe_contact")
def read_safe_contact(*, by: Actor, person: UUID, said: UUID) -> None:
    """A worker read what they said, and keeps to it: it leaves Today. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.RELEASE, persons=[person])
    found = SafeContact.objects.filter(id=said).values_list("person_id", "said_at").first()
    if found is None:
        raise NotPermittedError("There is nothing here that waits for you.")
    waits = SafeContact.objects.filter(person_id=found[0], said_at__lte=found[1], seen_at__isnull=True)
    waits.update(seen_at=timezone.now(), seen_by=by.id)
    nothing_to_tell(QUIET)
    concerns([person], safe_contact=str(said))
