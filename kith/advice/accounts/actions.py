"""Accounts of the charity's: made, ended and helped by a manager, or by whoever runs the machine. Each is audited."""

from __future__ import annotations

import secrets
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection

from kith.advice.models import Adviser, SecondStep
from kith.advice.permissions import may
from kith.advice.roles import DOOR, ROLES, Permission
from kith.core.action import CannotBeError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor

WHY = "who works for the charity is on nobody's timeline"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@action("advice.make_account")
def make(*, by: Actor, login: str, name: str, role: str) -> tuple[Adviser, str]:
    """A new account and the password to give to its owner, who chooses another at once. Raises CannotBeError."""
    may(by, Permission.MANAGE, WHY)
    login, name = login.strip().lower(), " ".join(name.split())
    if not login or " " in login:
        raise CannotBeError("Give a name to sign in with, without gaps.", field="login")
    if not name:
        raise CannotBeError("Give the name that colleagues see.", field="name")
    _known(role)
    if Adviser.objects.filter(login__iexact=login).exists():
        raise CannotBeError("Somebody has this name to sign in with. Choose another.", field="login")
    made, drawn = Adviser(login=login[:254], display_name=name[:120], role=role, given=True), _drawn()
    made.set_password(drawn)
    made.save(force_insert=True)
    concerns((), account=made.id, role=role)
    return made, drawn


@action("advice.change_role")
def change_role(*, by: Actor, account: UUID, role: str) -> None:
    """Another role. Raises CannotBeError for one's own, and where nobody would be left who manages."""
    may(by, Permission.MANAGE, WHY)
    _known(role)
    found = _of_another(by, account)
    _one_stays(found, stays=role == "manager" and found.is_active)
    Adviser.objects.filter(id=account).update(role=role)
    concerns((), account=account, role=role)


@action("advice.open_account")
def set_open(*, by: Actor, account: UUID, is_open: bool) -> None:
    """Close an account, which ends where it is signed in; or open it again. Raises CannotBeError as `change_role`."""
    may(by, Permission.MANAGE, WHY)
    found = _of_another(by, account)
    _one_stays(found, stays=is_open)
    Adviser.objects.filter(id=account).update(is_active=is_open)
    concerns((), account=account, open=is_open)


@action("advice.give_password")
def give_password(*, by: Actor, account: UUID) -> str:
    """A new password to give to the account's owner, who chooses another at once. Signs them out everywhere."""
    may(by, Permission.MANAGE, WHY)
    found, drawn = _of_another(by, account), _drawn()
    found.set_password(drawn)
    Adviser.objects.filter(id=account).update(password=found.password, given=True)
    concerns((), account=account)
    return drawn


@action("advice.end_second_step")
def end_second_step(*, by: Actor, account: UUID) -> None:
    """The app of somebody who has lost it counts no more; they set up another at the next sign-in."""
    may(by, Permission.MANAGE, WHY)
    _of_another(by, account)
    SecondStep.objects.filter(adviser_id=account).delete()
    concerns((), account=account)


@action("advice.choose_password")
def choose_password(*, by: Actor, account: Adviser, password: str) -> None:
    """One's own. Raises CannotBeError for one that is too easy."""
    checked()
    nothing_to_tell(WHY)
    try:
        validate_password(password, account)
    except ValidationError as why:
        raise CannotBeError(" ".join(why.messages), field="password") from why
    account.set_password(password)
    with connection.cursor() as cursor:
        cursor.execute("SELECT advice_own_password(%s)", [account.password])
    concerns((), account=by.id)


@action("advice.sign_in")
def signed_in(*, by: Actor, second: bool) -> None:
    """Somebody signed in; `second`: with a code as well."""
    checked()
    nothing_to_tell(WHY)
    concerns((), second_step=second)


@action("advice.sign_in_refused")
def refused(*, by: Actor, account: UUID | None, what: str) -> None:
    """Somebody tried, and was not let in: whose account, if it is one's, and at what. No word that was typed is kept."""
    checked()
    nothing_to_tell(WHY)
    concerns((), account=account, what=what)


def _known(role: str) -> None:
    if role not in ROLES or role == DOOR.role:
        raise CannotBeError("Choose one of the roles.", field="role")


def _of_another(by: Actor, account: UUID) -> Adviser:
    found = Adviser.objects.select_for_update().filter(id=account).exclude(id=DOOR.id).first()
    if found is None:
        raise CannotBeError("There is no such account.")
    if account == by.id:
        raise CannotBeError("Another manager does this for your own account.")
    return found


def _one_stays(found: Adviser, *, stays: bool) -> None:
    others = Adviser.objects.filter(role="manager", is_active=True).exclude(id=found.id)
    if found.role == "manager" and not stays and not others.exists():
        raise CannotBeError("Nobody would be left who manages accounts. Make another manager first.")


def _drawn() -> str:
    """Sixteen letters and figures that are not taken for each other: some 79 bits."""
    drawn = "".join(secrets.choice(_LETTERS) for _ in range(16))
    return "-".join(drawn[n : n + 4] for n in range(0, 16, 4))
