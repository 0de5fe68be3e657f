"""The one question that a waiting row asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.returns.models import Choice

WORDS = {
    Choice.RECORD: "The record is right. Set this row aside",
    Choice.FILE: "The file is right. Take this row, and take out what it contradicts",
    Choice.BOTH: "Both are true. Take this row too (only where one of them is a short break, V4)",
}
ALONE = "Set this row aside. Nothing in the record changes"


class SettleForm(forms.Form):
    """Which side is right."""

    choice = forms.ChoiceField(
        label="Which is right?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which is right"},
    )

    def __init__(self, choices: Sequence[Choice], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [(each.value, WORDS[each]) for each in choices]
        if len(words) == 1:
            words = [(choices[0].value, ALONE)]
            self.fields["choice"].label = "What becomes of it?"
        self.fields["choice"].choices = words  # type: ignore[attr-defined]  # it is a ChoiceField
