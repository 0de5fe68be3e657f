"""Pictures without what a camera or a program wrote into them: place, day, author, words."""

from __future__ import annotations

from kith.core.files.hidden_facts import ends_where_it_ends, without_hidden_facts

KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8": "image/jpeg"}
"""How a picture of each kind begins."""


def bare_picture(content: bytes) -> bytes | None:
    """The picture alone; None for a kind that is not known, or one that is damaged."""
    kind = next((kind for begins, kind in KINDS.items() if content.startswith(begins)), None)
    if kind is None:
        return None
    try:
        return without_hidden_facts(ends_where_it_ends(content, kind), kind)
    except (ValueError, IndexError):
        return None
