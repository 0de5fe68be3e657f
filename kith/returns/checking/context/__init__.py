"""Builds the tables and macros that rules read: SQL files beside this one, filled with the year and the authority."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import duckdb

from kith.returns.checking.context.ties import ties
from kith.returns.checking.geo import same_authority
from kith.returns.checking.holidays import make_bank_holidays
from kith.returns.checking.typed import DATE_FORMATS, Presence
from kith.returns.codes import ReturnKind, layout
from kith.returns.codes.code_sets import codes_in
from kith.returns.codes.windows import Window

NEIGHBOURS = (
    "row",
    "DECOM",
    "RNE",
    "LS",
    "CIN",
    "PLACE",
    "PLACE_PROVIDER",
    "DEC",
    "REC",
    "PL_POST",
    "URN",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a check is told beside the tables: the year's window, the authority's ONS code, and the files' format."""

    kind: ReturnKind
    window: Window
    authority: str | None
    file_format: str


@cache
def _text(name: str) -> str:
    return (files("kith.returns.checking.context") / name).read_text(encoding="utf-8")


def build(
    connection: duckdb.DuckDBPyConnection, asked: Asked, presence: Presence, *, tight: bool = False
) -> None:
    """Make everything that the rules of a return may read. The tables "<Table>_read" are there already.

    `tight`: what is worked out of the rows of a census is not kept beside them.
    """
    _run(connection, "macros.sql", _macro_words(asked))
    for name in code_sets(asked.kind):
        codes = ", ".join(f"'{code}'" for code in codes_in(asked.kind, name, asked.window.year))
        connection.execute(f"CREATE MACRO valid_{name.lower()}(code) AS code IN ({codes or 'NULL'})")
    if asked.kind == "ssda903":
        _ssda903(connection, presence)
    else:
        _cin(connection, asked, presence, "VIEW" if tight else "TABLE")


def code_sets(kind: ReturnKind) -> list[str]:
    """The code sets of a return, by name: each gives rules a macro, valid_<name>(code)."""
    return sorted(
        {c.code_set for t in layout(kind).values() for c in t.columns if c.code_set} | {"UPN_UNKNOWN"}
    )


def _macro_words(asked: Asked) -> dict[str, str]:
    return {
        "starts": asked.window.starts.isoformat(),
        "ends": asked.window.ends.isoformat(),
        "authority": f"'{asked.authority}'" if asked.authority else "CAST(NULL AS VARCHAR)",
        "own_codes": ", ".join(f"'{code}'" for code in same_authority(asked.authority))
        if asked.authority
        else "NULL",
        "formats": DATE_FORMATS if asked.file_format == "xml" else "'%d/%m/%Y'",
    }


def _ssda903(connection: duckdb.DuckDBPyConnection, presence: Presence) -> None:
    for name in layout("ssda903"):
        for suffix in ("", "_last"):
            if name not in ("Header", "Episodes"):
                connection.execute(
                    f"CREATE VIEW {name}{suffix} AS {_with_birth(connection, name + suffix, suffix)}"
                )
    _run(
        connection,
        "ssda903.sql",
        {
            "uasc_given": _yes(not presence.lacks("Header.UASC")),
            "uasc_last_given": _yes(not presence.lacks("Header_last.UASC")),
            "episodes": _episodes("", "ye()") + _episodes("_last", "ys() - 1"),
            "every_child": " UNION ".join(
                f"SELECT CHILD AS child FROM {name} WHERE CHILD IS NOT NULL" for name in layout("ssda903")
            ),
        },
    )


def _with_birth(connection: duckdb.DuckDBPyConnection, name: str, suffix: str) -> str:
    """A table with the date of birth of Header where its own is blank or cannot be read."""
    plain = f'SELECT * FROM "{name}_read"'
    if "DOB" not in layout("ssda903")[name.removesuffix("_last")].column_names:
        return plain
    if not connection.execute(f'SELECT count(*) FROM "{name}_read" WHERE DOB IS NULL').fetchall()[0][0]:
        return plain
    births = f'SELECT CHILD, min_by(DOB, row) AS born FROM "Header{suffix}_read" GROUP BY CHILD'
    return f'SELECT t.* REPLACE (coalesce(DOB, born) AS DOB) FROM "{name}_read" AS t LEFT JOIN ({births}) USING (CHILD)'


def _cin(connection: duckdb.DuckDBPyConnection, asked: Asked, presence: Presence, kept: str) -> None:
    for name, table in layout("cin").items():
        joins, replaced = ties(table, presence)
        replaced += [
            f"CASE lower({column.name}) WHEN 'true' THEN '1' WHEN 'false' THEN '0' ELSE {column.name} END "
            f"AS {column.name}"
            for column in table.columns
            if column.code_set == "YESNO"
        ]
        read = f"* REPLACE ({', '.join(replaced)})" if replaced else "*"
        # Where nothing has to be tied, a second copy of the rows would cost more than to read them through a view.
        made = (
            f"TABLE {name} AS SELECT {read} FROM {name}_read{joins} ORDER BY row"
            if joins
            else (f"VIEW {name} AS SELECT {read} FROM {name}_read")
        )
        connection.execute(f"CREATE {made}")
    make_bank_holidays(connection, asked.window)
    _run(connection, "cin.sql", {"kept": kept})


def _episodes(suffix: str, ends: str) -> str:
    beside = ", ".join(
        f"{way}({column}) OVER own AS {word}_{column}"
        for way, word in (("lag", "prev"), ("lead", "next"))
        for column in NEIGHBOURS
    )
    words = {"suffix": suffix, "ends": ends, "with_places": f"Episodes{suffix}_read", "neighbours": beside}
    return _filled(_text("episodes.sql"), words)


def _yes(holds: bool) -> str:
    return "true" if holds else "false"


def _filled(text: str, words: dict[str, str]) -> str:
    for word, value in words.items():
        text = text.replace("{{" + word + "}}", value)
    return text


def _run(connection: duckdb.DuckDBPyConnection, name: str, words: dict[str, str]) -> None:
    connection.execute(_filled(_text(name), words))
