"""One form for each kind of fact, made of what the return asks and of how the record describes it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from kith.design.formfields import PlainDateField
from kith.returns.load.shapes import FactTable, Parent, Part
from kith.returns.recording.facts import choices_of, model_of, own_parts, parent_of
from kith.returns.recording.words import FACTS

YEAR = "collection_year"
NOT_KNOWN = ("", "Not recorded")
YES_NO = [NOT_KNOWN, ("yes", "Yes"), ("no", "No")]
ASKED = {
    "started_on": "When did it begin?", "began_on": "When did it begin?", "ended_on": "When did it end?",
    "ceased_on": "When did it end?", "reviewed_on": "When was the review?", "authorised_on": "When was it signed off?",
    "review_due_on": "When was it to be looked at again?", "decided_on": "When was it decided?",
    "matched_on": "When was the match made?", "first_child_born_on": "When was her first child born?",
    "is_mother": "Is she a mother?", "referred_on": "When was the referral?", "closed_on": "When was it closed?",
    "code": "Which factor is it?",
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
        for parent in fact.parents:
            self.fields[parent.column] = _belongs(parent, persons)
        for part in own_parts(fact):
            self.fields[part.column] = _field(fact, part, years[0])

    def values(self) -> dict[str, Any]:
        """What was typed, as the record's columns take it."""
        parts = {part.column: part for part in own_parts(self.fact)}
        return {name: _value(parts.get(name), typed) for name, typed in self.cleaned_data.items()}


def shown(fact: FactTable, row: Any) -> dict[str, Any]:
    """A fact of the record as its form shows it."""
    names = [part.column for part in own_parts(fact)]
    names += [YEAR] * fact.yearly + [parent.column for parent in fact.parents]
    answers = {True: "yes", False: "no"}
    return {
        name: answers.get(value, value) if isinstance(value := getattr(row, name), bool) else value
        for name in names
    }


def _belongs(parent: Parent, persons: list[UUID]) -> forms.Field:
    """Which of the person's own it belongs to, the latest first."""
    above = parent_of(parent)
    day, name = above.key[0].column, FACTS[above.target].lower()
    found: Any = model_of(above)._default_manager.filter(person__in=persons).order_by(f"-{day}")
    named = [(str(each.id), f"The one of {getattr(each, day):%-d %B %Y}") for each in found]
    return forms.ChoiceField(
        label=f"Which {name} does it belong to?", choices=[NOT_KNOWN, *named], required=parent.needed,
        error_messages={"required": f"Choose the {name}"},
    )  # fmt: skip


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
        return forms.ChoiceField(
            choices=[NOT_KNOWN, *choices], error_messages={"required": "Choose one"}, **asked
        )
    return forms.CharField(max_length=part.limit, **asked)


def _value(part: Part | None, typed: Any) -> Any:
    if part and part.sort == "flag":
        return {"yes": True, "no": False}.get(typed)
    return (typed or None) if part is None else typed
