"""How somebody reads what we answered: by the reference that they were given and a word that they chose.

Neither is kept where it could be read: the store knows a keyed digest of both together, and nobody makes that without
our key. Whoever finds the reference alone finds nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils.crypto import salted_hmac

from kith.advice.actions.words import TABLE
from kith.advice.sealed import unseal

SHORTEST = 6
"""Signs of a word at least."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What stands there for whoever asked: what they may read, each with its moment, the oldest first."""

    answers: tuple[tuple[datetime, str], ...]


def written_reference(text: str) -> str:
    """A reference as it is kept, however it was typed; "" for what can be none."""
    signs = re.sub(r"[\s-]", "", text).upper()
    return f"{signs[:4]}-{signs[4:]}" if re.fullmatch(r"[A-Z0-9]{8}", signs) else ""


def key_of(reference: str, word: str) -> str:
    """By what an answer is found; "" without a word."""
    folded = " ".join(unicodedata.normalize("NFKC", word).casefold().split())
    if not folded:
        return ""
    return salted_hmac("advice.answer", f"{reference} {folded}", algorithm="sha256").hexdigest()


def answered(reference: str, word: str) -> Answered | None:
    """What stands there; None where the two do not belong together, or it was destroyed. One statement."""
    key = key_of(reference, word)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM advice_answer_read(%s)", [key])
        rows = cursor.fetchall()
    if not rows:
        return None
    return Answered(
        tuple((at, unseal(sealed, TABLE, row, "answer")) for row, at, sealed in rows if sealed is not None)
    )
