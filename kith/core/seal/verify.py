"""Walk the chain from its first link, and compare it with the logs and with the anchors.

All is streamed: memory stays flat however long the chain is. The walk is one read-only snapshot, so
sealing goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connections, transaction

from kith.core.acting import acting
from kith.core.keys import KeyRing
from kith.core.keystore import ring
from kith.core.seal.actor import SEALER
from kith.core.seal.anchor import Anchor, anchors
from kith.core.seal.findings import Finding, Report
from kith.core.seal.logs import RENDERING, all_logs
from kith.core.seal.verify_anchors import anchor_findings
from kith.core.seal.verify_destroyed import destruction_findings
from kith.core.seal.verify_inserted import inserted_findings
from kith.core.seal.verify_links import LinkWalk
from kith.core.seal.verify_rows import row_findings


def verify(
    *, using: str = "default", keys: KeyRing | None = None, places: list[Anchor] | None = None
) -> Report:
    """Everything that is wrong with the sealed logs, as a report whose `exit_status` is 0 or 1.

    Raises KeysError where the signing keys cannot be opened.
    """
    report = Report()
    for finding in walk(report, using=using, keys=keys, places=places):
        report.add(finding)
    return report


def walk(
    report: Report, *, using: str = "default", keys: KeyRing | None = None, places: list[Anchor] | None = None
) -> Iterator[Finding]:
    """Each thing that is wrong, as it is found; counts of what was walked go into `report`."""
    signers = (keys or ring(using)).signers()
    # Anchors are read up to where they are now: what they hold by now the database must hold as well.
    places = places if places is not None else anchors()
    marks = [(place, place.mark()) for place in places]
    connection = connections[using]
    with transaction.atomic(using=using):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        with acting(SEALER, read_only=True, using=using), connection.cursor() as cursor:
            cursor.execute(RENDERING)
            links = LinkWalk(connection, signers, report)
            yield from links.findings()
            logs = {log.table: log for log in all_logs(cursor)}
            yield from row_findings(connection, logs, links.shapes)
            yield from destruction_findings(connection, signers, report)
            yield from inserted_findings(connection, logs, links.last_snapshot, report)
            yield from anchor_findings(connection, marks, signers, report)
