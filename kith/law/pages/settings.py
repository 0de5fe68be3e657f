"""The council's own times and promises: everybody on the staff reads them, a director decides them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff, staff_who_may
from kith.access.permissions import Permission
from kith.core.once import once
from kith.law.pages.words import begins, times
from kith.law.register import Duty, RefusedError, effective_register, shipped
from kith.law.settings.actions import set_time, switch_promise
from kith.law.settings.forms import PromiseForm, TimeForm
from kith.law.settings.queries import decisions

who_sets = staff_who_may(Permission.SET_DUTIES)


@staff
def law_settings(request: ActingRequest) -> HttpResponse:
    """What the council promises, which times it has made its own, and the history of both."""
    today = timezone.localdate()
    register, as_shipped = effective_register(today), shipped()
    promises = [
        (duty, begins(duty, today), times(duty, today))
        for duty in register
        if duty.status == "beyond_the_law"
    ]
    own = [
        (duty, times(duty, today), times(as_shipped[duty.id], today))
        for duty in register
        if duty.status != "beyond_the_law" and duty.clock != as_shipped[duty.id].clock
    ]
    open_to_change = [
        (duty, times(duty, today)) for duty in register if duty.status == "local_default" and duty.clock
    ]
    context = {
        "promises": promises,
        "own": own,
        "defaults": open_to_change,
        "history": decisions(),
        "may_set": Permission.SET_DUTIES in request.user.role_class.may,
    }
    return _page(request, "settings", context)


@who_sets
@once
def law_set_promise(request: ActingRequest, duty_id: str) -> HttpResponseBase:
    """Switch a promise on or off."""
    duty = _duty(duty_id, promise=True)
    form = PromiseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"on": form.cleaned_data["on"] == "on"}
        try:
            switch_promise(by=request.actor, duty=duty.id, **given)
        except RefusedError as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, f"Kept: {duty.name}.")
            return redirect("law_settings")
    return _page(request, "set", {"form": form, "duty": duty, "history": decisions(duty.id)})


@who_sets
@once
def law_set_time(request: ActingRequest, duty_id: str) -> HttpResponseBase:
    """Set a number of the council's own."""
    duty = _duty(duty_id)
    form = TimeForm(duty, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            set_time(by=request.actor, duty=duty.id, **form.cleaned_data)
        except RefusedError as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, f"Kept: {duty.name}.")
            return redirect("law_settings")
    return _page(request, "set", {"form": form, "duty": duty, "history": decisions(duty.id)})


def _duty(duty_id: str, *, promise: bool = False) -> Duty:
    """The duty as shipped; 404 where there is none of that id that can be set so."""
    found = next((each for each in shipped() if each.id == duty_id and each.clock), None)
    if found is None or (promise and found.status != "beyond_the_law"):
        raise Http404
    return found


def _page(request: ActingRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    more = {"signed_in_as": request.user.display_name, "here": request.path}
    return render(request, f"law/{name}.html", context | more)
