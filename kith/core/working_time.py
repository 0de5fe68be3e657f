"""Working time, which the law counts and rooms below it need to promise an answer."""

from __future__ import annotations

from datetime import datetime

from kith.core.ports import Port

# one_working_day_later(moment) -> the moment by which one whole working day has passed, in London.
one_working_day_later: Port[[datetime], datetime] = Port(
    "core.one_working_day_later", "counts working days in England"
)
