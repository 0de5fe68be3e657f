"""Identifiers with the right form that were never, and can never be, issued to anybody.

UPN: the check letter is right, but authority 199 does not exist (numbers begin at 201).
NHS number: 999 xxx xxxx is the range kept for tests; the check digit is right (modulus 11).
"""

from __future__ import annotations

from kith.demo.shapes.people import DemoIdentifier

IMPOSSIBLE_AUTHORITY = "199"
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # no I, O, S
CHILDREN_A_FAMILY = 16  # numbers kept for each family, so that no two children share one


def running_number(index: int, place: int) -> int:
    """A number that no other child of the same demo has."""
    return index * CHILDREN_A_FAMILY + place


def local_id(number: int) -> str:
    """The authority's own number for a person, up to ten characters."""
    return str(1_000_000 + number)


def upn(number: int) -> str:
    """Thirteen characters: check letter (weights 2 to 13, modulus 23), authority, nine digits."""
    digits = f"{IMPOSSIBLE_AUTHORITY}{number * 387_420_489 % 10**9:09d}"
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


def child_identifiers(number: int, *, age: int, from_abroad: bool) -> tuple[DemoIdentifier, ...]:
    """Local id, UPN or why there is none, NHS number where one is known."""
    out = [DemoIdentifier("local", local_id(number))]
    if from_abroad:
        out.append(DemoIdentifier("upn_unknown", "UN3"))
    elif age < 5:
        out.append(DemoIdentifier("upn_unknown", "UN1"))
    else:
        out.append(DemoIdentifier("upn", upn(number)))
    nhs = None if age < 0 else nhs_number(number)
    if nhs:
        out.append(DemoIdentifier("nhs", nhs, "untraced" if from_abroad else "traced"))
    return tuple(out)
