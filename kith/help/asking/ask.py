"""Somebody asks for help. No account, no actor and no person of the record is needed, and nobody is looked up."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from uuid import UUID

from django.db import connection

from kith.design.text import safe_text
from kith.story.writing import clean_text

# No vowels, so that no word comes of them, and nothing that reads as something else.
LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"


@dataclass(frozen=True, slots=True)
class Asking:
    """What was asked, as it was typed; `safe_to` are values of SafeTo, none where no way is safe."""

    how: str
    who_asks: str = ""
    service: str = ""
    for_whom: str = ""
    what_is_hard: str = ""
    what_would_help: str = ""
    urgent: bool = False
    family_knows: bool | None = None
    safe_to: tuple[str, ...] = field(default=())
    phone: str = ""
    email: str = ""
    address: str = ""
    when_safe: str = ""
    who_else_sees: str = ""
    not_safe_to_say: str = ""
    language: str = ""


LINES = frozenset({"for_whom", "what_is_hard", "what_would_help", "address"})
"""Fields of several lines; all others are of one."""


def ask(*, asked: UUID, asking: Asking) -> str:
    """Put a request on the front door's list, and give back what the asker may quote. One statement.

    `asked` is the sending's own id: the same sending twice is one request, with one reference.
    """
    facts = {
        name: (clean_text(value) if name in LINES else safe_text(value)) if isinstance(value, str) else value
        for name, value in asdict(asking).items()
    }
    reference = reference_of(asked)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT help_ask(%s, %s::jsonb)", [asked, json.dumps(facts | {"reference": reference})]
        )
    return reference


def reference_of(asked: UUID) -> str:
    """Eight letters and figures from a request's id: they tell nothing of when, who or how many."""
    number, letters = asked.int, []
    for _ in range(8):
        number, left = divmod(number, len(LETTERS))
        letters.append(LETTERS[left])
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"
