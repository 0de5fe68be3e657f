"""The SQL that turns the text of each kind of column into its typed value, and says where it could not."""

from __future__ import annotations

from kith.returns.codes import Column, Table
from kith.returns.reading import limits

SPACES = "chr(32) || chr(9) || chr(10) || chr(13) || chr(160) || chr(65279)"
"""What is trimmed from the ends: spaces, tabs, line ends, the no-break space and a stray byte order mark."""

DATE_FORMATS = "['%d/%m/%Y', '%Y-%m-%d', '%d-%m-%Y', '%d.%m.%Y', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', \
'%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S']"

ODD = r"[\p{Cc}\p{Cf}\p{Co}<>]"
"""Control, invisible and direction-changing characters, and the marks of HTML: in no id and in no short text."""

SPREADSHEET_NUMBER = r"[0-9](\.[0-9]+)?[eE]\+[0-9]+"
PARTIAL_DATE = r"([0-9]{1,2}|zz)/([0-9]{1,2}|zz)/([0-9]{4}|zzzz)"
UPPER_TEXT = {"UPN", "FormerUPN", "URN", "SW_ID"}

SAME_CODE = {
    "SEX": {"1": "M", "2": "F", "0": "U", "9": "U", "MALE": "M", "FEMALE": "F"},
    "YESNO": {"TRUE": "1", "FALSE": "0", "YES": "1", "NO": "0", "Y": "1", "N": "0"},
}
"""Older or looser spellings of a code, and the code of today. SSDA903 wrote sex as 1 and 2 to 2023-24; the CIN
census as 1, 2, 0 and 9."""


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _whole(text: str) -> str:
    """Drop the ".0" that a spreadsheet adds to a whole number."""
    return f"CASE WHEN ends_with({text}, '.0') AND regexp_full_match({text}, '[0-9]+[.]0') THEN {text}[:-3] ELSE {text} END"


def _typed(column: Column) -> str:
    text = _quoted(f"t_{column.name}")
    if column.kind == "date":
        return f"CAST(try_strptime({text}, {DATE_FORMATS}) AS DATE)"
    if column.kind in ("integer", "parent"):
        return f"CASE WHEN regexp_full_match({text}, '[+-]?[0-9]{{1,9}}([.]0+)?') THEN TRY_CAST({text} AS INTEGER) END"
    if column.kind == "code":
        value = _whole(f"upper({text})")
        same = SAME_CODE.get(column.code_set)
        if same is None:
            return value
        whens = " ".join(f"WHEN '{old}' THEN '{new}'" for old, new in same.items())
        return f"CASE {value} {whens} ELSE {value} END"
    if column.kind == "postcode":
        packed = f"replace(upper({text}), ' ', '')"
        return f"CASE WHEN length({packed}) > 4 THEN left({packed}, -3) || ' ' || right({packed}, 3) ELSE {packed} END"
    if column.kind == "partial_date":
        return f"lower({text})"
    value = f"upper({text})" if column.name in UPPER_TEXT else text
    return _whole(value) if column.kind == "id" or column.name == "URN" else value


def _bad(column: Column) -> str:
    text, value = _quoted(f"t_{column.name}"), _quoted(column.name)
    if column.kind == "date":
        fine = f"year({value}) BETWEEN {limits.EARLIEST_YEAR} AND {limits.LATEST_YEAR}"
        return f"{text} IS NOT NULL AND NOT coalesce({fine}, false)"
    if column.kind in ("integer", "parent"):
        return f"{text} IS NOT NULL AND {value} IS NULL"
    if column.kind == "partial_date":
        exact = f"contains({value}, 'z') OR try_strptime({value}, '%d/%m/%Y') IS NOT NULL"
        return f"{text} IS NOT NULL AND NOT (regexp_full_match({value}, '{PARTIAL_DATE}') AND ({exact}))"
    if column.kind == "id":
        return (
            f"{text} IS NULL OR length({text}) > {limits.MAX_ID_LENGTH} OR regexp_matches({text}, '{ODD}') "
            f"OR regexp_full_match({text}, '{SPREADSHEET_NUMBER}')"
        )
    long = f"length({text}) > {limits.MAX_TEXT_LENGTH}"
    # A stranger's characters in a code or postcode are caught by their own lists; text has none.
    return f"coalesce({long} OR regexp_matches({text}, '{ODD}'), false)" if column.kind == "text" else f"coalesce({long}, false)"


def cleaning_query(table: Table, present: frozenset[str], source: str) -> str:
    """SQL over `source` (columns `row` and the table's, as text): typed columns and `bad`, a bit per column.

    A column that the file lacks (not in `present`) comes out as null and is never bad.
    """
    trimmed = ", ".join(
        f"nullif(trim({_quoted(c.name)}, {SPACES}), '') AS {_quoted(f't_{c.name}')}"
        if c.name in present
        else f"CAST(NULL AS VARCHAR) AS {_quoted(f't_{c.name}')}"
        for c in table.columns
    )
    typed = ", ".join(f"{_typed(c)} AS {_quoted(c.name)}" for c in table.columns)
    bad = " + ".join(
        f"CASE WHEN {_bad(c)} THEN {1 << at} ELSE 0 END" for at, c in enumerate(table.columns) if c.name in present
    )
    names = ", ".join(_quoted(c.name) for c in table.columns)
    return (
        f"WITH trimmed AS (SELECT row, {trimmed} FROM {source}), typed AS (SELECT *, {typed} FROM trimmed) "
        f"SELECT row, {names}, CAST({bad or '0'} AS BIGINT) AS bad FROM typed"
    )
