"""Every room's tables in columns, as the law's columnar engine reads them: as they stand, or as they were believed."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import pyarrow as pa
from django.db import connection

from kith.core.believed import check_reader
from kith.law import providers
from kith.law.blocks import IDS, Sort, sort_of
from kith.law.columnar import Aged, Room
from kith.law.providers import Provider, Reads
from kith.law.recorded import AMONG, head, key_of, possible, rows_among
from kith.people.models import Person

# While a statement is planned: no time for compiling it and, of a county, no index: whole tables are read sooner.
_NO_JIT = "SET LOCAL jit TO off"
_PLANNING = f"{_NO_JIT}; SET LOCAL enable_indexscan TO off; SET LOCAL enable_bitmapscan TO off"
_AS_EVER = (
    "SET LOCAL jit TO DEFAULT; SET LOCAL enable_indexscan TO DEFAULT; SET LOCAL enable_bitmapscan TO DEFAULT"
)
_OF_THESE = "= ANY (%(born)s::uuid[])"
_LINKS = "(SELECT person_id AS id, canonical_id AS person FROM link)"
_NOT_KEPT = "(SELECT person_id AS person, person_id AS named FROM link WHERE false)"
# Linked records are one person, who may be asked about under another id than the one that is kept.
_TABLE = (
    "(SELECT coalesce(link.person, r.{key}) AS person, r.* FROM {name} r LEFT JOIN link ON link.id = r.{key})"
)
_FACTS = """
SELECT kind, coalesce(kept.named, f.person) AS person, day, until, ref, detail
  FROM ({facts}) f LEFT JOIN kept ON kept.person = f.person
 WHERE {possible} AND coalesce(kept.named, f.person) NOT IN (SELECT id FROM left_out)
"""


@dataclass(frozen=True, slots=True)
class _Table:
    """One block for each column: the name that the table goes by here, its rows as SQL, how its columns travel."""

    name: str
    rows: str
    columns: dict[str, Sort]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads tables of everybody or of `persons`, as they stand or as they were believed."""

    persons: Sequence[UUID] | None
    believed: datetime | None

    def whose(self) -> tuple[_Table, _Table]:
        """Under which ids people go, and by which they are named."""
        some = self.persons is not None
        return (
            _Table("link", "(SELECT id, person FROM who)" if some else _LINKS, {"id": IDS, "person": IDS}),
            _Table("kept", "kept" if some else _NOT_KEPT, {"person": IDS, "named": IDS}),
        )

    def table(self, room: Provider, name: str, among: str = "") -> _Table:
        """A room's table; of those only whose key is `among` some."""
        reads = room.reads[name]
        fields = {field.column: field for field in reads.model._meta.concrete_fields}
        rows = rows_among(reads, past=self.believed is not None, among=among or self._among())
        columns = dict.fromkeys((key_of(reads), *reads.columns))
        return _Table(f"{room.room}_{name}", rows, {each: sort_of(fields[each]) for each in columns})

    def read(self, tables: Sequence[_Table], born: str = "") -> Generator[tuple[str, pa.Table], None, None]:
        """Each table by name, in their order and all as of one moment."""
        width = max(len(table.columns) for table in tables)
        selects = []
        for table in tables:
            blocks = [sort.sent(column) for column, sort in table.columns.items()]
            blocks += ["NULL::bytea"] * (width - len(blocks))
            selects.append(f"SELECT count(*), {', '.join(blocks)} FROM {table.rows} r")
        start = head(some=self.persons is not None, past=self.believed is not None)
        params = {"persons": list(self.persons or ()), "believed": self.believed, "born": f"{{{born}}}"}
        connection.ensure_connection()
        with connection.connection.cursor(f"columns_of_{tables[0].name}", binary=True) as cursor:
            cursor.itersize = 1
            with self._planning():
                cursor.execute(start + "\n" + "\nUNION ALL\n".join(selects), params)
            for table, (rows, *blocks) in zip(tables, cursor, strict=True):
                sent = zip(table.columns.items(), blocks, strict=False)
                yield table.name, pa.table({name: sort.taken(rows, block) for (name, sort), block in sent})

    @contextmanager
    def _planning(self) -> Iterator[None]:
        with connection.cursor() as settings:
            settings.execute(_PLANNING if self.persons is None else _NO_JIT)
            yield
            settings.execute(_AS_EVER)

    def _among(self) -> str:
        return "" if self.persons is None else AMONG


def rooms(
    aged: Aged | None,
    *,
    persons: Sequence[UUID] | None,
    believed: datetime | None,
    without: Sequence[UUID] = (),
) -> Iterator[Room]:
    """Each room that gives facts, with all that it holds and the reader may see; of some people, or of everybody.

    Of births, everybody's where `aged` is None or `persons` are given; else those of whom `aged` tells and of
    whoever the room that needs births holds anything else about. Raises NotPermittedError when a family's account
    asks for what was believed.
    """
    check_reader(believed)
    reader = _Reader(persons, believed)
    later = aged is not None and persons is None
    given = [each for each in providers.known() if each.facts]
    given.sort(key=lambda room: any(_of_births(each) for each in room.reads.values()))
    first = [
        reader.table(room, name)
        for room in given
        for name, reads in room.reads.items()
        if not (later and _of_births(reads))
    ]
    with closing(reader.read([*reader.whose(), *first])) as came:
        whose = dict((next(came), next(came)))
        whose["left_out"] = pa.table({"id": pa.array([each.bytes for each in without], pa.uuid())})
        for room in given:
            births = [name for name, reads in room.reads.items() if later and _of_births(reads)]
            tables = dict(next(came) for _ in range(len(room.reads) - len(births)))
            if aged is not None and births:
                ids = aged(_everybody(whose["link"], tables.values()))
                wanted = [reader.table(room, name, _OF_THESE) for name in births]
                tables.update(reader.read(wanted, born=ids))
            yield Room(_facts(room), whose | tables)


def _of_births(reads: Reads) -> bool:
    return reads.model is Person


def _facts(room: Provider) -> str:
    tables = {
        name: _TABLE.format(key=key_of(reads), name=f"{room.room}_{name}")
        for name, reads in room.reads.items()
    }
    return _FACTS.format(facts=room.facts.format(**tables), possible=possible())


def _everybody(links: pa.Table, tables: Iterable[pa.Table]) -> pa.Table:
    """Of whom these tables hold a row, and whoever is linked with anybody."""
    columns = [links["id"], links["person"], *(table["person_id"] for table in tables)]
    return pa.table(
        {"person": pa.chunked_array([each for column in columns for each in column.chunks], pa.uuid())}
    )
