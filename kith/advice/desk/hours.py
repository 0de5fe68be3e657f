"""The hours, for whoever keeps them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.advice.actions.hours import end_hours, open_hours, set_special_day
from kith.advice.models import Channel, Hours, SpecialDay
from kith.advice.roles import Permission
from kith.advice.web.gates import DeskRequest, desk_who_may
from kith.core.action import CannotBeError
from kith.core.once import once
from kith.design.formfields import PlainDateField

DAYS = [
    (1, "Monday"),
    (2, "Tuesday"),
    (3, "Wednesday"),
    (4, "Thursday"),
    (5, "Friday"),
    (6, "Saturday"),
    (7, "Sunday"),
]
BAD_TIME = {"invalid": "Write a time like 9:30 or 14:00"}


def _time(label: str, *, required: bool = True) -> forms.TimeField:
    return forms.TimeField(
        label=label, required=required, error_messages=BAD_TIME, help_text="Like 9:30 or 14:00",
        widget=forms.TimeInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class HoursForm(forms.Form):
    """One stretch of a weekday, from a day on."""

    channel = forms.ChoiceField(label="Which way", choices=Channel.choices)
    weekday = forms.TypedChoiceField(label="Day of the week", choices=DAYS, coerce=int)
    opens = _time("Opens")
    closes = _time("Closes")
    first = PlainDateField(label="From which day on", noun="The first day")
    last = PlainDateField(label="Last day", noun="The last day", required=False)


class SpecialForm(forms.Form):
    """A day that is not as its weekday."""

    channel = forms.ChoiceField(label="Which way", choices=Channel.choices)
    day = PlainDateField(label="Which day", noun="The day")
    opens = _time("Opens", required=False)
    closes = _time("Closes", required=False)
    why = forms.CharField(label="Why, as people read it", required=False, max_length=80)


class EndForm(forms.Form):
    """The last day of some hours."""

    last = PlainDateField(label="Last day", noun="The last day")


@desk_who_may(Permission.KEEP_HOURS)
def desk_hours(request: DeskRequest) -> HttpResponse:
    """What holds, what is to come, and the special days ahead."""
    today = timezone.localdate()
    kept = [each for each in Hours.objects.order_by("channel", "weekday", "opens") if _holds(each, today)]
    special = SpecialDay.objects.filter(day__gte=today).order_by("day", "channel")
    context = {"kept": kept, "special": list(special), "days": dict(DAYS), "here": "/desk/hours/"}
    return render(request, "advice/desk/hours.html", context)


@desk_who_may(Permission.KEEP_HOURS)
@once
def desk_hours_new(request: DeskRequest) -> HttpResponse:
    """Open at more hours."""
    form = HoursForm(request.POST or None, initial={"first": timezone.localdate()})
    return _written(request, form, "Open at more hours", lambda given: open_hours(by=request.actor, **given))


@desk_who_may(Permission.KEEP_HOURS)
@once
def desk_hours_special(request: DeskRequest) -> HttpResponse:
    """Close a day, or open it at other hours."""
    form = SpecialForm(request.POST or None)
    return _written(
        request, form, "A day that is different", lambda given: set_special_day(by=request.actor, **given)
    )


@desk_who_may(Permission.KEEP_HOURS)
@once
def desk_hours_end(request: DeskRequest, hours_id: UUID) -> HttpResponse:
    """End some hours."""
    form = EndForm(request.POST or None)
    return _written(
        request, form, "End these hours", lambda given: end_hours(by=request.actor, hours=hours_id, **given)
    )


def _written(request: DeskRequest, form: forms.Form, title: str, does: Any) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            does(form.cleaned_data)
        except CannotBeError as cannot:
            form.add_error(cannot.field or None, cannot.message)
        else:
            return redirect("desk_hours")
    return render(
        request, "advice/desk/hours_form.html", {"form": form, "title": title, "here": "/desk/hours/"}
    )


def _holds(each: Hours, today: Any) -> bool:
    return each.during.upper is None or each.during.upper > today
