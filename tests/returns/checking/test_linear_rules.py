"""A rule that compares the rows of a child with each other stays in step with the file, however many one child has."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest

from kith.returns.checking import engine
from kith.returns.checking.engine import check_tables
from kith.returns.codes import layout


def rows_gone_through(plan: Any) -> int:
    """Rows that the operators of a plan gave, all together."""
    return int(plan["intermediate_rows"]) + sum(map(rows_gone_through, plan.get("children", [])))


def work_of(
    code: str, tables: dict[str, dict[str, list[str | None]]], monkeypatch: pytest.MonkeyPatch
) -> int:
    """How many rows DuckDB goes through for a rule."""
    told: list[int] = []
    run = engine.run_rules

    def explained(connection: duckdb.DuckDBPyConnection, kind: Any, rules: Any, *others: Any) -> Any:
        plan = connection.execute(f"EXPLAIN (ANALYZE, FORMAT json) {rules[0].sql}").fetchall()[0][1]
        told.append(sum(map(rows_gone_through, json.loads(plan)["operator"])))
        return run(connection, kind, rules, *others)

    with monkeypatch.context() as patch:
        patch.setattr(engine, "run_rules", explained)
        answer = check_tables("ssda903", "2026-27", tables, rules=[code])
    assert answer["rules"][0]["status"] in ("passed", "failed")
    return told[0]


def spells_and_workers(many: int) -> dict[str, dict[str, list[str | None]]]:
    """So many spells and as many workers of one child, each of a few days."""

    def days(length: int) -> tuple[list[str | None], list[str | None]]:
        began = [date(2026, 4, 1) + timedelta(days=number % 300) for number in range(many)]
        texts = [
            [day.strftime("%d/%m/%Y"), (day + timedelta(days=length)).strftime("%d/%m/%Y")] for day in began
        ]
        return [text[0] for text in texts], [text[1] for text in texts]

    def table(name: str, **given: list[str | None]) -> dict[str, list[str | None]]:
        return {column: [None] * many for column in layout("ssda903")[name].column_names} | {
            "CHILD": ["1"] * many,
            **given,
        }

    began, ended = days(5)
    since, until = days(2)
    codes: dict[str, list[str | None]] = {"RNE": ["S"] * many, "LS": ["C2"] * many, "REC": ["E4A"] * many}
    return {
        "Episodes": table("Episodes", DECOM=began, DEC=ended, **codes),
        "SWEpisodes": table("SWEpisodes", SW_DECOM=since, SW_DEC=until),
    }


def test_workers_and_spells_of_one_child_are_not_met_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    once = work_of("SW12STG2", spells_and_workers(500), monkeypatch)
    assert once > 500
    assert work_of("SW12STG2", spells_and_workers(1_000), monkeypatch) < 2.2 * once
