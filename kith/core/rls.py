"""Row level security as migration operations, so that each policy is versioned beside its table.

Every table that holds people's facts gets: security forced on owner and app alike; one indexed
EXISTS on `access_grant` to read; the same to write; a second, restrictive one for "see it as this
person will"; and a policy each for the worker's named services and for migrations.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.migrations.operations.special import RunSQL

from kith.core.labels import Label

OPEN = 2
FIND = 1


def granted(
    person: str, *, label: str | int = Label.NORMAL.value, level: int = OPEN, who: str = "kith_actor()"
) -> str:
    """SQL: the actor holds a grant on `person` of at least `level` whose mask has one of `label`'s bits."""
    return (
        "EXISTS (SELECT 1 FROM access_grant kg"
        f" WHERE kg.actor = (SELECT {who}) AND kg.person = {person}"
        f" AND kg.level >= {level} AND (kg.label_mask & ({label})) <> 0 AND kg.during @> now())"
    )


def released(item: str, *, who: str = "kith_actor()") -> str:
    """SQL: `item` has been released by name to the person whose account this is, and not taken back.

    A function of the definer's, so that the policies of the tables it reads are not planned inside this one.
    """
    return f"kith_released({item}, (SELECT {who}))"


SERVICE = "(SELECT current_setting('kith.channel', true)) IN ('service', 'task', 'command')"
MIGRATING = "current_setting('kith.migrating', true) = 'on'"
SOMEBODY = "(SELECT kith_actor()) IS NOT NULL"
# Roles that change what is recorded of a person. A grant says whose record is open, never what one may do with it.
EDITS = "(SELECT access_role_edits(kith_actor_role()))"


@dataclass(frozen=True)
class Policy:
    """How one table is protected.

    `read` is the predicate for the actor; `as_other` the same for the one on whose behalf it reads
    (a function of the SQL that names who). `write` defaults to `read`. With `deletable` rows may be
    deleted by those who may write them: drafts only; records are ended, not deleted. `by_role` is who
    may write by their role, whatever is open to them: `EDITS` for what is recorded of people.
    """

    table: str
    read: str
    as_other: str
    write: str = ""
    insert: str = ""
    deletable: bool = False
    history: bool = True
    by_role: str = ""
    extra: tuple[str, ...] = field(default=())

    def statements(self, table: str | None = None) -> list[str]:
        """The SQL that protects the table (or its history table, when `table` names one)."""
        name = table or self.table
        write = self.write or self.read
        read = self.read.replace(f"{self.table}.", f"{name}.")
        other = self.as_other.replace(f"{self.table}.", f"{name}.")
        sql = [
            f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY {name}_read ON {name} FOR SELECT TO kith_app USING ({read})",
            f"CREATE POLICY {name}_as_other ON {name} AS RESTRICTIVE FOR SELECT TO kith_app"
            f" USING ((SELECT kith_on_behalf_of()) IS NULL OR ({other}))",
            f"CREATE POLICY {name}_service ON {name} TO kith_worker USING ({SERVICE} AND {SOMEBODY})"
            f" WITH CHECK ({SERVICE} AND {SOMEBODY})",
            f"CREATE POLICY {name}_migrating ON {name} TO kith_owner USING ({MIGRATING}) WITH CHECK ({MIGRATING})",
            f"CREATE POLICY {name}_definer ON {name} TO kith_definer USING (true) WITH CHECK (true)",
        ]
        if table is None:
            sql += [
                f"CREATE POLICY {name}_insert ON {name} FOR INSERT TO kith_app WITH CHECK ({self.insert or write})",
                f"CREATE POLICY {name}_update ON {name} FOR UPDATE TO kith_app USING ({write}) WITH CHECK ({write})",
                f"GRANT SELECT, INSERT, UPDATE ON {name} TO kith_app, kith_worker",
                f"GRANT DELETE ON {name} TO kith_worker",
                *(_by_role(name, self.by_role) if self.by_role else ()),
                *self.extra,
            ]
            if self.deletable:
                sql += [
                    f"CREATE POLICY {name}_delete ON {name} FOR DELETE TO kith_app USING ({write})",
                    f"GRANT DELETE ON {name} TO kith_app",
                ]
        else:
            sql += [
                f"CREATE POLICY {name}_audit ON {name} TO kith_audit USING (true) WITH CHECK (true)",
                f"REVOKE ALL ON {name} FROM kith_app, kith_worker",
                f"GRANT SELECT ON {name} TO kith_app, kith_worker",
                f"GRANT SELECT, INSERT ON {name} TO kith_audit",
            ]
        sql.append(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {name} TO kith_definer")
        return sql


def by_person(
    table: str,
    column: str = "person_id",
    *,
    label: str | int = Label.NORMAL.value,
    level: int = OPEN,
    or_read: str = "",
    or_other: str = "",
    write: str = "",
    insert: str = "",
    deletable: bool = False,
    history: bool = True,
    by_role: str = "",
) -> Policy:
    """The usual protection: whoever holds a grant on the row's person, of its label."""
    person = f"{table}.{column}"
    read = granted(person, label=label, level=level)
    other = granted(person, label=label, level=level, who="kith_on_behalf_of()")
    return Policy(
        table=table,
        read=f"{read} OR {or_read}" if or_read else read,
        as_other=f"{other} OR {or_other}" if or_other else other,
        write=write or granted(person, label=label),
        insert=insert,
        deletable=deletable,
        history=history,
        by_role=by_role,
    )


def _by_role(table: str, role: str) -> list[str]:
    """Restrictive, so that they hold beside whatever other policy lets a row be written, now or later."""
    return [
        f"CREATE POLICY {table}_insert_role ON {table} AS RESTRICTIVE FOR INSERT TO kith_app WITH CHECK ({role})",
        f"CREATE POLICY {table}_update_role ON {table} AS RESTRICTIVE FOR UPDATE TO kith_app"
        f" USING ({role}) WITH CHECK ({role})",
    ]


def written_by_role(*tables: str, role: str = EDITS) -> RunSQL:
    """Migration operation: of tables that are protected already, who writes them by their role."""
    statements = [each for table in tables for each in _by_role(table, role)]
    return RunSQL(";\n".join(statements), reverse_sql=RunSQL.noop)


class Protect(RunSQL):
    """Migration operation: put a table, and its history table, under row level security."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        statements = policy.statements()
        if policy.history:
            statements += policy.statements(f"{policy.table}event")
        super().__init__(";\n".join(statements), reverse_sql=RunSQL.noop)

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """The operation as a migration file writes it."""
        return (self.__class__.__name__, [self.policy], {})


def opened(table: str, *, write: bool = True, delete: bool = False) -> RunSQL:
    """Grant the app and worker logins a table that holds nobody's facts (sessions, teams, queues)."""
    rights = "SELECT" + (", INSERT, UPDATE" if write else "") + (", DELETE" if delete else "")
    return RunSQL(f"GRANT {rights} ON {table} TO kith_app, kith_worker", reverse_sql=RunSQL.noop)
