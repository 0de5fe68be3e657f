"""The codes that a column may hold, with what each means."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from kith.returns.codes.layouts import ReturnKind


@cache
def _rows(kind: ReturnKind) -> list[dict[str, str]]:
    text = (files("kith.returns.codes") / "data" / f"{kind}_codes.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def _code_sets(kind: ReturnKind) -> dict[str, dict[str, str]]:
    sets: dict[str, dict[str, str]] = {}
    for row in _rows(kind):
        sets.setdefault(row["codeset"], {})[row["code"]] = row["meaning"]
    return sets


def code_set(kind: ReturnKind, name: str) -> dict[str, str]:
    """Code to meaning, over all collection years; empty when the set is open or not published."""
    return _code_sets(kind).get(name, {})


def meaning(kind: ReturnKind, name: str, code: str) -> str:
    """What a code means in plain words, or the code itself when the set does not hold it."""
    return code_set(kind, name).get(code, code)


def codes_in(kind: ReturnKind, name: str, year: str) -> list[str]:
    """The codes of a set that hold in a collection year, "2026-27", in the order of the data."""
    return [
        row["code"]
        for row in _rows(kind)
        if row["codeset"] == name and row["first_year"] <= year <= (row["last_year"] or "9999-00")
    ]
