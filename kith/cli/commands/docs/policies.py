"""The row level security policies, read from the migrations that make them, and put into words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.migrations import RunSQL
from django.db.migrations.loader import MigrationLoader

from kith.core.labels import Label
from kith.core.rls import OPEN, Protect

_CREATE = re.compile(
    r"CREATE POLICY (?P<name>\w+) ON (?P<table>\w+)(?P<restrictive> AS RESTRICTIVE)?"
    r"(?: FOR (?P<verb>\w+))? TO (?P<who>\w+)\s+(?P<rule>(?:USING|WITH CHECK).*)",
    re.DOTALL,
)
_DROP = re.compile(r"DROP POLICY (?:IF EXISTS )?(?P<name>\w+) ON (?P<table>\w+)")
_ALTER = re.compile(
    r"ALTER POLICY (?P<name>\w+) ON (?P<table>\w+)\s+(?P<rule>(?:USING|WITH CHECK).*)", re.DOTALL
)
_GRANT = re.compile(
    r"EXISTS \(SELECT 1 FROM access_grant kg WHERE kg\.actor = \(SELECT (?P<who>\w+)\(\)\)"
    r" AND kg\.person = (?P<person>[\w.]+) AND kg\.level >= (?P<level>\d)"
    r" AND \(kg\.label_mask & \((?P<label>.*?)\)\) <> 0 AND kg\.during @> now\(\)\)"
)
_WHO = {"kith_actor": "the reader", "kith_on_behalf_of": "the one whose eyes are borrowed"}


@dataclass(frozen=True, slots=True)
class PolicyEntry:
    """One policy: `verb` is SELECT, INSERT, UPDATE, DELETE or ALL, `who` the login or role it is for."""

    name: str
    table: str
    who: str
    verb: str
    restrictive: bool
    rule: str


def policies() -> dict[str, dict[str, PolicyEntry]]:
    """Each table's policies by name, as the last migration leaves them. Needs no database."""
    found: dict[str, dict[str, PolicyEntry]] = {}
    for statement in _statements():
        said = _CREATE.match(statement.strip())
        gone = _DROP.match(statement.strip())
        if gone is not None:
            found.get(gone["table"], {}).pop(gone["name"], None)
        anew = _ALTER.match(statement.strip())
        if anew is not None and anew["name"] in found.get(anew["table"], {}):
            before = found[anew["table"]][anew["name"]]
            rule = in_words(" ".join(anew["rule"].split()))
            found[anew["table"]][anew["name"]] = replace(before, rule=rule)
        if said is not None:
            each = PolicyEntry(
                name=said["name"],
                table=said["table"],
                who=said["who"],
                verb=said["verb"] or "ALL",
                restrictive=bool(said["restrictive"]),
                rule=in_words(" ".join(said["rule"].split())),
            )
            found.setdefault(each.table, {})[each.name] = each
    return found


def in_words(rule: str) -> str:
    """A policy's SQL with each look at the grants said in words; the rest stays as PostgreSQL reads it."""
    return _GRANT.sub(_say_grant, rule)


def _say_grant(grant: re.Match[str]) -> str:
    deed = "open" if int(grant["level"]) >= OPEN else "find"
    who = _WHO.get(grant["who"], grant["who"])
    return f"⟨{who} may {deed} {grant['person']}, label {_labels(grant['label'])}⟩"


def _labels(expression: str) -> str:
    if not expression.isdigit():
        return expression
    return " or ".join(each.name or str(each.value) for each in Label(int(expression))).lower()


def _statements() -> Iterator[str]:
    """Every statement of our own migrations, in the order in which they run."""
    loader = MigrationLoader(None)
    done: set[tuple[str, str]] = set()
    for leaf in sorted(loader.graph.leaf_nodes()):
        for key in loader.graph.forwards_plan(leaf):
            if key in done:
                continue
            done.add(key)
            for operation in loader.graph.nodes[key].operations:
                if isinstance(operation, Protect):
                    yield from operation.policy.statements()
                    if operation.policy.history:
                        yield from operation.policy.statements(f"{operation.policy.table}event")
                elif isinstance(operation, RunSQL) and isinstance(operation.sql, str):
                    yield from operation.sql.split(";")
