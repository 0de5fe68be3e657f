"""The SQL that turns the text of each kind of column into its typed value, and says where it could not."""

from __future__ import annotations

from kith.returns.codes import Column, Table
from kith.returns.reading import limits
from kith.returns.reading.plain_text import Texture

SPACES = "chr(32) || chr(9) || chr(10) || chr(13) || chr(160) || chr(65279)"
"""What is trimmed from the ends: spaces, tabs, line ends, the no-break space and a stray byte order mark."""

DATE_FORMATS = "['%d/%m/%Y', '%Y-%m-%d', '%d-%m-%Y', '%d.%m.%Y', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', \
'%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S']"

ODD = r"[\p{Cc}\p{Cf}\p{Co}<>]"
"""Control, invisible and direction-changing characters and the marks of HTML: in no id or short text."""

WHOLE_NUMBER = r"[+-]?[0-9]{1,9}([.]0+)?"
SPREADSHEET_NUMBER = r"[0-9](\.[0-9]+)?[eE]\+[0-9]+"
PARTIAL_DATE = r"([0-9]{1,2}|zz)/([0-9]{1,2}|zz)/([0-9]{4}|zzzz)"
UPPER_TEXT = {"UPN", "FormerUPN", "URN", "SW_ID"}

SAME_CODE = {
    "SEX": {"1": "M", "2": "F", "0": "U", "9": "U", "MALE": "M", "FEMALE": "F"},
    "YESNO": {"TRUE": "1", "FALSE": "0", "YES": "1", "NO": "0", "Y": "1", "N": "0"},
}
"""Older or looser spellings of a code, and the code of today. SSDA903 wrote sex as 1 and 2 to 2023-24; the
CIN census as 1, 2, 0 and 9."""


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _whole(text: str) -> str:
    """Drop the ".0" that a spreadsheet adds to a whole number."""
    written = f"ends_with({text}, '.0') AND regexp_full_match({text}, '[0-9]+[.]0')"
    return f"CASE WHEN {written} THEN {text}[:-3] ELSE {text} END"


def _trimmed(column: Column, present: frozenset[str], texture: Texture) -> str:
    if column.name not in present:
        return "CAST(NULL AS VARCHAR)"
    name = _quoted(column.name)
    return f"nullif(trim({name}, {SPACES}), '')" if texture == "any" else f"nullif(trim({name}), '')"


def _typed(column: Column, *, plain: bool) -> str:
    text = _quoted(f"t_{column.name}")
    match column.kind:
        case "date":
            sql = f"CAST(try_strptime({text}, {DATE_FORMATS}) AS DATE)"
        case "integer" | "parent":
            sql = (
                f"CASE WHEN regexp_full_match({text}, '{WHOLE_NUMBER}') THEN TRY_CAST({text} AS INTEGER) END"
            )
        case "code":
            sql = _code(column, f"upper({text})", plain=plain)
        case "postcode":
            packed = f"replace(upper({text}), ' ', '')"
            spaced = f"left({packed}, -3) || ' ' || right({packed}, 3)"
            sql = f"CASE WHEN length({packed}) > 4 THEN {spaced} ELSE {packed} END"
        case "partial_date":
            sql = f"lower({text})"
        case _:
            value = f"upper({text})" if column.name in UPPER_TEXT else text
            numbered = column.kind == "id" or column.name == "URN"
            sql = _whole(value) if numbered and not plain else value
    return sql


def _code(column: Column, value: str, *, plain: bool) -> str:
    value = value if plain else _whole(value)
    same = SAME_CODE.get(column.code_set)
    if same is None:
        return value
    whens = " ".join(f"WHEN '{old}' THEN '{new}'" for old, new in same.items())
    return f"CASE {value} {whens} ELSE {value} END"


def _bad(column: Column, *, plain: bool) -> str:
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
        short = f"{text} IS NULL OR length({text}) > {limits.MAX_ID_LENGTH}"
        odd = f"regexp_matches({text}, '{ODD}') OR regexp_full_match({text}, '{SPREADSHEET_NUMBER}')"
        return short if plain else f"{short} OR {odd}"
    long = f"length({text}) > {limits.MAX_TEXT_LENGTH}"
    # A stranger's characters in a code or postcode are caught by their own lists; text has none.
    if column.kind == "text" and not plain:
        long += f" OR regexp_matches({text}, '{ODD}')"
    return f"coalesce({long}, false)"


def cleaning_query(table: Table, present: frozenset[str], source: str, texture: Texture) -> str:
    """SQL over `source` (columns `row` and the table's, as text): typed columns and `bad`, a bit per column.

    A column that the file lacks (not in `present`) comes out as null and is never bad. `texture` says how
    plain the rows are (see `plain_text`): checks that they cannot fail are left out, which halves the time.
    """
    plain = texture == "plain"
    trimmed = ", ".join(f"{_trimmed(c, present, texture)} AS {_quoted(f't_{c.name}')}" for c in table.columns)
    typed = ", ".join(f"{_typed(c, plain=plain)} AS {_quoted(c.name)}" for c in table.columns)
    bad = " + ".join(
        f"CASE WHEN {_bad(c, plain=plain)} THEN {1 << at} ELSE 0 END"
        for at, c in enumerate(table.columns)
        if c.name in present
    )
    names = ", ".join(_quoted(c.name) for c in table.columns)
    return (
        f"WITH trimmed AS (SELECT row, {trimmed} FROM {source}), typed AS (SELECT *, {typed} FROM trimmed) "
        f"SELECT row, {names}, CAST({bad or '0'} AS BIGINT) AS bad FROM typed"
    )
