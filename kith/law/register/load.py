"""Read the register of duties from its TOML files, and refuse it with reasons when it is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kith.law import fact_kinds
from kith.law.register.book import Register
from kith.law.register.duty import Duty
from kith.law.register.errors import Fault, RegisterError

FOLDER = Path(__file__).parent.parent / "data" / "duties"


def load(folder: Path = FOLDER) -> Register:
    """Every duty in the TOML files of a folder, in order of id. Raises RegisterError listing every fault."""
    faults: list[Fault] = []
    duties: dict[str, Duty] = {}
    homes: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, table in _tables(path, faults):
            duty = _duty(path.name, name, table, faults)
            if duty is None:
                continue
            if duty.id in duties:
                faults.append(_twice(path.name, duty.id, homes[duty.id]))
            duties[duty.id], homes[duty.id] = duty, path.name
    if not duties and not faults:
        faults.append(Fault(str(folder.name), "-", "-", "no duties found", "Put .toml files in this folder."))
    if faults:
        raise RegisterError(faults)
    return Register(tuple(duties[key] for key in sorted(duties)))


def _tables(path: Path, faults: list[Fault]) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(Fault(path.name, "-", "-", f"not readable as TOML: {error}", "Mend that line."))
        return
    extras = sorted(set(document) - {"duty"})
    faults += [
        Fault(path.name, "-", each, "not known here", "Only [[duty]] tables go here.") for each in extras
    ]
    for number, table in enumerate(document.get("duty", []), start=1):
        yield str(table.get("id", f"number {number} in the file")), table


def _duty(file: str, name: str, table: dict[str, Any], faults: list[Fault]) -> Duty | None:
    try:
        duty = Duty.model_validate(table)
    except ValidationError as error:
        faults += [_fault(file, name, each) for each in error.errors()]
        return None
    unknown = {field: kind for field, kind in duty.kinds().items() if kind not in fact_kinds.known()}
    for field, kind in unknown.items():
        remedy = "Use a kind listed in fact_kinds.toml, or add it there."
        faults.append(Fault(file, name, field, f"{kind!r} is not a known kind of fact", remedy))
    for match in duty.suspended_by:
        if match.fact not in unknown and not fact_kinds.known()[match.fact].span:
            faults.append(Fault(file, name, "suspended_by", f"{match.fact!r} does not last", "Name a span."))
    return None if unknown else duty


def _fault(file: str, name: str, error: ErrorDetails) -> Fault:
    field = ".".join(str(part) for part in error["loc"]) or "the whole duty"
    given = error.get("input")
    shown = "" if isinstance(given, dict) or error["type"] == "missing" else f" (it says {given!r})"
    remedies = {"missing": "Add it.", "extra_forbidden": "Remove it, or mend its spelling."}
    wrong = error["msg"].removeprefix("Value error, ")
    return Fault(file, name, field, f"{wrong}{shown}", remedies.get(error["type"], "Correct this field."))


def _twice(file: str, duty: str, home: str) -> Fault:
    return Fault(file, duty, "id", f"this id is already used in {home}", "Give each duty its own id.")
