"""Forms about the person alone: names, birth, numbers, language, what helps, disability."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.html import format_html

from kith.core.actor import Actor
from kith.design.formfields import PlainDateField
from kith.people import actions
from kith.people.actions.common import Recorded
from kith.people.disability_words import DISABILITIES
from kith.people.ethnicity_words import ETHNICITIES
from kith.people.forms.base import FactForm, from_field, until_field
from kith.people.models import Person
from kith.people.models.identifier import Scheme, TraceStatus
from kith.people.models.name import NameKind
from kith.people.models.needs import LanguageUse
from kith.people.models.person import BirthKnowledge, Sex
from kith.people.name_readers import listed, new_name_at_doors

# DfE reasons for a missing UPN (SSDA903 and CIN code sets), in plain words. UN6 is in the schema without a
# meaning.
UPN_UNKNOWN = [
    ("", "Not needed"),
    ("UN1", "not yet at school"),
    ("UN2", "never at a state school in England"),
    ("UN3", "from outside England, none given yet"),
    ("UN4", "new to care within a week of 31 March, not known yet"),
    ("UN5", "asked everywhere, and not found"),
    ("UN7", "referred, and no more was done"),
]


class NameForm(FactForm):
    """A name, of which kind, from when, and whether it is the one to use."""

    title = "Record a name"
    why = "Former names stay, so that people are found by them."
    kind = forms.ChoiceField(
        choices=NameKind.choices, widget=forms.RadioSelect, label="What sort of name is it?"
    )
    given = forms.CharField(max_length=120, required=False, label="Given names")
    family = forms.CharField(max_length=120, required=False, label="Family name")
    preferred = forms.BooleanField(required=False, label="Use this name on pages and letters")
    from_on = from_field("Used from")
    until_on = until_field("Used until")

    def prepare(self) -> None:
        seen = new_name_at_doors(self.person)
        workers = "Workers who may open this record, or find it, will read this name."
        self.who_sees = f"{workers} Nobody reads it by the family’s door."
        if seen.read:
            self.who_sees = format_html(
                "{} {} will read it at once, by the family’s door. If one of them must not find this person by it,"
                " first record who must not know where they live.",
                workers,
                listed(seen.read),
            )
        if seen.kept:
            self.warning = format_html(
                "{} must not find this person, so the door does not show them a new name: they go on reading the names"
                " from before. Do not write the new name in anything that you let them read.",
                listed(seen.kept),
            )

    def record(self, by: Actor) -> Recorded:
        return actions.record_name(by=by, person=self.person, **self.cleaned_data)


class BirthForm(FactForm):
    """The date of birth and how well it is known."""

    title = "Date of birth"
    why = "What was believed before stays in the history."
    birth_knowledge = forms.ChoiceField(
        choices=BirthKnowledge.choices, widget=forms.RadioSelect, label="How well do we know it?"
    )
    born_on = PlainDateField(
        required=False, noun="The date", label="Date of birth, or when the baby is expected"
    )

    def prepare(self) -> None:
        known = Person.objects.filter(id=self.person).values("birth_knowledge", "born_on").first()
        self.initial = {**(known or {}), **self.initial}

    def record(self, by: Actor) -> Recorded:
        return actions.change_born(by=by, person=self.person, **self.cleaned_data)


class SexForm(FactForm):
    """Sex, as the returns ask it."""

    title = "Sex"
    why = "The returns ask this. How somebody wants to be spoken of belongs under what helps when we talk."
    sex = forms.ChoiceField(choices=Sex.choices, widget=forms.RadioSelect, label="Sex, as the returns ask it")

    def prepare(self) -> None:
        self.initial = {**_held(self.person, "sex"), **self.initial}

    def record(self, by: Actor) -> Recorded:
        return actions.change_sex(by=by, person=self.person, **self.cleaned_data)


class EthnicityForm(FactForm):
    """Ethnic group, by the DfE's code."""

    title = "Ethnic group"
    why = "Ask them, or their parents: it is what they say, and never what somebody guesses. The returns ask it."
    ethnicity = forms.ChoiceField(
        choices=[("", "Choose one"), *ETHNICITIES], label="Ethnic group, as they say it"
    )

    def prepare(self) -> None:
        self.initial = {**_held(self.person, "ethnicity"), **self.initial}

    def record(self, by: Actor) -> Recorded:
        return actions.record_ethnicity(by=by, person=self.person, **self.cleaned_data)


class DeathForm(FactForm):
    """The day on which somebody died."""

    title = "Death"
    why = (
        "Workers who may open this record will read this. It tells nobody in the family: do that yourself, with care."
        " If it was recorded wrongly, leave the day out."
    )
    died_on = PlainDateField(required=False, noun="The day", label="When did they die?")

    def prepare(self) -> None:
        self.initial = {**_held(self.person, "died_on"), **self.initial}

    def record(self, by: Actor) -> Recorded:
        return actions.record_death(by=by, person=self.person, **self.cleaned_data)


class NumberForm(FactForm):
    """A number that others know the person by."""

    title = "Record a number"
    why = "A number that does not add up is kept and marked: it may be what the letter says."
    scheme = forms.ChoiceField(choices=Scheme.choices, label="Whose number is it?")
    value = forms.CharField(max_length=40, required=False, label="The number")
    trace_status = forms.ChoiceField(
        choices=[("", "Not an NHS number"), *TraceStatus.choices],
        required=False,
        label="NHS number: how far traced?",
    )
    verified_on = PlainDateField(required=False, noun="The day", label="Last checked at its source on")
    reason_unknown = forms.ChoiceField(
        choices=UPN_UNKNOWN,
        required=False,
        label="No pupil number: why?",
        help_text="Only when there is none.",
    )

    def record(self, by: Actor) -> Recorded:
        return actions.record_identifier(by=by, person=self.person, **self.cleaned_data)


class LanguageForm(FactForm):
    """A language and how the person uses it."""

    title = "Record a language"
    why = "Sign languages too."
    language = forms.CharField(max_length=60, label="Language")
    use = forms.ChoiceField(
        choices=LanguageUse.choices, widget=forms.RadioSelect, label="How do they use it?"
    )

    def record(self, by: Actor) -> Recorded:
        return actions.record_language(by=by, person=self.person, **self.cleaned_data)


class NeedForm(FactForm):
    """What makes it easier to talk together."""

    title = "What helps when we talk together"
    why = "Large print, no calls before noon, a quiet room: in their words where you can."
    need = forms.CharField(max_length=200, label="What helps?")

    def record(self, by: Actor) -> Recorded:
        return actions.record_need(by=by, person=self.person, **self.cleaned_data)


class DisabilityForm(FactForm):
    """A disability, by the DfE's code."""

    title = "Record a disability"
    why = "The returns ask for this; help is planned from what the person says, not from this list."
    code = forms.ChoiceField(choices=DISABILITIES, label="Disability")

    def record(self, by: Actor) -> Recorded:
        return actions.record_disability(by=by, person=self.person, **self.cleaned_data)


def _held(person: UUID, column: str) -> dict[str, Any]:
    """What the record says of one thing, as its form shows it."""
    return dict(Person.objects.filter(id=person).values(column).first() or {})
