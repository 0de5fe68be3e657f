"""What workers fill in: an offer, an answer, an exemption, a coordinator asked, the council's answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from kith.access.prepared import prepared_fields
from kith.decisions.forms.fields import Day, line, offer, one_of, some_of, words
from kith.decisions.models.family_plan import Answered
from kith.decisions.models.offer import MeetingKind, OfferAnswered, OfferStage

NO = "no"


class OfferForm(forms.Form):
    """An offer: of what, about whom, to whom, how it was explained."""

    kind = one_of("What do you offer?", MeetingKind.choices)
    children = some_of("Which children is it about?", hint="Only children whose records are open to you.")
    offered_to = some_of(
        "To whom did you offer it?", hint="Parents, and others with parental responsibility first."
    )
    on = Day(label="When did you offer it?", noun="The day")
    how_explained = words(
        "How did you explain it?", 500, hint="Who explained it, in which language, and what they could keep."
    )
    stage = one_of("Where are you with the family?", OfferStage.choices)
    in_letter = one_of("Does it stand in the letter before proceedings?", [("yes", "Yes"), ("no", "No")])
    concern = one_of(
        "Does this come from something the family is not told of?",
        hint="If it does, nothing of it is on any family page until they are told.",
    )

    def __init__(
        self,
        *args: Any,
        children: Mapping[UUID, str],
        kin: Mapping[UUID, str],
        concerns: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["children"], children)
        offer(self.fields["offered_to"], kin)
        if concerns:
            # Neither is chosen for the worker: a slip here would show behind a family's door.
            self.fields["concern"].choices = [(NO, "No"), *((each, f"Yes: {why}") for each, why in concerns)]  # type: ignore[attr-defined]
        else:
            del self.fields["concern"]

    @property
    def covert(self) -> UUID | None:
        """The concern that was chosen (once the form is valid)."""
        chosen = self.cleaned_data.get("concern", NO)
        return None if chosen == NO else UUID(chosen)


class AnswerForm(forms.Form):
    """What somebody answered."""

    person = one_of("Who answered?")
    answer = one_of("What did they say?", OfferAnswered.choices)
    on = Day(label="When?", noun="The day")
    words = words("In their own words", required=False)

    def __init__(self, *args: Any, people: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["person"], people)


class ShareForm(forms.Form):
    """On whose page the offer is put."""

    reader = one_of(
        "On whose page?", hint="They can answer there. Nobody else of the family sees their answer."
    )
    prepared, how_prepared = prepared_fields()

    def __init__(self, *args: Any, people: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["reader"], people)


class ExemptForm(forms.Form):
    """Why a meeting would be against the child's best interests."""

    reason = words("Why would a meeting be against this child’s best interests?", 2000, rows=5)
    asked_by = forms.ChoiceField(
        label="Who asked for this?", help_text="You cannot decide what you asked for."
    )
    on = Day(label="When did you decide it?", noun="The day")

    def __init__(self, *args: Any, workers: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["asked_by"], workers)
        self.fields["asked_by"].choices = [("", "Choose a worker"), *self.fields["asked_by"].choices]  # type: ignore[attr-defined]


class CoordinatorForm(forms.Form):
    """Who is asked to prepare it, and what they are told."""

    coordinator = one_of(
        "Who prepares it?", hint="Somebody independent: not their worker, nor their worker’s manager."
    )
    why_agreed = words("What is the meeting for?", hint="In words that you agreed with the family.")
    safety_notes = words(
        "What must the coordinator know to keep people safe?",
        required=False,
        hint="Who has hurt whom, who must not meet. No address. They do not see the record.",
    )
    network = some_of(
        "Whom of the record could the family ask?",
        required=False,
        hint="The coordinator settles with the family who is asked.",
    )
    on = Day(label="When did you ask them?", noun="The day")

    def __init__(
        self, *args: Any, coordinators: Mapping[UUID, str], kin: Mapping[UUID, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["coordinator"], coordinators)
        offer(self.fields["network"], kin)
        if not kin:
            del self.fields["network"]


class PartForm(forms.Form):
    """The council's answer to one part of the family's plan."""

    answer = one_of("What do you answer?", Answered.choices)
    reason = words("Why? In words for the family", hint="You decide on safety alone. Say it plainly.")
    gives = line("What does the council give towards it?", 500, hint="Such as: bus fares until March.")
    on = Day(label="When?", noun="The day")
