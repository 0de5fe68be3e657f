"""One form for each kind of fact, made of what the return asks and of how the record describes it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from kith.design.formfields import PartlyKnownDateField, PlainDateField
from kith.returns.load.shapes import FactTable, Parent, Part
from kith.returns.recording.facts import choices_of, model_of, own_parts, parent_of, whole_of
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
    "code": "Which factor is it?", "date_as_given": "When was the order made?",
    "kind": "Which kind was it?", "authority": "Which authority arranged it?",
    "initial_category": "What was the harm when it began?", "latest_category": "What is it by the last review?",
    "previous_plans": "How many plans did the child have before, here or elsewhere?",
    "conference_target_on": "By which day was a conference due?", "conference_on": "When was the first conference held?",
    "conference_not_required": "Was no conference needed?",
    "letter_sent_on": "When was the letter before proceedings sent?",
    "family_meeting_offered": "Did that letter offer the family its own meeting?",
    "family_meeting_held": "Was the family’s own meeting held?",
    "first_meeting_on": "When was the first meeting with the parents?",
    "review_meetings": "How many meetings looked at it again?", "outcome": "How did it end?",
    "applied_to_court_on": "When was the court asked?",
    "letter_of_issue_on": "When was the letter sent that says that the court will be asked?",
}  # fmt: skip
HINTS = {
    "date_as_given": "Leave out a part that is not known. If none of it is known, write zz in the first box.",
    "authority": "Three digits, or WAL, SCO, NIR, NUK (outside the United Kingdom), or 999 where it is not known.",
    "outcome": "A, B or C.",
}


class FactForm(forms.Form):
    """Fields by the record's columns; `years`: those that a yearly answer may be of, the latest first."""

    def __init__(
        self, fact: FactTable, *args: Any, years: list[str], persons: list[UUID], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fact = fact
        if fact.yearly:
            held = self.initial.get(YEAR)
            # A correction leaves the year as it is, however long ago that was.
            asked = [*years, held] if held and held not in years else years
            choices = [(year, f"The year to 31 March {int(year[:4]) + 1}") for year in asked]
            self.fields[YEAR] = forms.ChoiceField(label="Which year is it about?", choices=choices)
        for parent in fact.parents:
            self.fields[parent.column] = _belongs(parent, persons)
        for part in own_parts(fact):
            self.fields[part.column] = _field(fact, part, years[0], held=self.initial.get(part.column))

    def values(self) -> dict[str, Any]:
        """What was typed, as the record's columns take it."""
        parts = {part.column: part for part in own_parts(self.fact)}
        found = {name: _value(parts.get(name), typed) for name, typed in self.cleaned_data.items()}
        for part in parts.values():
            if whole := whole_of(self.fact, part):
                found[whole.column] = _whole_day(found[part.column])
        return found


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
        initial=named[0][0] if len(named) == 1 else None,
        error_messages={"required": f"Choose the {name}"},
    )  # fmt: skip


def _field(fact: FactTable, part: Part, year: str, *, held: Any) -> forms.Field:
    field = model_of(fact)._meta.get_field(part.column)
    label = ASKED.get(part.column) or str(getattr(field, "help_text", "")).split(" (")[0].rstrip(".:")
    hint = f"{HINTS[part.column]} " if part.column in HINTS else ""
    asked: dict[str, Any] = {
        "label": label, "required": part.source in fact.needs, "help_text": f"{hint}{part.source} in the return."
    }  # fmt: skip
    if whole_of(fact, part):
        return PartlyKnownDateField(noun="The day", **asked)
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
        # What no code of this year says is shown as it is, and not lost where another answer is corrected.
        if held and held not in {code for code, _ in choices}:
            choices.append((held, f"{held}: as it is recorded, and no code of this year"))
        return forms.ChoiceField(
            choices=[NOT_KNOWN, *choices], error_messages={"required": "Choose one"}, **asked
        )
    return forms.CharField(max_length=part.limit, **asked)


def _value(part: Part | None, typed: Any) -> Any:
    if part and part.sort == "flag":
        return {"yes": True, "no": False}.get(typed)
    return (typed or None) if part is None else typed


def _whole_day(given: str) -> date | None:
    """A date known in part, once all of it is known."""
    if not given or "z" in given:
        return None
    day, month, year = given.split("/")
    return date(int(year), int(month), int(day))
