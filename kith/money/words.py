"""Amounts and kinds in words."""

from __future__ import annotations

import re

from django import forms

from kith.marked import marked
from kith.money.models import Kind

TYPED = re.compile(r"£?\s*(\d{1,6})(?:\.(\d{1,2}))?")
KINDS = {
    Kind.FOSTERING: marked("Fostering allowance"),
    Kind.KINSHIP_FOSTERING: marked("Fostering allowance, family and friends"),
    Kind.SPECIAL_GUARDIANSHIP: marked("Special guardianship allowance"),
    Kind.CHILD_ARRANGEMENTS: marked("Allowance with a child arrangements order"),
    Kind.KINSHIP: marked("Kinship allowance"),
}
NO_AMOUNT = marked("Enter an amount of money, like 45 or 45.50")


def pounds(pence: int) -> str:
    """`£1,200.50`, `−£20.00`: the sign before the pound."""
    return f"{'−' if pence < 0 else ''}£{abs(pence) // 100:,}.{abs(pence) % 100:02d}"


def pence_of(typed: str) -> int:
    """An amount typed in pounds, in whole pence. Raises ValidationError for what is no amount."""
    found = TYPED.fullmatch(str(typed).strip().replace(",", ""))
    if found is None or not (found[1] + (found[2] or "")).isascii():
        raise forms.ValidationError(NO_AMOUNT)
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
