"""The plan as a whole: begun, agreed, reviewed, shared, ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from kith.access.prepared import prepared_fields
from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.design.text import safe_text
from kith.plan.forms.common import PlanForm, text
from kith.plan.models import Basis, Part


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


class ShareForm(PlanForm):
    """Which lines go, and whether the reader was prepared."""

    items = forms.MultipleChoiceField(label="Which lines?", widget=forms.CheckboxSelectMultiple)
    prepared, how_prepared = prepared_fields()


class PartnerForm(PlanForm):
    """Which lines a partner's workers may read."""

    organisation = forms.ChoiceField(label="Which organisation?")
    items = forms.MultipleChoiceField(label="Which lines?", widget=forms.CheckboxSelectMultiple)
