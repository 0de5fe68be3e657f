"""`kith person`: one person's record as JSON."""

from __future__ import annotations

import json
import sys
from typing import Annotated
from uuid import UUID

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import django_as


def add_to(app: typer.Typer) -> None:
    app.command("person")(person)


def person(
    person_id: Annotated[str, typer.Argument(metavar="ID", help="The person's id.")],
    output: Annotated[str, typer.Option("--format", help="json.")] = "json",
    account: Annotated[str | None, typer.Option("--as", help="The account on whose word.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why.")] = None,
) -> None:
    """One person's record, as far as the account that asks may open it."""
    if output != "json":
        raise CannotError("--format is json.")
    try:
        wanted = UUID(person_id)
    except ValueError:
        raise CannotError(f"{person_id!r} is not a person's id.") from None
    django_as("worker")
    from django.http import Http404

    from kith.access.permissions import Permission
    from kith.cli.purpose import log_looks, operator
    from kith.core.acting import acting
    from kith.pages.person.export import export_person

    by = operator(account, reason, default="director", permission=Permission.OPEN_WITH_REASON)
    with acting(by, read_only=True):
        try:
            record = export_person(wanted)
        except Http404:
            raise CannotError("There is no such person, or the record is not yours to open.") from None
    log_looks(by, [wanted], "person export")
    sys.stdout.write(json.dumps(record, indent=1, default=str) + "\n")
