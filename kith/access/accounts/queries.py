"""Accounts as an administrator sees them: who, as what, since when; never what they may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Q
from django.utils import timezone

from kith.access.middleware import within_dates
from kith.access.models import Account
from kith.access.roles import ROLES
from kith.access.sign_in.second_factor import STRONG

PAGE = 50
FAMILY_ROLES = sorted(code for code, role in ROLES.items() if role.family)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account in the list."""

    id: UUID
    name: str
    login: str
    role: str
    place: str
    until_on: date | None
    open: bool
    second_step: bool


def account_lines(q: str, page: int) -> tuple[list[AccountLine], bool]:
    """One page of accounts, and whether there are more. Three queries.

    A family's account shows only to who knows its whole sign-in name: that somebody has one is itself private.
    """
    wanted = Account.objects.select_related("organisation", "team").order_by("display_name", "login")
    known = ~Q(role__in=FAMILY_ROLES) & (Q(display_name__icontains=q) | Q(login__icontains=q))
    start = page * PAGE
    found = list(wanted.filter(known | Q(login=q.strip().lower()))[start : start + PAGE + 1])
    return _lines(found[:PAGE]), len(found) > PAGE


def account_line(account: Account) -> AccountLine:
    """One account. One query."""
    return _lines([account])[0]


def _lines(accounts: list[Account]) -> list[AccountLine]:
    strong = set(
        Authenticator.objects.filter(user_id__in=[each.pk for each in accounts], type__in=STRONG).values_list(
            "user_id", flat=True
        )
    )
    today = timezone.localdate()
    return [
        AccountLine(
            id=each.id,
            name=each.display_name,
            login=each.login,
            role=each.role_class.name,
            place=", ".join(str(part) for part in (each.team, each.organisation) if part),
            until_on=each.until_on,
            open=within_dates(each, today),
            second_step=each.pk in strong,
        )
        for each in accounts
    ]
