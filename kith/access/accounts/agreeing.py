"""A role takes two: an administrator gives it, and another administrator or the director agrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.access.models import Account, RoleAsked
from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor

WAITS = "A second person must agree to this role first: another administrator, or the director."


@dataclass(frozen=True, slots=True)
class WaitingRole:
    """A role that waits for a second person. `mine`: the reader gave it, or would hold it, and cannot agree."""

    id: UUID
    account: UUID
    name: str
    login: str
    role: str
    new: bool
    asked_by: str
    asked_at: datetime
    mine: bool


def waiting_roles(*, by: Actor, at_most: int = 100) -> list[WaitingRole]:
    """Roles that wait for a second person, oldest first; nothing for roles other than those two. One query."""
    found = RoleAsked.objects.filter(answered_at=None).select_related("account", "asked_by")
    return [
        WaitingRole(
            id=one.id,
            account=one.account_id,
            name=one.account.display_name,
            login=one.account.login,
            role=role_named(one.role).name,
            new=one.opens,
            asked_by=one.asked_by.display_name,
            asked_at=one.recorded_at,
            mine=by.id in {one.asked_by_id, one.account_id},
        )
        for one in found.order_by("recorded_at", "id")[:at_most]
    ]


def waits(account: Account) -> bool:
    """Whether the account is shut until a second person agrees to its role. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_role_waits(%s)", [account.id])
        return bool(cursor.fetchone()[0])


def asked_for(account: Account) -> str:
    """The name of the role that waits for a second person for this account; empty where none does. One query."""
    found = RoleAsked.objects.filter(account=account, answered_at=None).values_list("role", flat=True).first()
    return role_named(found).name if found else ""


@action("access.ask_for_role")
def ask_for_role(*, by: Actor, account: UUID, role: str) -> UUID:
    """Give an account another role, or ask again after a no; the id of what then waits for a second person.

    Until then the account keeps the role that it has. Raises KeyError for an unknown role, and NotPermittedError.
    """
    role_named(role)
    tell.permit(by=by, permission=Permission.MANAGE_ACCOUNTS, persons=[])
    if account == by.id:
        raise NotPermittedError("Nobody gives themselves a role: ask another administrator.")
    if RoleAsked.objects.filter(account_id=account, answered_at=None).exists():
        raise NotPermittedError("A role for this account waits for a second person already.")
    nothing_to_tell("An account, no person's record.")
    concerns([], account=account, role=role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_ask_role(%s, %s)", [account, role])
        made: UUID = cursor.fetchone()[0]
    return made


@action("access.answer_role")
def answer_role(*, by: Actor, request: UUID, agree: bool) -> None:
    """Agree to a role that another gave, which takes effect at once, or say no to it.

    Raises NotPermittedError for one's own, and for one that is not there or was answered already.
    """
    tell.permit(by=by, permission=Permission.AGREE_ROLE, persons=[])
    nothing_to_tell("An account, no person's record.")
    concerns([], request=request, agreed=agree)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_answer_role(%s, %s)", [request, agree])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("Somebody who neither gave this role nor will hold it must answer, once.")
