"""Which rules hold on a day: those that come with Kith, and those that a council has put in its own folder.

Nothing of the folder is copied or changed: a new year is a new file, and an award goes on naming the version that
it was worked out by.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

from kith.kinship.rules.allowance import Rules, read
from kith.kinship.rules.reading import FOLDER, RulesError


def versions() -> tuple[Rules, ...]:
    """Every version that holds here, the earliest first; of two from one day the council's comes last.

    Invented sums hold in the demonstration alone. Raises RulesError.
    """
    return versions_of(str(settings.RULES), not settings.PRODUCTION)


@cache
def versions_of(folder: str, invented: bool) -> tuple[Rules, ...]:
    """The versions that come with Kith, and those of a council's folder (`allowance/*.toml` in it; blank: none).

    Raises RulesError for a folder that is not there, and for two files of one version.
    """
    shipped = [each for path in _files(FOLDER) if (each := read(path)).invented <= invented]
    own = [read(path) for path in _own(folder)]
    found = sorted([*shipped, *own], key=lambda each: each.from_on)
    if len({each.version for each in found}) != len(found):
        raise RulesError("Two files of allowance rules have one version. Give each its own.")
    return tuple(found)


def rules_on(day: date) -> Rules:
    """The version that holds on a day; the first before there was any."""
    held = versions()
    return next((each for each in reversed(held) if each.from_on <= day), held[0])


def version_called(version: str) -> Rules | None:
    """A version by its name."""
    return next((each for each in versions() if each.version == version), None)


def _own(folder: str) -> list[Path]:
    if not folder:
        return []
    if not (Path(folder) / "allowance").is_dir():
        raise RulesError(
            f"KITH_RULES names {folder}, and there is no folder allowance in it. Make it, or leave the setting out."
        )
    return _files(Path(folder))


def _files(folder: Path) -> list[Path]:
    return sorted((folder / "allowance").glob("*.toml"))
