"""Pages of rows that wait: the list for the returns officer, and each person's for those who work with them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page, staff_who_may
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.returns.settling.actions import CannotSettleError, settle, unsettle
from kith.returns.settling.forms import SettleForm
from kith.returns.settling.queries import WaitingRow, one_row, settled_rows, waiting_rows

DONE = {
    "settled": "Your answer is kept. Kith carries it out within a few seconds.",
    "undone": "Kith undoes this within a few seconds.",
}


@staff_who_may(Permission.WRITE_RETURNS)
def returns_waiting(request: ActingRequest) -> HttpResponse:
    """All rows that wait, for the returns officer; never of somebody whose home is kept safe."""
    return _list(request, "/returns/waiting/", None)


@staff_who_may(Permission.WRITE_RETURNS)
@once
def returns_row(request: ActingRequest, row: UUID) -> HttpResponseBase:
    """One of them: what it says, why it waits, and the question which is right."""
    return _one(request, "/returns/waiting/", one_row(row))


@person_page("rows to settle")
def person_settle(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """The rows that wait about one person."""
    _may(request)
    return _list(request, f"/people/{person.id}/settle/", person)


@person_page("rows to settle")
@once
def person_settle_row(request: ActingRequest, person: OpenPerson, row: UUID) -> HttpResponseBase:
    """One of them."""
    _may(request)
    return _one(request, f"/people/{person.id}/settle/", one_row(row, person.ids))


def _may(request: ActingRequest) -> None:
    if not {Permission.EDIT_PERSON, Permission.WRITE_RETURNS} & request.user.role_class.may:
        raise Http404


def _list(request: ActingRequest, here: str, person: OpenPerson | None) -> HttpResponse:
    asked = request.GET.get("page", "")
    page = max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    persons = person.ids if person else None
    rows, more = waiting_rows(page, persons)
    context = {
        "rows": rows,
        "settled": settled_rows(persons) if page == 1 else [],
        "here": here,
        "back": f"/people/{person.id}/" if person else "/",
        "one_person": person is not None,
        "newer": f"?page={page - 1}" if page > 1 else None,
        "older": f"?page={page + 1}" if more else None,
        "done": DONE.get(request.GET.get("done", "")),
        "signed_in_as": request.user.display_name,
    }
    return render(request, "returns/waiting.html", context)


def _one(request: ActingRequest, here: str, row: WaitingRow | None) -> HttpResponseBase:
    if row is None:
        raise Http404
    form = SettleForm(row.choices, request.POST if request.method == "POST" else None)
    refused = ""
    if request.method == "POST":
        try:
            if "undo" in request.POST:
                if row.settling is None:
                    raise CannotSettleError("There is nothing here to undo.")
                unsettle(by=request.actor, settling=row.settling)
                return redirect(f"{here}?done=undone")
            if form.is_valid():
                settle(by=request.actor, row=row.id, choice=form.cleaned_data["choice"])
                return redirect(f"{here}?done=settled")
        except CannotSettleError as why:
            refused = str(why)
        except NotPermittedError:
            raise Http404 from None
    context = {
        "row": row,
        "form": form,
        "refused": refused,
        "here": here,
        "signed_in_as": request.user.display_name,
    }
    return render(request, "returns/row.html", context)
