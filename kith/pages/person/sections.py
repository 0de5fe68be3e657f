"""The sections of one person's record: the same links on each of its pages."""

from __future__ import annotations

from uuid import UUID

from kith.access.permissions import Permission
from kith.access.roles import role_named


def sections(person: UUID, role: str) -> list[tuple[str, str]]:
    """(text, address) of each section that the role may come to, in order."""
    base = f"/people/{person}/"
    found = [
        ("Overview", base),
        ("Plan", f"{base}plan/"),
        ("Story", f"{base}story/"),
        ("Family meeting", f"{base}family-meeting/"),
        ("Due", f"{base}duties/"),
        ("About", f"{base}about/"),
        ("Home and school", f"{base}homes/"),
    ]
    if Permission.ANSWER_FOR in role_named(role).may:
        found += [("In care", f"{base}in-care/"), ("Time with family", f"{base}time-with-family/")]
        found += [("Who could care", f"{base}who-could-care/"), ("Money", f"{base}money/")]
        found += [("See as family", f"{base}see-as/"), ("Who has looked", f"{base}access/")]
    return found


def actions(person: UUID, may: frozenset[Permission]) -> list[tuple[str, str]]:
    """What is always at hand, at most three presses from Today, for who may write."""
    if Permission.WRITE_STORY not in may:
        return []
    base = f"/people/{person}/story/"
    letters = [("Write a letter", f"/people/{person}/letters/")]
    offers = [("Offer a family meeting", f"/people/{person}/family-meeting/offer/")]
    return [
        ("Record a visit", f"{base}visit/"),
        ("Add a note", f"{base}note/"),
        ("Record a call", f"{base}call/"),
        ("Record a meeting", f"{base}meeting/"),
        *(offers if Permission.OFFER_MEETING in may else []),
        ("Tell them of independent advice", f"/people/{person}/independent-advice/"),
        *(letters if Permission.RELEASE in may else []),
        *(
            [
                ("Enquiries into harm", f"/people/{person}/enquiries/"),
                ("Before court", f"/people/{person}/before-court/"),
            ]
            if Permission.PROTECT in may
            else []
        ),
    ]
