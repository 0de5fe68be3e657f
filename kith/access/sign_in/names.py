"""Sign-in names: one form for what looks alike, and nothing in them that cannot be seen."""

from __future__ import annotations

import unicodedata

UNSEEN = "The sign-in name has a sign in it that cannot be seen. Type it again by hand, without pasting"


def tidy(typed: str) -> str:
    """The name as it is kept and looked for: compatible forms made one (NFKC), in small letters, no space around it."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", typed).lower()).strip()


def unseen(name: str) -> bool:
    """Whether a control, format or unassigned character, or a space but the plain one, is in the name."""
    return any(
        unicodedata.category(each)[0] == "C" or (unicodedata.category(each)[0] == "Z" and each != " ")
        for each in name
    )
