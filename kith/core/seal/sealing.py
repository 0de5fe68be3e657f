"""Seal what was committed since the last link.

Nobody waits for this: it takes no lock on any log. Each row carries the number of the transaction that
wrote it; a link keeps PostgreSQL's snapshot of which transactions were done by then, so the rows of the
next link are those done in its snapshot and not yet in the last. A long transaction holds up its own
rows only, and what commits late is sealed once, later.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from django.db import connections
from psycopg import sql

from kith.core.acting import acting
from kith.core.keys import KeyRing
from kith.core.keystore import ring
from kith.core.seal.actor import SEALER
from kith.core.seal.anchor import Anchor, anchors
from kith.core.seal.anchoring import anchor_links
from kith.core.seal.chain import BEGINNING, COLUMNS, Link, TableTally, chain_of, digest_of, link_from, message
from kith.core.seal.logs import RENDERING, Log, all_logs, rendered

TURN = 0x7365616C  # advisory lock: one sealer at a time, the other goes home
_LAST = f"SELECT {', '.join(COLUMNS)} FROM core_sealbatch ORDER BY number DESC LIMIT 1"
_NOW = """
SELECT pg_current_snapshot()::text, now(),
       %s::text IS NOT NULL AND pg_snapshot_xmax(%s::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot())
"""
_SEAL = sql.SQL("""
INSERT INTO core_sealedrow (batch, "table", row, salt, digest)
SELECT %(number)s, %(table)s, x.key, x.salt, sha256(x.salt || convert_to(x.whole, 'UTF8'))
  FROM (SELECT r.key, r.whole, uuid_send(gen_random_uuid()) AS salt
          FROM {rendered} r JOIN {table} l ON l.{key} = r.key WHERE {since_then}) x
""")
_SINCE = sql.SQL("""
l.written_xid >= pg_snapshot_xmin(%(last)s::pg_snapshot)
AND l.written_xid < pg_snapshot_xmax(%(now)s::pg_snapshot)
AND pg_visible_in_snapshot(l.written_xid, %(now)s::pg_snapshot)
AND NOT pg_visible_in_snapshot(l.written_xid, %(last)s::pg_snapshot)
""")
# A record restored on another server counts transactions afresh: then, once, what has no digest is sealed.
_UNSEALED = sql.SQL("""
pg_visible_in_snapshot(l.written_xid, %(now)s::pg_snapshot) IS NOT NULL
AND NOT EXISTS (SELECT FROM core_sealedrow s WHERE s."table" = %(table)s AND s.row = l.{key})
""")
_DIGESTS = 'SELECT row, digest FROM core_sealedrow WHERE batch = %s AND "table" = %s ORDER BY row'


def seal_once(
    *, using: str = "default", keys: KeyRing | None = None, places: list[Anchor] | None = None
) -> int:
    """Seal every row committed since the last link, and anchor the new head. Returns how many rows.

    Two at once are safe (the second does nothing), and so is being killed at any moment. Raises
    KeysError where the signing key cannot be opened, AnchorError where no place takes the head.
    """
    keys = keys or ring(using)
    with acting(SEALER, using=using), connections[using].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [TURN])
        sealed = _seal(cursor, using, keys) if cursor.fetchone()[0] else 0
    anchor_links(places if places is not None else anchors(), using=using)
    return sealed


def _seal(cursor: Any, using: str, keys: KeyRing) -> int:
    cursor.execute(RENDERING)
    cursor.execute(_LAST)
    row = cursor.fetchone()
    last = link_from(row) if row else None
    before = last.snapshot if last else None
    cursor.execute(_NOW, [before, before])
    snapshot, now, restored = cursor.fetchone()
    number = last.number + 1 if last else 1
    tables = {}
    for log in all_logs(cursor):
        told = {"number": number, "table": log.table, "last": before or "1:1:", "now": snapshot}
        if log.marked and _seal_table(cursor, log, told, restored=restored):
            tables[log.table] = _tally(using, number, log)
    if not tables:
        return 0
    signer = keys.signer()
    link = Link(
        number=number,
        sealed_at=now,
        rows=sum(told["rows"] for told in tables.values()),
        snapshot=snapshot,
        tables=tables,
        digest=digest_of(tables),
        previous=last.chain if last else BEGINNING,
        chain=b"",
        key=signer.key_id,
        signature=b"",
    )
    link = replace(link, chain=chain_of(link))
    _keep(cursor, replace(link, signature=signer.sign(message(number, link.chain))))
    return link.rows


def _seal_table(cursor: Any, log: Log, told: dict[str, Any], *, restored: bool) -> int:
    names = {"table": sql.Identifier(log.table), "key": sql.Identifier(log.key)}
    since = (_UNSEALED if restored else _SINCE).format(**names)
    statement = _SEAL.format(rendered=rendered(log, log.columns), since_then=since, **names)
    cursor.execute(statement, told)
    return int(cursor.rowcount)


def _tally(using: str, number: int, log: Log) -> dict[str, Any]:
    """Read the digests back in order, a few at a time: a batch may be of any size."""
    tally = TableTally(columns=list(log.columns))
    with connections[using].chunked_cursor() as rows:
        rows.execute(_DIGESTS, [number, log.table])
        for row, digest in rows:
            tally.add(row, bytes(digest))
    return tally.told()


def _keep(cursor: Any, link: Link) -> None:
    values = [json.dumps(link.tables) if name == "tables" else getattr(link, name) for name in COLUMNS]
    marks = ", ".join(["%s"] * len(COLUMNS))
    cursor.execute(f"INSERT INTO core_sealbatch ({', '.join(COLUMNS)}) VALUES ({marks})", values)
