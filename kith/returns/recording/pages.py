"""The staff's pages of what a return asks for: what can be recorded, and the form of one fact."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.gone import words_kept
from kith.access.permissions import Permission
from kith.care.same_home import may_know_places
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import Who, who
from kith.returns.codes.windows import collection_year, year_of
from kith.returns.recording.facts import BEGUN_ELSEWHERE, RECORDED, model_of, permission_for
from kith.returns.recording.forms import FactForm, shown
from kith.returns.recording.queries import held
from kith.returns.recording.words import FACTS
from kith.returns.recording.writers import write_fact

EPISODE = "care_episode"
NO_PLACE: dict[str, object] = {"stay": None, "doubts": ()}


@person_page("what returns ask")
def person_facts(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What can be recorded about somebody for the returns, and what is recorded that can be corrected."""
    found, may = named(request, person), request.user.role_class.may
    recorded = held(person.ids)
    kinds = [
        (FACTS[table], table, table not in BEGUN_ELSEWHERE, recorded.get(table, []))
        for table in sorted(RECORDED, key=lambda table: FACTS[table])
        if permission_for(table) in may and (table not in BEGUN_ELSEWHERE or table in recorded)
    ]
    places = may_know_places(by=request.actor, person=person.id)
    return render(request, "returns/facts.html", {"person": found, "kinds": kinds, "places": places})


@person_page("what returns ask")
@words_kept
@once
def person_fact(
    request: ActingRequest, person: OpenPerson, table: str, fact: UUID | None = None
) -> HttpResponse:
    """Record one, or correct one. What cannot be comes back beside its field, with all that was typed."""
    found, kind = named(request, person), RECORDED.get(table)
    if kind is None or (fact is None and table in BEGUN_ELSEWHERE):
        raise Http404
    if permission_for(table) not in request.user.role_class.may:
        raise Http404
    row = model_of(kind)._default_manager.filter(id=fact, person__in=person.ids).first() if fact else None
    if fact and row is None:
        raise Http404
    this = year_of(timezone.localdate())
    form = FactForm(
        kind, request.POST if request.method == "POST" else None, initial=shown(kind, row) if row else None,
        years=[collection_year(this), collection_year(this - 1)], persons=list(person.ids),
    )  # fmt: skip
    written: list[UUID] = []
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(
            form,
            lambda: written.append(
                write_fact(
                    by=request.actor,
                    person=person.id,
                    persons=person.ids,
                    table=table,
                    values=form.values(),
                    of=fact,
                )
            ),
        )
    ):
        if table == EPISODE and row is None and may_know_places(by=request.actor, person=person.id):
            # The return asks where it is as well, on a page for those who may know.
            return redirect("person_episode_place", person_id=person.id, episode=written[0])
        return redirect("person_mend", person_id=person.id)
    known = table == EPISODE and row is not None and may_know_places(by=request.actor, person=person.id)
    context = {
        "person": found,
        "form": form,
        "title": FACTS[table],
        "says": "Correct what is recorded. What it said before is kept in the history."
        if row is not None
        else "Record what happened. Leave out what is not known.",
        "place_of": fact if known else None,
        **NO_PLACE,
    }
    return render(request, "returns/fact.html", context)


def named(request: ActingRequest, person: OpenPerson) -> Who:
    """Asked once the record is open: whoever must give a reason first is not told that the page is not for them."""
    found = who([person.id]).get(person.id)
    if found is None or Permission.EDIT_PERSON not in request.user.role_class.may:
        raise Http404
    return found
