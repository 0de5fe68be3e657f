"""Forms of an enquiry into harm. Each field says why it is asked and who will see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from kith.core.actor import Actor
from kith.design.formfields import PlainDateField
from kith.design.text import safe_text
from kith.help.actions import answer_offer
from kith.help.models import OfferAnswer
from kith.protection import actions
from kith.protection.models import EnquiryOutcome

WORDS = forms.Textarea(attrs={"rows": 3})


class BeginEnquiryForm(forms.Form):
    """A strategy discussion began an enquiry: of which day, about whom, and whether the family knows."""

    persons = forms.MultipleChoiceField(
        label="Which children is it about?", widget=forms.CheckboxSelectMultiple
    )
    strategy_on = PlainDateField(noun="The day", label="When was the strategy discussion that began it?")
    family = forms.ChoiceField(
        label="Does the family know?",
        widget=forms.RadioSelect,
        choices=[("not_yet", "Not yet: telling them now would not be safe"), ("told", "Yes, they were told")],
        help_text="If not, nothing that comes from this is shown on any family page until you say that they were told.",
    )
    said = forms.CharField(label="Why not yet? Or who was told what, and when?", max_length=300, widget=WORDS)

    def __init__(self, *args: Any, children: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["persons"].choices = [(str(each), safe_text(name)) for each, name in children.items()]  # type: ignore[attr-defined]

    def record(self, by: Actor) -> None:
        """Call the action. Raises CannotBeError and NotPermittedError."""
        given = self.cleaned_data
        known = given["family"] == "told"
        actions.begin_enquiry(
            by=by,
            persons=[UUID(each) for each in given["persons"]],
            strategy_on=given["strategy_on"],
            why_not_told="" if known else given["said"],
            who_was_told=given["said"] if known else "",
        )


class DecideEnquiryForm(forms.Form):
    """What it found; and the help that was offered, unless a conference follows."""

    outcome = forms.ChoiceField(
        label="What did the enquiry find?", widget=forms.RadioSelect, choices=EnquiryOutcome.choices
    )
    on = PlainDateField(noun="The day", label="When was it decided?")
    what = forms.CharField(
        label="Which help did you offer the family?",
        required=False,
        max_length=2000,
        widget=WORDS,
        help_text="Needed unless a conference follows: nobody is looked into and then left.",
    )
    offered_on = PlainDateField(required=False, noun="The day", label="When was it offered?")
    answer = forms.ChoiceField(
        label="What did they say?",
        required=False,
        widget=forms.RadioSelect,
        choices=[("", "No answer yet"), *OfferAnswer.choices],
    )
    answered_on = PlainDateField(required=False, noun="The day", label="When did they answer?")
    words = forms.CharField(label="In their own words", required=False, max_length=2000, widget=WORDS)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("what", "").strip() and not given.get("offered_on") and "offered_on" not in self.errors:
            self.add_error("offered_on", "Say when it was offered: enter a day, a month and a year")
        if given.get("answer") and not given.get("answered_on") and "answered_on" not in self.errors:
            self.add_error("answered_on", "Say when they answered: enter a day, a month and a year")
        return given

    def record(self, by: Actor, enquiry: UUID) -> None:
        """Call the action. Raises CannotBeError and NotPermittedError."""
        given = self.cleaned_data
        offered = None
        if given["what"].strip():
            answered = given["answered_on"] if given["answer"] else None
            offered = actions.Offered(
                given["what"], given["offered_on"], given["answer"], answered, given["words"]
            )
        actions.decide_enquiry(
            by=by, enquiry=enquiry, outcome=given["outcome"], on=given["on"], offered=offered
        )


class ConferenceForm(forms.Form):
    """The day of the first conference."""

    held_on = PlainDateField(noun="The day", label="When was the first child protection conference held?")

    def record(self, by: Actor, enquiry: UUID) -> None:
        """Call the action. Raises CannotBeError and NotPermittedError."""
        actions.record_initial_conference(by=by, enquiry=enquiry, held_on=self.cleaned_data["held_on"])


class AnswerForm(forms.Form):
    """What the family answered to the help that was offered as an enquiry ended."""

    answer = forms.ChoiceField(
        label="What did they say?", widget=forms.RadioSelect, choices=OfferAnswer.choices
    )
    answered_on = PlainDateField(noun="The day", label="When did they answer?")
    words = forms.CharField(label="In their own words", required=False, max_length=2000, widget=WORDS)

    def record(self, by: Actor, offer: UUID) -> None:
        """Call the action. Raises NotPermittedError."""
        given = self.cleaned_data
        answer_offer(
            by=by, offer=offer, answer=given["answer"], on=given["answered_on"], words=given["words"]
        )
