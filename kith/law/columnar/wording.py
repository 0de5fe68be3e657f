"""Ids and words put to what was worked out by number: who a person is, and what a duty is called."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection

COLUMNS = ("person", "duty", "name", "starts", "due", "met", "state", "force", "source", "excuse", "closed")


class InWords:
    """The people of one slice, and the duties of the register."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        """Read both."""
        people = connection.sql("SELECT person, id FROM who ORDER BY person").to_arrow_table()
        duties = connection.sql("SELECT duty, id, name, source FROM duty").to_arrow_table()
        self._people, self._ids = _column(people, "person"), _column(people, "id")
        self._duties = _column(duties, "duty")
        self._words = {
            column: _column(duties, held)
            for column, held in {"duty": "id", "name": "name", "source": "source"}.items()
        }

    def put(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """A batch with persons' ids in place of their numbers, and with the words of duties."""
        # People are numbered one after the other, from whatever number it is.
        person = pc.subtract(batch["person"], self._people[0])
        duty = pc.index_in(batch["duty"], self._duties)
        put = {"person": self._ids.take(person)}
        put |= {name: pa.DictionaryArray.from_arrays(duty, words) for name, words in self._words.items()}
        arrays = [put[name] if name in put else batch[name] for name in COLUMNS]
        return pa.RecordBatch.from_arrays(arrays, names=list(COLUMNS))


def _column(table: pa.Table, name: str) -> Any:
    return table[name].combine_chunks()
