"""Whether an identifier can be right as it is written. A wrong one is recorded all the same, and marked.

Sources: the NHS number's modulus 11 check (NHS Data Dictionary, NHS NUMBER); the unique pupil number's
check letter (DfE, Unique pupil numbers: a guide for schools and local authorities).
"""

from __future__ import annotations

from kith.people.models.identifier import Scheme

# Position of the remainder in this row gives the letter: the alphabet without I, O and S.
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
TEMPORARY = "temporary"


def tidy(value: str) -> str:
    """An identifier as it is kept: capitals, no spaces. It may be longer than it was typed (ß)."""
    return "".join(value.split()).upper()


def nhs_number_is_sound(value: str) -> bool:
    """Ten digits whose last is the check digit of the first nine."""
    if len(value) != 10 or not (value.isascii() and value.isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(value, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(value[9])


def upn_letter(rest: str) -> str:
    """The check letter for the twelve characters after it; a temporary number's last one is a letter.

    Raises ValueError when the rest is not eleven digits and then a digit or one of the check letters.
    """
    body, last = rest[:11], rest[11:]
    known = last.isdigit() or (last != "" and last in UPN_LETTERS)
    if len(rest) != 12 or not (rest.isascii() and body.isdigit() and known):
        raise ValueError("A UPN has a letter, eleven digits, and a digit or letter.")
    values = [int(digit) for digit in body] + [int(last) if last.isdigit() else UPN_LETTERS.index(last)]
    return UPN_LETTERS[sum(value * place for place, value in enumerate(values, start=2)) % 23]


def upn_is_sound(value: str) -> bool:
    """Thirteen characters whose first is the check letter of the others."""
    try:
        return upn_letter(value[1:]) == value[:1]
    except ValueError:
        return False


def doubt_about(scheme: str, value: str) -> str:
    """Why a number looks wrong, in words for the worker; empty when nothing is amiss."""
    if scheme == Scheme.NHS and not nhs_number_is_sound(value):
        return "This NHS number does not add up: check it against the letter or card it came from."
    if scheme in (Scheme.UPN, Scheme.FORMER_UPN) and not upn_is_sound(value):
        return "This pupil number does not add up: check it with the school."
    return ""
