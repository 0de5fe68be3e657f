"""A large census is checked some children at a time, so that memory does not grow with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from kith.returns.checking.checked import Checked
from kith.returns.checking.given import Frame, numbered
from kith.returns.checking.packed import Packed
from kith.returns.checking.rule import Rule
from kith.returns.checking.running import Outcome

ROWS_AT_ONCE = 250_000
"""Rows of all tables together: some 30,000 children, more than any authority has in a year."""
HEADER = "Header"

Progress = Callable[[int, int], None]


class Check(Protocol):
    """Checks these tables, each by its name, against these rules. `tight`: in little room rather than in little time."""

    def __call__(
        self, given: dict[str, Frame], rules: list[Rule], tell: Progress, *, tight: bool = False
    ) -> Checked: ...


def check_in_parts(
    tables: Mapping[str, Frame], rules: list[Rule], check: Check, progress: Progress
) -> Checked | None:
    """What came of every rule, a part of the children after the other; what compares children, over all of them.

    None where they are few enough to be checked at once, or a child stands in two parts, which no part could judge.
    """
    packed = {name: table for name, table in tables.items() if isinstance(table, Packed)}
    if len(packed) < len(tables) or len(parts := _parts(packed)) < 2:
        return None
    across = [rule for rule in rules if rule.across or rule.flags == HEADER]
    apart = [rule for rule in rules if rule not in across]
    of = len(parts) * len(apart) + len(across)
    found = [
        check(_frames(packed, turns), apart, lambda done, _, at=at: progress(at * len(apart) + done, of))  # type: ignore[misc]
        for at, turns in enumerate(parts)
    ]
    children = pa.chunked_array([chunk for each in found for chunk in each.children.chunks], pa.uint64())
    if _one_twice(children):
        return None
    over_all = check(
        _looked_at(packed, across), across, lambda done, _: progress(of - len(across) + done, of), tight=True
    )
    came = {outcome.rule.code: outcome for outcome in over_all.outcomes}
    for alike in zip(*(each.outcomes for each in found), strict=True):
        came[alike[0].rule.code] = _merged(alike)
    tallies = [
        alike[0] if alike[0].table == HEADER else sum(alike[1:], alike[0])
        for alike in zip(*(each.tallies for each in found), strict=True)
    ]
    rows = {name: packed[name].num_rows for name in over_all.rows}
    return Checked([came[rule.code] for rule in rules], tallies, rows, children, notes=over_all.notes)


def _parts(packed: Mapping[str, Packed]) -> list[set[int]]:
    """Turns of reading that are checked at once. The header alone is in every part."""
    rows: dict[int, int] = {}
    for name, table in packed.items():
        for turn, many in () if name == HEADER else table.by_turn():
            rows[turn] = rows.get(turn, 0) + many
    parts: list[set[int]] = []
    room = 0
    for turn in sorted(rows):
        if not parts or rows[turn] > room:
            parts.append(set())
            room = ROWS_AT_ONCE
        parts[-1].add(turn)
        room -= rows[turn]
    return parts


def _frames(packed: Mapping[str, Packed], turns: set[int]) -> dict[str, Frame]:
    return {name: numbered(table.rows(None if name == HEADER else turns)) for name, table in packed.items()}


def _one_twice(children: pa.ChunkedArray) -> bool:
    """Sorted, as a table of those met would take ten times the room."""
    ordered = children.take(pc.sort_indices(children)).combine_chunks()
    return bool(pc.any(pc.equal(ordered[1:], ordered[:-1])).as_py())


def _looked_at(packed: Mapping[str, Packed], across: list[Rule]) -> dict[str, Frame]:
    """Every table, with the rows and columns that rules over all children look at."""
    looked = {name for rule in across for name in rule.across}
    words = {word for rule in across for text in (rule.sql, *rule.needs) for word in re.findall(r"\w+", text)}
    columns = {name: words & set(table.column_names) | {"LAchildID"} for name, table in packed.items()}
    return {
        name: table
        if name == HEADER
        else table.only(columns[name] | {f"{above}Row" for above in packed}, rows=name in looked)
        for name, table in packed.items()
    }


def _merged(alike: tuple[Outcome, ...]) -> Outcome:
    """One rule's outcome of all parts: where it could not be worked out in one, it was not run."""
    for outcome in alike:
        if outcome.flagged is None:
            return outcome
    some = [outcome.flagged for outcome in alike if outcome.flagged is not None and outcome.flagged.num_rows]
    if len(some) < 2:
        return Outcome(alike[0].rule, None, some[0] if some else alike[0].flagged)
    every = pa.concat_tables(some)
    order = [(column, "ascending") for column in ("table", "row", "child")]
    return Outcome(alike[0].rule, None, every.sort_by(order))
