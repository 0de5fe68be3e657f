"""Which row of the census each row stands in, where the frames that were given do not count rows as XML does."""

from __future__ import annotations

from kith.returns.checking.typed import Presence
from kith.returns.codes import Table

KEYS = {"CINdetails": "CINdetailsID", "Assessments": "AssessmentID", "ChildProtectionPlans": "CPPID"}
"""How other tools name the row that a row of the census stands in. Such ids may count anew in each child."""


def ties(table: Table, presence: Presence) -> tuple[str, list[str]]:
    """SQL of joins to "<Table>_read" and of replaced columns, which fill CINdetailsRow and its like.

    Where rows carry neither a row nor an id, a row stands in its child's only row of the table above, if there is one.
    """
    joins, replaced = "", []
    for parent, key in KEYS.items():
        row = f"{parent}Row"
        if row not in table.column_names or not presence.lacks(f"{table.name}.{row}"):
            continue
        if presence.lacks(f"{parent}.{key}") or presence.lacks(f"{table.name}.{key}"):
            only = (
                f"SELECT LAchildID, min(row) AS {row}_tied FROM {parent}_read GROUP BY 1 HAVING count(*) = 1"
            )
            joins += f" LEFT JOIN ({only}) USING (LAchildID)"
        else:
            by_id = f"SELECT LAchildID, {key}, min(row) AS {row}_tied FROM {parent}_read GROUP BY ALL"
            joins += f" LEFT JOIN ({by_id}) USING (LAchildID, {key})"
        replaced.append(f"CAST({row}_tied AS INTEGER) AS {row}")
    return joins, replaced
