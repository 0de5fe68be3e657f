"""Identifiers with the right form that were never, and can never be, issued to anybody.

UPN: the check letter is right, but the number of the school begins with 0, and no school's does.
NHS number: 999 xxx xxxx is the range kept for tests; the check digit is right (modulus 11).
"""

from __future__ import annotations

from datetime import date

from kith.demo.shapes.people import DemoIdentifier
from kith.demo.working_days import age_on

PUPIL_AUTHORITY, IMPOSSIBLE_SCHOOL = "001", "0"
"""A pupil number has one kept for schools outside any authority, then a school's: none begins with 0."""
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # no I, O, S
SCHOOL_FROM = 4
CHILDREN_A_FAMILY = 16  # numbers kept for each family, so that no two children share one


def running_number(index: int, place: int) -> int:
    """A number that no other child of the same demo has."""
    return index * CHILDREN_A_FAMILY + place


def local_id(number: int) -> str:
    """The authority's own number for a person, up to ten characters."""
    return str(1_000_000 + number)


def upn(number: int) -> str:
    """Thirteen characters: check letter (weights 2 to 13, modulus 23), authority, no real school, digits."""
    digits = f"{PUPIL_AUTHORITY}{IMPOSSIBLE_SCHOOL}{number * 387_420_489 % 10**8:08d}"
    total = sum(weight * int(digit) for weight, digit in enumerate(digits, start=2))
    return UPN_LETTERS[total % 23] + digits


def nhs_number(number: int) -> str | None:
    """Ten digits in the test range, or None where the check digit does not exist or the range is full."""
    if number >= 10**6:
        return None
    digits = f"999{(number * 387_421 + 7) % 10**6:06d}"
    check = 11 - sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
    if check == 10:
        return None
    return f"{digits}{check % 11}"


def started_school(dob: date, today: date) -> bool:
    """Whether the child was four by the last 31 August, so that a school has given them a pupil number."""
    year = today.year if (today.month, today.day) > (8, 31) else today.year - 1
    return age_on(dob, date(year, 8, 31)) >= SCHOOL_FROM


def child_identifiers(
    number: int, dob: date, *, today: date, from_abroad: bool
) -> tuple[DemoIdentifier, ...]:
    """Local id, UPN or why there is none, NHS number where one is known."""
    out = [DemoIdentifier("local", local_id(number))]
    if from_abroad:
        out.append(DemoIdentifier("upn_unknown", "UN3"))
    elif not started_school(dob, today):
        out.append(DemoIdentifier("upn_unknown", "UN1"))
    else:
        out.append(DemoIdentifier("upn", upn(number)))
    nhs = None if dob > today else nhs_number(number)
    if nhs:
        out.append(DemoIdentifier("nhs", nhs, "untraced" if from_abroad else "traced"))
    return tuple(out)
