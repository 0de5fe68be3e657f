"""Checks tables against the rules of a year: the one door of this package."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import duckdb

from kith.returns.checking.catalogue import rules_of
from kith.returns.checking.checked import NOBODY, Checked, children_of, rows_of
from kith.returns.checking.context import Asked, build
from kith.returns.checking.given import Frame
from kith.returns.checking.lost_zeros import lost_zeros
from kith.returns.checking.parted import check_in_parts
from kith.returns.checking.places import add_places
from kith.returns.checking.providers import make_providers, strange_providers
from kith.returns.checking.result import Structure, files_of, plain, report
from kith.returns.checking.rule import Rule
from kith.returns.checking.running import run_rules
from kith.returns.checking.structure import faults, tallies
from kith.returns.checking.typed import make_tables
from kith.returns.checking.wanted import wanted
from kith.returns.codes import ReturnKind
from kith.returns.reading.by_hand import stopped_by_hand

Progress = Callable[[int, int], None]
"""Called with how many rules are done, and of how many."""


def check_tables(
    kind: ReturnKind,
    year: str,
    tables: Mapping[str, Frame],
    *,
    authority: str | None = None,
    last_year: Mapping[str, Frame] | None = None,
    providers: Frame | None = None,
    rules: Sequence[str] | None = None,
    file_format: str = "csv",
    postcodes: Frame | None = None,
) -> dict[str, Any]:
    """Check a return; the answer has the shape of `kith check --format json`, with `notes`: what is near, not exact.

    `tables` and `last_year`: table name to a frame that DuckDB reads or a dict of lists, one a column.
    `authority`: an ONS code, "E09000027". `providers`: a frame with those of URN, POSTCODE, LA_CODE, PLACE_CODES,
    PROVIDER_CODES and REG_END that are known. `rules`: codes, else every rule of the year. `file_format`: "csv" or
    "xml". `postcodes`: exact places, with POSTCODE, LA_CODE, EAST, NORTH. `structure`: faults found while reading;
    `names`: table name to file name.

    Raises CheckError for a year, a rule, a kind or a table that is not one, and for a frame that cannot be read.
    """
    return plain(
        check_return(
            kind,
            year,
            tables,
            authority=authority,
            last_year=last_year,
            providers=providers,
            rules=rules,
            file_format=file_format,
            postcodes=postcodes,
        )
    )


def check_return(
    kind: ReturnKind,
    year: str,
    tables: Mapping[str, Frame],
    *,
    authority: str | None = None,
    last_year: Mapping[str, Frame] | None = None,
    providers: Frame | None = None,
    rules: Sequence[str] | None = None,
    file_format: str = "csv",
    postcodes: Frame | None = None,
    structure: Sequence[Structure] = (),
    names: Mapping[str, str] | None = None,
    until: dt.date | None = None,
    progress: Progress | None = None,
    let_go: bool = False,
    rules_alone: bool = False,
) -> dict[str, Any]:
    """As `check_tables`, with the failures of each rule as a sequence that makes them when asked (see `Failures`).

    `structure`: faults found while reading. `names`: table name to file name. `until`: the day on which the
    year is taken to end, where it is not over. `progress`: told of rules done. `let_go`: `tables` and `last_year` are
    dicts that are emptied as they are read, so that their rows are not held twice. `rules_alone`: no fault of structure
    is looked for, as where the tables are our own.
    Raises CheckError as `check_tables` does.
    """
    asked = wanted(kind, year, tables, last_year, authority=authority, file_format=file_format)
    if until:
        asked = replace(asked, window=replace(asked.window, ends=min(until, asked.window.ends)))
    chosen = rules_of(kind, asked.window.year, rules)

    def check(
        given: Mapping[str, Frame], rules: list[Rule], tell: Progress, *, tight: bool = False
    ) -> Checked:
        frames = _to_read(given, let_go), _to_read(last_year or {}, let_go)
        return _check(
            asked,
            frames,
            rules,
            tell,
            names=names or {},
            providers=providers,
            postcodes=postcodes,
            tight=tight,
            whole=not rules_alone,
        )

    tell = progress or (lambda _done, _of: None)
    came = check_in_parts(tables, chosen, check, tell) if kind == "cin" else None
    if came is None:
        came = check(tables, chosen, tell)
    found = [*structure, *came.lost, *faults(came.tallies, names or {})]
    answer = report(asked, files_of(came.rows, names or {}), found, came.outcomes, len(came.children))
    return answer | {"notes": came.notes}


def _check(
    asked: Asked,
    frames: tuple[dict[str, Frame], dict[str, Frame]],
    rules: list[Rule],
    progress: Progress,
    *,
    names: Mapping[str, str],
    providers: Frame | None,
    postcodes: Frame | None,
    tight: bool,
    whole: bool,
) -> Checked:
    """`frames`: those of the year, and last year's. `whole`: faults of structure are looked for too."""
    kind, (tables, last_year) = asked.kind, frames
    with (
        stopped_by_hand(),
        duckdb.connect(
            ":memory:", config={"enable_external_access": False, "temp_directory": ""}
        ) as connection,
    ):
        # Without a folder for what does not fit in memory, nothing of anybody is ever written beside the files.
        connection.execute("SET TimeZone = 'UTC'")
        # Lists of codes as joins cost more to plan than they ever save here.
        connection.execute("SET disabled_optimizers = 'in_clause'")
        notes: list[str | None] = []
        presence = make_tables(connection, kind, tables, tight=tight)
        if kind == "ssda903" or last_year:  # no rule of the census asks for last year's
            before = make_tables(connection, kind, last_year, "_last")
            presence.tables |= before.tables
            presence.columns |= before.columns
            presence.rows |= before.rows
        if asked.authority:
            presence.tables.add("authority")
        if kind == "ssda903":
            notes.append(add_places(connection, asked, presence, postcodes))
            make_providers(connection, providers, presence, asked.authority)
        build(connection, asked, presence, tight=tight)
        lost = lost_zeros(connection, names) if kind == "ssda903" and whole else []
        counted = tallies(connection, asked, presence) if whole else []
        outcomes = run_rules(connection, kind, rules, presence, progress)
        if kind == "ssda903" and providers is not None:
            notes.append(strange_providers(connection))
        rows = rows_of(kind, presence)
        children = children_of(connection, kind) if not tight else NOBODY
        return Checked(outcomes, counted, rows, children, lost, [note for note in notes if note])


def _to_read(tables: Mapping[str, Frame], let_go: bool) -> dict[str, Frame]:
    return tables if let_go and isinstance(tables, dict) else dict(tables)
