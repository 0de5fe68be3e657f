"""Forms of adoption, of permanence before this time in care, and of changes of social worker."""

from __future__ import annotations

from django import forms

from kith.care.forms.homes import NONE, day, line
from kith.care.models.permanence_kinds import Adopters, AdoptersTie, Before, WhyNotAdoption, WhyWorker
from kith.design.formfields import PartlyKnownDateField


class AdoptionPlanForm(forms.Form):
    """Adoption is right for them."""

    decided_on = day("On which day was it decided?")


class AdoptionPlanEndForm(forms.Form):
    """It is no longer the plan."""

    ceased_on = day("On which day was it decided?")
    reason_ceased = forms.ChoiceField(label="Why?", choices=WhyNotAdoption.choices, widget=forms.RadioSelect)


class AdoptedForm(forms.Form):
    """An adoption order was made."""

    on = day("On which day was the order made?")
    decided_on = day("When was it decided that adoption is right?", required=False)
    matched_on = day("When were child and adopters matched?", now=False)
    by_foster_carer = forms.TypedChoiceField(
        label="Did they foster the child before?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )  # fmt: skip
    adopters_sex = forms.ChoiceField(label="Who adopts?", choices=Adopters.choices, widget=forms.RadioSelect)
    adopters_legal_status = forms.ChoiceField(
        label="What are they to each other?", choices=AdoptersTie.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["decided_on"].help_text = "Leave it out where the plan says it."


class BeforeForm(forms.Form):
    """A home for good before."""

    kind = forms.ChoiceField(
        label="Did they leave care before for a home for good?",
        choices=Before.choices,
        widget=forms.RadioSelect,
    )
    authority = line(
        "Which council arranged it?",
        3,
        hint="Three digits, or WAL, SCO, NIR, NUK, or 999 where it is not known.",
    )
    given = PartlyKnownDateField(
        noun="The day", label="When was the order made?", required=False,
        help_text="Leave out a part that is not known. If none of it is known, write zz in the first box.",
    )  # fmt: skip


class WorkerForm(forms.Form):
    """Another social worker."""

    worker_number = line(
        "Their number with Social Work England",
        20,
        required=True,
        hint="SW and digits. XX and a number where they have none.",
    )
    started_on = day("On which day did they begin?")
    reason = forms.ChoiceField(label="Why is it another?", choices=[*NONE, *WhyWorker.choices])
