"""`kith advice account`: who may sign in at the desk of the advice service. The first manager is made here."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import become, django_as
from kith.core.stores import ADVICE

if TYPE_CHECKING:
    from kith.core.actor import Actor

advice = typer.Typer(no_args_is_help=True, help="The advice service, in its own store.")
account = typer.Typer(no_args_is_help=True, help="Accounts of those who work there.")
advice.add_typer(account, name="account")
Login = Annotated[str, typer.Argument(help="The name that they sign in with.")]


def add_to(app: typer.Typer) -> None:
    app.add_typer(advice, name="advice")


@account.command("list")
def list_all(output: Annotated[str, typer.Option("--format", help="text or json.")] = "text") -> None:
    """Everybody who has an account."""
    if output not in {"text", "json"}:
        raise CannotError("--format is text or json.")

    _actions()
    from kith.advice.accounts.queries import account_lines

    found = _done(lambda _by: account_lines())
    if output == "json":
        sys.stdout.write(json.dumps(found, indent=1) + "\n")
        return
    for each in found:
        more = ("" if each["open"] else ", closed") + ("" if each["second_step"] else ", no second step")
        sys.stdout.write(f"{each['login']}: {each['name']}, {each['role']}{more}\n")


@account.command("add")
def add(
    login: Login,
    name: Annotated[str, typer.Option(help="The name that colleagues see.")],
    role: Annotated[str, typer.Option(help="adviser, moderator, editor or manager.")],
) -> None:
    """Make an account. What stands on standard output is its first password, and is shown nowhere again."""
    from_actions = _actions()
    made = _done(lambda by: from_actions.make(by=by, login=login, name=name, role=role)[1])
    sys.stdout.write(made + "\n")


@account.command("password")
def password(login: Login) -> None:
    """A new first password, on standard output. Its owner is signed out, and chooses another."""
    from_actions = _actions()
    sys.stdout.write(_done(lambda by: from_actions.give_password(by=by, account=_id(login))) + "\n")


@account.command("role")
def role(
    login: Login, code: Annotated[str, typer.Argument(help="adviser, moderator, editor or manager.")]
) -> None:
    """Another role."""
    from_actions = _actions()
    _done(lambda by: from_actions.change_role(by=by, account=_id(login), role=code))


@account.command("close")
def close(login: Login) -> None:
    """Close an account, wherever it is signed in."""
    from_actions = _actions()
    _done(lambda by: from_actions.set_open(by=by, account=_id(login), is_open=False))


@account.command("open")
def reopen(login: Login) -> None:
    """Open it again."""
    from_actions = _actions()
    _done(lambda by: from_actions.set_open(by=by, account=_id(login), is_open=True))


@account.command("second-step-off")
def second_step_off(login: Login) -> None:
    """For somebody who has lost their phone: they set up another app at the next sign-in."""
    from_actions = _actions()
    _done(lambda by: from_actions.end_second_step(by=by, account=_id(login)))


def _actions() -> Any:
    become(ADVICE)
    django_as("worker")
    from kith.advice.accounts import actions

    return actions


def _done(what: Callable[[Actor], Any]) -> Any:
    """What came of it, done as the store's own keeper. Raises CannotError."""
    _actions()
    from kith.advice.roles import KEEPER
    from kith.core.acting import acting
    from kith.core.action import CannotBeError

    try:
        with acting(KEEPER):
            return what(KEEPER)
    except CannotBeError as why:
        raise CannotError(why.message) from why


def _id(login: str) -> UUID:
    from kith.advice.models import Adviser

    found = Adviser.objects.filter(login__iexact=login.strip()).first()
    if found is None:
        raise CannotError(f"Nobody signs in as {login}.")
    return found.id
