"""Read the register of duties from its TOML files, and refuse it with reasons when it is wrong."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kith.law.register.book import Area, Register
from kith.law.register.duty import Duty
from kith.law.register.errors import Fault, RegisterError
from kith.law.register.lines import line_of, line_of_key
from kith.law.register.one import Written, read

FOLDER = Path(__file__).parent.parent / "data" / "duties"
KNOWN_KEYS = {"area", "duty"}
AT_LINE = re.compile(r"at line (\d+)")


@dataclass
class _Reading:
    """What has been read so far, and what was wrong with it."""

    faults: list[Fault] = field(default_factory=list)
    duties: dict[str, Duty] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    areas: list[Area] = field(default_factory=list)

    def keep(self, duty: Duty, file: str, line: int) -> None:
        """Keep a duty, or say that its id is taken."""
        if duty.id in self.homes:
            wrong = f"this id is already used in {self.homes[duty.id]}"
            self.faults.append(Fault(file, line, duty.id, "id", wrong, "Give each duty its own id."))
        self.duties[duty.id] = duty
        self.homes.setdefault(duty.id, file)


@cache
def shipped() -> Register:
    """The register that comes with Kith, read once: a file spoilt afterwards changes nothing here.

    Raises RegisterError at the first call if it cannot be used, so that nothing starts on half a register.
    """
    return load()


def load(folder: Path | None = None) -> Register:
    """Every duty in the TOML files of a folder (Kith's own), in order of id. Raises RegisterError listing every fault."""
    folder = folder or FOLDER
    reading = _Reading()
    for path in sorted(folder.glob("*.toml")):
        _file(path, reading)
    if not reading.duties and not reading.faults:
        remedy = "Put .toml files in this folder."
        reading.faults.append(Fault(str(folder.name), 1, "-", "-", "no duties found", remedy))
    if reading.faults:
        raise RegisterError(reading.faults)
    duties = tuple(reading.duties[key] for key in sorted(reading.duties))
    return Register(duties, tuple(sorted(reading.areas, key=lambda each: each.title)))


def _file(path: Path, reading: _Reading) -> None:
    try:
        text = path.read_text(encoding="utf-8")
        document = tomllib.loads(text)
    except UnicodeDecodeError as error:
        wrong = f"not readable as text: {error.reason}"
        reading.faults.append(Fault(path.name, 1, "-", "-", wrong, "Save it as UTF-8."))
        return
    except tomllib.TOMLDecodeError as error:
        at = AT_LINE.search(str(error))
        # At the end of the document there is no line to point at but the last.
        line = int(at[1]) if at else max(1, len(text.splitlines()))
        wrong = f"not readable as TOML: {error}"
        reading.faults.append(Fault(path.name, line, "-", "-", wrong, "Mend that line."))
        return
    for each in sorted(set(document) - KNOWN_KEYS):
        remedy = "Only the area's title and [[duty]] tables go here."
        reading.faults.append(Fault(path.name, line_of_key(text, each), "-", each, "not known here", remedy))
    title = document.get("area")
    if not isinstance(title, str) or not title.strip():
        remedy = 'Begin the file with area = "..." in words that a page can show.'
        reading.faults.append(Fault(path.name, 1, "-", "area", "the area has no title", remedy))
        title = path.stem
    tables = document.get("duty", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        remedy = "Write [[duty]] with two brackets."
        line = line_of_key(text, "duty")
        reading.faults.append(Fault(path.name, line, "-", "duty", "not a list of duties", remedy))
        return
    held = []
    for number, table in enumerate(tables):
        duty, faults = read(Written(path.name, text, number, table), title)
        reading.faults += faults
        if duty is not None:
            reading.keep(duty, path.name, line_of(text, number, ("id",)))
            held.append(duty.id)
    reading.areas.append(Area(path.stem, title, tuple(sorted(held))))
