"""Two rows of one file about one fact: the first loads; a second repeats it, or contradicts it and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.load import causes
from kith.returns.load.shapes import FactTable, literal

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper


def settle_twins(cursor: CursorWrapper, fact: FactTable) -> None:
    """Give every `twin` of `work` its outcome: `unchanged` where it repeats the first row, else `held`."""
    cursor.execute("SELECT EXISTS (SELECT 1 FROM work WHERE outcome = 'twin')")
    if not cursor.fetchone()[0]:
        return
    keys = [part.column for part in fact.key] + [p.column for p in fact.parents if p.needed]
    names = [part.column for part in fact.told] + [p.column for p in fact.parents]
    key = "".join(f" AND b.v_{name} IS NOT DISTINCT FROM a.v_{name}" for name in keys)
    apart = " AND (b.v_during IS NULL) = (a.v_during IS NULL)" if fact.apart else ""
    same = " AND ".join(["true", *(f"b.v_{name} IS NOT DISTINCT FROM a.v_{name}" for name in names)])
    field = fact.key[0].source if fact.key else fact.child
    about = "this child and day" if fact.key else "this child"
    cursor.execute(
        f"UPDATE work b SET fact = a.fact, outcome = CASE WHEN {same} THEN 'unchanged' ELSE 'held' END,"
        f" field = {literal(field)}, reason = 'Row ' || a.row || ' of this file tells of {about}{causes.TWIN}"
        f" Correct the one that is wrong.'"
        f" FROM work a WHERE b.outcome = 'twin' AND a.nth = 1 AND a.problem = 0 AND a.person ="
        f" b.person{key}{apart}"
    )
    cursor.execute(
        f"UPDATE work SET outcome = 'held', field = {literal(field)},"
        f" reason = 'An earlier row of this file tells of {about}{causes.FAULTY_TWIN}"
        f" that one.'"
        " WHERE outcome = 'twin'"
    )
