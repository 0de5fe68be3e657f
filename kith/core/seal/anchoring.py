"""Bring every anchor up to the head of the chain, after each sealing and after any interruption."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connections

from kith.core.acting import acting
from kith.core.seal.actor import SEALER
from kith.core.seal.anchor import Anchor, Head

_LINKS = "SELECT number, chain, sealed_at, key, signature FROM core_sealbatch"
_NEWER = f"{_LINKS} WHERE number > %s ORDER BY number LIMIT 1000"
_HEAD = f"{_LINKS} ORDER BY number DESC LIMIT 1"


def anchor_links(places: Sequence[Anchor], *, using: str = "default") -> None:
    """Append each head that a place does not have yet.

    A chain that was cut is anchored too, as it is: the lines then contradict each other, for ever, which
    `verify` reports. Raises AnchorError after having tried every place.
    """
    failed: Exception | None = None
    for place in places:
        try:
            while heads := _missing(place.last(), using):
                place.append(heads)
        except Exception as error:  # one place that fails must not keep the head from the next
            failed = error
    if failed is not None:
        raise failed


def _missing(last: Head | None, using: str) -> list[Head]:
    with acting(SEALER, read_only=True, using=using), connections[using].cursor() as cursor:
        cursor.execute(_NEWER, [last.number if last else 0])
        newer = cursor.fetchall()
        if not newer and last is not None:
            cursor.execute(_HEAD)
            newer = [row for row in cursor.fetchall() if bytes(row[1]) != last.chain]
    return [
        Head(number, bytes(chain), at, key, bytes(signature)) for number, chain, at, key, signature in newer
    ]
