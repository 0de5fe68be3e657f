"""What Today asks of this account beside its own people: a yes, a second look, a lead to hand over, a second hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kith.access.actions.reasons import ReasonToSee, reasons_to_see
from kith.access.allocating.queries import ForMe, LeftBehind, left_behind
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.restricting.queries import Asked, requests
from kith.core.actor import Actor


@dataclass(frozen=True, slots=True)
class MineToAnswer:
    """Lists that are empty for most accounts on most days; `second`, `agrees`: whether it may be a second hand."""

    handed: Sequence[ForMe]
    left: Sequence[LeftBehind]
    reasons: Sequence[ReasonToSee]
    asked: Sequence[Asked]
    second: bool
    agrees: bool


def mine_to_answer(by: Actor, account: Account, handed: Sequence[ForMe]) -> MineToAnswer:
    """No query for a worker; three for a manager, two for a director."""
    second = Permission.UNMASK in account.role_class.may
    return MineToAnswer(
        handed=handed,
        left=left_behind(account),
        reasons=reasons_to_see(by=by),
        asked=[each for each in requests() if each.waits and each.asked_by != account.id] if second else (),
        second=second,
        agrees=Permission.AGREE_ROLE in account.role_class.may,
    )
