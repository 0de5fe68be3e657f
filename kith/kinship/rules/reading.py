"""Reads this room's data files, and says by file, line and remedy what makes no sense."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "data"


class RulesError(Exception):
    """A file of rules cannot be read. The message says which file, which entry and what would mend it."""


def told(path: Path) -> dict[str, Any]:
    """A file's content. Raises RulesError for a file that is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as wrong:
        raise RulesError(f"{path.name}: {wrong}. Mend that line.") from wrong


def shaped(where: str, entry: Mapping[str, Any], sorts: Mapping[str, type], needed: Iterable[str]) -> None:
    """Raises RulesError for a field missing, not known, or of another sort."""
    for name in needed:
        if name not in entry:
            raise RulesError(f"{where}: {name} is missing. Add it.")
    for name, value in entry.items():
        if name not in sorts:
            raise RulesError(f"{where}: {name} is not known here. Take it out, or mend its spelling.")
        if not isinstance(value, sorts[name]):
            raise RulesError(f"{where}: {name} must be {sorts[name].__name__}, and is {value!r}.")
