"""What is asked before anything is shown to somebody: whether they are prepared for it, and how. One way in all rooms."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from kith.core.prepared import FIRST, SAY_HOW

CHOICES = [("yes", "Yes"), ("no", "No, not yet")]
HELP = "Nothing is shown before they are. If you have not, see or ring them first, and come back."


def _prepared(value: str) -> None:
    if value == "no":
        raise ValidationError(FIRST)


def prepared_fields() -> tuple[forms.ChoiceField, forms.CharField]:
    """`prepared`, which takes a yes alone and says what to do first, and `how_prepared`."""
    prepared = forms.ChoiceField(
        label="Have you prepared them for this?",
        choices=CHOICES,
        widget=forms.RadioSelect,
        help_text=HELP,
        validators=[_prepared],
        error_messages={"required": "Say whether you have prepared them"},
    )
    how = forms.CharField(
        label="How?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example: we read it together at home.",
        error_messages={"required": SAY_HOW},
    )
    return prepared, how


class ShowForm(forms.Form):
    """To whom something is shown by name, and how they were prepared. `names`: those who may be chosen."""

    reader = forms.ChoiceField(
        label="Who may read it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who may read it"},
    )
    prepared, how_prepared = prepared_fields()

    def __init__(self, *args: Any, names: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reader"].choices = [(str(each), name) for each, name in names.items()]  # type: ignore[attr-defined]
