"""The desk's first page: who waits, the nearest date first; and calls that came on the line."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.advice.actions.answering import call_came
from kith.advice.desk.waiting import waiting
from kith.advice.jinja import desk_links
from kith.advice.models import Asker, State, Topic
from kith.advice.roles import Permission
from kith.advice.web.gates import DeskRequest, desk, desk_who_may
from kith.core.once import once


class CallForm(forms.Form):
    """A call on the line: nobody's name is asked."""

    asker = forms.ChoiceField(label="Who rings?", choices=Asker.choices, widget=forms.RadioSelect)
    topic = forms.ChoiceField(label="What is it about?", choices=Topic.choices, widget=forms.RadioSelect)
    rang_off = forms.BooleanField(label="They rang off before anybody could answer", required=False)


@desk
def desk_today(request: DeskRequest) -> HttpResponse:
    """What each role has to do: those who do not answer are led to what is theirs."""
    if not request.user.may(Permission.ANSWER):
        links = desk_links(request.user)
        return redirect(links[0].href) if links else render(request, "advice/desk/nothing.html", {})
    now = timezone.now()
    context = {"waiting": waiting(now), "taken": waiting(now, state=State.TAKEN), "here": "/desk/"}
    return render(request, "advice/desk/today.html", context)


@desk_who_may(Permission.ANSWER)
@once
def desk_call(request: DeskRequest) -> HttpResponse:
    """A call came: begin its record, or count one that was lost."""
    form = CallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        contact = call_came(
            by=request.actor, asker=given["asker"], topic=given["topic"], answered=not given["rang_off"]
        )
        return redirect("desk") if given["rang_off"] else redirect("desk_contact", contact_id=contact)
    return render(request, "advice/desk/call.html", {"form": form, "here": "/desk/"})
