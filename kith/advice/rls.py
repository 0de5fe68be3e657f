"""Row level security of the store: who reads and who writes each table, by role."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.migrations.operations.special import RunSQL

from kith.core.rls import MIGRATING, SERVICE, SOMEBODY

EVERYBODY = ("door", "adviser", "moderator", "editor", "manager")


def by_role(*roles: str) -> str:
    """SQL: the actor's account is open and of one of these roles."""
    return f"(SELECT kith_actor_role()) IN ({', '.join(repr(each) for each in roles)})" if roles else "false"


def protect(
    table: str,
    *,
    read: Sequence[str] = (),
    add: Sequence[str] = (),
    change: Sequence[str] = (),
    remove: Sequence[str] = (),
    and_read: str = "",
    history: bool = False,
) -> RunSQL:
    """Migration operation: put a table (and its history) under row level security, by role.

    `and_read` is SQL that lets a row be read besides. The worker reads and writes as one of its named services alone;
    history is the manager's to read and nobody's to write.
    """
    seen = f"({by_role(*read)})" + (f" OR ({and_read})" if and_read else "")
    said = [
        *_forced(table),
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO advice_app USING ({seen})",
        f"CREATE POLICY {table}_add ON {table} FOR INSERT TO advice_app WITH CHECK ({by_role(*add)})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO advice_app USING ({by_role(*change)})"
        f" WITH CHECK ({by_role(*change)})",
        f"CREATE POLICY {table}_remove ON {table} FOR DELETE TO advice_app USING ({by_role(*remove)})",
        f"GRANT SELECT, INSERT, UPDATE{', DELETE' if remove else ''} ON {table} TO advice_app",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO advice_worker",
    ]
    if history:
        kept = f"{table}event"
        said += [
            *_forced(kept),
            f"CREATE POLICY {kept}_read ON {kept} FOR SELECT TO advice_app USING ({by_role('manager')})",
            f"CREATE POLICY {kept}_audit ON {kept} TO advice_audit USING (true) WITH CHECK (true)",
            f"REVOKE ALL ON {kept} FROM advice_app, advice_worker",
            f"GRANT SELECT ON {kept} TO advice_app, advice_worker",
            f"GRANT SELECT, INSERT, DELETE ON {kept} TO advice_audit",
        ]
    return RunSQL(";\n".join(said), reverse_sql=RunSQL.noop)


def _forced(table: str) -> list[str]:
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_service ON {table} TO advice_worker USING ({SERVICE} AND {SOMEBODY})"
        f" WITH CHECK ({SERVICE} AND {SOMEBODY})",
        f"CREATE POLICY {table}_migrating ON {table} TO advice_owner USING ({MIGRATING}) WITH CHECK ({MIGRATING})",
        f"CREATE POLICY {table}_definer ON {table} TO advice_definer USING (true) WITH CHECK (true)",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO advice_definer",
    ]
