"""Runs rules over the tables: those that judge each row by itself many to a query, the rest one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from kith.returns.checking.rule import Rule
from kith.returns.checking.typed import Presence
from kith.returns.codes import ReturnKind, layout

KEY: dict[ReturnKind, str] = {"ssda903": "CHILD", "cin": "LAchildID"}

LOOKING_TOGETHER = 4
"""Rules that look into other tables, to a query: more take longer to plan, and all their joins are in memory at once."""

NONE = pa.table(
    {"table": pa.array([], pa.string()), "row": pa.array([], pa.int64()), "child": pa.array([], pa.string())}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rule and what came of it: why it was not run, else an Arrow table of `table`, `row` and `child`."""

    rule: Rule
    reason: str | None
    flagged: pa.Table | None


def run_rules(
    connection: duckdb.DuckDBPyConnection,
    kind: ReturnKind,
    rules: list[Rule],
    presence: Presence,
    progress: Callable[[int, int], None] | None = None,
) -> list[Outcome]:
    """What came of each rule, in the order of `rules`. A rule that cannot be worked out says so; none stops another."""
    found: dict[str, Outcome] = {}
    together: dict[str, list[Rule]] = {}
    alone: list[Rule] = []
    for rule in rules:
        if why := _why_not(kind, rule, presence):
            found[rule.code] = Outcome(rule, why, None)
        elif rule.row_wise:
            together.setdefault(rule.flags, []).append(rule)
        else:
            alone.append(rule)

    def tell() -> None:
        if progress:
            progress(len(found), len(rules))

    for table, batch in together.items():
        if presence.rows.get(table) == 0:
            # No row is judged: to plan such queries would cost more than all the others of one child.
            found |= {rule.code: Outcome(rule, None, NONE) for rule in batch}
        else:
            for group in _groups(batch):
                found |= {each.rule.code: each for each in _batch(connection, KEY[kind], table, group)}
        tell()
    for rule in alone:
        found[rule.code] = _one(connection, kind, rule)
        tell()
    return [found[rule.code] for rule in rules]


def _why_not(kind: ReturnKind, rule: Rule, presence: Presence) -> str | None:
    needs = [rule.flags, *rule.needs]
    if rule.flags in layout(kind):
        needs.append(
            f"{rule.flags}.{KEY[kind]}"
            if f"{KEY[kind]}" in layout(kind)[rule.flags].column_names
            else rule.flags
        )
    missing = [need for need in needs if all(presence.lacks(one.strip()) for one in need.split("|"))]
    if not missing:
        return None
    if "authority" in missing:
        return "It was not said whose return this is: give the authority's ONS code."
    if any(need.startswith("providers") for need in missing):
        wanted = [need.partition(".")[2] for need in missing if need.startswith("providers.")]
        lists = "The provider lists of Ofsted were not given"
        return f"{lists}, or lack {', '.join(wanted)}." if wanted else f"{lists}."
    for need in missing:
        if "|" in need:
            return f"None of these is there: {need.replace(' |', ',')}."
        table, _, column = need.partition(".")
        if table not in presence.tables:
            name = table.removesuffix("_last")
            if table.endswith("_last"):
                return f"Last year's return was not given, or has no {name}."
            return f"The census has no {table}." if kind == "cin" else f"There is no {table} file."
        if column:
            whose = "Last year's " if table.endswith("_last") else ""
            return f"{whose}{table.removesuffix('_last')} has no column {column}."
    return None


def _groups(batch: list[Rule]) -> Iterable[list[Rule]]:
    """Rules of one table as they are asked together: all that look at nothing but the row, the others a few at a time."""
    alone: list[Rule] = []
    looking: list[Rule] = []
    for rule in batch:
        (looking if "SELECT" in (rule.row_wise or "") else alone).append(rule)
    if alone:
        yield alone
    for first in range(0, len(looking), LOOKING_TOGETHER):
        yield looking[first : first + LOOKING_TOGETHER]


def _batch(
    connection: duckdb.DuckDBPyConnection, key: str, table: str, rules: list[Rule]
) -> Iterable[Outcome]:
    asked = ", ".join(f'coalesce(({rule.row_wise}), false) AS "{rule.code}"' for rule in rules)
    some = " OR ".join(f'"{rule.code}"' for rule in rules)
    child = key if key in layout(rules[0].kind)[table].column_names else "NULL"
    try:
        answer = connection.sql(
            f"SELECT * FROM (SELECT '{table}' AS \"table\", row, CAST({child} AS VARCHAR) AS child, {asked} "
            f"FROM {table}) WHERE {some} ORDER BY row"
        ).to_arrow_table()
    except duckdb.Error:
        # One of them cannot be worked out: each is asked alone, so that it says so and the others still run.
        return [_one(connection, rule.kind, rule) for rule in rules]
    rows = answer.select(["table", "row", "child"])
    return [Outcome(rule, None, rows.filter(answer[rule.code])) for rule in rules]


def _one(connection: duckdb.DuckDBPyConnection, kind: ReturnKind, rule: Rule) -> Outcome:
    try:
        given = connection.sql(rule.sql).to_arrow_table()
        if not given.num_rows:
            return Outcome(rule, None, NONE)
        columns = given.column_names
        if "child" in columns:
            row = "CAST(row AS BIGINT)" if "row" in columns else "CAST(NULL AS BIGINT)"
            table = '"table"' if "table" in columns else f"'{rule.flags}'"
            sql = (
                f'SELECT DISTINCT {table} AS "table", {row} AS row, CAST(child AS VARCHAR) AS child '
                "FROM given_now ORDER BY 1, 2, 3"
            )
        else:
            key = KEY[kind] if KEY[kind] in layout(kind)[rule.flags].column_names else "NULL"
            sql = (
                f"SELECT '{rule.flags}' AS \"table\", row, CAST({key} AS VARCHAR) AS child FROM {rule.flags} "
                "WHERE row IN (SELECT row FROM given_now) ORDER BY row"
            )
        connection.register("given_now", given)
        flagged = connection.sql(sql).to_arrow_table()
        connection.unregister("given_now")
        return Outcome(rule, None, flagged)
    except duckdb.Error as why:
        return Outcome(rule, f"It could not be worked out on these files ({str(why).splitlines()[0]}).", None)
