"""The steps of the time before court: a form for each, and the action that it calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms

from kith.core.actor import Actor
from kith.design.formfields import PlainDateField
from kith.protection import actions

YES_NO = [("yes", "Yes"), ("no", "No")]


class BeginForm(forms.Form):
    on = PlainDateField(noun="The day", label="On which day did the legal planning meeting decide it?")


class LetterForm(forms.Form):
    sent_on = PlainDateField(noun="The day it was sent", label="When was it sent?")
    offered = forms.ChoiceField(
        label="Does it offer the family its own meeting?",
        widget=forms.RadioSelect,
        choices=YES_NO,
        help_text="Say what the letter says. One without the offer is recorded too.",
    )


class MeetingForm(forms.Form):
    held_on = PlainDateField(noun="The day of the meeting", label="When was it held?")


class EndForm(forms.Form):
    on = PlainDateField(noun="The day", label="When was it decided?")
    because = forms.CharField(
        label="Why does it end?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A line for the story. Staff see it; the family does once you share it.",
    )
    outcome = forms.ChoiceField(
        label="Which code does the census take for this?",
        widget=forms.RadioSelect,
        choices=[(code, code) for code in actions.CODES],
        help_text="What A, B and C mean stands in the census guide of the year.",
    )


class HearingForm(forms.Form):
    held_on = PlainDateField(noun="The day of the hearing", label="When was the first hearing?")


class CourtEndForm(forms.Form):
    on = PlainDateField(noun="The day", label="On which day did they end?")
    how = forms.CharField(
        label="How did they end?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Which order was made, or that there is none. A line for the story, which staff see.",
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `record` takes the actor, what it is of (the child for the first, the time before court for the
    others) and what was typed; it raises CannotBeError and NotPermittedError."""

    title: str
    why: str
    form: type[forms.Form]
    record: Callable[[Actor, UUID, Mapping[str, Any]], object]


BEGIN = Step(
    "The time before court begins",
    "From this day the parents have a last chance to change things before a court is asked.",
    BeginForm,
    lambda by, child, given: actions.begin_pre_proceedings(by=by, person=child, on=given["on"]),
)
STEPS: dict[str, Step] = {
    "begin": BEGIN,
    "letter": Step(
        "The letter before proceedings",
        "From this letter on the parents get free legal help. The law asks that it offers the family its own meeting.",
        LetterForm,
        lambda by, matter, given: actions.record_letter(
            by=by,
            pre_proceedings=matter,
            sent_on=given["sent_on"],
            meeting_offered=given["offered"] == "yes",
        ),
    ),
    "meeting": Step(
        "A meeting before court",
        "The first meeting, and each that looks at things again, is counted for the children in need census.",
        MeetingForm,
        lambda by, matter, given: actions.record_meeting_before_court(
            by=by, pre_proceedings=matter, held_on=given["held_on"]
        ),
    ),
    "end": Step(
        "The time before court ends",
        "Things got better, or the council goes to court. Either way the family is told.",
        EndForm,
        lambda by, matter, given: actions.decide_pre_proceedings(
            by=by,
            pre_proceedings=matter,
            on=given["on"],
            outcome=given["outcome"],
            why=given["because"],
        ),
    ),
}
IN_COURT: dict[str, Step] = {
    "hearing": Step(
        "The first hearing",
        "The hearing at which the court plans the proceedings. The court lists it.",
        HearingForm,
        lambda by, application, given: actions.record_first_hearing(
            by=by, application=application, held_on=given["held_on"]
        ),
    ),
    "end": Step(
        "The proceedings ended",
        "The law asks that a court makes up its mind within 26 weeks, unless it gives itself longer.",
        CourtEndForm,
        lambda by, application, given: actions.end_application(
            by=by, application=application, on=given["on"], how=given["how"]
        ),
    ),
}
"""The steps of an application, by its id."""
