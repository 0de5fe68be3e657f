"""What an export in which nobody is to be known leaves out, and how people are told apart in it all the same.

A column's file says what kind of fact it is: `id`, `name`, `local` (the council's own id), `number` (UPN, NHS
number, a worker's registration), `place` (a postcode, an address, a home's number), `words` (free text), `born`
(a day of birth or death), `day` (of something that happened), `flag` (yes or no). What is hidden never leaves the
database; ids are hashed on their way to the file. A day on a birthday would tell the day of birth (care ends at
eighteen): where nobody is to be known it is told as its month, which the month of birth tells already.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

from kith.returns.extract.listing import Column
from kith.returns.extract.reading import BY_ID

WITHHELD = frozenset({"name", "local", "number", "place", "words"})
KINDS = WITHHELD | {"id", "born", "day", "flag"}
_BIRTHDAY = "to_char({0}, 'MM-DD') = to_char(person.born_on, 'MM-DD')"


@dataclass(frozen=True)
class Hiding:
    """One export: identified, or with a key of its own that nobody keeps, so that no two can be joined by it."""

    identified: bool
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    order: str = field(default_factory=lambda: secrets.token_hex(16), repr=False)

    @property
    def people_by(self) -> str:
        """SQL of the order of people: by their ids, or by nothing that is known outside this export."""
        return BY_ID if self.identified else f"md5('{self.order}' || person.who::text)"

    def sql(self, column: Column) -> str:
        """SQL of a column as text. Raises ValueError for a kind of fact that there is not."""
        if column.how and column.how not in KINDS:
            raise ValueError(f"{column.name}: there is no kind of fact called {column.how}.")
        if column.how == "flag":
            return f"CASE WHEN ({column.sql}) THEN 'Y' WHEN NOT ({column.sql}) THEN 'N' END"
        if not self.identified and column.how in WITHHELD:
            return "NULL"
        if not self.identified and column.how == "born":
            return f"to_char(({column.sql}), 'YYYY-MM')"
        if not self.identified and column.how == "day":
            day = f"({column.sql})"
            return f"CASE WHEN {_BIRTHDAY.format(day)} THEN to_char({day}, 'YYYY-MM') ELSE {day}::text END"
        return f"({column.sql})::text"

    def shown(self, column: Column, value: str | None) -> str:
        """What the file says: an id as a hash under this export's key (128 bits), all else as it was read."""
        if value is None:
            return ""
        if column.how == "id" and not self.identified:
            return hmac.new(self.key, value.encode(), sha256).hexdigest()[:32]
        return value
