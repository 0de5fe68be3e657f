"""pgtrigger's list of triggers, which looks through itself once and not anew for each trigger that is added.

Every table has several, so each process of Kith began by comparing them all with each other, two hundred thousand times.
"""

from __future__ import annotations

from typing import Any

from pgtrigger import registry

Listed = registry._Registry


class _Known:
    """What the list works out of all its triggers, kept until it loses one or has one replaced."""

    def __init__(self, name: str) -> None:
        self.whole = vars(Listed)[name].fget
        self.kept: Any = None

    def __get__(self, listed: Any, _owner: type) -> Any:
        if self.kept is None:
            self.kept = self.whole(listed)
        return self.kept


def look_once() -> None:
    """From here on, in this process."""
    if isinstance(vars(Listed)["by_db_table"], _Known):
        return
    names, tables = _Known("pg_function_names"), _Known("by_db_table")
    add, lose = Listed.__setitem__, Listed.__delitem__

    def added(listed: Any, key: str, value: tuple[Any, Any]) -> None:
        new = key not in listed.data
        add(listed, key, value)
        model, trigger = value
        if new and names.kept is not None and tables.kept is not None:
            names.kept.add(trigger.get_pgid(model))
            tables.kept[model._meta.db_table, trigger.name] = trigger
        else:
            names.kept = tables.kept = None

    def lost(listed: Any, key: str) -> None:
        lose(listed, key)
        names.kept = tables.kept = None

    for name, what in {
        "pg_function_names": names,
        "by_db_table": tables,
        "__setitem__": added,
        "__delitem__": lost,
    }.items():
        setattr(Listed, name, what)
