"""Words in Latin letters on a page in Arabic that are not somebody's name or own words."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

# Names that people need as they are, to ring or to look up; nothing else.
NAMES = (
    "Kith", "Childline", "Always Heard", "Family Rights Group", "National Domestic Abuse Helpline",
    "Local Government and Social Care Ombudsman", "JavaScript", "PDF", "English", "PIN", "Shift",
)  # fmt: skip
# What people typed or are called stands in one of these; codes and numbers say that they run from left to right.
THEIRS = "bdi, [lang='en'], [lang='en-GB'], [dir='ltr'], q, script, style, svg title, code"
_WORD = re.compile(r"[A-Za-z]{2,}")


def english_on(page: bytes) -> list[str]:
    """What stands in Latin letters on a page, in its text and in what is read out of its marks, but for names."""
    soup = BeautifulSoup(page, "html.parser")
    for each in soup.select(THEIRS):
        each.decompose()
    texts = [
        text.strip()
        for text in soup.find_all(string=True)
        if text.parent and text.parent.name != "[document]"
    ]
    texts += [
        str(each[name])
        for name in ("aria-label", "alt", "placeholder", "title", "data-kith-draft-says")
        for each in soup.select(f"[{name}]")
    ]
    found = []
    for text in texts:
        left = text
        for name in NAMES:
            left = left.replace(name, "")
        if _WORD.search(left):
            found.append(text)
    return found
