"""The manager's page of how long words are kept, and the steps of an adviser with what nobody ended."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.advice.desk.finding import chat_of
from kith.advice.keeping.actions import SPANS, destroy_soon, set_keep_rule
from kith.advice.keeping.rule import rule_on, rules_after, span
from kith.advice.models import Contact
from kith.advice.roles import Permission
from kith.advice.web.gates import DeskRequest, desk_who_may
from kith.core.action import CannotBeError
from kith.core.once import once
from kith.design.formfields import PlainDateField

# Beside the hours: the same person keeps both.
HERE = "/desk/hours/"


def _days(name: str, label: str, help_text: str) -> forms.IntegerField:
    least, most = SPANS[name]
    said = f"Give a number of days from {least} to {most}"
    return forms.IntegerField(
        label=label, help_text=help_text, min_value=least, max_value=most,
        error_messages=dict.fromkeys(("invalid", "required", "min_value", "max_value"), said),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip


class RuleForm(forms.Form):
    """How long, from which day on."""

    since = PlainDateField(label="From which day on", noun="The first day")
    ended_days = _days("ended_days", "Days after it was dealt with", "Like 365.")
    left_days = _days(
        "left_days", "Days of silence after which what nobody ended goes",
        "Like 182. Nothing goes while a date is ahead.",
    )  # fmt: skip
    told_days = _days(
        "told_days", "Days on the desk’s list before that", "Like 28: so long can an adviser still go on."
    )


@desk_who_may(Permission.MANAGE)
@once
def desk_keeping(request: DeskRequest) -> HttpResponse:
    """What holds, what is to come, and a new rule."""
    today = timezone.localdate()
    holds = rule_on(today)
    form = RuleForm(
        request.POST or None,
        initial={"since": today, **{name: getattr(holds, name) for name in SPANS}},
    )
    if request.method == "POST" and form.is_valid():
        try:
            set_keep_rule(by=request.actor, **form.cleaned_data)
        except CannotBeError as cannot:
            form.add_error(cannot.field or None, cannot.message)
        else:
            return redirect("desk_keeping")
    context = {"form": form, "rule": holds, "later": rules_after(today), "span": span, "here": HERE}
    return render(request, "advice/keeping/desk.html", context)


@desk_who_may(Permission.ANSWER)
@once
def desk_destroy(request: DeskRequest, contact_id: UUID) -> HttpResponse:
    """They ask us to destroy what they said."""
    if request.method == "POST":
        destroy_soon(by=request.actor, contact=contact_id)
    found = Contact.objects.select_related("chat").filter(id=contact_id).first()
    chat = chat_of(found) if found else None
    return redirect("desk_chat", chat_id=chat) if chat else redirect("desk_contact", contact_id=contact_id)
