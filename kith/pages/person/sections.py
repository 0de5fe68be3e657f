"""The sections of one person's record: the same links on each of its pages."""

from __future__ import annotations

from uuid import UUID


def sections(person: UUID) -> list[tuple[str, str]]:
    """(text, address) of each section, in order."""
    base = f"/people/{person}/"
    return [
        ("Overview", base),
        ("Story", f"{base}story/"),
        ("Due", f"{base}duties/"),
        ("About", f"{base}about/"),
        ("Home and school", f"{base}homes/"),
        ("See as family", f"{base}see-as/"),
        ("Who has looked", f"{base}access/"),
    ]


def actions(person: UUID) -> list[tuple[str, str]]:
    """What is always at hand, at most three presses from Today."""
    base = f"/people/{person}/story/"
    return [
        ("Record a visit", f"{base}visit/"),
        ("Add a note", f"{base}note/"),
        ("Record a call", f"{base}call/"),
        ("Record a meeting", f"{base}meeting/"),
    ]
