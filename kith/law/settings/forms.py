"""Forms in which a director sets a time or switches a promise."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.design.formfields import PlainDateField
from kith.law.pages.words import FROM
from kith.law.register import Duty


class _DecisionForm(forms.Form):
    from_day = PlainDateField(
        noun="The first day",
        label="From which day",
        help_text="Today or later. What had started before it is judged as before.",
    )
    reason = forms.CharField(
        label="Why",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Staff can read this. Name nobody.",
        error_messages={"required": "Say why, so that whoever reads this later understands"},
    )


class PromiseForm(_DecisionForm):
    """A promise on or off."""

    field_order = ("on", "from_day", "reason")

    on = forms.ChoiceField(
        label="What the council decides",
        choices=[("on", "We promise this"), ("off", "We no longer promise this")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the council promises this"},
    )


class TimeForm(_DecisionForm):
    """A number of the council's own for one clock of a duty; left empty, the shipped number comes back."""

    field_order = ("recurrence", "value", "from_day", "reason")

    recurrence = forms.ChoiceField(label="Which time", widget=forms.RadioSelect)
    value = forms.IntegerField(
        label="How many",
        min_value=1,
        max_value=1000,
        required=False,
        help_text="Leave this out to take the number that came with Kith again.",
        error_messages={"invalid": "How many must be a whole number, such as 5"},
    )

    def __init__(self, duty: Duty, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.recurrence, f"{each}{FROM[each.recurrence]}") for each in duty.clock]
        self.fields["recurrence"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["recurrence"].initial = choices[0][0]
