"""What pages say of findings: only those that the policies show to whoever asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.core.reads import AS_IT_IS, IDS, Called, Reads
from kith.returns.checking.catalogue import every_rule
from kith.returns.findings.words import lacking_table, look_at, place, what
from kith.returns.findings.years import NAMES
from kith.returns.models import Finding
from kith.returns.recording.facts import permission_for

PAGE = 50
CLEARED_DAYS = 90
"""How long what was put right stays on a person's page."""
ORDER = ("severity", "code", "on_day", "id")  # "error" comes before "query"


@dataclass(frozen=True, slots=True)
class Line:
    """One finding. `place`: text and address of the page with the fact, for whoever may do what it `needs`; `by`: who
    gave the reason."""

    id: UUID
    person: UUID | None
    child: str
    kind: str
    return_name: str
    year: str
    code: str
    error: bool
    says: str
    mend: str
    what: str
    fact_table: str
    on_day: dt.date | None
    look_at: str
    place: tuple[str, str] | None
    needs: Permission
    since: dt.date
    cleared_on: dt.date | None
    explanation: str
    by: str
    at: datetime | None


def standing(persons: Sequence[UUID] | None = None) -> QuerySet[Finding]:
    """Findings that stand, of these people or of everybody."""
    found = Finding.objects.filter(cleared_on=None)
    return found if persons is None else found.filter(person__in=persons)


def to_mend(persons: Sequence[UUID]) -> list[Line]:
    """What of these people's is to be mended or explained, errors first. One query."""
    return lines_of(standing(persons).filter(explanation="").order_by(*ORDER))


def how_many_to_mend(persons: Sequence[UUID]) -> int:
    """How many those are. One query."""
    return int(_to_mend.run(ids=list(persons))["many"][0][0])


def _many_read() -> Called:
    return Called(
        "SELECT count(*) FROM returns_finding"
        " WHERE cleared_on IS NULL AND explanation = '' AND person_id = ANY (%s::uuid[])",
        (AS_IT_IS,),
        (IDS,),
    )


_to_mend = Reads(many=_many_read)


def of_person(persons: Sequence[UUID]) -> tuple[list[Line], list[Line], list[Line]]:
    """What is to be mended, what has a reason, and what was put right of late. Two queries."""
    since = timezone.localdate() - dt.timedelta(days=CLEARED_DAYS)
    found = Finding.objects.filter(person__in=persons).exclude(cleared_on__lt=since).order_by(*ORDER)
    lines = lines_of(found)
    stand = [each for each in lines if each.cleared_on is None]
    return (
        [each for each in stand if not each.explanation],
        [each for each in stand if each.explanation],
        [each for each in lines if each.cleared_on],
    )


def one(finding: UUID, persons: Sequence[UUID] | None = None) -> Line | None:
    """One finding; None where it is not there, not shown, or of somebody else. Two queries."""
    found = Finding.objects.filter(id=finding)
    lines = lines_of(found if persons is None else found.filter(person__in=persons))
    return lines[0] if lines else None


def of_rule(kind: str, year: str, code: str, page: int) -> tuple[list[Line], bool]:
    """A page of what one rule finds, without a reason first; and whether there are more. Two queries."""
    start = (page - 1) * PAGE
    found = (
        standing().filter(kind=kind, year=year, code=code).order_by("explanation", "child", "on_day", "id")
    )
    lines = lines_of(found[start : start + PAGE + 1])
    return lines[:PAGE], len(lines) > PAGE


def notes(kind: str, year: str) -> list[Line]:
    """All reasons to be sent along with a return. Two queries."""
    found = standing().filter(kind=kind, year=year).exclude(explanation="")
    return lines_of(found.order_by("severity", "code", "child", "on_day", "id"))


def lines_of(found: Iterable[Finding]) -> list[Line]:
    """Findings in words; one query for them, and one for who gave the reasons, where there are any."""
    rows = list(found)
    gave = {each.explained_by for each in rows if each.explained_by}
    accounts = Account.objects.filter(id__in=gave) if gave else Account.objects.none()
    names = dict(accounts.values_list("id", "display_name"))
    return [_line(each, names) for each in rows]


def _line(row: Finding, names: dict[UUID, str]) -> Line:
    rule = every_rule("cin" if row.kind == "cin" else "ssda903").get(row.code)
    return Line(
        id=row.id,
        person=row.person_id,
        child=row.child,
        kind=row.kind,
        return_name=NAMES[row.kind],
        year=row.year,
        code=row.code,
        error=row.severity == "error",
        says=rule.says if rule else "A rule that is not held any more.",
        mend=rule.mend if rule else "",
        what=what(row.fact_table),
        fact_table=row.fact_table,
        on_day=row.on_day,
        look_at=look_at(row.columns),
        place=_place(row),
        needs=permission_for(row.fact_table if row.fact_id else lacking_table(row.kind, row.table)),
        since=row.first_seen,
        cleared_on=row.cleared_on,
        explanation=row.explanation,
        by=names.get(row.explained_by, "") if row.explained_by else "",
        at=row.explained_at,
    )


def _place(row: Finding) -> tuple[str, str] | None:
    if row.person_id is None:
        return None
    return place(row.person_id, row.fact_table, row.fact_id, (row.kind, row.table), row.columns)
