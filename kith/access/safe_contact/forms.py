"""The form of how and when it is safe to reach oneself. Nothing in it must be filled in."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.access.models.safe_contact import IsSafe
from kith.access.safe_contact.queries import WAYS, MySafety
from kith.marked import marked

ANSWERS = [(IsSafe.YES.value, marked("Yes")), (IsSafe.NO.value, marked("No, or I am not sure"))]


def _way(label: str, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=ANSWERS,
        required=False,
        widget=forms.RadioSelect,
        help_text=hint,
        error_messages={"invalid_choice": marked("Choose yes or no")},
    )


class SafeContactForm(forms.Form):
    """Starts with what was said last; the word alone is never shown again."""

    phone = _way(marked("Is it safe if we ring you?"))
    voicemail = _way(
        marked("Is it safe if we leave you a voicemail?"),
        marked("Think of who else listens to your messages."),
    )
    text = _way(marked("Is it safe if we text you?"), marked("Think of who else sees your screen."))
    email = _way(marked("Is it safe if we email you?"))
    post = _way(
        marked("Is it safe if we send you letters?"), marked("Think of who is at home when they come.")
    )
    when_safe = forms.CharField(
        label=marked("When is it safe?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=marked("For example: school days, before three. You need not say why."),
    )
    words = forms.CharField(
        label=marked("What else must we know before we get in touch?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=marked("For example: do not say where you are from until you know that it is me."),
    )
    check_word = forms.CharField(
        label=marked("A word that tells us it is you"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=marked(
            "Your worker asks you for it. It is not shown here again. Leave it empty to keep the word you have."
        ),
    )

    def __init__(self, data: Any = None, *, said: MySafety | None) -> None:
        initial = {**said.ways, "when_safe": said.when_safe, "words": said.words} if said else {}
        super().__init__(data, initial=initial)

    def answers(self) -> dict[str, Any]:
        """What the action takes."""
        given = dict(self.cleaned_data)
        return given | {way: IsSafe(given[way]) for way in WAYS}
