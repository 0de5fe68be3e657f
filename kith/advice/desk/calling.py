"""A call on the line: begun, waiting, to be rung back, or gone. Nobody's name is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.advice.actions.answering import call_came
from kith.advice.actions.asking import Asked
from kith.advice.asking.slots import Slot, choices_of, chosen_of, slots
from kith.advice.models import Asker, Channel, DeadlineKind, Topic, WordsField
from kith.advice.opening.queries import rotas
from kith.advice.roles import Permission
from kith.advice.web.gates import DeskRequest, desk_who_may
from kith.core.action import CannotBeError
from kith.core.once import once
from kith.design.formfields import PlainDateField

BECAME = [
    ("talk", "I talk with them now"),
    ("hold", "They wait on the line for an adviser"),
    ("back", "They want us to ring back"),
    ("gone", "They rang off before anybody could answer"),
]


class CallForm(forms.Form):
    """Who rings, what about, by when, and what becomes of it."""

    became = forms.ChoiceField(label="What now?", choices=BECAME, widget=forms.RadioSelect, initial="talk")
    asker = forms.ChoiceField(label="Who rings?", choices=Asker.choices, widget=forms.RadioSelect)
    topic = forms.ChoiceField(label="What is it about?", choices=Topic.choices, widget=forms.RadioSelect)
    deadline_kind = forms.ChoiceField(
        label="Is there a date that they must be ready for?", choices=DeadlineKind.choices, required=False,
        help_text="Those with the nearest date come first.",
    )  # fmt: skip
    deadline_on = PlainDateField(label="Which day is it?", noun="That day", required=False)
    phone = forms.CharField(
        label="A number that is safe to ring", required=False, max_length=30,
        help_text="Only to ring back. Ask whether they are sure that nobody else answers it.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "tel", "inputmode": "tel"}),
    )  # fmt: skip
    slot = forms.ChoiceField(label="When is a call safe?", required=False)
    may_leave_message = forms.BooleanField(label="We may leave a message: “please ring back”", required=False)
    ask_for = forms.CharField(
        label="If somebody else answers, what do we say?", required=False, max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, data: Any, *, offered: Sequence[Slot], today: date) -> None:
        super().__init__(data)
        self._offered, self._today = chosen_of(offered), today
        chosen: forms.ChoiceField = self.fields["slot"]  # type: ignore[assignment]
        chosen.choices = choices_of(offered)

    def clean(self) -> dict[str, Any]:
        """A date needs its day; ringing back needs a number and a time."""
        given = super().clean() or {}
        kind, day = given.get("deadline_kind"), given.get("deadline_on")
        if kind and not day and "deadline_on" not in self.errors:
            self.add_error("deadline_on", "Give the day, or choose “No date yet”")
        if kind and day and day < self._today:
            self.add_error("deadline_on", "That day is over: give the next date that they must be ready for")
        if given.get("became") == "back":
            for name, missing in (("phone", "Give the number"), ("slot", "Choose when a call is safe")):
                if name not in self.errors and not given.get(name, "").strip():
                    self.add_error(name, missing)
        return given

    def asked(self) -> Asked:
        """What was told, once the form is valid; a number is kept for ringing back alone."""
        given = self.cleaned_data
        back = given["became"] == "back"
        words = {WordsField.PHONE: given["phone"], WordsField.ASK_FOR: given["ask_for"]} if back else {}
        return Asked(
            channel=Channel.PHONE,
            asker=given["asker"],
            topic=given["topic"],
            deadline_kind=given["deadline_kind"],
            deadline_on=given["deadline_on"],
            may_ring=back,
            may_leave_message=back and given["may_leave_message"],
            ring=self._offered.get(given["slot"]) if back else None,
            words={str(name): str(value) for name, value in words.items()},
        )


@desk_who_may(Permission.ANSWER)
@once
def desk_call(request: DeskRequest) -> HttpResponse:
    """A call came: begin its record, put it in the queue, or count one that was lost."""
    now = timezone.now()
    today = timezone.localdate(now)
    form = CallForm(request.POST or None, offered=slots(rotas(today)[Channel.CALL_BACK], now), today=today)
    if request.method == "POST" and form.is_valid():
        became = form.cleaned_data["became"]
        try:
            contact = call_came(by=request.actor, asked=form.asked(), became=became)
        except CannotBeError as cannot:
            form.add_error(cannot.field or None, cannot.message)
        else:
            return redirect("desk_contact", contact_id=contact) if became == "talk" else redirect("desk")
    return render(request, "advice/desk/call.html", {"form": form, "here": "/desk/"})
