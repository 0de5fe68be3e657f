"""One rule for all rooms: nothing is shown to somebody before a worker has said that they are prepared for it, and how.

The database holds it as well: a release that stands is of somebody who was prepared (access migration 0098).
"""

from __future__ import annotations

from kith.core.action import CannotBeError

FIRST = (
    "Nothing was shown. Prepare them first: see or ring them, say what it is and why, ask how they want to read it and"
    " who should be with them. Then come back and say how you did it."
)
SAY_HOW = "Say how they were prepared for it."


def refuse_unprepared(*, prepared: bool, how: str) -> str:
    """How they were prepared, as it is kept. Raises CannotBeError, with what is to be done first."""
    if not prepared:
        raise CannotBeError(FIRST, field="prepared")
    if not how.strip():
        raise CannotBeError(SAY_HOW, field="how_prepared")
    return how.strip()[:300]
