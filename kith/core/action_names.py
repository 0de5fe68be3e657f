"""The names of Kith's actions, kept in the database so that it takes no audit row under any other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.db import connections

_ROOMS = Path(__file__).resolve().parents[1]
# As written, for to import every room would load every library that any of them uses.
_NAMED = re.compile(r'@action\(\s*"([a-z_]+\.[a-z_]+)"\s*\)')
_KEEP = "INSERT INTO core_actionname (name) SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING"


def names_in_source() -> set[str]:
    """Every name that a decorator in Kith's source gives to an action."""
    return {
        name for file in _ROOMS.rglob("*.py") for name in _NAMED.findall(file.read_text(encoding="utf-8"))
    }


def keep_action_names(using: str = "default", **_kwargs: Any) -> None:
    """Add new names after each migration; old ones stay, since a release before may still be running."""
    if using != "owner":
        return
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regclass('core_actionname') IS NOT NULL")
        if cursor.fetchone()[0]:  # not yet in a database that is only part of the way there
            cursor.execute(_KEEP, [sorted(names_in_source())])
