"""The forms of the plan: few fields, plain words, nothing asked that Kith knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms

from kith.access.prepared import prepared_fields
from kith.core.labels import Label
from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.design.text import safe_text
from kith.marked import marked
from kith.plan.models import Basis, DoesIt, How, Part
from kith.plan.models.lines import LINE_LABELS, WORDS

Choices = Iterable[tuple[str, str]]
MARKS = [(str(value), name.capitalize()) for value, name in LINE_LABELS]


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


class StartForm(PlanForm):
    """Whom the plan is about, and from when. A part for each of the family."""

    basis = forms.ChoiceField(
        label="What does the law need from it?",
        choices=Basis.choices,
        initial=Basis.EARLY_HELP,
        help_text="It is a quiet layer over the same plan. You can change it later.",
    )
    on = PlainDateField(label="From which day?", noun="The day", initial=today)
    arises = forms.ChoiceField(
        label="Does this come from the concern that the family is not told of?",
        choices=[("yes", "Yes: keep it from every family page"), ("no", "No")],
        widget=forms.RadioSelect,
        initial="yes",
    )

    def __init__(self, *args: Any, people: Mapping[UUID, str], concern: UUID | None, **more: Any) -> None:
        super().__init__(*args, **more)
        if concern is None:
            self.fields.pop("arises")
        self.people = people
        for each, name in people.items():
            self.fields[f"part-{each}"] = forms.ChoiceField(
                label=safe_text(name),
                help_text="What part do they have?",
                choices=[("", "Not in this plan"), *Part.choices],
                required=False,
            )
        self.order_fields([*(f"part-{each}" for each in people), "basis", "on", "arises"])

    @property
    def parts(self) -> dict[UUID, str]:
        """Those who are in it, with their part."""
        said = {each: self.cleaned_data.get(f"part-{each}", "") for each in self.people}
        return {each: part for each, part in said.items() if part}


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


class ReviewForm(PlanForm):
    """The plan was looked at again together."""

    on = PlainDateField(label="Which day was it?", noun="The day", initial=today)
    who_came = text("Who came, and how?", rows=2, most=1000)
    what_changed = text("What is different now, and what was agreed?", rows=5, most=4000)
    next_on = PlainDateField(label="When is the next?", noun="The day", required=False)


class AgreeForm(PlanForm):
    """Agreeing to it."""

    why_only_parents = text(
        "Why does it ask things only of parents?",
        "Needed only where all that is still to be done is for parents.",
        most=500,
        required=False,
    )


class EndForm(PlanForm):
    """Ending it."""

    on = PlainDateField(label="From which day?", noun="The day", initial=today)
    why = text("Why does it end? The family is told this.", rows=2, most=300)


class BasisForm(PlanForm):
    """What the law needs from the same plan."""

    basis = forms.ChoiceField(label="What does the law need from it now?", choices=Basis.choices)
    on = PlainDateField(label="From which day?", noun="The day", initial=today)


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


class ProgressForm(PlanForm):
    """How it goes, as services say it."""

    how = forms.ChoiceField(label="How is it going?", choices=How.choices, widget=forms.RadioSelect)
    words = text("In your words", required=False)
    to = forms.MultipleChoiceField(
        label="Who may read what you say here?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="They can read the line already.",
    )


class TakenDownForm(PlanForm):
    """An answer that a worker takes down as it was said."""

    person = forms.ChoiceField(label="Who says it?")
    agrees = forms.ChoiceField(
        label="Do they agree?",
        choices=[
            ("yes", "Yes"),
            ("no", "No: that is not what they said, or not right"),
            ("", "They did not say"),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    words = text("In their words", required=False)


class ShareForm(PlanForm):
    """Which lines go, and whether the reader was prepared."""

    items = forms.MultipleChoiceField(label="Which lines?", widget=forms.CheckboxSelectMultiple)
    prepared, how_prepared = prepared_fields()


class PartnerForm(PlanForm):
    """Which lines a partner's workers may read."""

    organisation = forms.ChoiceField(label="Which organisation?")
    items = forms.MultipleChoiceField(label="Which lines?", widget=forms.CheckboxSelectMultiple)


class MyAnswerForm(forms.Form):
    """What a reader behind their own door says of a line."""

    says = forms.ChoiceField(
        label=marked("What would you like to say?"),
        choices=[
            ("no", marked("That is not what I said, or it is not right")),
            ("yes", marked("Yes, that is right")),
            ("well", marked("It is going well")),
            ("some", marked("Some of it is going well")),
            ("stuck", marked("It is stuck")),
        ],
        widget=forms.RadioSelect,
    )
    words = text(marked("In your words"), marked("Spelling does not matter."), rows=4, required=False)
