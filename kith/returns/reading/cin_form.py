"""The form of a child of a census: which of its tags and texts is which cell of which row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from kith.returns.codes import layout
from kith.returns.reading.cin_groups import COLUMNS, Group

# Prefixes that Message declares are said again by the serializer; they change no name that has none.
_CHILD = re.compile(r'Child( xmlns:[\w.-]+="[^"]*")*')
_PLAIN = re.compile(r"[A-Za-z0-9_.-]+/?")
Pick = Callable[[Sequence[Any]], tuple[Any, ...]]
Row = tuple[str, Pick, bool]
"""A table, what picks the cells of its columns, and whether rows below name this row: then its number is a new cell."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """`names`: the element of each value, `places` its cell. `values` picks the values of a child out of its cells,
    `between` what stands between elements. `rows`: in the order in which their elements begin.
    """

    names: tuple[str, ...]
    places: tuple[int, ...]
    values: Pick
    between: Pick
    rows: tuple[Row, ...]


def form_of(tags: Sequence[str], groups: dict[str, Group]) -> Form | None:
    """The form of a child with these tags; None where they tell that it has to be gone through.

    Its cells are "", a tag, the text behind it, the next tag and so on, and None behind the last.
    """
    cells = 2 * len(tags) + 1
    try:
        root = _tree(tags)
        nodes = list(_all(root))
        identifier = next((node.at for node in nodes if node.tag == "LAchildID"), None)
        if identifier is None:
            raise _OddError
        plan = _Plan(blank=cells)
        for part in root.inner:
            plan.group(part, _known(groups, part), {"LAchildID": identifier})
    except _OddError:
        return None
    found = {node.at: node.tag for node in nodes if node.at in plan.taken and node.at is not None}
    return Form(
        tuple(found.values()),
        tuple(found),
        pick(tuple(found)),
        pick([at for at in range(0, cells, 2) if at not in plan.taken]),
        tuple(plan.rows),
    )


def pick(places: Sequence[int]) -> Pick:
    """What picks these places out of a sequence, as a tuple even where it is one or none."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple(cells[at] for at in places)


class _OddError(Exception):
    """The child has to be gone through element by element."""


@dataclass(slots=True)
class _Node:
    """`at`: the cell of the text behind its tag, None of an empty element."""

    tag: str
    at: int | None
    inner: list[_Node]


class _Plan:
    """The rows as `cin_xml` makes them of the elements."""

    def __init__(self, *, blank: int) -> None:
        self.taken: set[int] = set()
        self.rows: list[Row] = []
        self._blank, self._next = blank, blank + 1

    def group(self, node: _Node, group: Group, context: dict[str, int]) -> None:
        if group.item is not None:
            for part in node.inner:
                if part.tag.lower() != group.item.lower():
                    raise _OddError
                self._row(group.table, {**context, group.item: self._value(part)}, above=False)
            return
        values: dict[str, int] = {}
        for part in node.inner:
            if part.tag.lower() in group.groups:
                continue
            column = COLUMNS[group.table].get(part.tag.lower())
            if column is None or column in values:
                raise _OddError
            values[column] = self._value(part)
        self._row(group.table, {**context, **values}, above=bool(group.groups))
        if group.groups:
            context = {**context, f"{group.table}Row": self._next}
            self._next += 1
        for part in node.inner:
            if below := group.groups.get(part.tag.lower()):
                self.group(part, below, context)

    def _value(self, node: _Node) -> int:
        if node.inner:
            raise _OddError
        if node.at is None:
            return self._blank
        self.taken.add(node.at)
        return node.at

    def _row(self, table: str, values: dict[str, int], *, above: bool) -> None:
        places = [values.get(name, self._blank) for name in layout("cin")[table].column_names]
        self.rows.append((table, pick(places), above))


def _known(groups: dict[str, Group], node: _Node) -> Group:
    if (group := groups.get(node.tag.lower())) is None:
        raise _OddError
    return group


def _tree(tags: Sequence[str]) -> _Node:
    if not _CHILD.fullmatch(tags[0]):
        raise _OddError
    root = _Node("Child", 2, [])
    around = [root]
    for place, tag in enumerate(tags[1:-1], 1):
        if tag.startswith("/"):
            around.pop()
        elif not _PLAIN.fullmatch(tag):
            raise _OddError
        elif tag.endswith("/"):
            around[-1].inner.append(_Node(tag[:-1], None, []))
        else:
            around[-1].inner.append(_Node(tag, 2 * place + 2, []))
            around.append(around[-1].inner[-1])
    return root


def _all(node: _Node) -> Iterator[_Node]:
    for part in node.inner:
        yield part
        yield from _all(part)
