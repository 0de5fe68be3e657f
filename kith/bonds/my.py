"""The family's door: my time with the people whom I love, and asking for it. Titles and addresses give nothing away."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kith.access.gates import ActingRequest, family
from kith.bonds import actions
from kith.bonds.queries.mine import my_people, my_times
from kith.bonds.time_forms import MyAskForm
from kith.core.once import once
from kith.core.tried import tried


@family
def my_time(request: ActingRequest) -> HttpResponse:
    """When do I see the people whom I love, and what came of what I asked?"""
    return render(request, "bonds/my_time.html", {"t": my_times(request.user.id)})


@family
@once
def my_time_ask(request: ActingRequest) -> HttpResponse:
    """Ask to see somebody."""
    me, names = my_people(request.user.id)
    if me is None:
        raise Http404
    mine = request.user.role == "young_person" or not names
    form = MyAskForm(request.POST if request.method == "POST" else None, names=names, mine=mine)

    def act() -> object:
        given = form.cleaned_data
        child = me if mine else UUID(given["child"])
        return actions.ask_for_time(
            by=request.actor, child=child, asker=me, whom=given["whom"], words=given["words"]
        )

    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("my_time")
    lines = [_("We answer within seven days, with our reason, on this page.")]
    return render(
        request, "bonds/my_form.html", {"form": form, "heading": _("Ask to see somebody"), "lines": lines}
    )
