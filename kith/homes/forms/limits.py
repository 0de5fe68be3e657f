"""Forms of who lives in a home, and of who may and must not."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.homes.forms.fields import offer, text
from kith.homes.models import ExclusionBy, Home, Part


class OfHomeForm(forms.Form):
    """Of a home, by its number in the register."""

    home = text(
        "Number of the home", 12, long=False, help_text="Such as F-0042: it stands on the home’s page."
    )

    def clean_home(self) -> UUID:
        """Raises ValidationError for a number that no home has."""
        typed = str(self.cleaned_data["home"]).strip()
        found = Home.objects.filter(reference__iexact=typed).values_list("id", flat=True).first()
        if found is None:
            raise forms.ValidationError("No home has this number. Look it up under Homes.")
        return found


class MemberForm(forms.Form):
    """Who lives there as the home's own."""

    person = forms.ChoiceField(label="Who?", widget=forms.RadioSelect)
    part = forms.ChoiceField(label="What are they there?", choices=Part.choices, widget=forms.RadioSelect)
    since = PlainDateField(noun="The day", label="Since which day?", initial=today)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", people)


class ExclusionForm(forms.Form):
    """Nobody may live there."""

    what_says_so = forms.ChoiceField(label="What says so?", choices=ExclusionBy.choices)
    said = text("What does it say?", 500, help_text="As far as whoever chooses a home must know.")
    starts_on = PlainDateField(noun="The first day", label="From which day?", initial=today)


class ChildExclusionForm(OfHomeForm):
    """A home where this child must not live."""

    what_says_so = forms.ChoiceField(label="What says so?", choices=ExclusionBy.choices)
    said = text("What does it say?", 500, help_text="As far as whoever chooses a home must know.")
    starts_on = PlainDateField(noun="The first day", label="From which day?", initial=today)
    ends_on = PlainDateField(noun="The last day", label="Until which day, if it ends?", required=False)


class ExemptForm(OfHomeForm):
    """Carers may pass the usual limit of three for this child."""

    reason = text(
        "Why, and on which conditions?", 500,
        help_text="The council where the carers live decides, and tells them this in writing.",
    )  # fmt: skip
    starts_on = PlainDateField(noun="The first day", label="From which day?", initial=today)
    ends_on = PlainDateField(noun="The last day", label="Until which day, if it ends?", required=False)


class EndsForm(forms.Form):
    """It holds no more."""

    on = PlainDateField(noun="The day", label="From which day does it hold no more?", initial=today)
