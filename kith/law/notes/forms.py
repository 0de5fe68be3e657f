"""What a worker says of one due date: why it is late or, where the law allows it, what moves or excuses it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.design.formfields import PlainDateField
from kith.law.notes.actions import Said
from kith.law.register.duty import Allowed

LATE = "late"


class SayForm(forms.Form):
    """One box where the law allows nothing; else what it is, and its days."""

    what = forms.ChoiceField(label="What would you write down?", widget=forms.RadioSelect)
    why = forms.CharField(
        label="Why?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Only staff read this.",
    )
    on = PlainDateField(
        label="On which day was that?",
        noun="The day",
        required=False,
        help_text="Of the decision, or when the clock stopped.",
    )
    until = PlainDateField(
        label="Until when?",
        noun="The day",
        required=False,
        help_text="The new last day, or when the clock went on.",
    )

    def __init__(self, *args: Any, allowed: Sequence[Allowed]) -> None:
        super().__init__(*args)
        if not allowed:
            del self.fields["what"], self.fields["on"], self.fields["until"]
            return
        if all(each.how == "excused" for each in allowed):
            del self.fields["until"]
        self.fields["what"].choices = [  # type: ignore[attr-defined]  # a choice field
            *((each.reason, each.asks) for each in allowed),
            (LATE, "Why it is late. The date stays as it is"),
        ]

    @property
    def said(self) -> Said:
        """What it says; days only where something is allowed."""
        given = self.cleaned_data
        what = given.get("what", LATE)
        if what == LATE:
            return Said(given["why"])
        return Said(given["why"], what, given.get("on"), given.get("until"))
