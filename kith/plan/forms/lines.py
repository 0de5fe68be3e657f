"""A line of the plan: written, worded anew, given to somebody, done or left."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from kith.core.labels import Label
from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.plan.forms.common import PlanForm, text
from kith.plan.models import DoesIt
from kith.plan.models.lines import LINE_LABELS

MARKS = [(str(value), name.capitalize()) for value, name in LINE_LABELS]


class LineForm(PlanForm):
    """A line of any kind."""

    words = text("In a few words")
    label = forms.ChoiceField(
        label="Is it to be kept apart?",
        choices=MARKS,
        initial=str(Label.NORMAL.value),
        help_text="Only workers who may read such things see it then.",
    )
    arises = forms.ChoiceField(
        label="Does this come from the concern that the family is not told of?",
        choices=[("yes", "Yes: keep it from every family page"), ("no", "No")],
        widget=forms.RadioSelect,
        initial="yes",
    )

    def __init__(self, *args: Any, concern: UUID | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.concern = concern
        if concern is None:
            self.fields.pop("arises")

    @property
    def common(self) -> dict[str, Any]:
        """What each kind of line takes."""
        covert = self.concern if self.cleaned_data.get("arises") == "yes" else None
        return {
            "words": self.cleaned_data["words"],
            "label": int(self.cleaned_data["label"]),
            "covert": covert,
        }


class GoalForm(LineForm):
    """What should be different."""

    whose = forms.ChoiceField(label="Is it for one of them?", required=False)
    in_whose_words = forms.CharField(label="Whose words are these?", max_length=120, required=False)
    field_order = ("words", "in_whose_words", "whose", "label", "arises")


class AssignForm(PlanForm):
    """Who does a step, and by when."""

    does_it = forms.ChoiceField(label="Who does it?", choices=DoesIt.choices, widget=forms.RadioSelect)
    person = forms.ChoiceField(label="Who of the family?", required=False)
    account = forms.ChoiceField(label="Which worker?", required=False)
    service = forms.CharField(
        label="Which service?",
        max_length=120,
        required=False,
        help_text="Families are never shown this name.",
    )
    by_on = PlainDateField(label="By when?", noun="The day", required=False)

    @property
    def whose(self) -> dict[str, Any]:
        """Who does it, and by when."""
        kept = {"does_it": self.cleaned_data["does_it"], "by_on": self.cleaned_data["by_on"]}
        service = self.cleaned_data["service"]
        return kept | {"person": self.uuid("person"), "account": self.uuid("account"), "service": service}


class StepForm(LineForm, AssignForm):
    """Who does what by when."""

    goal = forms.ChoiceField(label="For which goal?", required=False)
    keeps_safe = forms.BooleanField(
        label="Somebody's safety rests on this step",
        required=False,
        help_text="Families are never shown this.",
    )
    field_order = (
        "words",
        "does_it",
        "person",
        "account",
        "service",
        "by_on",
        "goal",
        "keeps_safe",
        "label",
        "arises",
    )


class StrengthForm(LineForm):
    """What goes well already."""

    whose = forms.ChoiceField(label="Is it one of theirs?", required=False)
    field_order = ("words", "whose", "label", "arises")


class WhyForm(PlanForm):
    """A reason."""

    why = text("Why?", rows=2, most=300)


class WhenForm(PlanForm):
    """A day."""

    on = PlainDateField(label="From which day?", noun="The day", initial=today)


class DoneForm(WhenForm):
    """A step is done."""

    how = text("What was done?", rows=2, most=300, required=False)


class DropForm(WhenForm):
    """A goal is let go."""

    why = text("Why?", rows=2, most=300)


class RewordForm(PlanForm):
    """Other words."""

    words = text(
        "In other words",
        "Whoever can read this line now can read it no more until you share it again.",
    )
