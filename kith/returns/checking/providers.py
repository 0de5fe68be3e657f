"""Ofsted's lists of providers, as one table that rules read."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from kith.returns.checking import geo
from kith.returns.checking.errors import CheckError
from kith.returns.checking.given import Frame, take
from kith.returns.checking.typed import DATE_FORMATS, Presence

COLUMNS = ("URN", "POSTCODE", "LA_CODE", "PLACE_CODES", "PROVIDER_CODES", "REG_END")

# What the rows of one URN say is kept where they agree; where they do not, one of them would be a guess.
_TABLE = """
CREATE TABLE providers AS
WITH typed AS (
    SELECT regexp_replace(URN, '^([0-9]+)[.]0$', '\\1') AS URN,
        upper(regexp_replace(POSTCODE, '\\s', '', 'g')) AS POSTCODE, la AS LA_CODE,
        PLACE_CODES, PROVIDER_CODES, CAST(try_strptime(REG_END, {formats}) AS DATE) AS REG_END
    FROM provider_rows LEFT JOIN provider_authorities USING (LA_CODE)),
merged AS (
    SELECT URN, list_sort(list(DISTINCT POSTCODE) FILTER (POSTCODE IS NOT NULL)) AS POSTCODES,
        list_sort(list(DISTINCT LA_CODE) FILTER (LA_CODE IS NOT NULL)) AS LA_CODES,
        {place} AS PLACE_CODES, {provider} AS PROVIDER_CODES,
        CASE WHEN count(*) = count(REG_END) THEN max(REG_END) END AS REG_END
    FROM typed WHERE URN IS NOT NULL GROUP BY URN)
SELECT URN, CASE WHEN len(POSTCODES) = 1 THEN POSTCODES[1] END AS POSTCODE,
    CASE WHEN len(LA_CODES) = 1 THEN LA_CODES[1] END AS LA_CODE,
    PLACE_CODES, PROVIDER_CODES, REG_END, POSTCODES, LA_CODES
FROM merged ORDER BY URN
"""


def make_providers(
    connection: duckdb.DuckDBPyConnection, frame: Frame | None, presence: Presence, own: str | None = None
) -> None:
    """Make the table `providers`, one row a URN (text); what is not known is null.

    POSTCODE is packed capitals, LA_CODE the ONS code of the upper-tier authority, both null where rows of one
    URN differ: POSTCODES and LA_CODES list all. PLACE_CODES and PROVIDER_CODES are lists of capitals from all
    its rows. REG_END is a day, the latest; null where any row has none: still registered. `own`: the
    council's ONS code, so that its providers are under that code where it has two. Raises CheckError where
    the frame cannot be read or has no URN.
    """
    given = take(connection, "providers", frame) if frame is not None else None
    actual = {column.lower(): column for column in given.columns} if given else {}
    if given and "urn" not in actual:
        raise CheckError(f"The providers have no column URN. The columns are {', '.join(COLUMNS)}.")
    parts = []
    for column in COLUMNS:
        at = actual.get(column.lower())
        if at is not None and given:
            presence.columns.add(f"providers.{column}")
        text = given.text(at) if at is not None and given else "CAST(NULL AS VARCHAR)"
        parts.append(f"{text} AS {column}")
    if given:
        presence.tables.add("providers")
    source = f'"{given.source}"' if given else "(SELECT 1 WHERE false)"
    connection.execute(f"CREATE TEMP TABLE provider_rows AS SELECT {', '.join(parts)} FROM {source}")
    _name_authorities(connection, own)
    connection.execute(
        _TABLE.format(formats=DATE_FORMATS, place=_codes("PLACE_CODES"), provider=_codes("PROVIDER_CODES"))
    )
    connection.execute("DROP TABLE provider_rows")
    connection.unregister("provider_authorities")
    if given:
        connection.unregister(given.source)


def _codes(column: str) -> str:
    """SQL for the codes that any row of a URN lists, null where none does."""
    split = f"regexp_extract_all(upper({column}), '[A-Z0-9]+')"
    return f"nullif(list_sort(list_distinct(flatten(list({split}) FILTER ({column} IS NOT NULL)))), [])"


def _name_authorities(connection: duckdb.DuckDBPyConnection, own: str | None) -> None:
    """Register each LA_CODE as it is written, beside the ONS code it stands for."""
    written = connection.execute(
        "SELECT DISTINCT LA_CODE FROM provider_rows WHERE LA_CODE IS NOT NULL"
    ).fetchall()
    codes = [code for (code,) in written]
    found = [geo.authority_of(code, own) for code in codes]
    connection.register(
        "provider_authorities",
        pa.table({"LA_CODE": pa.array(codes, pa.string()), "la": pa.array(found, pa.string())}),
    )


def strange_providers(connection: duckdb.DuckDBPyConnection) -> str | None:
    """A sentence where the lists lack more than half of the return's numbers: perhaps they are of another year."""
    rows = connection.execute(
        "SELECT count(DISTINCT URN), count(DISTINCT URN) FILTER (URN NOT IN (SELECT URN FROM providers)) FROM Episodes "
        "WHERE URN IS NOT NULL AND URN <> 'XXXXXXX'"
    ).fetchall()
    there, unknown = rows[0]
    if 2 * unknown <= there:
        return None
    many = f"None of the {there:,}" if unknown == there else f"Only {there - unknown:,} of the {there:,}"
    return (
        f"{many} Ofsted numbers (URN) of the return {'is' if there - unknown < 2 else 'are'} in the provider lists:"
        " are they the lists of this year?"
    )
