"""About where a postcode lies: the middle of its sector, else of its outcode. Nothing is asked of anybody."""

from __future__ import annotations

import re
from functools import cache

from kith.core.where import where
from kith.returns.checking.geo import centroids
from kith.returns.checking.geo.invented import invented_places

_WHOLE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?) ?(\d)[A-Z]{2}")
_PART = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(?: (\d))?")


@cache
def _middles() -> dict[str, tuple[int, int]]:
    found = {}
    for table in (centroids(), invented_places()):
        columns = (table.column(name).to_pylist() for name in ("place", "east", "north"))
        found.update({place: (int(east), int(north)) for place, east, north in zip(*columns, strict=True)})
    return found


def middle(postcode: str) -> tuple[int, int] | None:
    """Metres east and north of a whole postcode, a sector ("AL1 1") or an outcode; None for what is none we know."""
    written = " ".join(postcode.upper().split())
    read = _WHOLE.fullmatch(written) or _PART.fullmatch(written)
    if read is None:
        return None
    outcode, sector = read.groups()
    return _middles().get(f"{outcode} {sector}") or _middles().get(outcode)


def fill() -> None:
    """Answer the port."""
    where.fill(middle)
