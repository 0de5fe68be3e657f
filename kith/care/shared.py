"""The door of parents and carers to a child in care: what was shown to them, and how to have a say in it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kith.access.gates import ActingRequest, family
from kith.access.models import DoorAccess
from kith.access.models.door import Capacity
from kith.care.actions.showing import say_take_back, standing
from kith.care.forms.mine import MyTakeBackForm
from kith.care.queries.shared import by_child, my_care
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import who
from kith.story.queries.shared import my_visits


@family
def my_in_care(request: ActingRequest) -> HttpResponse:
    """What may I decide, what was asked, when is a review, who came, what is planned, and how do I have a say?"""
    context = {"children": by_child(my_care()), "visits": my_visits(), "sent": "sent" in request.GET}
    return render(request, "care/my_in_care.html", context)


@family
@once
def my_take_back(request: ActingRequest, agreement: UUID) -> HttpResponse:
    """I take my yes back."""
    found = standing(my_care(), agreement)
    mine = DoorAccess.objects.filter(account_id=request.user.id, capacity=Capacity.SELF).first()
    if found is None or mine is None:
        raise Http404
    form = MyTakeBackForm(request.POST if request.method == "POST" else None)
    named = who([mine.person_id]).get(mine.person_id)
    if request.method == "POST" and form.is_valid() and tried(
        form,
        lambda: say_take_back(
            by=request.actor, item=agreement, me=mine.person_id, whose=named.name if named else "", **form.cleaned_data
        ),
    ):  # fmt: skip
        return redirect("/my/in-care/?sent")
    lines = [
        _("You need no reason, and nobody may make you wait."),
        _("Your worker rings you the same day about what happens now."),
        _("If a child would not be safe tonight, a court can be asked."),
        _("You can talk with a solicitor first. It is free when a court may be asked."),
    ]  # fmt: skip
    context = {"form": form, "heading": _("Take back my yes"), "press": _("I take it back"), "lines": lines}
    return render(request, "care/my_form.html", context)
