"""The worker's page for telling a family by name what the council must do, and by when."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.allocating.kin import may_be_told
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.law.telling.actions import take_back_what_is_due, tell_what_is_due
from kith.law.telling.forms import TellForm
from kith.law.telling.matters import matters
from kith.people.page_queries import who


@person_page("telling what is due")
@once
def tell_due(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Of which matter, to whom, prepared how; then it is done. Below: who sees what now, to be taken back."""
    _may(request)
    found, readers = matters(person.ids), may_be_told(person.ids)
    form = TellForm(request.POST if request.method == "POST" else None, matters=found, readers=readers)
    if request.method == "POST" and form.is_valid():
        try:
            tell_what_is_due(
                by=request.actor,
                persons=person.ids,
                matter=UUID(form.cleaned_data["matter"]),
                reader=UUID(form.cleaned_data["reader"]),
                prepared=form.cleaned_data["prepared"] == "yes",
                how_prepared=form.cleaned_data["how_prepared"],
            )
        except NotPermittedError as refused:
            form.add_error("matter", str(refused))
        else:
            return redirect("tell_due", person_id=person.id)
    return _page(request, person, {"form": form, "matters": found})


@person_page("telling what is due")
@once
def untell_due(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Take back what somebody was told. Absent where nobody of that name was told."""
    _may(request)
    said = (request.POST.get("matter", ""), request.POST.get("reader", ""))
    pair = next(
        (
            (each.item, one.reader)
            for each in (matters(person.ids) if request.method == "POST" else ())
            for one in each.told
            if (str(each.item), str(one.reader)) == said
        ),
        None,
    )
    if pair is None:
        raise Http404
    take_back_what_is_due(by=request.actor, persons=person.ids, matter=pair[0], reader=pair[1])
    return redirect("tell_due", person_id=person.id)


def _may(request: ActingRequest) -> None:
    if Permission.RELEASE not in request.user.role_class.may:
        raise Http404


def _page(request: ActingRequest, person: OpenPerson, context: dict[str, object]) -> HttpResponse:
    named = who([person.id]).get(person.id)
    if named is None:
        raise Http404
    return render(request, "law/tell.html", context | {"person": named})
