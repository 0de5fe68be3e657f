"""The story of one person: filtered by kind, printed, taken as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.cells import harmless
from kith.core.labels import Label
from kith.design.dates import LONDON
from kith.people.page_queries import who
from kith.story.models import EventKind
from kith.story.queries import Line, drafts_of, timeline
from kith.story.queries.timeline import Cursor
from kith.story.queries.whom import open_concern

PLAIN = Label.NORMAL | Label.FAMILY_ONLY
CSV_MOST = 5000


@person_page("story")
def story(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What has happened, newest first."""
    people = who([person.id])
    if person.id not in people:
        raise Http404
    kinds = chosen_kinds(request)
    page = timeline(person.ids, kinds, cursor(request))
    role = request.user.role_class
    context = {
        "person": people[person.id],
        "page": page,
        "kinds": kinds,
        "all_kinds": EventKind.choices,
        "older": _older(kinds, page.older),
        "csv": f"csv?{urlencode([('kind', each) for each in kinds])}"
        if Permission.RELEASE in role.may
        else "",
        "drafts": drafts_of(request.actor.id, person.ids),
        "may_write": Permission.WRITE_STORY in role.may,
        "concern": open_concern(person.ids),
        "may_start_concern": Permission.START_NOT_YET_TOLD in role.may,
        "first": "before" not in request.GET,
    }
    return render(request, "story/timeline.html", context)


@person_page("story as CSV")
def story_csv(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """The story as a table, plain passages only: what is marked stays in Kith."""
    if Permission.RELEASE not in request.user.role_class.may:
        raise Http404
    page = timeline(person.ids, chosen_kinds(request), limit=CSV_MOST)
    out = StringIO()
    table = csv.writer(out)
    table.writerow(["When", "Kind", "Title", "By", "Words"])
    table.writerows(_row(line) for line in page.lines)
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="story-{person.id}.csv"'
    return response


def chosen_kinds(request: HttpRequest) -> list[str]:
    """The kinds that the address asks for; those that are none are passed over."""
    return [each for each in request.GET.getlist("kind") if each in EventKind.values]


def cursor(request: HttpRequest) -> Cursor | None:
    """Where the page before ended, from the address; none for what is not a place."""
    at, _, event = request.GET.get("before", "").partition("_")
    try:
        moment = datetime.fromisoformat(at)
        return (moment, UUID(event)) if moment.tzinfo else None
    except ValueError:
        return None


def _older(kinds: list[str], older: Cursor | None) -> str | None:
    if older is None:
        return None
    at, event = older
    return "?" + urlencode([*(("kind", each) for each in kinds), ("before", f"{at.isoformat()}_{event}")])


def _row(line: Line) -> Iterator[str]:
    words = [p.text if p.label & PLAIN else "(kept in Kith)" for p in line.passages]
    moment = line.happened_at.astimezone(LONDON)
    when = f"{moment:%Y-%m-%d}" if line.all_day else f"{moment:%Y-%m-%d %H:%M}"
    return (harmless(each) for each in (when, line.kind_name, line.title, line.by, "\n\n".join(words)))
