"""Accounts as an administrator sees them: who, as what, since when; never what they may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import connection
from django.db.models import Q
from django.utils import timezone

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
            open=each.open_on(today),
            second_step=each.pk in strong,
        )
        for each in accounts
    ]


@dataclass(frozen=True, slots=True)
class Behind:
    """Whom an account leaves behind when it ends: a number, and the managers who see their names."""

    leads: int
    managers: list[str]
    home_kept: bool
    supervises: list[str]


def left_behind_by(account: Account) -> Behind:
    """What an administrator is told before ending an account: no name of anybody helped. Three queries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_leads(%s), access_home_kept(%s)", [account.id, account.id])
        leads, home_kept = cursor.fetchone()
    managers = Account.objects.filter(team=account.team, role="manager", is_active=True)
    supervises = Account.objects.filter(supervisor=account, is_active=True)
    return Behind(
        leads=leads or 0,
        managers=[each.display_name for each in managers.exclude(id=account.id)] if account.team else [],
        home_kept=bool(home_kept),
        supervises=sorted(each.display_name for each in supervises),
    )
