"""Rows of a table as they were believed to be at a moment: from the row that stands and from its history.

History files what was replaced (docs/adr/0007). So what was believed at a moment is, for each row, the first
version filed after that moment or, where none was, the row that stands; and nothing where the version that
is found was only written after the moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Model

from kith.core.action import NotPermittedError
from kith.core.actor import current_actor

FAMILY_ROLES = frozenset({"parent", "young_person", "carer"})
"""Who reads no history: see core migration 0005."""


def rows_of(
    model: type[Model], columns: Sequence[str], *, believed: bool, where: str = "", key: str = ""
) -> str:
    """SQL for a FROM clause: these columns of a model's rows, each row once, under the reader's own policies.

    `believed` takes them as they stood at the parameter `%(believed)s`, a moment. `where` is SQL that says
    which values of the column `key` are wanted; a version counts by the value that it had then.
    Raises TypeError for a model that keeps no history.
    """
    table = model._meta.db_table
    chosen = ", ".join(columns)
    if not believed:
        return f"(SELECT {chosen} FROM {table}{f' WHERE {key} {where}' if where else ''})"
    history = history_of(model)
    wanted = {alias: f" AND {alias}.{key} {where}" if where else "" for alias in ("stands", "was")}
    # In the order of filing, not of time: two that changed one row waited for each other in that order.
    return f"""(
        SELECT {chosen} FROM {table} stands
         WHERE stands.recorded_at <= %(believed)s{wanted["stands"]}
           AND NOT EXISTS (SELECT FROM {history} later
                            WHERE later.pgh_obj_id = stands.id AND later.pgh_created_at > %(believed)s)
        UNION ALL
        SELECT {chosen} FROM {history} was
         WHERE was.pgh_created_at > %(believed)s AND was.recorded_at <= %(believed)s{wanted["was"]}
           AND NOT EXISTS (SELECT FROM {history} sooner
                            WHERE sooner.pgh_obj_id = was.pgh_obj_id AND sooner.pgh_id < was.pgh_id
                              AND sooner.pgh_created_at > %(believed)s))"""


def history_of(model: type[Model]) -> str:
    """The name of the table that holds a model's earlier versions. Raises TypeError if it keeps none."""
    event: Any = getattr(model, "pgh_event_model", None)
    if event is None:
        raise TypeError(f"{model.__name__} keeps no history: make it @tracked() to ask what was believed.")
    return str(event._meta.db_table)


def check_reader(believed: datetime | None) -> None:
    """Refuse a family's account the past as it was believed: history is not open to it, so it would be untrue.

    Raises NotPermittedError.
    """
    actor = current_actor()
    if believed is not None and actor is not None and actor.role in FAMILY_ROLES:
        raise NotPermittedError("What was believed before is shown to staff only.")
