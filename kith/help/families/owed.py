"""What is owed at a change of lead that could not wait: the family's view, goodbye and hello, within two working days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kith.access.allocating.subject import OpenFamily
from kith.access.gates import ActingRequest
from kith.access.permissions import Permission
from kith.core.asked import Asked, Asks
from kith.core.reads import Row
from kith.core.tried import tried
from kith.design.dates import plain_date
from kith.help import actions
from kith.help.families.forms import OwedForm
from kith.help.families.views import opened
from kith.help.queries.leads import Owed, leads_owed, leads_owed_read


def _owed_from(read: Mapping[str, Sequence[Row]]) -> list[Asked]:
    return [
        Asked(
            f"The lead changed from {each.old_name} to {each.new_name}: nobody asked the family yet",
            reverse("family_lead_owed", args=[each.family, each.matter]),
            f"Their view, goodbye and hello are due by {plain_date(each.due)}.",
            timezone.make_aware(datetime.combine(each.on, time())),
        )
        for each in (Owed(*row) for row in read["leads owed"])
    ]


TODAY_ASKS = Asks({"leads owed": leads_owed_read}, _owed_from)
"""A changed lead, until what the family is owed of it is written down."""


@opened
def family_lead_owed(request: ActingRequest, family: OpenFamily, matter: UUID) -> HttpResponseBase:
    """Why did it change, what does the family think of it, and when are goodbye and hello said?"""
    may = request.user.role_class.may
    owed = next((each for each in leads_owed(family.family.id) if each.matter == matter), None)
    if owed is None or Permission.EDIT_PERSON not in may:
        raise Http404
    form = OwedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given, farewell = form.cleaned_data, form.farewell()
        if tried(
            form,
            lambda: actions.talk_over_change(
                by=request.actor, family=family.family.id, old=owed.old, new=owed.new, on=owed.on,
                reason=given["reason"], farewell=farewell,
            ),
        ):  # fmt: skip
            messages.success(request, "It is written down. What the family is owed now stands on this page.")
            return redirect("family_help", family.family.id)
    context = {"family": family.family.id, "owed": owed, "form": form}
    return render(request, "help/lead_owed.html", context)
