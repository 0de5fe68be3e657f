"""One who asked: their words, how to reach them safely, and what is done next. Every look is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.advice.actions import answering, writing
from kith.advice.actions.words import TABLE
from kith.advice.desk.finding import chat_of
from kith.advice.keeping.actions import go_on
from kith.advice.models import WHY_NOT, Adviser, Contact, ContactWords, Look, Outcome, State, WordsField
from kith.advice.roles import Permission
from kith.advice.sealed import unseal
from kith.advice.web.acting import looked_at
from kith.advice.web.gates import DeskRequest, desk_who_may
from kith.core.action import CannotBeError
from kith.core.once import once

DOES = [
    ("take", "I have it"),
    ("write", "Put my answer where they read it"),
    ("answer", "It is answered"),
    ("unmet", "We could not help"),
    ("no_answer", "I rang, and nobody answered"),
    ("give_back", "It waits for another adviser"),
    ("email", "Send the e-mail that there is an answer"),
    ("went", "They went before we answered"),
    ("go_on", "It still goes on: keep it"),
]


class StepForm(forms.Form):
    """What was done, and what it needs."""

    does = forms.ChoiceField(label="What happened?", choices=DOES, widget=forms.RadioSelect)
    written = forms.CharField(
        label="The answer, as they read it", required=False, max_length=8000,
        help_text="They open it on our pages, with their reference and their word.",
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
    )  # fmt: skip
    minutes = forms.IntegerField(
        label="Minutes that it took", required=False, min_value=0, max_value=answering.LONGEST_MINUTES,
        error_messages={"invalid": "Minutes are a whole number, like 25"},
    )  # fmt: skip
    outcome = forms.ChoiceField(
        label="What came of it", required=False, choices=[("", "Choose"), *Outcome.choices]
    )
    reason = forms.ChoiceField(
        label="Why we could not help", required=False, choices=[("", "Choose"), *WHY_NOT]
    )
    alternative = forms.CharField(
        label="Who or what else they were told of", required=False, max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    note = forms.CharField(
        label="Note for the next adviser", required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )  # fmt: skip

    def clean(self) -> dict[str, object]:
        """Minutes go with an answer."""
        given = super().clean() or {}
        if given.get("does") == "write" and not str(given.get("written") or "").strip():
            self.add_error("written", "Write what they are to read")
        if given.get("does") == "answer" and given.get("minutes") is None and "minutes" not in self.errors:
            self.add_error("minutes", "Say how many minutes it took")
        return given


@dataclass(frozen=True, slots=True)
class Note:
    """What an adviser wrote."""

    at: datetime
    by: str
    words: str


@desk_who_may(Permission.ANSWER)
@once
def desk_contact(request: DeskRequest, contact_id: UUID) -> HttpResponse:
    """The words are unsealed for this page alone, and the look is logged before it leaves."""
    found = Contact.objects.select_related("chat").filter(id=contact_id).first()
    if found is None:
        raise Http404
    if (chat := chat_of(found)) is not None:
        return redirect("desk_chat", chat_id=chat)
    form = StepForm(
        request.POST or None, initial={"does": "take" if found.state == State.WAITING else "answer"}
    )
    form.fields["does"].choices = _steps(found)  # type: ignore[attr-defined]
    if not found.answer_key or found.state != State.TAKEN:
        del form.fields["written"]
    if request.method == "POST" and form.is_valid():
        try:
            _do(request, contact_id, form.cleaned_data)
        except CannotBeError as cannot:
            form.add_error(cannot.field or None, cannot.message)
        else:
            goes_on = form.cleaned_data["does"] in {"take", "email", "write"}
            return redirect("desk_contact", contact_id=contact_id) if goes_on else redirect("desk")
    words, notes, taken_by = *_words(contact_id), found.taken_by
    looked_at(contact_id, "contact")
    context = {
        "c": found, "form": form, "words": words, "notes": notes, "here": "/desk/", "now": timezone.now(),
        "over": found.ended_at is not None, "looks": _looks(request, contact_id),
        "taken_by": Adviser.objects.filter(id=taken_by).first() if taken_by else None,
    }  # fmt: skip
    return render(request, "advice/desk/contact.html", context)


def _steps(found: Contact) -> list[tuple[str, str]]:
    left = dict(DOES)
    if found.state != State.WAITING:
        del left["take"]
    else:
        del left["give_back"], left["no_answer"], left["email"], left["write"]
    if not found.may_ring:
        left.pop("no_answer", None)
    if not found.may_email:
        left.pop("email", None)
    if not found.answer_key:
        left.pop("write", None)
    if found.leaving_on is None:
        del left["go_on"]
    return list(left.items())


def _do(request: DeskRequest, contact: UUID, given: dict[str, object]) -> None:
    by, note = request.actor, str(given["note"])
    match given["does"]:
        case "take":
            answering.take(by=by, contact=contact)
        case "answer":
            answering.answer(
                by=by,
                contact=contact,
                minutes=int(str(given["minutes"])),
                outcome=str(given["outcome"]),
                note=note,
            )
        case "unmet":
            answering.could_not_help(
                by=by,
                contact=contact,
                reason=str(given["reason"]),
                alternative=str(given["alternative"]),
                minutes=None if given["minutes"] is None else int(str(given["minutes"])),
                note=note,
            )
        case "email":
            writing.write_to(by=by, contact=contact)
        case "write":
            writing.write_answer(by=by, contact=contact, words=str(given["written"]))
        case "go_on":
            go_on(by=by, contact=contact)
        case "went":
            answering.went_away(by=by, contact=contact)
        case does:
            answering.give_back(by=by, contact=contact, no_answer=does == "no_answer", note=note)


def _looks(request: DeskRequest, contact: UUID) -> list[tuple[datetime, str]]:
    """Who has looked, the newest first, for whoever manages. Two statements; none for others."""
    if not request.user.may(Permission.MANAGE):
        return []
    names = dict(Adviser.objects.values_list("id", "display_name"))
    rows = Look.objects.filter(contact=contact).order_by("-at").values_list("at", "actor")[:50]
    return [(at, names.get(who, "")) for at, who in rows]


def _words(contact: UUID) -> tuple[list[tuple[str, str]], list[Note]]:
    """What they said, and the notes: two statements."""
    names = dict(Adviser.objects.values_list("id", "display_name"))
    said: list[tuple[str, str]] = []
    notes: list[Note] = []
    for row in ContactWords.objects.filter(contact=contact).order_by("at", "field"):
        words = unseal(row.sealed, TABLE, row.id, row.field)
        if row.field == WordsField.NOTE:
            notes.append(Note(row.at, names.get(row.by, "the public's door"), words))
        else:
            said.append((str(WordsField(row.field).label), words))
    return said, notes
