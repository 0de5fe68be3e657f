"""The links themselves: numbers, values, signatures, and the digests that each says it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from kith.core.keys import Signer
from kith.core.seal.chain import BEGINNING, COLUMNS, Link, TableTally, is_signed, link_from
from kith.core.seal.findings import Finding, Report

_LINKS = f"SELECT {', '.join(COLUMNS)} FROM core_sealbatch ORDER BY number"
_ROWS = 'SELECT batch, "table", row, digest FROM core_sealedrow ORDER BY batch, "table" COLLATE "C", row'


@dataclass
class Shape:
    """The columns that a table had over a run of links."""

    columns: tuple[str, ...]
    first: int
    last: int


class LinkWalk:
    """One pass over links and digests side by side. Afterwards it knows each table's shapes."""

    def __init__(self, connection: Any, signers: Mapping[UUID, Signer], report: Report) -> None:
        self._connection, self._signers, self._report = connection, signers, report
        self.shapes: dict[str, list[Shape]] = {}
        self.last_snapshot: str | None = None

    def findings(self) -> Iterator[Finding]:
        previous, expected = BEGINNING, 1
        with self._connection.chunked_cursor() as links, self._connection.chunked_cursor() as rows:
            links.execute(_LINKS)
            rows.execute(_ROWS)
            batches = groupby(rows, key=itemgetter(0))
            batch = next(batches, None)
            for row in links:
                link = link_from(row)
                while batch is not None and batch[0] < link.number:
                    yield Finding("digests are there that belong to no link", link=batch[0])
                    batch = next(batches, None)
                yield from self._link(link, previous, expected)
                held = iter(())
                if batch is not None and batch[0] == link.number:
                    held = batch[1]
                yield from self._held(link, held)
                if batch is not None and batch[0] == link.number:
                    batch = next(batches, None)
                previous, expected = link.chain, link.number + 1
                self._learn(link)
            while batch is not None:
                yield Finding("digests are there that belong to no link", link=batch[0])
                batch = next(batches, None)

    def _link(self, link: Link, previous: bytes, expected: int) -> Iterator[Finding]:
        self._report.links += 1
        if link.number != expected:
            yield Finding(f"link {expected} was removed from the chain", link=expected)
        elif link.previous != previous:
            yield Finding("does not stand on the link before it", link=link.number)
        if not link.is_whole():
            yield Finding(
                "the link was altered: its value does not follow from what it says", link=link.number
            )
        if not is_signed(link, self._signers):
            yield Finding("the link is not signed by a key of this installation", link=link.number)

    def _held(self, link: Link, held: Iterator[Any]) -> Iterator[Finding]:
        seen = set()
        for table, rows in groupby(held, key=itemgetter(1)):
            tally = TableTally(columns=[])
            for _batch, _table, row, digest in rows:
                tally.add(row, bytes(digest))
            self._report.rows += tally.rows
            seen.add(table)
            said = link.tables.get(table)
            if said is None:
                yield Finding("digests were added that the link never sealed", table=table, link=link.number)
            else:
                yield from _compared(table, link.number, said, tally)
        for table in sorted(set(link.tables) - seen):
            yield from _compared(table, link.number, link.tables[table], TableTally(columns=[]))

    def _learn(self, link: Link) -> None:
        self.last_snapshot = link.snapshot
        for table, said in link.tables.items():
            columns = tuple(said["columns"])
            runs = self.shapes.setdefault(table, [])
            if runs and runs[-1].columns == columns:
                runs[-1].last = link.number
            else:
                runs.append(Shape(columns, link.number, link.number))


def _compared(table: str, number: int, said: Mapping[str, Any], now: TableTally) -> Iterator[Finding]:
    told = now.told()
    if told["digest"] == said["digest"]:
        return
    missing = said["rows"] - now.rows
    if missing == 1:
        row = said["ids"] - now.ids
        yield Finding("a sealed row was removed together with its digest", table=table, row=row, link=number)
    elif missing > 1:
        span = f"between rows {said['first']} and {said['last']}"
        yield Finding(
            f"{missing} sealed rows were removed together with their digests, {span}", table, None, number
        )
    elif missing < 0:
        yield Finding(f"{-missing} digests were added that the link never sealed", table, None, number)
    else:
        span = f"rows {said['first']} to {said['last']}"
        yield Finding(f"the digests kept for {span} were altered", table=table, link=number)
