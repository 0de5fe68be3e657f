"""Who has an account, for the manager's page and the command."""

from __future__ import annotations

from typing import TypedDict

from kith.advice.models import Adviser, SecondStep
from kith.advice.roles import DOOR


class AccountLine(TypedDict):
    """One account, as the command says it."""

    login: str
    name: str
    role: str
    open: bool
    second_step: bool


def account_lines() -> list[AccountLine]:
    """Everybody's but the public's door. Two statements."""
    steps = set(SecondStep.objects.filter(since__isnull=False).values_list("adviser_id", flat=True))
    return [
        AccountLine(
            login=each.login,
            name=each.display_name,
            role=each.role,
            open=each.is_active,
            second_step=each.id in steps,
        )
        for each in Adviser.objects.exclude(id=DOOR.id).order_by("login")
    ]
