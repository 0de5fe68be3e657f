"""The form that adds somebody."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.design.formfields import PlainDateField
from kith.people.models.identifier import Scheme
from kith.people.models.person import BirthKnowledge, Sex

NUMBERS = [
    ("", "No number to hand"),
    *[choice for choice in Scheme.choices if choice[0] != Scheme.FORMER_UPN],
]


class NewPersonForm(forms.Form):
    """As little as somebody new can be known by."""

    given = forms.CharField(
        max_length=120, required=False, label="Given names", help_text="As they write them."
    )
    family = forms.CharField(max_length=120, required=False, label="Family name")
    known_as = forms.CharField(max_length=120, required=False, label="What they like to be called")
    birth_knowledge = forms.ChoiceField(
        choices=BirthKnowledge.choices,
        widget=forms.RadioSelect,
        label="How well do we know the date of birth?",
    )
    born_on = PlainDateField(
        required=False, noun="The date of birth", label="Date of birth, or when the baby is expected"
    )
    sex = forms.ChoiceField(
        choices=Sex.choices, initial=Sex.UNKNOWN, label="Sex", help_text="As the returns ask it."
    )
    scheme = forms.ChoiceField(choices=NUMBERS, required=False, label="A number others know them by")
    number = forms.CharField(max_length=40, required=False, label="That number")

    def clean(self) -> dict[str, Any]:
        """A number needs to be said whose it is."""
        given = super().clean() or {}
        if given.get("number") and not given.get("scheme"):
            self.add_error("scheme", "Say whose number it is")
        return given

    def facts(self) -> dict[str, Any]:
        """The cleaned values, as `create_person` takes them."""
        facts = dict(self.cleaned_data)
        if not facts["scheme"]:
            facts["number"] = ""
        return facts
