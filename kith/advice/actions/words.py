"""The words of a contact, unsealed: for whoever the database lets read them."""

from __future__ import annotations

from uuid import UUID

from kith.advice.models import ContactWords
from kith.advice.sealed import unseal

TABLE = "advice_contactwords"


def words_of(contact: UUID) -> dict[str, str]:
    """What they said by field, the notes apart. One statement."""
    rows = ContactWords.objects.filter(contact=contact).exclude(field="note")
    return {row.field: unseal(row.sealed, TABLE, row.id, row.field) for row in rows}
