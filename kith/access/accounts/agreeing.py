"""A role takes two, and so does a way in to it: an administrator asks, another one or the director agrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.access.models import Account, RoleAsked
from kith.access.models.role_asked import Wanted
from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.access.sign_in.first import first_link
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor

WAITS = "A second person must agree to this role first: another administrator, or the director."

HAS_WAY_IN = (
    "Somebody has signed in to this account, or has a password or another way in."
    " Nobody else may choose one for it."
)


@dataclass(frozen=True, slots=True)
class WaitingRole:
    """A role that waits for a second person. `mine`: the reader gave it, or would hold it, and cannot agree."""

    id: UUID
    account: UUID
    name: str
    login: str
    role: str
    wants: str
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
            wants=one.wants,
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


def takes_two(account: Account) -> bool:
    """Whether the account's role takes a second person. One query."""
    return _asked("SELECT access_role_takes_two(%s)", account.role)


def has_a_way_in(account: Account) -> bool:
    """Whether its owner has ever signed in, or could: then nobody else begins with it. One query.

    Only administrators and the director are told; to anybody else it is always so.
    """
    return _asked("SELECT access_has_way_in(%s)", account.id)


def _asked(statement: str, value: UUID | str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, [value])
        return bool(cursor.fetchone()[0])


@action("access.ask_for_way_in")
def ask_for_way_in(*, by: Actor, account: UUID, wants: Wanted) -> UUID:
    """Ask a second person for a sign-in link, which only they are shown, or to take away a lost second step.

    For roles that take two; raises NotPermittedError for others, for one's own account, where something waits already,
    and for a link of an account that somebody has signed in to.
    """
    tell.permit(by=by, permission=Permission.MANAGE_ACCOUNTS, persons=[])
    if account == by.id:
        raise NotPermittedError("Ask another administrator to do this for your own account.")
    if RoleAsked.objects.filter(account_id=account, answered_at=None).exists():
        raise NotPermittedError("Something about this account waits for a second person already.")
    found = Account.objects.get(pk=account)
    if wants == Wanted.LINK and has_a_way_in(found):
        raise NotPermittedError(HAS_WAY_IN)
    if wants == Wanted.ROLE or not takes_two(found):
        raise NotPermittedError("This takes no second person.")
    nothing_to_tell("An account, no person's record.")
    concerns([], account=account, wants=wants.value)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_ask_for_way_in(%s, %s)", [account, wants.value])
        made: UUID = cursor.fetchone()[0]
    return made


def asked_for(account: Account) -> str:
    """What waits for a second person for this account, in words; empty where nothing does. One query."""
    found = RoleAsked.objects.filter(account=account, answered_at=None).first()
    if found is None:
        return ""
    return role_named(found.role).name if found.wants == Wanted.ROLE else str(found.get_wants_display())


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
def answer_role(*, by: Actor, request: UUID, agree: bool) -> str:
    """Agree to what another asked, which takes effect at once, or say no to it.

    Gives the link by which the account's owner begins, where they have no way in yet: it is shown to the second
    person alone, so that whoever made an account is never its owner. Raises NotPermittedError for one's own, and for one
    that is not there or was answered already.
    """
    tell.permit(by=by, permission=Permission.AGREE_ROLE, persons=[])
    nothing_to_tell("An account, no person's record.")
    asked = RoleAsked.objects.filter(id=request).first()
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_answer_role(%s, %s)", [request, agree])
        if asked is None or not cursor.fetchone()[0]:
            raise NotPermittedError("Somebody who neither gave this role nor will hold it must answer, once.")
    account = Account.objects.get(pk=asked.account_id)
    begins = agree and asked.wants != Wanted.SECOND_STEP and account.is_active and takes_two(account)
    link = first_link(account) if begins and not has_a_way_in(account) else ""
    concerns([], request=request, account=account.id, wants=asked.wants, agreed=agree, link=bool(link))
    return link
