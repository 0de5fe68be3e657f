"""Forms of allocating: begin, hand over, end. Each asks whom of the family it is told to, by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from kith.access.allocating.told import Told
from kith.access.models.involvement import InvolvementRole
from kith.access.prepared import CHOICES, HELP
from kith.core.prepared import FIRST, SAY_HOW
from kith.design.formfields import PlainDateField
from kith.design.text import safe_text

NO = "no"
# Further away than this a day is a slip of the hand.
EARLIEST, AHEAD = date(1990, 1, 1), timedelta(days=366)


class DayField(PlainDateField):
    """A day on which work begins or ends."""

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        if day is not None and not EARLIEST <= day <= timezone.localdate() + AHEAD:
            raise forms.ValidationError(f"{self.noun} must be from 1990 to a year from now")
        return day


class ToldForm(forms.Form):
    """Whom of the family it is told to, and how they were prepared."""

    told = forms.MultipleChoiceField(
        label="Who is told, and sees this on their own page?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only those whom you tick. Others of the family see nothing of it.",
    )
    prepared = forms.ChoiceField(
        label="Have they been prepared for it?",
        required=False,
        widget=forms.RadioSelect,
        choices=CHOICES,
        help_text="If you ticked somebody. " + HELP,
    )
    how = forms.CharField(label="How?", max_length=300, required=False)

    def __init__(self, *args: Any, kin: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["told"].choices = [(str(each), safe_text(name)) for each, name in kin.items()]  # type: ignore[attr-defined]
        asked_here = [name for name in self.fields if name not in ToldForm.base_fields]
        self.order_fields([*asked_here, *ToldForm.base_fields])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("told"):
            if not given.get("prepared"):
                self.add_error("prepared", "Say whether they have been prepared for it")
            elif given["prepared"] != "yes":
                self.add_error("prepared", f"{FIRST} Or tick nobody for now.")
            if not given.get("how", "").strip():
                self.add_error("how", SAY_HOW)
        return given

    def who_is_told(self) -> Told:
        """Whom the form names (once it is valid)."""
        given = self.cleaned_data
        readers = tuple(UUID(each) for each in given["told"])
        return Told(readers, given["prepared"] == "yes", given["how"].strip()) if readers else Told()


class BeginForm(ToldForm):
    """In what role and from when a worker begins; and whether the family must not know yet."""

    role = forms.ChoiceField(label="As what?", choices=[("", "Choose a role"), *InvolvementRole.choices])
    on = DayField(
        noun="The first day",
        label="First day",
        help_text="The record opens to them on this day. Nothing waits for their yes.",
    )
    concern = forms.ChoiceField(
        label="Does this come from something the family is not told of?",
        widget=forms.RadioSelect,
        help_text="If it does, nothing on any family page shows that this worker is here.",
    )

    def __init__(self, *args: Any, concerns: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if concerns:
            known = [(each, f"Yes: {reason}") for each, reason in concerns]
            # Neither is chosen for the manager: a slip here would show behind a family's door.
            self.fields["concern"].choices = [(NO, "No"), *known]  # type: ignore[attr-defined]
        else:
            del self.fields["concern"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if "concern" not in self.fields and self.data.get("concern", NO) not in {"", NO}:
            # Taken as no, it would put the worker on the family's page.
            self.add_error(
                None, "What you chose is not open here any more. Look again before you add the worker"
            )
        if given.get("concern", NO) != NO and given.get("told"):
            self.add_error("told", "Tick nobody: the family is not told of this concern yet")
        return given

    def arises_from(self) -> UUID | None:
        """The concern that was chosen (once the form is valid)."""
        chosen = self.cleaned_data.get("concern", NO)
        return None if chosen == NO else UUID(chosen)


class HandOverForm(ToldForm):
    """From when the new lead leads, and why, as the family is told."""

    on = DayField(
        noun="The day of the change",
        label="Day of the change",
        help_text="The new lead begins and the old one ends on this day.",
    )
    reason = forms.CharField(
        label="Why? These are the words the family is told",
        max_length=120,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Such as: Rosa has moved to another team.",
    )


class PartingForm(HandOverForm):
    """A change of lead for one person: nobody's trusted worker is swapped without a word of theirs, and a goodbye."""

    family_view = forms.CharField(
        label="What do they think of it?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In their words. If nobody could be asked, say why.",
    )
    goodbye = forms.CharField(
        label="When do they say goodbye, and hello?",
        max_length=200,
        help_text="Such as: both visit on Monday. If there can be no visit, say why.",
    )


class EndForm(ToldForm):
    """When and why it ends, as the family is told."""

    on = DayField(
        noun="The day it ends",
        label="Day it ends",
        help_text="The record closes to them at the start of this day. Today closes it now.",
    )
    reason = forms.CharField(
        label="Why? These are the words the family is told",
        max_length=120,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
