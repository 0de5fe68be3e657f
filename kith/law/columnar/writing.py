"""Obligations in columns as lines of text: as `kith duties` prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import duckdb

from kith.law.columnar.derive import Obligations

Form = Literal["json", "text"]
_LINE: dict[Form, str] = {
    # The keys of kith.law.obligation.as_json, in its order.
    "json": (
        "json_object('duty', duty, 'person', person, 'name', name, 'starts', starts, 'due', due, 'met', met,"
        " 'state', state, 'force', force, 'source', source, 'excuse', excuse)"
    ),
    "text": "rpad(state, 9, ' ') || due || '  ' || rpad(duty, 7, ' ') || person || '  ' || name",
}


def lines(batches: Iterable[Obligations], form: Form) -> Iterator[str]:
    """The lines of each batch, joined: JSON objects with a comma and a new line between them, or lines of text."""
    between = ",\n" if form == "json" else "\n"
    with duckdb.connect(":memory:") as connection:
        for batch in batches:
            connection.register("obligations", batch)
            told = connection.execute(f"SELECT {_LINE[form]} FROM obligations").fetchall()
            connection.unregister("obligations")
            if told:
                yield between.join(line for (line,) in told)
