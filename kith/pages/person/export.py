"""One person's record as plain data: what a page shows, in the words of the model."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import Http404
from django.utils import timezone

from kith.access.working_with import who_works_with
from kith.law.due import obligations
from kith.law.obligation import as_json
from kith.pages.person.legal import stays
from kith.pages.person.plans import plans_now
from kith.people.models import Identifier, PersonIdentity, PersonName
from kith.people.page_queries import homes, who, who_matters
from kith.story.latest import Latest, latest

_RESTRICTED = (
    "SELECT EXISTS (SELECT 1 FROM access_restriction"
    " WHERE person_id = ANY (%s) AND during && daterange(kith_today(), NULL))"
)


def _event(line: Latest) -> dict[str, Any]:
    """One event, with the day in England where only the day is known, else the moment with its offset."""
    at = timezone.localtime(line.happened_at)
    return asdict(line) | {"happened_at": at.date().isoformat() if line.all_day else at.isoformat()}


def export_person(person: UUID) -> dict[str, Any]:
    """The record of one person. Raises Http404 when there is nobody, or the record is restricted."""
    link = PersonIdentity.objects.filter(person_id=person, during__contains=timezone.now()).first()
    canonical = link.canonical_id if link else person
    linked = PersonIdentity.objects.filter(canonical_id=canonical, during__contains=timezone.now())
    ids = [canonical, *linked.values_list("person_id", flat=True)]
    with connection.cursor() as cursor:
        cursor.execute(_RESTRICTED, [ids])
        if cursor.fetchone()[0]:
            raise Http404
    people = who(ids)
    if canonical not in people:
        raise Http404
    names = PersonName.objects.filter(person_id__in=ids).order_by("-preferred", "kind")
    return {
        "id": str(canonical),
        "person": asdict(people[canonical]),
        "linked": [str(each) for each in ids[1:]],
        "names": [
            {
                "kind": n.kind,
                "given": n.given,
                "family": n.family,
                "preferred": n.preferred,
                "from": n.during.lower,
            }
            for n in names
        ],
        "identifiers": [
            {"scheme": i.scheme, "value": i.value}
            for i in Identifier.objects.filter(person_id__in=ids).order_by("scheme")
        ],
        "homes": [asdict(each) for each in homes(ids) if not each.protected],
        "who_matters": [asdict(each) for each in who_matters(ids) if each.person in ids or each.other in ids],
        "works_with": [asdict(each) for each in who_works_with(ids)],
        "looked_after": [asdict(each) for each in stays(ids)],
        "on_plans": [asdict(each) for each in plans_now(ids, timezone.localdate())],
        "duties": [as_json(each) for each in obligations([canonical])],
        "story": [_event(each) for each in latest(ids, 200)],
    }
