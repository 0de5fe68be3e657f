"""What a carer decides of a child in care is written by the room of children in care; here it is read."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.db import connection

from kith.kinship.models import CaringKind

IN_CARE = frozenset({CaringKind.TEMPORARY.value, CaringKind.FOSTER.value})
"""Kinds of care in which the child is looked after (SI 2010/959 regs 24 to 27)."""


def decided_in_care(child: UUID) -> Mapping[str, tuple[bool, str]]:
    """Of each thing that is decided there: whether the carer decides it, and if not why. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT what, bool_and(may), max(words) FROM kinship_decided_in_care(%s, NULL) GROUP BY what",
            [child],
        )
        return {what: (may, words) for what, may, words in cursor.fetchall()}
