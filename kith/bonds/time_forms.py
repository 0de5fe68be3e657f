"""Forms of time together. Each field says why it is asked and who will see it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from kith.bonds.models import Allows, AskAnswer, Every, How, LimitKind, Tie, WhyMissed
from kith.design.dates import LONDON, today
from kith.design.formfields import PlainDateField
from kith.marked import marked

WORDS = forms.Textarea(attrs={"rows": 3})
OWN = "Staff alone read this."


class Clock(forms.CharField):
    """A time of day, such as 15:30. Cleans to a time, or None where left empty."""

    def __init__(self, **kwargs: Any) -> None:
        box = forms.TextInput(attrs={"class": "govuk-input--width-5", "size": 6})
        super().__init__(widget=box, help_text="For example 15:30", **kwargs)

    def clean(self, value: Any) -> Any:
        said = str(super().clean(value)).strip().replace(".", ":")
        if not said:
            return None
        try:
            hour, _, minute = said.partition(":")
            return time(int(hour), int(minute or 0))
        except (ValueError, OverflowError):
            raise ValidationError("The time must be like 15:30") from None


def moment(day: date, clock: time) -> datetime:
    """That time of that day in England."""
    return datetime.combine(day, clock, tzinfo=LONDON)


class PlanForm(forms.Form):
    """How often a child spends time with somebody, and how."""

    people = forms.MultipleChoiceField(
        label="With whom?", widget=forms.CheckboxSelectMultiple, required=False
    )
    other = forms.CharField(
        label="Somebody who is not in the record?",
        max_length=120,
        required=False,
        help_text="As the child calls them.",
    )
    tie = forms.ChoiceField(label="Who are they to the child?", widget=forms.RadioSelect, choices=Tie.choices)
    how = forms.ChoiceField(label="How?", widget=forms.RadioSelect, choices=How.choices)
    times = forms.IntegerField(label="How many times?", min_value=1, max_value=31)
    every = forms.ChoiceField(label="In what?", widget=forms.RadioSelect, choices=Every.choices)
    what = forms.CharField(
        label="What do they like to do?", max_length=500, required=False, widget=WORDS,
        help_text="In the child’s words. The child reads it.",
    )  # fmt: skip
    travel = forms.CharField(
        label="Who brings them, and who pays?", max_length=500, required=False, widget=WORDS,
        help_text="The child and their carers read it, nobody else of the family.",
    )  # fmt: skip
    agreed_with = forms.CharField(
        label="With whom did you make this?", max_length=300, help_text="The child first."
    )
    orders_checked_on = PlainDateField(
        noun="The day", label="When did you look for court orders and bail?", required=False,
        help_text="Of everybody named above. What stands in the way belongs on this page first.",
    )  # fmt: skip

    def __init__(self, *args: Any, names: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = names
        self.fields["people"].choices = [(str(each), name) for each, name in names.items()]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """What it gives to its action."""
        given = dict(self.cleaned_data)
        chosen, other = given.pop("people"), given.pop("other")
        people: list[tuple[UUID | None, str]] = [(UUID(each), self.names[UUID(each)]) for each in chosen]
        return given | {"people": [*people, *([(None, other)] if other else [])]}


class MeetForm(forms.Form):
    """The next time."""

    day = PlainDateField(noun="The day", label="On which day?")
    clock = Clock(label="At what time?")
    place = forms.CharField(
        label="Where?", max_length=200, required=False,
        help_text="Everybody who may see this plan reads it. Never where somebody lives.",
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"at": moment(given["day"], given["clock"]), "place": given["place"]}


class CameForm(forms.Form):
    """Whether it happened."""

    stands = forms.ChoiceField(
        label="Did it happen?", widget=forms.RadioSelect, choices=[("done", "Yes"), ("missed", "No")]
    )
    child_said = forms.CharField(
        label="What does the child say of it?",
        max_length=1000,
        required=False,
        widget=WORDS,
        help_text="In their words.",
    )
    words = forms.CharField(
        label="What happened?", max_length=1000, required=False, widget=WORDS, help_text=OWN
    )
    why_missed = forms.ChoiceField(
        label="If it did not happen, why?", required=False, choices=[("", "Choose one"), *WhyMissed.choices]
    )
    instead_day = PlainDateField(noun="The day", label="If not, on which day instead?", required=False)
    instead_clock = Clock(label="At what time?", required=False)
    instead_place = forms.CharField(
        label="Where?", max_length=200, required=False, help_text="The same place, if you leave it out."
    )
    why_not_again = forms.CharField(
        label="If there is no other day, why?", max_length=500, required=False, widget=WORDS
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("instead_day") and not given.get("instead_clock") and "instead_clock" not in self.errors:
            self.add_error("instead_clock", "Say at what time.")
        return given

    def facts(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        day, clock = given.pop("instead_day"), given.pop("instead_clock")
        return given | {"instead_at": moment(day, clock) if day and clock else None}


class LimitForm(forms.Form):
    """What stands in the way of a child and somebody being together."""

    other = forms.ChoiceField(label="Of whom?", widget=forms.RadioSelect)
    kind = forms.ChoiceField(label="What is it?", widget=forms.RadioSelect, choices=LimitKind.choices)
    allows = forms.ChoiceField(
        label="What may be all the same?", widget=forms.RadioSelect, choices=Allows.choices
    )
    words = forms.CharField(
        label="What does it say, and where did you read it?", max_length=1000, widget=WORDS, help_text=OWN
    )
    from_on = PlainDateField(noun="The day", label="From which day on?", initial=today)
    until = PlainDateField(
        noun="The day", label="Until which day, if you know?", required=False,
        help_text="An urgent refusal ends by itself after seven days: longer needs a court.",
    )  # fmt: skip
    told_on = PlainDateField(noun="The day", label="When were they told in writing?", required=False)

    def __init__(self, *args: Any, names: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = [(str(each), name) for each, name in names.items()]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        return dict(self.cleaned_data) | {"other": UUID(self.cleaned_data["other"])}


class WhyForm(forms.Form):
    """Why a plan ends."""

    why = forms.CharField(
        label="Why does it end?", max_length=500, widget=WORDS, help_text="Write it as the child may read it."
    )


class AnswerForm(forms.Form):
    """The answer to whoever asked."""

    answer = forms.ChoiceField(
        label="What did you decide?", widget=forms.RadioSelect, choices=AskAnswer.choices
    )
    reason = forms.CharField(
        label="Why?",
        max_length=1000,
        widget=WORDS,
        help_text="They read this, with your name, on their own page.",
    )


class ConsiderForm(forms.Form):
    """Whether a child sees those who matter enough."""

    on = PlainDateField(noun="The day", label="On which day?", initial=today)
    child_said = forms.CharField(
        label="What does the child say?",
        max_length=1000,
        required=False,
        widget=WORDS,
        help_text="In their words.",
    )
    words = forms.CharField(label="What was decided?", max_length=1000, widget=WORDS)


class MyAskForm(forms.Form):
    """Asking from one's own page."""

    child = forms.ChoiceField(label=marked("Who is this about?"), widget=forms.RadioSelect)
    whom = forms.CharField(label=marked("Who would you like to see?"), max_length=120)
    words = forms.CharField(
        label=marked("Do you want to say more?"), max_length=1000, required=False, widget=WORDS
    )

    def __init__(self, *args: Any, names: dict[UUID, str], mine: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if mine:
            del self.fields["child"]
        else:
            self.fields["child"].choices = [(str(each), name) for each, name in names.items()]  # type: ignore[attr-defined]
