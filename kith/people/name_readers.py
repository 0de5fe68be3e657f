"""Who reads a new name by the family's door: for the worker who is about to write one down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kith.design.text import safe_text
from kith.people.page_queries import who

UNKNOWN = "Somebody with a family account"


@dataclass(frozen=True, slots=True)
class NameReaders:
    """By name: those who would read it at once, and those who are kept from it."""

    read: list[str]
    kept: list[str]


def new_name_at_doors(person: UUID) -> NameReaders:
    """Who of the family would read a new name of this person, as far as the worker may know them. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reader, kept FROM people_names_at_doors(%s)", [person])
        rows = cursor.fetchall()
    names = who([reader for reader, _kept in rows if reader]) if rows else {}

    def named(wanted: bool) -> list[str]:
        found = [
            names[reader].name if reader in names else UNKNOWN for reader, kept in rows if kept is wanted
        ]
        return sorted(set(found))

    return NameReaders(read=named(wanted=False), kept=named(wanted=True))


def listed(names: Sequence[str]) -> SafeString:
    """Names as a phrase of a page, each set apart so that its letters turn no words beside it: Ada, Mara and Dean."""
    *first, last = [format_html("<bdi>{}</bdi>", safe_text(name)) for name in names]
    return (
        format_html("{} and {}", format_html_join(", ", "{}", ((each,) for each in first)), last)
        if first
        else last
    )
