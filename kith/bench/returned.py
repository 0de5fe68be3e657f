"""SSDA903 returns of any size, invented and seeded: header, episodes, reviews and health of one year."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

YEAR = 2025
ROWS_A_CHILD = 9
NEW_SEXES = 2026
"""Later years write sex as M and F."""
_COLUMNS = {
    "header": "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB",
    "episodes": "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST"
    " URN",
    "reviews": "CHILD DOB REVIEW REVIEW_CODE",
    "oc2": "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT"
    " SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED",
}
Row = list[str]


def write_return(folder: Path, *, rows: int, seed: int, year: int = YEAR) -> tuple[list[Path], int]:
    """Write one year's return of about so many rows into `folder`; returns its files and the exact count.

    `year` is the one in which the collection year ends.

    Each child has one header row, three episodes that follow on, four reviews and one year of health.
    """
    children = max(1, rows // ROWS_A_CHILD)
    makers: dict[str, Callable[[random.Random, str, date, int], Iterator[Row]]] = {
        "header": _header, "episodes": _episodes, "reviews": _reviews, "oc2": _health,
    }  # fmt: skip
    files, written = [], 0
    for name, make in makers.items():
        file = folder / f"{name}.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream, lineterminator="\n")
            out.writerow(_COLUMNS[name].split())
            for number in range(children):
                dice = random.Random(f"{seed}/{number}/{name}")  # noqa: S311 - invented people
                for row in make(dice, str(5_000_000 + number), _born(seed, number), year):
                    out.writerow(row)
                    written += 1
        files.append(file)
    return files, written


def _born(seed: int, number: int) -> date:
    return date(2009, 1, 1) + timedelta(days=random.Random(f"{seed}/{number}").randrange(4500))  # noqa: S311


def _header(dice: random.Random, child: str, born: date, year: int) -> Iterator[Row]:
    yield [child, dice.choice("12" if year < NEW_SEXES else "MF"), _day(born), "WBRI", "UN1", "", ""]


def _episodes(dice: random.Random, child: str, born: date, year: int) -> Iterator[Row]:
    day = date(year - 1, 4, 1) + timedelta(days=dice.randrange(60))
    for number in range(3):
        until = day + timedelta(days=40 + dice.randrange(60))
        last = number == 2
        yield [
            child, _day(day), "S" if number == 0 else "P", "C2", "N1", "U4" if number else "U1", "PR1",
            "" if last else _day(until), "" if last else "X1", "" if last else "CARPL", "KH1 1AD", "KH2"
            " 2AD", "",
        ]  # fmt: skip
        day = until


def _reviews(dice: random.Random, child: str, born: date, year: int) -> Iterator[Row]:
    for number in range(4):
        day = date(year - 1, 4, 1) + timedelta(days=number * 85 + dice.randrange(80))
        yield [child, _day(born), _day(min(day, date(year, 3, 31))), "PN1"]


def _health(dice: random.Random, child: str, born: date, year: int) -> Iterator[Row]:
    yield [child, _day(born), str(dice.randrange(41)), "", "0", "1", "1", "1", "1", "0", "0", "0"]


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
