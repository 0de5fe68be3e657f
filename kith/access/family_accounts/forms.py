"""Forms of a person's own page: what was asked in private, and the account."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from kith.access.models.own_page import SeenBy, Way
from kith.design.formfields import PlainDateField

ROLES = [("young_person", "A child or young person"), ("parent", "A parent"), ("carer", "A carer")]
# As it is said aloud; kept by the shorter words of the table.
PHONE = [
    (SeenBy.ALONE, "Only they"),
    (SeenBy.OTHERS, "Somebody else does, or may"),
    (SeenBy.NONE, "They have none"),
]


def _seen(label: str, missing: str, hint: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=PHONE,
        widget=forms.RadioSelect,
        help_text=hint,
        error_messages={"required": missing},
    )


class AskedForm(forms.Form):
    """Who else sees what comes to them."""

    asked_on = PlainDateField(noun="The day", label="On which day did you ask?")
    where_asked = forms.CharField(
        label="Where were you?",
        max_length=120,
        help_text="And how they were alone. For example: at school, in the nurse's room.",
        error_messages={"required": "Say where you asked, and how they were alone"},
    )
    alone = forms.ChoiceField(
        label="Could anybody else hear or read what they said?",
        choices=[("yes", "No, they were alone with me"), ("no", "Yes, or I am not sure")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether they were alone"},
    )
    phone = _seen(
        "Who sees or answers their phone?",
        "Say who sees their phone",
        "Ask who knows the code, who pays for it, and who looks over their shoulder. This is for calls and for texts.",
    )
    email = _seen(
        "Who reads their email?",
        "Say who reads their email",
        "Ask who knows the password, and on which shared computer or tablet it stays open.",
    )
    post = _seen("Who opens their post?", "Say who opens their post", "Ask who is at home when it comes.")
    words = forms.CharField(
        label="Who is it, and what did they say?",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Staff who work with them read this. It is never on their own page: somebody may be reading that too.",
    )

    def clean_alone(self) -> bool:
        return str(self.cleaned_data["alone"]) == "yes"

    def clean_phone(self) -> SeenBy:
        return SeenBy(self.cleaned_data["phone"])

    def clean_email(self) -> SeenBy:
        return SeenBy(self.cleaned_data["email"])

    def clean_post(self) -> SeenBy:
        return SeenBy(self.cleaned_data["post"])


class OpenForm(forms.Form):
    """The account itself. `ways`: those that nobody else sees; `children`: (id, name) that it may be shown."""

    login = forms.CharField(
        label="Their sign-in name",
        min_length=3,
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
        help_text="They choose it. It need not be an email address, nor their name.",
        error_messages={"required": "Give the sign-in name that they chose"},
    )
    role = forms.ChoiceField(
        label="Who are they?",
        choices=ROLES,
        widget=forms.RadioSelect,
        error_messages={"required": "Say who they are"},
    )
    way = forms.ChoiceField(
        label="How will they get the link to begin?",
        widget=forms.RadioSelect,
        help_text="Only ways that nobody else sees, as they told you.",
        error_messages={"required": "Say how they will get the link"},
    )
    children = forms.MultipleChoiceField(
        label="Whose names will be on their page?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only names. All else is shared thing by thing, by you, later.",
    )

    def __init__(
        self, *args: Any, ways: Sequence[Way], children: Sequence[tuple[UUID, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [(way.value, way.label.capitalize()) for way in ways]  # type: ignore[attr-defined]
        self.fields["children"].choices = [(str(each), name) for each, name in children]  # type: ignore[attr-defined]
        if not children:
            del self.fields["children"]

    def clean_way(self) -> Way:
        return Way(self.cleaned_data["way"])

    def clean_children(self) -> list[UUID]:
        return [UUID(each) for each in self.cleaned_data["children"]]
