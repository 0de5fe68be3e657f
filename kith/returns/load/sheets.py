"""One table of one file on its way through the load."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kith.returns.codes import ReturnKind, layout

OUTCOMES = ("new", "changed", "unchanged", "held", "refused")


@dataclass(slots=True)
class Sheet:
    """`number` tells sheets apart within a run, `source` files; `counts` has rows by outcome."""

    number: int
    source: int
    file: str
    kind: ReturnKind
    table: str
    year: str
    rows: int = 0
    digest: str = ""
    last_row: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def stage(self) -> str:
        """The temporary table that its rows wait in."""
        return f"stage_{self.number}"

    @property
    def rank(self) -> tuple[str, int, int, int]:
        """The order of loading: earlier years first, the census first, people before what is said of them."""
        order = list(layout(self.kind)).index(self.table)
        return (self.year or "9999", self.kind == "ssda903", order, self.number)

    def as_json(self) -> dict[str, object]:
        """As the contract has it: read = new + changed + unchanged + held + refused."""
        return {
            "file": self.file,
            "table": self.table,
            "read": self.rows,
            **{outcome: self.counts[outcome] for outcome in OUTCOMES},
        }
