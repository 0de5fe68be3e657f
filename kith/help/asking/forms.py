"""Asking for help: five questions, the way that is safe first. Nothing but one way to answer is required."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.help.asking.ask import Asking
from kith.help.models.request import LONG, SHORT, How, SafeTo
from kith.marked import marked

NO_WAY = "none"
WAYS = [*SafeTo.choices, (NO_WAY, marked("Do not contact me. I will get in touch with you"))]
NEEDS = {SafeTo.CALL: "phone", SafeTo.TEXT: "phone", SafeTo.EMAIL: "email", SafeTo.POST: "address"}
MISSING = {
    "phone": marked("Enter the number, or take away the tick beside ringing and texts"),
    "email": marked("Enter the email address, or take away the tick beside email"),
    "address": marked("Enter the address, or take away the tick beside letters"),
}


def line(label: str, hint: str = "", *, long: int = SHORT, **attrs: str) -> forms.CharField:
    """One line, which the browser is not to keep for whoever has the phone next."""
    box = forms.TextInput(attrs={"autocomplete": "off", **attrs})
    return forms.CharField(label=label, help_text=hint, max_length=long, required=False, widget=box)


def words(label: str, hint: str = "", rows: int = 4) -> forms.CharField:
    """Several lines, in the asker's own words."""
    box = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return forms.CharField(label=label, help_text=hint, max_length=LONG, required=False, widget=box)


class AskForm(forms.Form):
    """What somebody asks for themself or their family."""

    how = How.SELF
    safe_to = forms.MultipleChoiceField(
        label=marked("1. How may we answer you, so that it is safe?"),
        help_text=marked("Tick all that are safe. We use no other way."),
        choices=WAYS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": marked("Tick a safe way to answer you, or that you will get in touch")},
    )
    phone = line(marked("Phone number"), inputmode="tel")
    email = line(marked("Email"), inputmode="email")
    address = words(marked("Address for a letter"), rows=3)
    when_safe = line(marked("When is it safe?"), marked("Such as: weekdays from 10 to 2."))
    who_else_sees = line(marked("Does anybody else see this phone, email or post?"))
    not_safe_to_say = line(
        marked("In a message: what should we say, or never say?"),
        marked("Such as: say you ring about school."),
    )
    urgent = forms.ChoiceField(
        label=marked("2. Is somebody not safe today?"),
        help_text=marked("If somebody is in danger now, ring 999. Do not wait for us."),
        choices=[("yes", marked("Yes")), ("no", marked("No")), ("unsure", marked("I am not sure"))],
        widget=forms.RadioSelect,
        required=False,
    )
    who_asks = line(marked("3. What may we call you?"), marked("Any name you like."))
    language = line(marked("What language do you like best?"), long=60)
    for_whom = words(marked("Who needs help?"), marked("Such as: me and my two children."), rows=2)
    what_is_hard = words(marked("4. What is hard just now?"))
    what_would_help = words(marked("5. What would help?"), marked("If you do not know, leave it out."))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        ways = given.get("safe_to", [])
        if NO_WAY in ways and len(ways) > 1:
            self.add_error(
                "safe_to", marked("You ticked that we must not contact you, and a way to do it. Choose one")
            )
        else:
            for field in sorted({NEEDS[SafeTo(way)] for way in ways if way != NO_WAY}):
                if field in given and not given[field].strip():
                    self.add_error(field, MISSING[field])
        said = ("what_is_hard", "what_would_help", "for_whom")
        if all(name in given and not given[name].strip() for name in said) and given.get("urgent") != "yes":
            self.add_error("what_is_hard", marked("Say in a few words what is hard. One word is enough"))
        return given

    def asking(self) -> Asking:
        """What was asked (once the form is valid)."""
        given = dict(self.cleaned_data)
        ways = tuple(each for each in given.pop("safe_to") if each != NO_WAY)
        # Not sure counts as yes: nobody waits because of a word.
        urgent = given.pop("urgent") in {"yes", "unsure"}
        knows = {"yes": True, "no": False}.get(given.pop("family_knows", ""))
        return Asking(
            how=given.pop("how", self.how), safe_to=ways, urgent=urgent, family_knows=knows, **given
        )


class WorriedForm(AskForm):
    """What somebody asks for another: a neighbour, a grandmother, a teacher, a nurse."""

    how = forms.ChoiceField(  # type: ignore[assignment]  # chosen here, and always "self" above
        label=marked("Do you ask at work?"),
        choices=[(How.OTHER, marked("No: I know them")), (How.PROFESSIONAL, marked("Yes: I work with them"))],
        widget=forms.RadioSelect,
        error_messages={"required": marked("Say whether you ask at work")},
    )
    service = line(marked("If at work: where, and as what?"), marked("Such as: teacher, Hill School."))
    family_knows = forms.ChoiceField(
        label=marked("Does the family know that you ask?"),
        help_text=marked("Tell them if it is safe. If it could put somebody in danger, do not."),
        choices=[("yes", marked("Yes")), ("no", marked("No"))],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["for_whom"].help_text = marked("Their names and where they live, as far as you know.")
        self.order_fields(
            ["safe_to", "phone", "email", "address", "when_safe", "urgent", "how", "service", "family_knows"]
        )
