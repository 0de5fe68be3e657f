"""Whose logins these are: the council's are kith_owner, kith_app and so on; a locked store has its own of each.

Everything that names a login in SQL is written with the council's names, and said with those of the store.
"""

from __future__ import annotations

import os
import re

COUNCIL = "kith"
ADVICE = "advice"
# Which store this process is of; empty: the council's own.
OF_PROCESS = "KITH_AS"
_NAMED = re.compile(r"\bkith_(owner|app|worker|audit|definer)\b")


def store_of_process() -> str:
    """The store that this process works for: the council's, unless it was started as another."""
    return os.environ.get(OF_PROCESS) or COUNCIL


def named(text: str, store: str = "") -> str:
    """SQL or a login's name with the logins of `store`, by default of this process's own."""
    store = store or store_of_process()
    return text if store == COUNCIL else _NAMED.sub(rf"{store}_\1", text)
