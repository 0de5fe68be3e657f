"""`kith demo` and `kith roles`."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import SETTINGS, django_as
from kith.core.stores import COUNCIL


def add_to(app: typer.Typer) -> None:
    app.command("demo")(demo)
    app.command("roles")(roles)


def demo(
    children: Annotated[int, typer.Option(min=1, help="Children known to services.")] = 1500,
    seed: Annotated[int, typer.Option(help="The same seed gives the same people.")] = 1,
) -> None:
    """Make the synthetic authority Kithshire in an empty database."""
    django_as("worker")
    from django.db import connection
    from django.utils import timezone

    from kith.cli.prepare import lay_tables_and_keys
    from kith.cli.progress import stages_to_stderr
    from kith.core.acting import acting
    from kith.demo.loading import DemoRefusedError, make_demo
    from kith.demo.loading.refusal import refuse_production
    from kith.insight.night import count_help
    from kith.insight.publishing import publish
    from kith.law.accountability.night import count_duties
    from kith.law.tasks import COUNTER
    from kith.returns.findings.refresh import check_everybody
    from kith.returns.tasks import CHECKER

    try:
        refuse_production()
        # A database that holds anything is brought up to date by `kith up` alone.
        if "people_person" not in connection.introspection.table_names():
            lay_tables_and_keys()
        with stages_to_stderr() as stage:
            counts = make_demo(children=children, seed=seed, today=timezone.localdate(), progress=stage)
            stage("Counting how duties are kept", 0, None)
            with acting(COUNTER):
                count_duties(by=COUNTER)
                count_help(by=COUNTER)
                publish(by=COUNTER)
            stage("Checking the record by the rules of the returns", 0, None)
            with acting(CHECKER):
                check_everybody(by=CHECKER)
    except DemoRefusedError as why:
        raise CannotError(str(why)) from why
    sys.stdout.write(json.dumps(counts) + "\n")


def roles(
    sql: Annotated[
        bool, typer.Option("--sql", help="Print the SQL that makes the logins and grants.")
    ] = False,
    database: Annotated[str, typer.Option(help="Name of the database.")] = "",
    as_: Annotated[
        str, typer.Option("--as", help="advice: for the advice service, which has logins of its own.")
    ] = "",
) -> None:
    """What another PostgreSQL 15+ needs before Kith can use it."""
    if not sql:
        raise CannotError("kith roles needs --sql: it prints the SQL for a PostgreSQL administrator to run.")
    from kith.core.postgres import roles_sql

    store = as_ or COUNCIL
    if store != COUNCIL and store not in SETTINGS:
        raise CannotError(f"--as is one of {', '.join(sorted(SETTINGS))}, not {as_}.")
    sys.stdout.write(roles_sql(database or store, store))
