"""Each sealed row against its digest: altered, or removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from psycopg import sql

from kith.core.seal.findings import Finding
from kith.core.seal.logs import Log, rendered
from kith.core.seal.verify_links import Shape

# Only what is wrong comes back: the digests are worked out where the rows are.
_WRONG = sql.SQL("""
SELECT s.row, s.batch, r.key IS NULL FROM core_sealedrow s LEFT JOIN {rendered} r ON r.key = s.row
 WHERE s."table" = %s AND s.batch BETWEEN %s AND %s AND s.destruction IS NULL
   AND (r.key IS NULL OR sha256(s.salt || convert_to(r.whole, 'UTF8')) <> s.digest)
 ORDER BY s.batch, s.row
""")


def row_findings(
    connection: Any, logs: Mapping[str, Log], shapes: Mapping[str, list[Shape]]
) -> Iterator[Finding]:
    """Every sealed row that is not as it was sealed."""
    for table in sorted(shapes):
        log = logs.get(table)
        if log is None:
            yield Finding("the whole table was removed, or is no log any more", table=table)
            continue
        for shape in shapes[table]:
            gone = sorted(set(shape.columns) - set(log.columns))
            if gone:
                between = f"links {shape.first} to {shape.last}"
                yield Finding(
                    f"rows of {between} cannot be checked: columns removed: {', '.join(gone)}", table
                )
                continue
            yield from _of_shape(connection, log, shape)


def _of_shape(connection: Any, log: Log, shape: Shape) -> Iterator[Finding]:
    statement = _WRONG.format(rendered=rendered(log, shape.columns))
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement, [log.table, shape.first, shape.last])
        for row, link, missing in cursor:
            wrong = (
                "the row was removed after it was sealed"
                if missing
                else "the row was altered after it was sealed"
            )
            yield Finding(wrong, table=log.table, row=row, link=link)
