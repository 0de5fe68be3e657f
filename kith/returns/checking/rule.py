"""A rule as it is written: one SQL file with what it says, what it needs and its cases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kith.returns.codes import ReturnKind

Severity = Literal["error", "query"]
_HEAD = re.compile(r"-- ?(?:(?P<key>[a-z]+): )?(?P<text>.*)")
_KEYS = {"severity", "years", "flags", "columns", "needs", "across", "mend"}
_ROW_WISE = re.compile(r"SELECT row FROM (\w+)\s+WHERE\s+(.+)", re.DOTALL)
_GOES_ON = re.compile(r"\b(GROUP|QUALIFY|UNION|HAVING|EXCEPT|INTERSECT|ORDER|LIMIT)\b")


@dataclass(frozen=True, slots=True)
class Rule:
    """`flags`: the table of the rows it names. `columns`: those shown to whoever mends. `needs`: "Table.COLUMN" that must
    be there, or "authority"; what it can do without is not named. `across`: the tables in which it compares children with
    one another, or counts them: all others judge a child without the rest. `sql`: gives `row`, or `child` where a row
    is lacking; with rows of several tables also "table" and `child`.
    """

    kind: ReturnKind
    code: str
    says: str
    severity: Severity
    first_year: str
    last_year: str
    flags: str
    columns: tuple[str, ...]
    needs: tuple[str, ...]
    across: tuple[str, ...]
    mend: str
    sql: str
    cases: str

    def holds_in(self, year: str) -> bool:
        """Whether the rule is one of a collection year, "2026-27"."""
        return self.first_year <= year <= self.last_year

    @property
    def row_wise(self) -> str | None:
        """The condition alone, where each row is judged by itself: such rules of a table are asked in one query."""
        found = _ROW_WISE.fullmatch(re.sub(r"^\s*--[^\n]*\n", "", self.sql, flags=re.MULTILINE))
        if not found or found[1] != self.flags or _GOES_ON.search(_outermost(found[2])):
            return None
        return found[2]


def parse(kind: ReturnKind, code: str, text: str) -> Rule:
    """A rule from its file's text. Raises ValueError naming the rule and what is wrong."""
    head, sql, cases = _parts(text)
    said: list[str] = []
    keys: dict[str, str] = {}
    for line in head:
        found = _HEAD.fullmatch(line)
        key = found["key"] if found else None
        if key is None and found and not keys:
            said.append(found["text"].strip())
        elif key in _KEYS and found:
            # What is long goes on under the same word.
            keys[key] = (keys[key] + (" " if key == "mend" else ", ") if key in keys else "") + found[
                "text"
            ].strip()
        else:
            raise ValueError(f"{kind} {code}: the line “{line}” is not understood.")
    if not said or not sql or "flags" not in keys or keys.get("severity") not in ("error", "query"):
        raise ValueError(f"{kind} {code}: a rule has words, a severity, a table that it flags, and SQL.")
    first, _, last = keys.get("years", "").partition("..")
    return Rule(
        kind,
        code,
        " ".join(said),
        "error" if keys["severity"] == "error" else "query",
        first.strip(),
        last.strip() or "9999-00",
        keys["flags"],
        _listed(keys.get("columns", "")),
        _listed(keys.get("needs", "")),
        _listed(keys.get("across", "")),
        keys.get("mend", ""),
        sql,
        cases,
    )


def _outermost(sql: str) -> str:
    """The SQL without what stands in brackets or comments."""
    left, count = re.sub(r"--[^\n]*", "", sql), 1
    while count:
        left, count = re.subn(r"\([^()]*\)", "", left)
    return left


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _parts(text: str) -> tuple[list[str], str, str]:
    before, _, after = text.partition("/* cases")
    lines = before.strip().splitlines()
    at = next((at for at, line in enumerate(lines) if not line.startswith("--")), len(lines))
    return lines[:at], "\n".join(lines[at:]).strip().rstrip(";"), after.partition("*/")[0]
