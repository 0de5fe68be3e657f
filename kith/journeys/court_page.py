"""Before court: the time before, the family's own meeting, and the application, on pages for staff."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.journeys.court import Standing, apply_for_order, standing
from kith.people.page_queries import Who, who
from kith.protection.models import OrderKind
from kith.protection.queries import applications, before_court


class ApplyForm(forms.Form):
    """Which order, when, and why without the family's own meeting where that is missing."""

    kind = forms.ChoiceField(
        label="What is the court asked for?", widget=forms.RadioSelect, choices=OrderKind.choices
    )
    on = PlainDateField(noun="The day", label="On which day?")
    made_already = forms.BooleanField(
        label="It was asked already, without the meeting",
        required=False,
        help_text="What was done is always recorded as it was. A director is told.",
    )
    why_without = forms.CharField(
        label="Why without the family's own meeting?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Staff see this. It stands beside the application.",
    )

    def __init__(self, *args: Any, stands: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not stands.missing:
            del self.fields["why_without"]
        if not stands.stops:
            del self.fields["made_already"]


@person_page("before court")
def before_court_view(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What was done before a court is asked, what is still owed to the family, and what comes next."""
    named = _named(request, person)
    times = before_court(person.ids)
    context = {
        "person": named,
        "times": times,
        "under_way": bool(times) and times[0].ended_on is None,
        "stands": standing(person.ids, today()),
        "may_offer": Permission.OFFER_MEETING in request.user.role_class.may,
        "applications": applications(person.ids),
    }
    return render(request, "journeys/before_court.html", context)


@person_page("before court")
@once
def ask_a_court(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """The council asks a court. While the law asks for the family's meeting first, this waits for it."""
    named, stands = _named(request, person), standing(person.ids, today())
    form = ApplyForm(request.POST if request.method == "POST" else None, stands=stands)
    if request.method == "POST" and form.is_valid() and tried(form, lambda: _ask(request, person, form)):
        return redirect("before_court", person_id=person.id)
    return render(request, "journeys/ask_a_court.html", {"form": form, "person": named, "stands": stands})


def _ask(request: ActingRequest, person: OpenPerson, form: ApplyForm) -> None:
    given = form.cleaned_data
    apply_for_order(
        by=request.actor,
        ids=person.ids,
        kind=given["kind"],
        on=given["on"],
        why_without=given.get("why_without", ""),
        made_already=given.get("made_already", False),
    )


def _named(request: ActingRequest, person: OpenPerson) -> Who:
    named = who([person.id]).get(person.id)
    if named is None or Permission.PROTECT not in request.user.role_class.may:
        raise Http404
    return named
