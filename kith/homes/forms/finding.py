"""Forms with which a home is looked for."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.design.formfields import PlainDateField
from kith.homes import words
from kith.homes.forms.fields import many, offer, text
from kith.homes.models import Level


class StartForm(forms.Form):
    """A home is looked for."""

    why = text("Why is a home looked for?", 1000)
    tonight = forms.BooleanField(
        label="It is needed tonight", required=False, help_text="Then nothing below has to wait."
    )
    by_when = PlainDateField(noun="The day", label="By when?", required=False)
    strengths = text(
        "Who is this child? Strengths first",
        1000,
        help_text="Written with the child. Homes read it before they know who it is: no names, no places.",
    )
    child_wishes = text("What does the child wish?", 1000, required=False, help_text="In their words.")
    parents_wish = text("What do the parents wish?", 1000, required=False, help_text="In theirs.")
    together_with = forms.ChoiceField(
        label="Does a brother or sister look for the same home?", required=False
    )
    loved = forms.MultipleChoiceField(
        label="Whom should the home be near?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Where they live is read from the record. It is shown to nobody.",
    )
    unaccompanied = forms.BooleanField(label="They came alone from another country", required=False)
    trauma = forms.BooleanField(label="They carry complex trauma", required=False)
    skills = many("What must a home be good at?", words.SKILLS)
    languages = many("Languages that feel like home", words.LANGUAGES)
    faiths = many("Faith, if it matters to them", words.FAITHS)
    cultures = many("Heritage, if it matters to them", words.CULTURES)
    likes = many("Who and what would the child like to live with?", words.LIVES_HERE)
    avoids = many("Who or what must the home be without?", words.LIVES_HERE)
    parents_like = many("Of the same list, what do the parents wish for?", words.LIVES_HERE)

    def __init__(
        self,
        *args: Any,
        siblings: list[tuple[str, str]],
        loved: list[tuple[str, str]],
        concerns: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if concerns:
            self.fields["covert"] = forms.ChoiceField(
                label="Does it come of a concern that the family is not told of?",
                choices=[("", "No"), *concerns],
                required=False,
                help_text="Then nothing of the search is shown to anybody of them until they are told.",
            )
        for name, choices in (("together_with", [("", "No"), *siblings]), ("loved", loved)):
            offer(self, name, choices)


class NeedsForm(forms.Form):
    """The needs, the most important first."""

    needs = forms.CharField(
        label="What must a home meet? One a line, the most important first",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="What homes cost is shown after this, and to those who buy alone.",
    )


class AmongForm(forms.Form):
    """Look among another kind of home."""

    level = forms.ChoiceField(label="Where do you look now?", choices=Level.choices, widget=forms.RadioSelect)
    reason = text("Why here, and why was none found before?", 1000)


class CloseForm(forms.Form):
    """No home is looked for any more."""

    why = text("How did it end?", 300)
