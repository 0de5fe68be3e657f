"""One form for each kind of fact, made of what the return asks and of how the record describes it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from kith.design.formfields import PlainDateField
from kith.help.models import Referral
from kith.returns.load.shapes import FactTable, Part
from kith.returns.recording.facts import choices_of, model_of, own_parts

YEAR, REFERRAL = "collection_year", "referral_id"
NOT_KNOWN = ("", "Not recorded")
YES_NO = [NOT_KNOWN, ("yes", "Yes"), ("no", "No")]
ASKED = {
    "started_on": "When did it begin?", "began_on": "When did it begin?", "ended_on": "When did it end?",
    "ceased_on": "When did it end?", "reviewed_on": "When was the review?", "authorised_on": "When was it signed off?",
    "review_due_on": "When was it to be looked at again?", "decided_on": "When was it decided?",
    "matched_on": "When was the match made?", "first_child_born_on": "When was her first child born?",
    "is_mother": "Is she a mother?",
}  # fmt: skip


class FactForm(forms.Form):
    """Fields by the record's columns; `years`: those that a yearly answer may be of, the latest first."""

    def __init__(
        self, fact: FactTable, *args: Any, years: list[str], persons: list[UUID], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fact = fact
        if fact.yearly:
            choices = [(year, f"The year to 31 March {int(year[:4]) + 1}") for year in years]
            self.fields[YEAR] = forms.ChoiceField(label="Which year is it about?", choices=choices)
        if fact.parents:
            found = Referral.objects.filter(person_id__in=persons).order_by("-referred_on")
            named = [(str(each.id), f"The one of {each.referred_on:%-d %B %Y}") for each in found]
            self.fields[REFERRAL] = forms.ChoiceField(
                label="Which referral does it belong to?", choices=[NOT_KNOWN, *named], required=False
            )
        for part in own_parts(fact):
            self.fields[part.column] = _field(fact, part, years[0])

    def values(self) -> dict[str, Any]:
        """What was typed, as the record's columns take it."""
        parts = {part.column: part for part in own_parts(self.fact)}
        return {name: _value(parts.get(name), typed) for name, typed in self.cleaned_data.items()}


def shown(fact: FactTable, row: Any) -> dict[str, Any]:
    """A fact of the record as its form shows it."""
    names = [part.column for part in own_parts(fact)]
    names += [YEAR] * fact.yearly + [REFERRAL] * bool(fact.parents)
    answers = {True: "yes", False: "no"}
    return {
        name: answers.get(value, value) if isinstance(value := getattr(row, name), bool) else value
        for name in names
    }


def _field(fact: FactTable, part: Part, year: str) -> forms.Field:
    field = model_of(fact)._meta.get_field(part.column)
    label = ASKED.get(part.column) or str(getattr(field, "help_text", "")).split(" (")[0].rstrip(".:")
    asked: dict[str, Any] = {
        "label": label, "required": part.source in fact.needs, "help_text": f"{part.source} in the return."
    }  # fmt: skip
    if part.sort == "day":
        return PlainDateField(noun="The day", **asked)
    if part.sort == "flag":
        # Where the record has no "not known", the answer is asked for.
        known = not getattr(field, "null", True)
        return forms.ChoiceField(
            choices=YES_NO[known:],
            error_messages={"required": "Choose yes or no"},
            **asked | {"required": known},
        )
    if part.sort in ("number", "digits"):
        return forms.IntegerField(min_value=0, max_value=99, **asked)
    if choices := choices_of(fact, part, year):
        return forms.ChoiceField(choices=[NOT_KNOWN, *choices], **asked)
    return forms.CharField(max_length=part.limit, **asked)


def _value(part: Part | None, typed: Any) -> Any:
    if part and part.sort == "flag":
        return {"yes": True, "no": False}.get(typed)
    return (typed or None) if part is None else typed
