"""Of which people a table holds anything at all: so that a page looks for facts only where there are some.

A row of `law_holding` says that a table has, or once had, a row about a person. Triggers write it, in every mode of
the database; it is never taken back, so it may say too much and never too little (docs/adr/0136).
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.migrations.operations.special import RunSQL

TABLE = "law_holding"
# Whose every fact of these tables is behind the same grant as the row here; all others are looked for everywhere.
KNOWS = """(SELECT current_user = 'kith_app' AND kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() NOT IN
    ('partner', 'school', 'coordinator', 'parent', 'young_person', 'carer'), false))"""
HOLDS = f"holds AS MATERIALIZED (SELECT person_id, held FROM {TABLE} WHERE person_id = ANY (ARRAY(SELECT id FROM who)))"
"""SQL: after `who`, which of its people these tables hold, as far as the reader may know."""


def among(table: str, *, others: bool = False) -> str:
    """SQL for `person_id ...`: the people of `who` about whom a table holds a row; with `others`, or any other does."""
    of = "" if others else f" WHERE held = '{table}'"
    return f"= ANY (ARRAY(SELECT person_id FROM holds{of} UNION SELECT id FROM who WHERE NOT {KNOWS}))"


def kept_of(*tables: str) -> RunSQL:
    """Migration operation: from now on, and of what is there already, `law_holding` tells of these tables."""
    return RunSQL([each for table in tables for each in _kept(table)], reverse_sql=RunSQL.noop)


def _kept(table: str) -> Sequence[str]:
    return (
        f"INSERT INTO {TABLE} SELECT DISTINCT person_id, '{table}' FROM {table}",
        f"CREATE TRIGGER {table}_holding AFTER INSERT ON {table} REFERENCING NEW TABLE AS fresh"
        " FOR EACH STATEMENT EXECUTE FUNCTION law_hold()",
        f"CREATE TRIGGER {table}_holding_moved AFTER UPDATE ON {table} FOR EACH ROW"
        " WHEN (NEW.person_id IS DISTINCT FROM OLD.person_id) EXECUTE FUNCTION law_hold_moved()",
        # In a restore, and wherever triggers are silent, too: too little here would be a duty that nobody is told of.
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_holding",
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_holding_moved",
    )
