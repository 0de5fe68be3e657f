"""Rows whose content is gone by a destruction: signed by Kith, agreed by two, and really gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from kith.core.keys import Signer, is_signed_by
from kith.core.seal.destroy import statement_of
from kith.core.seal.findings import Finding, Report

_DESTRUCTIONS = """
SELECT id, at, "table", rows, reason, asked_by, agreed_by, key, signature FROM core_destruction ORDER BY id
"""
# Marked as destroyed, but by no destruction that lists this row.
_UNEXCUSED = """
SELECT s."table", s.row, s.batch FROM core_sealedrow s
 WHERE s.destruction IS NOT NULL AND NOT EXISTS (
    SELECT FROM core_destruction d
     WHERE d.id = s.destruction AND d."table" = s."table" AND s.row = ANY (d.rows))
 ORDER BY 1, 2
"""


def destruction_findings(
    connection: Any, signers: Mapping[UUID, Signer], report: Report
) -> Iterator[Finding]:
    """Every removal that says it was lawful and was not."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(_DESTRUCTIONS)
        for number, at, table, rows, reason, asked_by, agreed_by, key, signature in cursor:
            report.destroyed += len(rows)
            signer = signers.get(key)
            told = statement_of(at, table, rows, reason, asked_by, agreed_by)
            if signer is None or not is_signed_by(signer.public, bytes(signature), told):
                yield Finding(
                    f"destruction {number} of rows {rows[:10]} was made or altered by hand", table=table
                )
    with connection.chunked_cursor() as cursor:
        cursor.execute(_UNEXCUSED)
        for table, row, link in cursor:
            yield Finding(
                "the row was removed, and marked as destroyed with no destruction", table, row, link
            )
