"""Using somebody's own words elsewhere: ask them, write down what they say, and tell them what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.story.actions import uses as actions
from kith.story.models import EventKind, WordsUse
from kith.story.models.words_use import Say, Use
from kith.story.queries import event_page, may_be_readers
from kith.story.queries.event import EventPage
from kith.story.queries.names import names
from kith.story.queries.uses import uses_of
from kith.story.queries.words import on_their_way


def _area(label: str, missing: str, hint: str = "", most: int = 300) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=hint,
        error_messages={"required": missing},
    )


def _one_of(label: str, choices: list[tuple[str, str]], missing: str, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        help_text=hint,
        error_messages={"required": missing},
    )


YES_NO = [("yes", "Yes"), ("no", "No")]


class AskForm(forms.Form):
    """For what they are asked."""

    use = _one_of("How would they be used?", list(Use.choices), "Say how they would be used")
    for_what = _area(
        "For what?", "Say for what", "They read this on their own page. Say it as you would to them.", 200
    )
    reader = forms.ChoiceField(
        label="Who would read them?",
        required=False,
        help_text="For letting somebody of the family read them, and for a parent who asked to see the file.",
    )

    def __init__(self, *args: Any, readers: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Nobody of the family"), *((str(each), name) for each, name in readers.items())]
        self.fields["reader"].choices = choices  # type: ignore[attr-defined]

    def clean_use(self) -> Use:
        return Use(self.cleaned_data["use"])

    def clean_reader(self) -> UUID | None:
        return UUID(self.cleaned_data["reader"]) if self.cleaned_data["reader"] else None


class SaidForm(forms.Form):
    """What they said to the worker."""

    says = _one_of("What did they say to you?", list(Say.choices), "Say what they said")
    words = forms.CharField(
        label="How do they want it said, or why not?",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class HarmForm(forms.Form):
    """The serious-harm test."""

    likely = _one_of(
        "Would it be likely to do serious harm?",
        YES_NO,
        "Say whether it would be likely to do serious harm",
        "To the physical or mental health of the child, the parent or anybody else, if the parent read these words.",
    )
    why = _area("Why?", "Say why")


class SecondForm(forms.Form):
    """A second person's answer."""

    agrees = _one_of("Do you agree that these words go to them?", YES_NO, "Say whether you agree")


class CameForm(forms.Form):
    """What came of it."""

    words = _area("What came of it?", "Say what came of it", "They read this on their own page.")


@person_page("words used elsewhere", needs=Permission.RELEASE)
@once
def ask(request: ActingRequest, person: OpenPerson, event_id: UUID) -> HttpResponseBase:
    """May we use what you said? Absent for words that did not come by the family's door."""
    page = _words(person, event_id)
    readers = names(may_be_readers(list(page.line.people) or [person.id]))
    form = AskForm(request.POST if request.method == "POST" else None, readers=readers)

    def act() -> None:
        actions.ask_for_use(by=request.actor, event=event_id, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and tried(form, act):
        messages.success(request, "They are asked on their own page. Ask them yourself too, when you meet.")
        return redirect("story_event", person.id, event_id)
    context = {"person_id": person.id, "page": page, "form": form}
    return render(request, "story/use_ask.html", context)


@person_page("words used elsewhere", needs=Permission.RELEASE)
@once
def go_on(request: ActingRequest, person: OpenPerson, event_id: UUID, asking_id: UUID) -> HttpResponseBase:
    """One asking: what they said, for a file the harm test and the second person, and what came of it."""
    page = _words(person, event_id)
    asking = next((each for each in uses_of(event_id) if each.id == asking_id), None)
    if asking is None:
        raise Http404
    do = request.POST.get("do", "") if request.method == "POST" else ""
    # Forms of one page, each with ids of its own.
    shown = {
        name: made(request.POST if name == do else None, auto_id=f"id_{name}_%s")
        for name, made in _forms(asking).items()
    }
    if do in shown and shown[do].is_valid() and tried(shown[do], _act(request, asking, do, shown[do])):
        messages.success(request, "That is recorded.")
        return redirect("story_use", person.id, event_id, asking_id)
    context = {
        "person_id": person.id,
        "page": page,
        "u": asking,
        "shown": shown,
        "reader": names([asking.reader_id]).get(asking.reader_id, "") if asking.reader_id else "",
        "wrong": shown.get(do),
    }
    return render(request, "story/use.html", context)


def _forms(asking: WordsUse) -> dict[str, type[forms.Form]]:
    """What may be recorded of it now, in order."""
    found: dict[str, type[forms.Form]] = {}
    if not asking.came_of and asking.second_agrees is None:
        found["said"] = SaidForm
    if asking.use == Use.FILE and asking.second_agrees is None:
        found["harm"] = HarmForm
        if asking.answer and asking.harm is not None:
            found["second"] = SecondForm
    if asking.answer:
        found["came"] = CameForm
    return found


def _act(request: ActingRequest, asking: WordsUse, do: str, form: forms.Form) -> Callable[[], None]:
    given, by, one = form.cleaned_data, request.actor, asking.id
    acts: dict[str, Callable[[], None]] = {
        "said": lambda: actions.answer_use(by=by, asking=one, says=Say(given["says"]), words=given["words"]),
        "harm": lambda: actions.judge_harm(
            by=by, asking=one, likely=given["likely"] == "yes", why=given["why"]
        ),
        "second": lambda: actions.agree_as_second(by=by, asking=one, agrees=given["agrees"] == "yes"),
        "came": lambda: actions.say_what_came_of_it(by=by, asking=one, words=given["words"]),
    }
    return acts[do]


def _words(person: OpenPerson, event_id: UUID) -> EventPage:
    page = event_page(event_id, person.ids)
    if page is None or page.line.kind != EventKind.OWN_WORDS or on_their_way(event_id) is None:
        raise Http404
    return page
