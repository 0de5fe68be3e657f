"""The main ethnic groups, as DfE statistics of children put the codes of the returns together."""

from __future__ import annotations

GROUPS = {
    "white": "White",
    "mixed": "Mixed or several ethnic groups",
    "asian": "Asian or Asian British",
    "black": "Black, Black British, Caribbean or African",
    "other": "Other ethnic group",
    "unknown": "Not known, or not said",
}
_BY_LETTER = {"W": "white", "M": "mixed", "A": "asian", "B": "black", "O": "other"}
_NOT_KNOWN = ("", "REFU", "NOBT")


def group_of(code: str) -> str:
    """The group of a code of the returns (N00177), such as WBRI; Chinese counts as Asian since the census of 2011."""
    if code in _NOT_KNOWN:
        return "unknown"
    return "asian" if code == "CHNE" else _BY_LETTER.get(code[0], "unknown")
