"""What a worker says before somebody of a family sees what the council must do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from kith.access.prepared import prepared_fields
from kith.design.dates import short_date
from kith.design.text import safe_text
from kith.law.telling.matters import Matter


class TellForm(forms.Form):
    """Of what, to whom, and whether they were prepared."""

    matter = forms.ChoiceField(label="What would you tell them of?", widget=forms.RadioSelect)
    reader = forms.ChoiceField(label="Who may see it?", widget=forms.RadioSelect)
    prepared, how_prepared = prepared_fields()

    def __init__(self, *args: Any, matters: Sequence[Matter], readers: Mapping[UUID, str]) -> None:
        super().__init__(*args)
        self.fields["matter"].choices = [  # type: ignore[attr-defined]  # a choice field
            (str(each.item), f"{each.says}: from {short_date(each.began)}") for each in matters
        ]
        self.fields["reader"].choices = [(str(one), safe_text(name)) for one, name in readers.items()]  # type: ignore[attr-defined]
