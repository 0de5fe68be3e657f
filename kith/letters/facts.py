"""What the record says for the fields of a template, for these readers: never what one of them must not be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import connection

from kith.access.models import Account, Organisation
from kith.access.working_with import LEADS, who_works_with
from kith.design.dates import plain_date, today
from kith.people.page_queries import who


def found_of(
    person: UUID, readers: Sequence[UUID], goes_to: str, words: Iterable[str]
) -> list[tuple[str, str]]:
    """What these words tell of whom a reader, or whoever lives where it goes, is kept apart from. One query."""
    said = "\n".join(each for each in words if each)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT what, found FROM letters_found(%s, %s::uuid[], %s, %s)",
            [person, list(readers), goes_to, said],
        )
        return [(what, found) for what, found in cursor.fetchall()]


def apart(person: UUID, readers: Sequence[UUID]) -> bool:
    """Whether anybody whom it reaches is kept apart from anybody. One query. The worker alone may know."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT letters_apart(%s, %s::uuid[])", [person, list(readers)])
        return bool(cursor.fetchone()[0])


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signs: a worker, or the council alone where the worker would tell something."""

    name: str
    phone: str


def council() -> str:
    """The council's own name, as every letter says it. One query."""
    found = (
        Organisation.objects.filter(kind="council").order_by("name").values_list("name", flat=True).first()
    )
    return found or "Children’s services"


def sender(account: Account, person: UUID, readers: Sequence[UUID], council_name: str) -> Sender:
    """How the worker signs to these readers.

    To somebody kept apart no worker's number goes, nor the name of one whom they do not know: not even where it looks
    through as harmless. Their letter reads like any other. Three queries.
    """
    if not apart(person, readers):
        return Sender(account.display_name, account.phone or settings.DUTY_PHONE)
    known = not found_of(person, readers, "", [account.display_name])
    return Sender(account.display_name if known else council_name, settings.DUTY_PHONE)


def values(*, account: Account, ids: Sequence[UUID], readers: Sequence[UUID], to_name: str) -> dict[str, str]:
    """What each field of a template says. Nine queries."""
    person = ids[0]
    about, called = who([person])[person].name, council()
    signs = sender(account, person, readers, called)
    leads = [each for each in who_works_with(ids) if each.current and each.role_code in LEADS]
    lead = leads[0].name if leads else ""
    if lead and found_of(person, readers, "", [lead]):
        lead = called
    return {
        "reader.name": to_name,
        "reader.first_name": to_name.split(" ", maxsplit=1)[0],
        "person.name": about,
        "person.first_name": about.split(" ")[0],
        "worker.name": signs.name,
        "worker.phone": signs.phone,
        "lead.name": lead,
        "council.name": called,
        "council.phone": settings.DUTY_PHONE,
        "today": plain_date(today()),
    }
