"""Elements of XML out of frames, a column at a time: Python touches no row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

# Line ends as references, so that each child of a piece stays on the line by which it is known.
_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#10;", "\r": "&#13;"}
_ANY_MARK = r"[&<>\n\r]"


def of_rows(frame: Any, names: Sequence[str]) -> Any:
    """The elements of each row, side by side, in the order of `names`; of a blank there is none."""
    parts = [_element(name, frame[name].combine_chunks()) for name in names if name in frame.column_names]
    return side_by_side(len(frame), parts)


def within(name: str, parts: Any) -> Any:
    """Each text within an element of this name."""
    return pc.binary_join_element_wise(f"<{name}>", parts, f"</{name}>", "")


def listing(name: str, parts: Any) -> Any:
    """Each text within an element of this name; where there is none, no element either."""
    return pc.if_else(pc.equal(parts, ""), "", within(name, parts))


def side_by_side(count: int, parts: Sequence[Any]) -> Any:
    """The texts of arrays of this length, joined row by row."""
    if not parts:
        return pa.array([""] * count, pa.string())
    return pc.binary_join_element_wise(*parts, "") if len(parts) > 1 else parts[0]


def under(count: int, at: Any, parts: Any) -> Any:
    """For each of `count` parents the texts of its rows in their order; `at`: whose each is, from 0."""
    lists = (
        pa.table({"at": at, "text": parts}).group_by("at", use_threads=False).aggregate([("text", "list")])
    )
    joined = pc.binary_join(lists["text_list"].combine_chunks(), "")
    where = pc.index_in(pa.array(range(count), pa.int32()), value_set=lists["at"].combine_chunks())
    return pc.fill_null(joined.take(where), "")


def lines(texts: Any) -> bytes:
    """Texts without line ends of their own, a line each."""
    whole = pa.ListArray.from_arrays(pa.array([0, len(texts)], pa.int32()), texts.cast(pa.binary()))
    return bytes(pc.binary_join(whole, b"\n")[0].as_py())


def _element(name: str, column: Any) -> Any:
    if pc.any(pc.match_substring_regex(column, _ANY_MARK)).as_py():
        for mark, reference in _MARKS.items():
            column = pc.replace_substring(column, mark, reference)
    told = pc.binary_join_element_wise(f"<{name}>", column, f"</{name}>", "")
    return pc.if_else(pc.fill_null(pc.equal(column, ""), True), "", told)
