"""A small return on disk, and `kith` as it is typed."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from kith.returns.codes import layout

KITH = [sys.executable, "-m", "kith.cli.main"]
TOO_YOUNG = {"CHILD": "101", "DECOM": "01/04/2026", "DEC": "01/05/2026", "REC": "E7"}
"""Rule 389 flags this episode of a child born on 02/05/2010."""
CIN = """<?xml version="1.0"?><Message><Header><CollectionDetails><Collection>CIN</Collection>
<Year>2027</Year><ReferenceDate>2027-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>301</LEA><SoftwareCode>K</SoftwareCode><Release>1</Release>
<SerialNo>001</SerialNo><DateTime>2027-05-01T09:00:00</DateTime></Source></Header><Children><Child><ChildIdentifiers>
<LAchildID>A1</LAchildID><PersonBirthDate>2015-01-01</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2026-05-06</CINreferralDate><ReferralSource>6</ReferralSource>
<ReferralNFA>0</ReferralNFA></CINdetails></Child></Children></Message>"""


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    status: int
    out: str
    err: str


def kith(*words: str | Path) -> Ran:
    """Run `kith` in this process."""
    from kith.cli.main import run

    out, err, status = io.StringIO(), io.StringIO(), 0
    argv = ["kith", *(str(word) for word in words)]
    with patch.object(sys, "argv", argv), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            run()
        except SystemExit as ended:
            status = int(ended.code or 0)
    assert "Traceback" not in out.getvalue() + err.getvalue()
    return Ran(status, out.getvalue(), err.getvalue())


def kith_alone(*words: str | Path) -> Ran:
    """Run `kith` as a process of its own, which knows no database and no settings."""
    plain = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KITH", "DJANGO", "DATABASE"))
    }
    done = subprocess.run([*KITH, *map(str, words)], check=False, capture_output=True, text=True, env=plain)
    assert "Traceback" not in done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def sheet(path: Path, table: str, *rows: dict[str, str], without: tuple[str, ...] = (), **more: str) -> Path:
    """Write a CSV with every column of a table but `without`; `more` columns are added, with one value."""
    names = [name for name in layout("ssda903")[table].column_names if name not in without] + list(more)
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows({**row, **more} for row in rows)
    return path


def small_return(folder: Path, *episodes: dict[str, str]) -> Path:
    """Header and Episodes of child 101, born on 02/05/2010."""
    folder.mkdir(exist_ok=True)
    sheet(folder / "header.csv", "Header", {"CHILD": "101", "DOB": "02/05/2010", "SEX": "M"})
    sheet(folder / "episodes.csv", "Episodes", *(episodes or (TOO_YOUNG,)))
    return folder


def of_last_year(child: str = "101") -> list[dict[str, str]]:
    """Episodes enough for their dates to tell 2025-26."""
    days = ("01/06/2025", "01/09/2025", "01/12/2025", "01/02/2026")
    return [{"CHILD": child, "DECOM": "01/04/2025", "DEC": day, "REC": "X1"} for day in days]
