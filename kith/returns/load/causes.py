"""The words by which a reason tells why a row waits; what can be chosen about it depends on that."""

from __future__ import annotations

OVERLAPS = " overlaps "
WRITTEN = "Somebody has written this otherwise in the record"
TWIN = " as well, and not the same: only one can be taken."
