"""The one form of those who ask: in writing, or for a call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from kith.advice.actions.asking import Asked
from kith.advice.asking.answers import SHORTEST
from kith.advice.asking.slots import Slot, choices_of, chosen_of
from kith.advice.models import Asker, Channel, DeadlineKind, EmailHours, Topic, WordsField
from kith.design.formfields import PlainDateField
from kith.marked import marked

RING, EMAIL, MYSELF = "ring", "email", "myself"
HOW = [
    (RING, marked("Ring me, at a time that is safe")),
    (EMAIL, marked("Send me an e-mail that only says there is an answer")),
    (MYSELF, marked("Do not contact me. I will ring you or come back")),
]
QUIET = {"autocomplete": "off"}


class AskForm(forms.Form):
    """Safe contact first, then what it is about. A name is never needed."""

    how = forms.ChoiceField(
        label=marked("How may we answer you?"), choices=HOW, widget=forms.RadioSelect,
        error_messages={"required": marked("Choose how we may answer you")},
    )  # fmt: skip
    phone = forms.CharField(
        label=marked("A number that is safe to ring"), required=False, max_length=30,
        help_text=marked("Only if you chose a call. We never show our number."),
        widget=forms.TextInput(attrs={**QUIET, "type": "tel", "inputmode": "tel"}),
    )  # fmt: skip
    slot = forms.ChoiceField(
        label=marked("When is a call safe?"), required=False,
        help_text=marked("We ring in these two hours and at no other time."),
    )  # fmt: skip
    may_leave_message = forms.BooleanField(
        label=marked("You may leave a message that says only “please ring back”"), required=False
    )
    ask_for = forms.CharField(
        label=marked("If somebody else answers, what should we say?"), required=False, max_length=200,
        help_text=marked("For example: “We rang about the survey.” If you leave this empty, we say sorry, wrong number."),
        widget=forms.TextInput(attrs=QUIET),
    )  # fmt: skip
    email = forms.EmailField(
        label=marked("An e-mail address that only you read"), required=False, max_length=254,
        widget=forms.EmailInput(attrs=QUIET),
        error_messages={"invalid": marked("The e-mail address needs an @, like name@example.com")},
    )  # fmt: skip
    email_hours = forms.ChoiceField(
        label=marked("When is an e-mail safe?"), required=False,
        choices=[("", marked("Choose a time")), *EmailHours.choices],
        help_text=marked("It comes then and at no other time."),
    )  # fmt: skip
    word = forms.CharField(
        label=marked("A word to read our answer with"), required=False, max_length=60,
        help_text=marked(
            "Our answer stands on these pages. You open it with your reference and this word. Choose one that nobody who "
            "knows you would guess. Leave it empty if you would rather ring."
        ),
        widget=forms.TextInput(attrs={**QUIET, "autocapitalize": "none", "spellcheck": "false"}),
    )  # fmt: skip
    name = forms.CharField(
        label=marked("What may we call you?"), required=False, max_length=80,
        help_text=marked("It need not be your name."), widget=forms.TextInput(attrs=QUIET),
    )  # fmt: skip
    asker = forms.ChoiceField(
        label=marked("Who are you?"), choices=Asker.choices, widget=forms.RadioSelect,
        error_messages={"required": marked("Choose who you are")},
    )  # fmt: skip
    topic = forms.ChoiceField(
        label=marked("What is it about?"), choices=Topic.choices, widget=forms.RadioSelect,
        error_messages={"required": marked("Choose what it is about")},
    )  # fmt: skip
    deadline_kind = forms.ChoiceField(
        label=marked("Is there a date that you must be ready for?"), choices=DeadlineKind.choices, required=False,
        help_text=marked("Those with the nearest date come first."),
    )  # fmt: skip
    deadline_on = PlainDateField(label=marked("Which day is it?"), noun="That day", required=False)
    question = forms.CharField(
        label=marked("What do you want to know?"), max_length=4000, required=False,
        help_text=marked("Please write no names of children."),
        widget=forms.Textarea(attrs={"rows": 6, **QUIET}),
    )  # fmt: skip

    with_me = forms.BooleanField(required=False, widget=forms.HiddenInput())

    def __init__(self, data: Any = None, *, channel: str, offered: Sequence[Slot], today: date) -> None:
        super().__init__(data)
        self.channel, self.today = channel, today
        self._offered = chosen_of(offered)
        chosen: forms.ChoiceField = self.fields["slot"]  # type: ignore[assignment]
        chosen.choices = choices_of(offered)
        if channel == Channel.CALL_BACK:
            for name in ("how", "email", "email_hours", "word"):
                del self.fields[name]
            phone = self.fields["phone"]
            phone.required = chosen.required = True
            phone.help_text = marked("We never show our number.")
            phone.error_messages["required"] = marked("Give a number that is safe to ring")
            chosen.error_messages["required"] = marked("Choose when a call is safe")
        else:
            self.fields["question"].required = True
            self.fields["question"].error_messages["required"] = marked("Write what you want to know")
            if not offered:
                how: forms.ChoiceField = self.fields["how"]  # type: ignore[assignment]
                how.choices = [each for each in HOW if each[0] != RING]

    def clean(self) -> dict[str, Any]:
        """What is needed hangs on how they may be answered; what was not chosen is not kept."""
        given = super().clean() or {}
        how = RING if self.channel == Channel.CALL_BACK else given.get("how")
        if how == RING and "phone" not in self.errors and not given.get("phone", "").strip():
            self.add_error("phone", marked("Give a number that is safe to ring"))
        if how == RING and "slot" not in self.errors and not given.get("slot"):
            self.add_error("slot", marked("Choose when a call is safe"))
        if how == EMAIL and "email" not in self.errors and not given.get("email"):
            self.add_error("email", marked("Give an e-mail address that only you read"))
        if how == EMAIL and "email_hours" not in self.errors and not given.get("email_hours"):
            self.add_error("email_hours", marked("Choose when an e-mail is safe"))
        if (word := given.get("word", "").strip()) and len(word) < SHORTEST:
            self.add_error("word", marked("Use at least 6 letters or figures"))
        kind, day = given.get("deadline_kind"), given.get("deadline_on")
        if kind and not day and "deadline_on" not in self.errors:
            self.add_error("deadline_on", marked("Give the day, or choose “No date yet”"))
        if kind and day and day < self.today:
            self.add_error(
                "deadline_on", marked("That day is over: give the next date that you must be ready for")
            )
        return given

    def asked(self) -> Asked:
        """What was asked, once the form is valid."""
        given = self.cleaned_data
        how = RING if self.channel == Channel.CALL_BACK else given["how"]
        words = {WordsField.NAME: given["name"], WordsField.QUESTION: given["question"]}
        if how == RING:
            words |= {WordsField.PHONE: given["phone"], WordsField.ASK_FOR: given["ask_for"]}
        if how == EMAIL:
            words[WordsField.EMAIL] = given["email"]
        return Asked(
            channel=self.channel,
            asker=given["asker"],
            topic=given["topic"],
            deadline_kind=given["deadline_kind"],
            deadline_on=given["deadline_on"],
            may_ring=how == RING,
            may_leave_message=given["may_leave_message"],
            may_email=how == EMAIL,
            email_hours=given["email_hours"] if how == EMAIL else "",
            word=given.get("word", ""),
            introduced=given["with_me"],
            ring=self._offered.get(given["slot"]) if how == RING else None,
            words={str(name): str(value) for name, value in words.items()},
        )
