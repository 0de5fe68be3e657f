"""What Today asks of this account beside its own people: a yes, a second look, a lead to hand over, a second hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.access.actions.reasons import ReasonToSee, reasons_to_see
from kith.access.allocating.queries import ForMe, LeftBehind, left_behind
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.restricting.queries import Asked, requests
from kith.core.actor import Actor
from kith.help.queries.requests import Line, sent_back_too_often
from kith.kinship.approvals import Running, ran_over
from kith.pages.today.asked_and_told import ToMe
from kith.protection.queries import without_meeting

OTHER_SERVICES = frozenset({"partner", "school", "health"})
"""Those who ask the front door for help for a family, and are told what came of it."""


@dataclass(frozen=True, slots=True)
class MineToAnswer:
    """Lists that are empty for most accounts on most days; `second`, `agrees`: whether it may be a second hand."""

    handed: Sequence[ForMe]
    left: Sequence[LeftBehind]
    reasons: Sequence[ReasonToSee]
    asked: Sequence[Asked]
    second: bool
    agrees: bool
    to_me: dict[str, list[ToMe]]
    sent_back: Sequence[Line]
    without_meeting: Sequence[tuple[UUID, date]]
    ran_over: Sequence[tuple[UUID, date]]
    approvals: Sequence[Running]
    asks: bool


def mine_to_answer(
    by: Actor,
    account: Account,
    handed: Sequence[ForMe],
    approvals: Sequence[Running],
    to_me: dict[str, list[ToMe]],
) -> MineToAnswer:
    """One query for a worker, six for a manager, four for a director."""
    second = Permission.UNMASK in account.role_class.may
    return MineToAnswer(
        handed=handed,
        left=left_behind(account),
        reasons=reasons_to_see(by=by),
        asked=[each for each in requests() if each.decided_by(account.id)] if second else (),
        second=second,
        agrees=Permission.AGREE_ROLE in account.role_class.may,
        to_me=to_me,
        sent_back=sent_back_too_often() if account.role == "manager" else (),
        without_meeting=without_meeting() if account.role == "director" else (),
        ran_over=ran_over() if account.role == "director" else (),
        approvals=[each for each in approvals if each.pressing] if account.role == "manager" else (),
        asks=account.role in OTHER_SERVICES or bool(to_me["told"] or to_me["asked"]),
    )
