"""How one table of a return becomes one table of the record: which column says what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kith.returns.codes import ReturnKind

Sort = Literal["text", "flag", "number", "digits", "day", "partial", "kept"]
CODE_LENGTH = 12
DIGITS = "^[0-9]{1,4}$"


@dataclass(frozen=True, slots=True)
class Part:
    """One column of the record, the DfE column that fills it, and how."""

    column: str
    source: str
    sort: Sort
    limit: int = 0
    expression: str = ""

    @property
    def sql(self) -> str:
        """The value as SQL over the staged row `s`; a value that does not fit gives NULL (see `fault`)."""
        name = quoted(self.source)
        if self.sort == "kept":
            return self.expression or f"coalesce(s.{name}, t.{self.column})"
        if self.sort == "text":
            return f"coalesce(s.{name}, '')"
        if self.sort == "flag":
            return f"(s.{name} = '1')"
        if self.sort == "number":
            return f"CASE WHEN s.{name} BETWEEN -32768 AND 32767 THEN s.{name}::smallint END"
        if self.sort == "digits":
            return f"CASE WHEN s.{name} ~ '{DIGITS}' THEN s.{name}::smallint END"
        if self.sort == "partial":
            return f"CASE WHEN s.{name} !~ 'z' THEN to_date(s.{name}, 'DD/MM/YYYY') END"
        return f"s.{name}"

    @property
    def fault(self) -> tuple[str, str] | None:
        """A condition under which the value cannot be kept, and why, as SQL; None when it always can."""
        name = quoted(self.source)
        if self.sort == "text":
            return f"length(s.{name}) > {self.limit}", literal(
                f"{self.source} is longer than {self.limit} characters. Correct it in the file."
            )
        if self.sort == "flag":
            return (
                f"s.{name} NOT IN ('0', '1')",
                f"'{self.source} is ' || s.{name} || ', neither 0 (no) nor 1 (yes). Correct it in the file.'",
            )
        if self.sort == "number":
            return (
                f"s.{name} NOT BETWEEN -32768 AND 32767",
                f"'{self.source} is ' || s.{name} || ', too large to be true. Correct it in the file.'",
            )
        if self.sort == "digits":
            return (
                f"s.{name} !~ '{DIGITS}'",
                f"'{self.source} is ' || s.{name} || ', not a whole number. Correct it in the file.'",
            )
        return None


@dataclass(frozen=True, slots=True)
class Parent:
    """The fact that another row of the same file became, which this one points at.

    `column`: where the record keeps it; `table` and `row`: the parent's table, and the column of the child
    that counts its rows. Without a settled parent a row still loads, unless `needed`.
    """

    column: str
    table: str
    row: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A condition over the staged row `s` under which it is refused, and why, both as SQL."""

    field: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A side table under a policy of its own, one row for each fact, that holds some of the fact's parts."""

    target: str
    column: str
    values: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class FactTable:
    """One table of a return as facts of the record.

    `key`: the parts that, with the person, say which fact a row is about. `needs`: columns that may not be
    blank. `span`: first and last day among the DfE columns. `unique`: whether the record allows one fact a
    key (else the first is taken for the match). `yearly`: the collection year is part of the key.
    `derived`: columns worked out from the row. `apart`: SQL over `s` and over `t` that must agree as well.
    `rivals`: what to call one whose span may not overlap another's. `beside`: where the protected parts go.
    """

    kind: ReturnKind
    table: str
    target: str
    key: tuple[Part, ...]
    values: tuple[Part, ...] = ()
    needs: tuple[str, ...] = ()
    span: tuple[str, str] | None = None
    unique: bool = True
    yearly: bool = False
    remembers_year: bool = True
    parents: tuple[Parent, ...] = ()
    rivals: str = ""
    derived: tuple[tuple[str, str], ...] = ()
    apart: tuple[str, str] | None = None
    where: str = "true"
    checks: tuple[Check, ...] = ()
    about_person: bool = False
    beside: Beside | None = None

    @property
    def owner(self) -> str:
        """The column that says whose fact it is; a person's own row is its own."""
        return "id" if self.about_person else "person_id"

    @property
    def child(self) -> str:
        """The column that holds the child's local id."""
        return "CHILD" if self.kind == "ssda903" else "LAchildID"

    @property
    def span_columns(self) -> tuple[str, str]:
        """Where the record keeps the first and the last day. Raises ValueError for a table without a span."""
        if self.span is None:
            raise ValueError(f"{self.target} has no span.")
        names = {part.source: part.column for part in self.parts if part.sort == "day"}
        return names[self.span[0]], names[self.span[1]]

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.key + self.told

    @property
    def told(self) -> tuple[Part, ...]:
        """The parts that a return may correct, also those beside the fact."""
        return self.values + (self.beside.values if self.beside else ())

    @property
    def whole(self) -> str:
        """SQL of the facts with what is beside them: one relation, to compare rows with."""
        if self.beside is None:
            return self.target
        columns = "".join(f", coalesce(b.{part.column}, '') AS {part.column}" for part in self.beside.values)
        return (
            f"(SELECT t.*{columns}, b.id AS beside_id, b.source AS beside_source FROM {self.target} t"
            f" LEFT JOIN {self.beside.target} b ON b.{self.beside.column} = t.id)"
        )

    @property
    def by_people(self) -> str:
        """SQL over the fact `t` of `whole`: whether a worker or the family wrote it, or what is beside it."""
        by = "t.source IN ('worker', 'family')"
        return f"({by} OR t.beside_source IS NOT NULL AND t.beside_{by[2:]})" if self.beside else by

    def kept_in(self, part: Part) -> tuple[str, str]:
        """The table that holds a part, and SQL over `t` of `whole` for the id of its row there."""
        if self.beside is None or part not in self.beside.values:
            return self.target, "t.id"
        return self.beside.target, "coalesce(t.beside_id, t.id)"


def text(column: str, source: str, limit: int = CODE_LENGTH) -> Part:
    """A code or short text; blank where not given."""
    return Part(column, source, "text", limit)


def flag(column: str, source: str) -> Part:
    """Yes or no, 1 or 0."""
    return Part(column, source, "flag")


def number(column: str, source: str) -> Part:
    """A whole number."""
    return Part(column, source, "number")


def digits(column: str, source: str) -> Part:
    """A code of the return that is a whole number, kept as one."""
    return Part(column, source, "digits")


def day(column: str, source: str) -> Part:
    """A date."""
    return Part(column, source, "day")


def kept(column: str, source: str, expression: str = "") -> Part:
    """A value that a blank does not wipe out; `expression` is SQL over `s` and the fact `t`."""
    return Part(column, source, "kept", 0, expression)


def partial(column: str, source: str) -> Part:
    """A date whose day, month or year may be zz: kept here only when whole."""
    return Part(column, source, "partial")


def quoted(name: str) -> str:
    """A name of ours as an SQL identifier."""
    return f'"{name}"'


def literal(words: str) -> str:
    """Words of ours as an SQL string."""
    return "'" + words.replace("'", "''") + "'"
