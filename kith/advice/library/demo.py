"""The sheets of the demonstration, in our own words over the register of law: one writes, another checks."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

from kith.advice.library.actions import publish, write
from kith.core.acting import acting
from kith.core.actor import Actor

FOLDER = Path(__file__).parent / "data"


def fill_library(*, writer: Actor, checker: Actor, today: date, channel: str = "web") -> int:
    """Publish every sheet; how many. The first is due for its review soon, so that the board has something to say."""
    made = 0
    for number, path in enumerate(sorted(FOLDER.glob("*.toml"))):
        held = tomllib.loads(path.read_text(encoding="utf-8"))
        review = today + timedelta(days=30 if number == 0 else 180)
        with acting(writer, channel=channel):
            version = write(
                by=writer, slug=path.stem, law_checked_on=today, review_by=review, send=True,
                body=held.pop("body").strip(), **held,
            )  # fmt: skip
        with acting(checker, channel=channel):
            publish(by=checker, version=version.id)
        made += 1
    return made
