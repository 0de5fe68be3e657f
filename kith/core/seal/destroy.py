"""Lawful destruction: content goes, its digest stays in the chain, and two people answer for it.

Retention (for instance regulation 50 of the Care Planning Regulations 2010) says when; `rows` are rows
of one log. The record that they are the history of is removed by the room that keeps it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.keystore import ring
from kith.core.tell import permit

TWO_SENIORS = "agree with another to open a restricted record"
_KEEP = """
INSERT INTO core_destruction (at, "table", rows, reason, asked_by, agreed_by, key, signature)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) RETURNING id
"""


@action("core.destroy_rows")
def destroy(*, by: Actor, agreed_by: Actor, table: str, rows: Sequence[int], reason: str) -> int:
    """Remove the content of sealed rows (primary keys of the log `table`). Returns how many.

    As the worker's login. Both people must hold the permission of those who agree to open restricted
    records. Raises NotPermittedError; ValueError for no reason, or for a row that is not sealed.
    """
    if by.id == agreed_by.id:
        raise NotPermittedError("Destruction takes two people: somebody else must agree.")
    permit(by=agreed_by, permission=TWO_SENIORS)
    permit(by=by, permission=TWO_SENIORS)
    wanted = sorted(set(rows))
    if not reason.strip() or not wanted:
        raise ValueError("Say which rows, and by which rule they are destroyed.")
    signer, at = ring().signer(), timezone.now()
    signature = signer.sign(statement_of(at, table, wanted, reason, by.id, agreed_by.id))
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, [at, table, wanted, reason, by.id, agreed_by.id, signer.key_id, signature])
        number = cursor.fetchone()[0]
        cursor.execute("SELECT core_destroy_rows(%s, %s::bigint[], %s)", [table, wanted, number])
        removed = int(cursor.fetchone()[0])
    if removed != len(wanted):
        raise ValueError(
            f"Only sealed rows can be destroyed, once: {removed} of {len(wanted)} are. Nothing was removed."
        )
    concerns([], destruction=number, table=table, rows=len(wanted), agreed_by=agreed_by.id)
    nothing_to_tell("destruction of logs is told in the audit")
    return removed


def statement_of(  # noqa: PLR0917 - the columns, in the order in which they are signed
    at: datetime, table: str, rows: Sequence[int], reason: str, asked: UUID, agreed: UUID
) -> bytes:
    """What the signature of a destruction covers."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps(
        ["kith destruction", moment, table, list(rows), reason, str(asked), str(agreed)]
    ).encode()
