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
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import Who, who
from kith.returns.codes.windows import collection_year, year_of
from kith.returns.recording.actions import record_fact
from kith.returns.recording.facts import BEGUN_ELSEWHERE, RECORDED, model_of
from kith.returns.recording.forms import FactForm, shown
from kith.returns.recording.words import FACTS


@person_page("what returns ask")
def person_facts(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What can be recorded about somebody for the returns."""
    named = _named(request, person)
    facts = sorted((FACTS[table], table) for table in RECORDED if table not in BEGUN_ELSEWHERE)
    return render(request, "returns/facts.html", {"person": named, "facts": facts})


@person_page("what returns ask")
@words_kept
@once
def person_fact(
    request: ActingRequest, person: OpenPerson, table: str, fact: UUID | None = None
) -> HttpResponse:
    """Record one, or correct one. What cannot be comes back beside its field, with all that was typed."""
    named, kind = _named(request, person), RECORDED.get(table)
    if kind is None or (fact is None and table in BEGUN_ELSEWHERE):
        raise Http404
    row = model_of(kind)._default_manager.filter(id=fact, person__in=person.ids).first() if fact else None
    if fact and row is None:
        raise Http404
    this = year_of(timezone.localdate())
    form = FactForm(
        kind, request.POST if request.method == "POST" else None, initial=shown(kind, row) if row else None,
        years=[collection_year(this), collection_year(this - 1)], persons=list(person.ids),
    )  # fmt: skip
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(
            form,
            lambda: record_fact(
                by=request.actor,
                person=person.id,
                persons=person.ids,
                table=table,
                values=form.values(),
                of=fact,
            ),
        )
    ):
        return redirect("person_mend", person_id=person.id)
    context = {"person": named, "form": form, "title": FACTS[table], "changes": row is not None}
    return render(request, "returns/fact.html", context)


def _named(request: ActingRequest, person: OpenPerson) -> Who:
    """Asked once the record is open: whoever must give a reason first is not told that the page is not for them."""
    found = who([person.id]).get(person.id)
    if found is None or Permission.EDIT_PERSON not in request.user.role_class.may:
        raise Http404
    return found
