"""Forms of restricting, lifting and asking."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html

from kith.access.models.restriction import RestrictionKind
from kith.access.restricting.queries import POSTCODE, Opener
from kith.design.text import safe_text

KINDS = [
    (RestrictionKind.RESTRICTED, "Restricted: only named workers open it"),
    (RestrictionKind.SEALED, "Sealed: an adoption"),
    (RestrictionKind.RELOCATED, "Relocated: a new identity"),
]
REFERENCE = re.compile(r"[0-9A-F]{8}")
TEXT = forms.Textarea(attrs={"rows": 3})


class RestrictForm(forms.Form):
    """Why, of what kind, whom others ask, and who may still open it."""

    kind = forms.ChoiceField(label="What kind?", choices=KINDS, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why must only named people open it?",
        max_length=300,
        widget=TEXT,
        help_text="Only those who may still open it read this.",
    )
    check_with = forms.CharField(
        label="Whom should others check with?",
        max_length=120,
        help_text="A team or a role, such as the duty manager. Others see this: never a place or a name.",
    )
    allow = forms.MultipleChoiceField(
        label="Who may still open it?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Everybody whom you leave out loses sight of it at once, and you too if you leave yourself out.",
    )
    more = forms.CharField(
        label="Somebody else, by name",
        max_length=120,
        required=False,
        help_text="Press Look up, and tick them above.",
    )

    def __init__(self, *args: Any, names: set[str], may: Iterable[Opener], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._names = names
        self.fields["allow"].choices = [  # type: ignore[attr-defined]
            (str(each.account), _says(each)) for each in may
        ]

    def clean_check_with(self) -> str:
        said: str = self.cleaned_data["check_with"].strip()
        if POSTCODE.search(said):
            raise forms.ValidationError("Leave out the postcode: others see this")
        if self._names & set(re.findall(r"\w+", said.lower())):
            raise forms.ValidationError("Leave out the person's name: others see this")
        return said


class LiftForm(forms.Form):
    """Why the record may be opened as others are."""

    reason = forms.CharField(label="Why may it be opened as others are?", max_length=300, widget=TEXT)


class NameForm(forms.Form):
    """Why somebody further needs the record."""

    reason = forms.CharField(
        label="Why do they need it?",
        max_length=500,
        widget=TEXT,
        help_text="A second person reads this before anything opens. Do not say whose record it is.",
    )


class AskForm(forms.Form):
    """Which record, by the reference alone, and what for."""

    reference = forms.CharField(
        label="The reference of the record",
        max_length=20,
        help_text="Whoever you were told to check with gives you this. It looks like 3F2A-91BC.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
    )
    reason = forms.CharField(
        label="Why do you need it?",
        max_length=500,
        widget=TEXT,
        help_text="A second person reads this before anything opens. Name nobody: they may not know whose it is.",
    )

    def clean_reference(self) -> str:
        said = re.sub(r"[\s-]", "", self.cleaned_data["reference"].upper())
        if not REFERENCE.fullmatch(said):
            raise forms.ValidationError(
                "A reference has eight figures and letters from A to F, like 3F2A-91BC"
            )
        return f"{said[:4]}-{said[4:]}"


class DecideForm(forms.Form):
    """Agree or decline."""

    decision = forms.ChoiceField(
        label="What do you say?",
        widget=forms.RadioSelect,
        choices=[("agree", "I agree"), ("decline", "I do not agree")],
    )
    why = forms.CharField(
        label="If you do not agree, why?",
        max_length=300,
        required=False,
        widget=TEXT,
        help_text="Whoever asked reads this.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("decision") == "decline" and not given.get("why", "").strip():
            self.add_error("why", "Say why, so that whoever asked knows what to do")
        return given


def _says(each: Opener) -> str:
    """A worker as a label, the name set apart from the words beside it."""
    how = each.how or "does not work with them"
    return format_html("<bdi>{}</bdi>, {} ({})", safe_text(each.name), each.role, how)
