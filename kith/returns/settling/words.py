"""A row of a return in words: columns in DfE's order with what they are about, codes with what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from kith.returns.codes import ReturnKind, layout
from kith.returns.codes.code_sets import meaning

WITHHELD = frozenset({"HOME_POST", "PL_POST", "URN"})
"""Never shown: they lead to a child's door, and no decision about a row needs them."""
LONG = 10
"""A name of DfE's so long is left out where plain words stand: it would not fit a phone."""
ABOUT = {
    "CHILD": "Local id",
    "LAchildID": "Local id",
    "DOB": "Born",
    "PersonBirthDate": "Born",
    "DECOM": "Began",
    "DEC": "Ended",
    "RNE": "Why it began",
    "LS": "Legal status",
    "CIN": "Main need",
    "PLACE": "Kind of home",
    "PLACE_PROVIDER": "Who provides it",
    "REC": "Why it ended",
    "REASON_PLACE_CHANGE": "Why the home changed",
    "REVIEW": "Day of the review",
    "REVIEW_CODE": "How the child took part",
    "MIS_START": "Went missing",
    "MIS_END": "Came back",
    "CPPstartDate": "Plan began",
    "CPPendDate": "Plan ended",
}


def in_words(kind: str, table: str, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Pairs of a column's name for people (with DfE's own) and its value; what is withheld is left out."""
    known = layout(cast(ReturnKind, kind)).get(table)
    columns = {column.name: column for column in known.columns} if known else {}
    for name in [*columns, *(each for each in values if each not in columns)]:
        value = values.get(name)
        if value in (None, "") or name in WITHHELD:
            continue
        shown = str(value)[:80]
        column = columns.get(name)
        if column is not None and column.kind == "date":
            shown = _day(shown)
        elif column is not None and column.code_set:
            means = meaning(cast(ReturnKind, kind), column.code_set, shown)
            shown = f"{shown}: {means}" if means != shown else shown
        about = ABOUT.get(name, name)
        yield (f"{about} ({name})" if name in ABOUT and len(name) < LONG else about), shown


def _day(value: str) -> str:
    try:
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    except ValueError:
        return value
