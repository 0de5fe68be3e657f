"""Small SSDA903 files for trying the loader."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kith.returns.load import Report

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"


def episode(
    child: str, start: str, end: str = "", *, status: str = "C2", why: str = "S", to: str = ""
) -> str:
    """One row of Episodes; `to` is the postcode of the home."""
    reason = "X1" if end else ""
    return f"{child},{start},{why},{status},N1,U4,PR1,{end},{reason},,AB1 2CD,{to or 'EF3 4GH'},1234567"


def header(
    child: str, born: str = "05/05/2010", *, sex: str = "F", ethnic: str = "WBRI", upn: str = "UN1"
) -> str:
    """One row of Header."""
    return f"{child},{sex},{born},{ethnic},{upn},,"


def text(first: str, *rows: str) -> str:
    """A file's content."""
    return "\n".join((first, *rows)) + "\n"


def counts(report: Report, table: str = "") -> Counter[str]:
    """What became of the rows, of one table or of all."""
    total: Counter[str] = Counter()
    for file in report["files"]:
        if table in ("", file["table"]):
            total.update({name: number for name, number in file.items() if isinstance(number, int)})
    return +total


def reasons(report: Report, which: str = "held") -> list[tuple[Any, ...]]:
    """File, row, field and reason of what was held or refused."""
    listed: list[Any] = report[which]  # type: ignore[literal-required]
    return [(item["file"], item["row"], item["field"], item["reason"]) for item in listed]
