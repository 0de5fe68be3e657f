"""Forms of a family's help. Each names what it asks in the words of a visit, not of a return."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from kith.access.allocating.forms import HandOverForm
from kith.design.formfields import PlainDateField
from kith.design.text import safe_text
from kith.help.actions.leading import Farewell
from kith.help.families.page import PotLine
from kith.help.families.questions import Question
from kith.help.models import AssessmentAnswer, Basis, NeedKind, WhyEnded

POUNDS = re.compile(r"£?\s*(\d{1,7})(?:\.(\d{1,2}))?")
BOX = forms.Textarea(attrs={"rows": 3})


class DayForm(forms.Form):
    """One day."""

    on = PlainDateField(noun="The day", label="On which day?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", timezone.localdate())


class WhichForm(forms.Form):
    """Which of several. `those`: ids to what each is called."""

    which = forms.ChoiceField(label="Which?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, those: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(each), safe_text(says)) for each, says in those.items()]
        self.fields["which"].choices = choices  # type: ignore[attr-defined]  # a field of choices
        if len(choices) == 1:
            self.initial.setdefault("which", choices[0][0])


class OverForm(WhichForm, DayForm):
    """Which of several things is over, and from when."""

    field_order = ("which", "on")


class GoodbyeForm(WhichForm):
    """At which change of lead, and on which days goodbye and hello were said."""

    goodbye = PlainDateField(required=False, noun="The day", label="On which day was goodbye said?")
    hello = PlainDateField(required=False, noun="The day", label="On which day did they meet the new lead?")


class EndForm(DayForm):
    """When and why Family Help ends."""

    why = forms.ChoiceField(label="Why does it end?", choices=WhyEnded.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label="What does the family say about it?", required=False, max_length=2000, widget=BOX
    )


class NeedForm(DayForm):
    """What an adult needs help with."""

    person = forms.ChoiceField(label="Who?", widget=forms.RadioSelect)
    kind = forms.ChoiceField(label="With what?", choices=NeedKind.choices, widget=forms.RadioSelect)
    words = forms.CharField(label="In their own words", required=False, max_length=2000, widget=BOX)

    def __init__(self, *args: Any, people: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "Since when is it known?"
        self.fields["person"].choices = named(people)  # type: ignore[attr-defined]


class BasisForm(DayForm):
    """On which footing in law somebody is helped."""

    person = forms.ChoiceField(label="Who?", widget=forms.RadioSelect)
    basis = forms.ChoiceField(
        label="On which footing in law?", choices=Basis.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, people: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "From which day?"
        self.fields["person"].choices = named(people)  # type: ignore[attr-defined]


class SpendForm(DayForm):
    """Something that was bought or paid."""

    what = forms.CharField(label="What was it?", max_length=200, help_text="Such as: a bed for Tam.")
    pounds = forms.CharField(
        label="What did it cost, in pounds?", max_length=20, help_text="Such as: 45 or 45.50"
    )
    pot = forms.ChoiceField(label="Which money pays?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, pots: Sequence[PotLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pot"].choices = [  # type: ignore[attr-defined]
            (str(each.id), f"{safe_text(each.name)}: {safe_text(each.pays_for)}") for each in pots
        ]

    def clean_pounds(self) -> int:
        """What was typed, in pence."""
        return pence_of(self.cleaned_data["pounds"])


def pence_of(typed: str) -> int:
    """An amount typed in pounds, in pence. Raises ValidationError for what is no amount, and for nothing."""
    found = POUNDS.fullmatch(str(typed).strip().replace(",", ""))
    if found is None or not found[1].isascii():
        raise forms.ValidationError("Enter an amount of money, like 45 or 45.50")
    pence = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
    if pence == 0:
        raise forms.ValidationError("Enter an amount that is more than nothing")
    return pence


class FarewellForm(forms.Form):
    """What the family thinks of a change of lead, goodbye and hello."""

    family_view = forms.CharField(
        label="What does the family think of it? In their words",
        max_length=2000,
        widget=BOX,
        help_text="If they would rather not say, write that.",
    )
    view_of = forms.CharField(label="Who of them said so?", max_length=200)
    goodbye_on = PlainDateField(noun="The day of the goodbye", label="When is goodbye said?", required=False)
    hello_on = PlainDateField(
        noun="The day of the hello", label="When do they meet the new lead?", required=False
    )
    no_visit_why = forms.CharField(
        label="If there can be no goodbye visit: why?", max_length=300, required=False
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        both = given.get("goodbye_on") and given.get("hello_on")
        if "goodbye_on" in given and not both and not given.get("no_visit_why", "").strip():
            self.add_error(
                "goodbye_on", "Say when goodbye and hello are said, or below why there can be no visit"
            )
        return given

    def farewell(self) -> Farewell:
        """What the family is owed (once the form is valid)."""
        given = self.cleaned_data
        names = ("family_view", "view_of", "goodbye_on", "hello_on", "no_visit_why")
        return Farewell(**{name: given[name] for name in names})


class LeadForm(FarewellForm, HandOverForm):
    """A change of lead as it is made."""


class OwedForm(FarewellForm):
    """A change of lead that was made already, and nobody asked the family."""

    reason = forms.CharField(
        label="Why did the lead change?", max_length=120, help_text="In the words that you told the family."
    )

    field_order = ("reason",)


class AnswersForm(forms.Form):
    """Every question, with what is known already; and whether they had to be asked again."""

    def __init__(
        self, *args: Any, questions: Sequence[Question], known: Mapping[str, AssessmentAnswer], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for each in questions:
            old = known.get(each.id)
            self.fields[each.id] = forms.CharField(
                label=each.asks, required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 4})
            )
            if old is not None:
                self.initial[each.id] = old.words
                self.fields[each.id].help_text = "Known already. Read it to them: you need not ask."
                self.fields[f"again_{each.id}"] = forms.BooleanField(
                    label=f"I asked them again: {each.asks}", required=False, initial=old.asked_again
                )

    def answers(self) -> dict[str, str]:
        """Words by question (once the form is valid)."""
        return {name: words for name, words in self.cleaned_data.items() if not name.startswith("again_")}

    def asked_again(self) -> set[str]:
        """Questions that were asked though an answer was known (once the form is valid)."""
        return {
            name.removeprefix("again_")
            for name, ticked in self.cleaned_data.items()
            if name.startswith("again_") and ticked
        }


def named(people: Mapping[UUID, str]) -> list[tuple[str, str]]:
    """Choices of people, by name."""
    return [(str(each), safe_text(name)) for each, name in people.items()]
