"""The plan behind the family's door: what has to change, what we owe, and what the reader says of each line."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest, family
from kith.core.once import once
from kith.people.actions.conflicts import CannotBeError
from kith.plan.actions import answer_line, say_progress
from kith.plan.forms import MyAnswerForm
from kith.plan.queries import MyLine, my_line, my_plan


@family
def my_plan_view(request: ActingRequest) -> HttpResponse:
    """What has to change for you to stop being involved, and what do you owe us by when?"""
    return render(request, "plan/my_plan.html", {"p": my_plan(), "sent": "sent" in request.GET})


@family
@once
def my_plan_line(request: ActingRequest, item: UUID) -> HttpResponseBase:
    """One line, and what I want to say of it. For whom it is not, it is not there."""
    line = my_line(item)
    if line is None:
        raise Http404
    form = MyAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _said(request, line, form.cleaned_data["says"], form.cleaned_data["words"])
        except CannotBeError as wrong:
            form.add_error(wrong.field or None, wrong.message)
        else:
            return redirect("/my/plan/?sent")
    return render(request, "plan/my_line.html", {"line": line, "form": form})


def _said(request: ActingRequest, line: MyLine, says: str, words: str) -> None:
    if says in {"yes", "no"}:
        answer_line(by=request.actor, item=line.id, words=words, agrees=says == "yes")
    else:
        say_progress(by=request.actor, item=line.id, how=says, words=words)
