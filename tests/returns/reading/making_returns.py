"""Small returns made for the tests of reading."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kith.returns.reading import Batch, Tally, read, tally

TODAY = dt.date(2026, 11, 22)
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
MISSING = "CHILD,DOB,MISSING,MIS_START,MIS_END"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"


def episode(child: str = "101", start: str = "09/04/2017", end: str = "31/10/2017") -> str:
    return f"{child},{start},S,C2,N1,U4,PR1,{end},E7,,AB1 2CD,AB3 4EF,1679094"


def missing(child: str = "101", dob: str = "02/05/2007", start: str = "26/02/2018", end: str = "") -> str:
    return f"{child},{dob},M,{start},{end}"


def write(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """Lines as a file, each ended by a line break."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))
    return path


def batches(*paths: Path) -> list[Batch]:
    return list(read(paths, today=TODAY))


def count(*paths: Path) -> Tally:
    return tally(batches(*paths))


def rows(*paths: Path, table: str | None = None) -> list[dict[str, object]]:
    """Every typed row, as dicts."""
    return [
        row
        for batch in batches(*paths)
        if batch.typed is not None and (table is None or batch.table == table)
        for row in batch.typed.to_pylist()
    ]


def reasons(*paths: Path) -> str:
    return "\n".join(refusal.reason for refusal in count(*paths).refusals)


def remarks(*paths: Path) -> str:
    return "\n".join(notice.message for notice in count(*paths).notices)
