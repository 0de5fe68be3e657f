"""What the forms of the plan have in common: words of some lines, and lists that come from the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms

from kith.design.text import safe_text
from kith.plan.models.lines import WORDS

Choices = Iterable[tuple[str, str]]


def text(
    label: str, hint: str = "", *, rows: int = 3, most: int = WORDS, required: bool = True
) -> forms.CharField:
    """Words of some lines."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, max_length=most, required=required, widget=area)


class PlanForm(forms.Form):
    """A form whose lists come from the plan: `choices` by the name of the field; a field without any goes."""

    def __init__(self, *args: Any, choices: Mapping[str, Choices] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        for name, given in (choices or {}).items():
            if name not in self.fields:
                continue
            listed = [(value, safe_text(says)) for value, says in given]
            if listed:
                self.fields[name].choices = listed  # type: ignore[attr-defined]  # a choice field
            else:
                self.fields.pop(name)

    def uuid(self, name: str) -> UUID | None:
        """What was chosen, as an id; None where nothing was."""
        said = self.cleaned_data.get(name) or ""
        return UUID(said) if said else None
