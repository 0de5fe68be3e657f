"""Forms of the time before court. Each field says why it is asked."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django import forms

from kith.core.action import NotPermittedError
from kith.core.actor import Actor
from kith.design.formfields import PlainDateField
from kith.protection import actions


def still_open(matter: UUID | None) -> UUID:
    """The time before court that a step belongs to. Raises NotPermittedError where it has ended meanwhile."""
    if matter is None:
        raise NotPermittedError("The time before court has ended: a colleague may have said so.")
    return matter


YES_NO = [("yes", "Yes"), ("no", "No")]


class StepForm(forms.Form):
    """One step. `needs_open`: there must be a time before court that has not ended."""

    title: ClassVar[str] = ""
    why: ClassVar[str] = ""
    needs_open: ClassVar[bool] = True

    def record(self, by: Actor, person: UUID, matter: UUID | None) -> None:
        """Call the action. Raises CannotBeError and NotPermittedError."""
        raise NotImplementedError


class BeginForm(StepForm):
    title = "The time before court begins"
    why = "From this day the parents have a last chance to change things before a court is asked."
    needs_open = False
    on = PlainDateField(noun="The day", label="On which day did the legal planning meeting decide it?")

    def record(self, by: Actor, person: UUID, matter: UUID | None) -> None:
        actions.begin_pre_proceedings(by=by, person=person, on=self.cleaned_data["on"])


class LetterForm(StepForm):
    title = "The letter before proceedings"
    why = "From this letter on the parents get free legal help. The law asks that it offers the family its own meeting."
    sent_on = PlainDateField(noun="The day it was sent", label="When was it sent?")
    offered = forms.ChoiceField(
        label="Does it offer the family its own meeting?",
        widget=forms.RadioSelect,
        choices=YES_NO,
        help_text="Say what the letter says. One without the offer is recorded too.",
    )

    def record(self, by: Actor, person: UUID, matter: UUID | None) -> None:
        actions.record_letter(
            by=by,
            pre_proceedings=still_open(matter),
            sent_on=self.cleaned_data["sent_on"],
            meeting_offered=self.cleaned_data["offered"] == "yes",
        )


class MeetingForm(StepForm):
    title = "A meeting before court"
    why = (
        "The first meeting, and each that looks at things again, is counted for the children in need census."
    )
    held_on = PlainDateField(noun="The day of the meeting", label="When was it held?")

    def record(self, by: Actor, person: UUID, matter: UUID | None) -> None:
        actions.record_meeting_before_court(
            by=by, pre_proceedings=still_open(matter), held_on=self.cleaned_data["held_on"]
        )


class EndForm(StepForm):
    title = "The time before court ends"
    why = "Things got better, or the council goes to court. Either way the family is told."
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

    def record(self, by: Actor, person: UUID, matter: UUID | None) -> None:
        given = self.cleaned_data
        actions.decide_pre_proceedings(
            by=by,
            pre_proceedings=still_open(matter),
            on=given["on"],
            outcome=given["outcome"],
            why=given["because"],
        )


STEPS: dict[str, type[StepForm]] = {
    "begin": BeginForm,
    "letter": LetterForm,
    "meeting": MeetingForm,
    "end": EndForm,
}
