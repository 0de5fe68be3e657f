"""The sheets of the demonstration, in our own words over the register of law: the editor writes, the manager checks."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from kith.advice.library.actions import publish, write
from kith.advice.models import Adviser
from kith.core.acting import acting
from kith.core.actor import Actor

FOLDER = Path(__file__).parent / "data"


def sheets_of_the_demo() -> int:
    """Publish every sheet, as the worker and in the names of the demonstration's people; how many."""
    people = {
        each.role: each.id for each in Adviser.objects.using("owner").filter(role__in=("editor", "manager"))
    }
    editor, manager = (Actor(id=people[role], role=role, channel="command") for role in ("editor", "manager"))
    return fill_library(writer=editor, checker=manager, today=timezone.localdate())


def fill_library(*, writer: Actor, checker: Actor, today: date) -> int:
    """Publish every sheet; how many. The first is due for its review soon, so that the board has something to say.

    Of two a newer version is under way: one waits for whoever checks, one is still being written.
    """
    made = 0
    paths = sorted(FOLDER.glob("*.toml"))
    for number, path in enumerate(paths):
        held = tomllib.loads(path.read_text(encoding="utf-8"))
        review = today + timedelta(days=30 if number == 0 else 180)
        with acting(writer):
            version = write(
                by=writer, slug=path.stem, law_checked_on=today, review_by=review, send=True,
                body=held.pop("body").strip(), **held,
            )  # fmt: skip
        with acting(checker):
            publish(by=checker, version=version.id)
        made += 1
    for path, send in zip(paths[-2:], (True, False), strict=True):
        held = tomllib.loads(path.read_text(encoding="utf-8"))
        body = f"{held.pop('body').strip()}\n\n## Ask us\nRing us, or write to us, if your letter says something else."
        with acting(writer):
            write(
                by=writer, slug=path.stem, law_checked_on=today, review_by=today + timedelta(days=180), send=send,
                body=body, **held,
            )  # fmt: skip
    return made
