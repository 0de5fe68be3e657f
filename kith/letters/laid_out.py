"""The letter as it leaves: letterhead, the parts, and what every letter to a family ends with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from kith.help.staff.letters import ADVICE
from kith.letters.models import ForWhom, Letter
from kith.letters.parts import Part, bare, words_in
from kith.letters.pictures import drawing_of

COMPLAIN = (
    "If you think that we got something wrong, say so, and somebody else looks at it. You can also complain."
)


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that stands on the paper, in order. Nothing else is in a file made from it.

    `window`: the address stands where GOV.UK Notify's envelopes have their window.
    """

    council: str
    phone: str
    to: tuple[str, ...]
    on: date
    reference: str
    subject: str
    parts: tuple[Part, ...]
    window: bool = False

    def words(self) -> list[str]:
        """Every piece of words on it."""
        return [self.council, self.phone, *self.to, self.reference, self.subject, *words_in(self.parts)]


def ending(for_whom: str) -> list[Part]:
    """What every letter to a family ends with: how to complain, and advice from people who are not of the council."""
    if for_whom != ForWhom.FAMILY:
        return []
    where = f" Write to: {settings.COMPLAINTS}." if settings.COMPLAINTS else ""
    return [{"part": "text", "words": COMPLAIN + where}, {"part": "text", "words": ADVICE}]


def paper(letter: Letter, *, goes_to: str = "", window: bool = False) -> Paper:
    """A letter as it leaves. `goes_to`: the address on the envelope, for a window in it."""
    head: dict[str, Any] = letter.content[0]
    return Paper(
        council=head["council"],
        phone=head["phone"],
        to=(letter.to_name, *goes_to.splitlines()),
        on=letter.written_on,
        reference=letter.reference,
        subject=letter.subject,
        parts=tuple(_drawn(bare(each), place) for place, each in enumerate(letter.content[1:])),
        window=window,
    )


def _drawn(part: Part, place: int) -> Part:
    """A picture with its drawing: for pages as `drawing`, for files as `svg`."""
    if part["part"] != "picture":
        return part
    made = drawing_of(part, key=f"drawing-{place}")
    return {"part": "picture", "says": part["says"], "drawing": made.svg, "svg": made.sheet}
