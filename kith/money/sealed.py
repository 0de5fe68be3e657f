"""Bank details, sealed: the database and its backups never see a number. Opened for the finance system's file alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import UUID

from kith.core.keys import Place, Purpose
from kith.core.keystore import ring
from kith.money.models import BankDetail


@dataclass(frozen=True, slots=True)
class Account:
    """An account to pay into, whole."""

    name: str
    sort_code: str
    number: str


def seal_bank(row: UUID, name: str, sort_code: str, number: str) -> bytes:
    """What the column holds. Raises KeysError."""
    return ring().seal(Purpose.BANK_DETAILS, json.dumps([name, sort_code, number]), _place(row))


def open_bank(detail: BankDetail) -> Account:
    """The account again. Raises TamperedError when what was sealed is not what is there."""
    return Account(*json.loads(ring().unseal(Purpose.BANK_DETAILS, bytes(detail.sealed), _place(detail.id))))


def _place(row: UUID) -> Place:
    return Place("money_bankdetail", row, "sealed")
