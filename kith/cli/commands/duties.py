"""`kith duties`: what is due, met, late and excused, at any date, as believed at any moment."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import data_folder, django_as

if TYPE_CHECKING:
    from kith.core.actor import Actor
    from kith.law.columnar import Form, Obligations


def add_to(app: typer.Typer) -> None:
    app.command("duties")(duties)


def duties(  # noqa: PLR0917 - the options of a command
    as_at: Annotated[str | None, typer.Option("--as-at", help="Date, as 2026-09-01; default today.")] = None,
    believed: Annotated[
        str | None, typer.Option("--believed", help="As known at this date or moment.")
    ] = None,
    person: Annotated[str | None, typer.Option(help="One person's id.")] = None,
    duty: Annotated[str | None, typer.Option(help="One duty's id, such as LA-04.")] = None,
    council: Annotated[
        bool, typer.Option("--council", help="Those of the council itself, which are about nobody.")
    ] = False,
    output: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    account: Annotated[str | None, typer.Option("--as", help="The account on whose word.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why.")] = None,
) -> None:
    """What is due, met, late, excused at a date."""
    if output not in {"text", "json"}:
        raise CannotError("--format is text or json.")
    day, moment, who = _date(as_at, "--as-at"), _moment(believed), _person(person)
    django_as("worker")
    from kith.access.permissions import Permission
    from kith.cli import of_the_council
    from kith.cli.purpose import operator
    from kith.core.acting import acting
    from kith.law.county import all_obligations
    from kith.law.due import rules_of, today

    of_council = of_the_council.about(duty, asked=council, believed=moment, person=who)
    by = operator(account, reason, default="director", permission=Permission.DUTIES_OF_ALL)
    asked = day or today()
    if of_council:
        with acting(by, read_only=True):
            sys.stdout.write(of_the_council.lines(asked, duty, output))
        return
    with TemporaryDirectory(dir=data_folder(), prefix="duties-") as spill:
        with acting(by, read_only=True):
            try:
                rules = rules_of(asked, duty)
            except KeyError:
                raise CannotError(f"The register holds no duty called {duty}.") from None
            found = all_obligations(
                rules,
                as_at=asked,
                believed=moment,
                persons=[who] if who else None,
                without=_restricted(moment),
                spill=Path(spill),
            )
        _show(found, "json" if output == "json" else "text", by)


def _restricted(believed: datetime | None) -> list[UUID]:
    """Whose records are restricted, sealed or relocated, and all that are linked with one now or were at that moment.

    A command answers for them as for nobody: linked records are one person, and the stricter of the two holds.
    """
    from django.utils import timezone

    from kith.access.models import Restriction
    from kith.core.ranges import during
    from kith.people.models import PersonIdentity

    held = set(
        Restriction.objects.filter(during__overlap=during(timezone.localdate())).values_list(
            "person_id", flat=True
        )
    )
    for moment in (timezone.now(), believed):
        if moment is not None:
            links = PersonIdentity.objects.filter(during__contains=moment)
            kept = dict(links.values_list("person_id", "canonical_id"))
            whose = {kept.get(each, each) for each in held}
            held |= whose | {one for one, canonical in kept.items() if canonical in whose}
    return list(held)


def _show(found: Iterator[Obligations], form: Form, by: Actor) -> None:
    """Write each batch once the looks at its people are in the view log: nothing is shown that is not logged."""
    from kith.cli.purpose import log_looks
    from kith.law.columnar import lines

    start, between, end = ("[", ",\n", "]\n") if form == "json" else ("", "\n", "\n")
    logged: UUID | None = None
    sys.stdout.write(start)
    told = False
    for batch in found:
        people = [each for each in dict.fromkeys(batch["person"].to_pylist()) if each != logged]
        log_looks(by, people, "duties")
        logged = people[-1] if people else logged
        for text in lines([batch], form):
            sys.stdout.write((between if told else "") + text)
            told = True
    sys.stdout.write(end if told or form == "json" else "")


def _date(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CannotError(f"{option} must be a date such as 2026-09-01, not {text!r}.") from None


def _moment(text: str | None) -> datetime | None:
    """The end of that day in England, when only a date is given."""
    if text is None:
        return None
    from datetime import time

    from kith.law.calendar import LONDON

    try:
        moment = datetime.combine(date.fromisoformat(text), time.max)
    except ValueError:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            raise CannotError(f"--believed must be a date such as 2026-09-01, not {text!r}.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=LONDON)


def _person(text: str | None) -> UUID | None:
    if text is None:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise CannotError(f"--person must be a person's id, not {text!r}.") from None
