"""What an administrator does to accounts. None of it opens a record or shows a password."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import connection

from kith.access.accounts.agreeing import HAS_WAY_IN, WAITS, has_a_way_in, takes_two, waits
from kith.access.models import Account, Organisation, Team
from kith.access.models.account import Post
from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.access.sign_in.first import first_link
from kith.access.sign_in.names import UNSEEN, tidy, unseen
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor

OF_A_FAMILY = (
    "A family account is opened by the person's own worker, from the person's record, once they asked in private who else"
    " sees what comes to them."
)


def _may(by: Actor, account: UUID, **summary: Any) -> None:
    tell.permit(by=by, permission=Permission.MANAGE_ACCOUNTS, persons=[])
    nothing_to_tell("An account, no person's record.")
    concerns([], account=account, **summary)


@action("access.make_account")
def make_account(
    *,
    by: Actor,
    login: str,
    display_name: str,
    role: str,
    organisation: Organisation | None = None,
    team: Team | None = None,
    job_title: str = "",
    phone: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
    post: str = Post.EMPLOYED,
    supervisor: Account | None = None,
) -> Account:
    """Make an account that nobody can sign in to until its owner has chosen a password by a link.

    With a role that takes two it is shut until a second person agrees (kith.access.accounts.agreeing).
    Raises KeyError for an unknown role, and NotPermittedError: also for a student or agency worker without a
    last day and a supervisor, a sign-in name with signs in it that cannot be seen, and a family's account
    (kith.access.family_accounts).
    """
    if role_named(role).family:
        raise NotPermittedError(OF_A_FAMILY)
    account = Account(
        login=tidy(login),
        display_name=display_name.strip(),
        role=role,
        organisation=organisation,
        team=team,
        job_title=job_title.strip(),
        phone=phone.strip(),
        from_on=from_on,
        until_on=until_on,
        post=post,
        supervisor=supervisor,
    )
    if unseen(account.login):
        raise NotPermittedError(UNSEEN)
    _supervised(account)
    _may(by, account.id, role=role, from_on=from_on, until_on=until_on)
    account.set_unusable_password()
    account.save(force_insert=True)
    # The database shuts an account whose role takes two, and asks for the second person.
    account.refresh_from_db(fields=["is_active"])
    return account


@action("access.give_dates")
def give_dates(
    *,
    by: Actor,
    account: UUID,
    from_on: date | None,
    until_on: date | None,
    post: str = Post.EMPLOYED,
    supervisor: Account | None = None,
) -> Account:
    """Set the first and last day of an account, its post and who supervises; outside the days it is shut, at once.

    Raises NotPermittedError for one's own, and for a student or agency worker without a last day and a supervisor.
    """
    if account == by.id:
        raise NotPermittedError("Another administrator sets the days and the supervisor of your own account.")
    _may(by, account, from_on=from_on, until_on=until_on, post=post, supervisor=supervisor and supervisor.id)
    found = Account.objects.get(pk=account)
    found.from_on, found.until_on, found.post, found.supervisor = from_on, until_on, post, supervisor
    _supervised(found)
    found.save(update_fields=["from_on", "until_on", "post", "supervisor"])
    return found


def _supervised(account: Account) -> None:
    watched = account.supervisor
    if account.post != Post.EMPLOYED and (account.until_on is None or watched is None):
        raise NotPermittedError("A student or agency worker needs a last day and a supervisor.")
    if watched is not None and (
        watched.is_family
        or not watched.is_active
        or watched.post != Post.EMPLOYED
        or watched.id == account.id
    ):
        raise NotPermittedError(
            "Choose a supervisor who is staff, with an open account, and not this worker."
        )


@action("access.keep_home")
def keep_home(*, by: Actor, account: UUID, postcode: str) -> None:
    """Keep a worker's home postcode, to notice looks at a neighbour's record; an empty one forgets it.

    Nobody can read it again. Raises NotPermittedError.
    """
    _may(by, account)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT access_keep_home(%s, %s)", [account, re.sub(r"[^A-Z0-9]", "", postcode.upper())[:8]]
        )


@action("access.end_account")
def end_account(*, by: Actor, account: UUID) -> Account:
    """End an account: its next request finds nothing open. Nothing that it wrote changes."""
    _may(by, account)
    if account == by.id:
        raise NotPermittedError("You cannot end your own account: ask another administrator.")
    return _set_active(account, active=False)


@action("access.reopen_account")
def reopen_account(*, by: Actor, account: UUID) -> Account:
    """Open an ended account again, within its dates. Raises NotPermittedError where its role is not agreed to."""
    _may(by, account)
    if waits(Account.objects.get(pk=account)):
        raise NotPermittedError(WAITS)
    return _set_active(account, active=True)


def _set_active(account: UUID, *, active: bool) -> Account:
    found = Account.objects.get(pk=account)
    found.is_active = active
    found.save(update_fields=["is_active"])
    return found


@action("access.reset_second_factor")
def reset_second_factor(*, by: Actor, account: UUID) -> int:
    """Take away every app, passkey and recovery code of an account; how many there were.

    For a lost phone. Where a second step is required its owner sets up a new one at the next sign-in. Raises
    NotPermittedError for one's own, and for a role that takes two: a second person is asked (accounts.agreeing).
    """
    _may(by, account)
    if account == by.id:
        raise NotPermittedError("You cannot reset your own second step: ask another administrator.")
    if takes_two(Account.objects.get(pk=account)):
        raise NotPermittedError("A second person must agree to this: ask for it.")
    gone, _by_kind = Authenticator.objects.filter(user_id=account).delete()
    return int(gone)


@action("access.make_sign_in_link")
def make_sign_in_link(*, by: Actor, account: UUID) -> str:
    """A link by which the account's owner chooses a password, once, within three days.

    Raises NotPermittedError where somebody has a way in, and for a role that takes two: the second person who agrees
    is shown that link, and nobody else (accounts.agreeing). For a family's account its person's worker makes it.
    """
    _may(by, account)
    if account == by.id:
        raise NotPermittedError("Change your own password under “How you sign in”.")
    found = Account.objects.get(pk=account)
    if found.is_family:
        raise NotPermittedError(OF_A_FAMILY)
    if waits(found):
        raise NotPermittedError(WAITS)
    if has_a_way_in(found):
        raise NotPermittedError(HAS_WAY_IN)
    if takes_two(found):
        raise NotPermittedError("The second person who agrees is shown the link: ask for it.")
    return first_link(found)
