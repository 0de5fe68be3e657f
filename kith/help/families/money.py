"""The page of the money for practical help: what there is, what is spent of it, and more set aside."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.design.formfields import PlainDateField
from kith.help.actions.money import set_money_aside
from kith.help.families.forms import pence_of
from kith.help.families.page import pots


class MoneyForm(forms.Form):
    """Money that is set aside: its name, what it pays for, how much, and when it may be spent."""

    name = forms.CharField(label="What is it called?", max_length=120)
    pays_for = forms.CharField(
        label="What does it pay for?",
        max_length=300,
        help_text="Such as: beds, fares, the first month's rent.",
    )
    pounds = forms.CharField(
        label="How much is there, in pounds?", max_length=20, help_text="Such as: 20,000"
    )
    from_on = PlainDateField(noun="The first day", label="From which day may it be spent?")
    until_on = PlainDateField(noun="The last day", label="Until which day?", required=False)

    def clean_pounds(self) -> int:
        """What was typed, in pence."""
        return pence_of(self.cleaned_data["pounds"])


@staff_who_may(Permission.SET_MONEY)
@once
def help_money(request: ActingRequest) -> HttpResponse:
    """What there is and what is left of it; and more, set aside."""
    form = MoneyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = form.cleaned_data
        try:
            set_money_aside(
                by=request.actor,
                name=given["name"],
                pays_for=given["pays_for"],
                pence=given["pounds"],
                from_on=given["from_on"],
                until_on=given["until_on"],
            )
        except NotPermittedError as refused:
            form.add_error("name", str(refused))
        else:
            return redirect("help_money")
    return render(request, "help/money.html", {"form": form, "pots": pots()})
