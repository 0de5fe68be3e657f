"""New people whose number differs from somebody's by noughts in front alone: told, and matched with nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.load.people import child_column
from kith.returns.reading.shapes import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet

_ANY = "SELECT EXISTS (SELECT 1 FROM people_identifier WHERE scheme = 'local' AND value LIKE '0%')"
# Two days of birth tell two children. Who is sealed or relocated is named to nobody.
_NEAR = """
SELECT k.sheet, count(DISTINCT k.person), min(k.row), (array_agg(m.value ORDER BY k.row))[1],
       (array_agg(i.value ORDER BY k.row))[1]
  FROM kin k JOIN people_identifier m ON m.person_id = k.person AND m.scheme = 'local' AND m.value ~ '^[0-9]+$'
  JOIN people_identifier i ON i.scheme = 'local' AND i.value ~ '^[0-9]+$' AND i.person_id <> k.person
       AND ltrim(i.value, '0') = ltrim(m.value, '0')
  JOIN people_person p ON p.id = k.person JOIN people_person o ON o.id = i.person_id
  LEFT JOIN kin other ON other.person = i.person_id AND other.row IS NOT NULL
 WHERE k.row IS NOT NULL AND (other.person IS NULL OR (other.sheet, other.row) < (k.sheet, k.row))
   AND (p.born_on = o.born_on OR p.born_on IS NULL OR o.born_on IS NULL)
   AND NOT EXISTS (SELECT 1 FROM access_restriction x WHERE x.person_id = i.person_id
                    AND x.kind IN ('sealed', 'relocated') AND x.during && daterange(kith_today(), NULL))
 GROUP BY k.sheet ORDER BY k.sheet
"""


def lost_zeros(cursor: CursorWrapper, sheets: Iterable[Sheet]) -> list[Notice]:
    """A notice for each sheet that brought in such people, with the first row; call it when all are in `kin`."""
    cursor.execute(_ANY)
    if not cursor.fetchone()[0]:
        return []
    by_number = {sheet.number: sheet for sheet in sheets}
    cursor.execute(_NEAR)
    return [
        Notice(
            by_number[number].file,
            row,
            child_column(by_number[number]),
            f"The number {mine} is new, and the record has {theirs}, which differs by noughts in front alone. They are"
            " taken for two children. If they are one, noughts were lost, as when a spreadsheet opens a file: link"
            " the two records, and export the file again with ids as text.",
            count,
        )
        for number, count, row, mine, theirs in cursor.fetchall()
    ]
