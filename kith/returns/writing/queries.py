"""The one query of each table: its rows of the year, of children whom the asker may be shown."""

from __future__ import annotations

from collections.abc import Sequence

from kith.returns.codes import Column, ReturnKind
from kith.returns.load.shapes import quoted
from kith.returns.writing.children import parents_of
from kith.returns.writing.columns import filled, of_child, of_fact
from kith.returns.writing.outputs import OUTPUTS, Output
from kith.returns.writing.window import Window

_MOTHER = (
    " LEFT JOIN (SELECT DISTINCT ON (s.root) s.root, o.is_mother, o.first_child_born_on FROM care_motherhood o"
    " JOIN return_child s ON s.person = o.person_id ORDER BY s.root, s.person <> s.root, o.recorded_at DESC) m"
    " ON m.root = c.root"
)


def numbered(table: str) -> str:
    """The temporary table that says which row each fact of a parent table becomes: `id`, `row`, and its own parents'."""
    return f"return_row_{table.lower()}"


def rows_of(output: Output, window: Window, *, locked: bool = False) -> str:
    """SQL from FROM on: the facts `t` of the year with their child `c`, and `p0`: the row that each belongs to."""
    fact = output.fact
    joins = f"{fact.target} t JOIN return_child c ON c.person = t.person_id"
    if not locked:
        joins += "".join(
            f" JOIN {numbered(parent.table)} p{at} ON p{at}.id = t.{parent.column}"
            for at, parent in enumerate(fact.parents)
        )
        if fact.beside:
            joins += f" LEFT JOIN {fact.beside.target} b ON b.{fact.beside.column} = t.id"
    return f" FROM {joins} WHERE {'' if locked else 'NOT '}c.locked AND {filled(output.touches, window)}"


def in_order(output: Output) -> str:
    """SQL to order by: by child, by parent, by day."""
    parent = "p0.row, " if output.fact.parents else ""
    return f" ORDER BY c.place, {parent}{output.order}"


def number(kind: ReturnKind, table: str, window: Window) -> list[str]:
    """Statements that number the rows of a parent table as its frame will have them."""
    output = OUTPUTS[kind][table]
    above = "".join(f", p{at}.row AS {parent.table.lower()}" for at, parent in enumerate(output.fact.parents))
    name = numbered(table)
    return [
        f"DROP TABLE IF EXISTS {name}",
        f"CREATE TEMP TABLE {name} ON COMMIT DROP AS"
        f" SELECT t.id, row_number() OVER ({in_order(output).strip()}) AS row{above}{rows_of(output, window)}",
        f"ANALYZE {name} (id)",
    ]


def of_children(columns: Sequence[Column], kind: ReturnKind, window: Window) -> str:
    """SQL of a table that tells of the children themselves: one row each."""
    told = ", ".join(f"{of_child(each.name, kind, window)} AS {quoted(each.name)}" for each in columns)
    mother = _MOTHER if any(each.name == "MOTHER" for each in columns) else ""
    return (
        f"SELECT {told} FROM return_child c{mother} WHERE c.person = c.root AND NOT c.locked ORDER BY c.place"
    )


def of_facts(output: Output, columns: Sequence[Column], window: Window) -> str:
    """SQL of a table of facts. What two linked records both say is said once."""
    told = {each.name: _told(each, output, window) for each in columns}
    names = ", ".join(quoted(name) for name in told)
    chosen = ", ".join(f"{sql} AS {quoted(name)}" for name, sql in told.items())
    if output.fact.parents or output.table in parents_of(output.fact.kind):
        # Each is a part of its own referral, so that none can be said twice.
        return f"SELECT {chosen}{rows_of(output, window)}{in_order(output)}"
    once = "root" if not output.fact.key else f"root, {names}"
    return (
        f"SELECT {names} FROM (SELECT {chosen}, c.root, c.person AS whose, row_number() OVER ({in_order(output).strip()})"
        f" AS at, first_value(c.person) OVER (PARTITION BY {_again(once, told)} ORDER BY c.person <> c.root, c.person)"
        f" AS first{rows_of(output, window)}) x WHERE whose = first ORDER BY at"
    )


def _again(once: str, told: dict[str, str]) -> str:
    return "c.root" if once == "root" else ", ".join(["c.root", *told.values()])


def _told(column: Column, output: Output, window: Window) -> str:
    if column.kind != "parent":
        return of_fact(column, output, window)
    table = column.name.removesuffix("Row")
    direct = output.fact.parents[0].table
    return "p0.row::text" if table == direct else f"p0.{table.lower()}::text"
