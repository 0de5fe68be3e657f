"""The mark of an answer: it changes with what is asked, with the data, and with how Kith makes answers of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import HttpRequest

from kith.offer.api.lists import State

ROOM = Path(__file__).resolve().parents[1]
# Everything by which a document is turned into an answer.
MAKING = ("api/*.py", "oruk/*.py", "terms.py", "data/*.json", "data/terms.toml")


@dataclass(frozen=True, slots=True)
class Shaped:
    """How answers are made: a digest of it, and when it last changed (seconds since 1970)."""

    digest: str
    at: float


@cache
def shaped() -> Shaped:
    """Of the release that runs: the same data in a new shape is a new answer."""
    files = sorted(path for pattern in MAKING for path in ROOM.glob(pattern))
    whole = hashlib.sha256()
    for path in files:
        whole.update(path.read_bytes())
    return Shaped(whole.hexdigest()[:16], max(path.stat().st_mtime for path in files))


def tag_of(request: HttpRequest, now: State) -> str:
    """The ETag of what is asked for: by whole address and host, which some answers name."""
    asked = (
        f"{request.get_host()} {request.get_full_path()} {now.number} {now.at.timestamp()} {shaped().digest}"
    )
    return f'"{hashlib.sha256(asked.encode()).hexdigest()[:32]}"'
