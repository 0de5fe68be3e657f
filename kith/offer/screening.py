"""Whether words may mean a place that must stay secret, or give one away."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

POSTCODE = re.compile(r"\b[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s?[0-9][A-Za-z]{2}\b")
_STREET = re.compile(
    r"\b\d{1,4}[A-Za-z]?,? +(?:[A-Z][\w'’]+ +){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Way|Row|Terrace|Crescent|"
    r"Place|Square|Court|Gardens|Grove|Hill|Rise|Walk|View|St|Rd|Ave)\b"
)


@cache
def _screened() -> re.Pattern[str]:
    read = tomllib.loads((files("kith.offer") / "data" / "screened.toml").read_text(encoding="utf-8"))
    words = (re.escape(each).replace("_", r"[\s_-]*").replace(r"\-", r"[\s_-]*") for each in read["words"])
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def sounds_secret(*texts: str) -> tuple[str, ...]:
    """The words in these texts that may mean a refuge, a children's home or the like; none, mostly."""
    found = (each.group().lower() for text in texts for each in _screened().finditer(text))
    return tuple(dict.fromkeys(" ".join(each.split()) for each in found))


def tells_a_place(text: str) -> str:
    """A postcode or a house in a street that a text names; "" where there is none."""
    found = POSTCODE.search(text) or _STREET.search(text)
    return found.group() if found else ""
