"""Read the list from its TOML files, and refuse it with reasons when it is wrong."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kith.design.wording.entry import Entry, faults

FOLDER = Path(__file__).parent / "data"
FIELDS = {"key", "phrases", "not_in", "why", "instead", "source"}
HEAD = re.compile(r"^\s*\[\[\s*entry\s*\]\]")


class WordingError(ValueError):
    """The list cannot be used. The message has one line for each fault: file, line, entry, fault, remedy."""


@cache
def shipped() -> tuple[Entry, ...]:
    """The list that comes with Kith, in order of key. Raises WordingError."""
    return load()


def load(folder: Path | None = None) -> tuple[Entry, ...]:
    """Every entry in the TOML files of a folder (Kith's own). Raises WordingError listing every fault."""
    said: list[str] = []
    entries: dict[str, Entry] = {}
    for path in sorted((folder or FOLDER).glob("*.toml")):
        for entry, line in _file(path, said):
            if entry.key in entries:
                said.append(_fault(path, line, entry.key, ("key", "it is used before", "Give each its own.")))
            entries[entry.key] = entry
    if not entries and not said:
        said.append("There is no entry in this folder. Put .toml files with [[entry]] tables into it.")
    if said:
        raise WordingError("\n".join(said))
    return tuple(entries[key] for key in sorted(entries))


def _file(path: Path, said: list[str]) -> list[tuple[Entry, int]]:
    """The entries of a file with their lines; its faults are added to `said`."""
    try:
        text = path.read_text(encoding="utf-8")
        document = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else 1
        said.append(
            _fault(path, line, "-", ("-", f"not readable: {error}", "Mend that line; save as UTF-8."))
        )
        return []
    sources, tables = document.get("source", {}), document.get("entry", [])
    if not isinstance(sources, dict) or not isinstance(tables, list):
        remedy = (
            'Write [[entry]] with two brackets, and [source] with lines such as tact = "who, what, year".'
        )
        said.append(_fault(path, 1, "-", ("-", "not a list of entries with its sources", remedy)))
        return []
    heads = [number for number, line in enumerate(text.splitlines(), 1) if HEAD.match(line)]
    found = []
    for number, table in enumerate(tables):
        line = heads[number] if number < len(heads) else 1
        entry = _entry(path, line, table, sources, said)
        if entry is not None:
            found.append((entry, line))
    return found


def _entry(
    path: Path, line: int, table: dict[str, Any], sources: dict[str, Any], said: list[str]
) -> Entry | None:
    name = str(table.get("key", "without a key"))
    before = len(said)
    said += [
        _fault(path, line, name, (field, "not known here", "Take it away, or mend its spelling."))
        for field in sorted(set(table) - FIELDS)
    ]
    for field in sorted(FIELDS):
        value = table.get(field, [] if field == "not_in" else None)
        lines = value if isinstance(value, list) else [value]
        listed = field in ("phrases", "not_in", "instead")
        if isinstance(value, list) is not listed or not all(isinstance(each, str) for each in lines):
            kind = "a list of words in quotation marks" if listed else "words in quotation marks"
            said.append(_fault(path, line, name, (field, "missing, or of another kind", f"Write {kind}.")))
    if len(said) > before:
        return None
    cited = sources.get(table["source"])
    if not isinstance(cited, dict) or not isinstance(cited.get("cited"), str):
        remedy = 'Add it under [source], as name = {cited = "who, what, year"}.'
        said.append(_fault(path, line, name, ("source", f"{table['source']!r} is not there", remedy)))
        return None
    entry = Entry(
        key=table["key"],
        phrases=tuple(table["phrases"]),
        not_in=tuple(table.get("not_in", ())),
        why=table["why"],
        instead=tuple(table["instead"]),
        source=cited["cited"],
        link=str(cited.get("link", "")),
    )
    wrong = faults(entry)
    said += [_fault(path, line, name, each) for each in wrong]
    return None if wrong else entry


def _fault(path: Path, line: int, entry: str, what: tuple[str, str, str]) -> str:
    field, wrong, remedy = what
    return f"{path.name}, line {line}: entry {entry}: {field}: {wrong}. {remedy}"
