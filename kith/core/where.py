"""The port by which a room learns where a postcode lies, from the middles that the room of returns keeps."""

from __future__ import annotations

from kith.core.ports import Port

# where(postcode: str) -> (east, north) in metres of the national grid, the middle of its sector or outcode; or None.
where: Port[[str], tuple[int, int] | None] = Port("core.where", "says about where a postcode lies")
