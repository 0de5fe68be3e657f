"""The published groups of ages, ethnicities, legal statuses and placements."""

from __future__ import annotations

from kith.demo.homes_found import FOSTER_OTHER
from kith.demo.providers import ADOPTION, FOSTER_KIN

GROUP_OF = {"W": "White", "M": "Mixed", "A": "Asian", "B": "Black", "O": "Other"}
LEGAL = {
    "C1": "care order",
    "C2": "care order",
    "V2": "section 20",
    "E1": "placement order",
    "J1": "youth justice",
}


def ethnic_group(code: str) -> str:
    """The published group of a DfE ethnicity code."""
    if code in {"REFU", "NOBT"}:
        return "Unknown"
    return "Asian" if code == "CHNE" else GROUP_OF[code[0]]


def age_band(age: int) -> str:
    """The published band of an age under 18."""
    return "0" if age < 1 else "1-4" if age < 5 else "5-9" if age < 10 else "10-15" if age < 16 else "16-17"


def placement_group(code: str) -> str:
    """The published group of a placement code."""
    if code in FOSTER_KIN:
        return "foster, relative or friend"
    if code in FOSTER_OTHER:
        return "foster, other"
    if code in ADOPTION:
        return "adoption"
    return {
        "P1": "parents",
        "K1": "homes and secure",
        "K2": "homes and secure",
        "K3": "supported",
        "H5": "supported",
    }.get(code, "other")
