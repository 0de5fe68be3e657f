"""The bank holidays of England, as a table that rules on working days may read."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from kith.returns.codes.windows import Window

YEARS_BEFORE = 5
"""How far back a date may lie and still be counted in working days: a case can be open for years."""


def make_bank_holidays(connection: duckdb.DuckDBPyConnection, window: Window) -> None:
    """Make the table `bank_holidays(day)`, of the years before the collection year and up to a year after it."""
    from kith.law import bank_holidays  # costs a start what only the census needs

    years = range(window.starts.year - YEARS_BEFORE, window.ends.year + 2)
    days = sorted(day for year in years for day in bank_holidays.in_year(year))
    connection.register("bank_holidays_given", pa.table({"day": pa.array(days, pa.date32())}))
    connection.execute("CREATE TABLE bank_holidays AS SELECT day FROM bank_holidays_given")
    connection.unregister("bank_holidays_given")
