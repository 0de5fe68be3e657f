"""The forms of a visit, a note, a call, a meeting and own words: few fields, no page breaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from kith.design.dates import LONDON, today
from kith.design.formfields import PlainDateField
from kith.design.text import naming
from kith.marked import marked
from kith.story.marks import Marked, UnknownMarkError, passages
from kith.story.queries.timeline import WHY_NOT_ALONE

SPEAK = marked("Type or speak.")
NOBODY = "nobody"


def _words(
    label: str, hint: str = SPEAK, *, rows: int = 4, required: bool = False, as_said: bool = False
) -> forms.CharField:
    """A box for words; `as_said`: somebody's own, beside which no other words are offered."""
    area = forms.Textarea(attrs={"rows": rows, "data-kith-marks": True, "data-kith-as-said": as_said})
    return forms.CharField(label=label, help_text=hint, required=required, widget=area, max_length=50_000)


def _file(label: str, hint: str, **attributes: str) -> forms.FileField:
    """A file by a phone's own means: `capture` opens its camera or recorder, and needs no script."""
    return forms.FileField(
        label=label, help_text=hint, required=False, widget=forms.FileInput(attrs=attributes)
    )


class StoryForm(forms.Form):
    """What every form of the story asks: of whom, when. `people`: whose records are open, by name."""

    text_fields: tuple[str, ...] = ()
    others_label = "Who else is it about?"

    def __init__(
        self,
        *args: Any,
        about: Mapping[UUID, str],
        people: Mapping[UUID, str],
        concern: UUID | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.about, self.people = about, people
        others = [(str(each), name) for each, name in people.items() if each not in about]
        if others and "others" in self.fields:
            self.fields["others"].choices = others  # type: ignore[attr-defined]  # a choice field
            self.fields["others"].label = self.others_label
        else:
            self.fields.pop("others", None)
        if concern is None:
            self.fields.pop("arises", None)
        self.concern = concern

    others = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, help_text="It is written once, for all of them."
    )
    when = PlainDateField(label="Which day was it?", noun="The day")
    at = forms.CharField(
        label="What time?",
        required=False,
        help_text="For example 15:30",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "size": 6}),
    )
    arises = forms.ChoiceField(
        label="Does this come from the concern that the family is not told of?",
        choices=[
            ("yes", "Yes: keep it from every family page"),
            ("no", "No: it may be shared like anything else"),
        ],
        widget=forms.RadioSelect,
        initial="yes",
    )

    def clean_when(self) -> Any:
        day = self.cleaned_data["when"]
        if day is not None and day > today():
            raise ValidationError("The day cannot be in the future: write what is planned under next time")
        return day

    def clean_at(self) -> time | None:
        said = str(self.cleaned_data["at"]).strip().replace(".", ":")
        if not said:
            return None
        try:
            hour, _, minute = said.partition(":")
            return time(int(hour), int(minute or 0))
        except (ValueError, OverflowError):
            raise ValidationError("The time must be like 15:30") from None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in self.text_fields:
            if name in cleaned:
                try:
                    self.with_mark(name)
                except UnknownMarkError as error:
                    self.add_error(name, str(error))
        return cleaned

    def with_mark(self, name: str, whose: str = "") -> list[Marked]:
        """A field's text cut at its marks. Raises UnknownMarkError."""
        persons = self.persons
        known = {name: each for each, name in self.people.items() if each in persons}
        known |= {name.split(" ")[0]: each for name, each in known.items()}
        return passages(str(self.cleaned_data.get(name, "")), known, whose)

    @property
    def persons(self) -> list[UUID]:
        """Everybody it is about."""
        return [*self.about, *(UUID(each) for each in self.cleaned_data.get("others", []))]

    @property
    def happened_at(self) -> datetime:
        """The moment in London; midday where only the day is known."""
        clock = self.cleaned_data["at"] or time(12)
        return datetime.combine(self.cleaned_data["when"], clock, tzinfo=LONDON)

    @property
    def all_day(self) -> bool:
        return self.cleaned_data["at"] is None

    @property
    def covert(self) -> UUID | None:
        """The concern that it arises from, if the writer says so."""
        return self.concern if self.cleaned_data.get("arises") == "yes" else None


class NoteForm(StoryForm):
    """A note."""

    text_fields = ("text",)
    title = forms.CharField(
        label="In a few words",
        max_length=120,
        help_text="One line for the story.",
        widget=forms.TextInput(attrs={"data-kith-other-words": True}),
    )
    text = _words("What happened", rows=8, required=True)
    field_order = ("title", "text", "others", "when", "at", "arises")


class VisitForm(StoryForm):
    """Six fields for a hallway: who was seen, alone or not, their words, what I saw, agreed, next time.

    A seventh, why not alone, is for whoever did not see them so; nobody has to fill it in.
    """

    text_fields = ("their_words", "saw", "agreed")
    seen = forms.MultipleChoiceField(
        label="Who did you see?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Say who you saw, or that you saw nobody"},
    )
    alone = forms.ChoiceField(
        label="Did you see them alone?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("part", "For part of it"), ("offered", "Offered"), ("no", "No")],
    )
    why_not_alone = forms.ChoiceField(
        label="If not alone, why?",
        required=False,
        widget=forms.RadioSelect,
        choices=list(WHY_NOT_ALONE.items()),
    )
    their_words = _words("In their words", rows=3, as_said=True)
    saw = _words(
        "What I saw",
        "Type or speak. No time now? Put it on the story as it is, and write it up later.",
        rows=3,
    )
    agreed = _words("What we agreed", rows=3)
    next_time = forms.CharField(label="Next time", required=False, max_length=200)
    field_order = (
        "seen", "alone", "why_not_alone", "their_words", "saw", "agreed", "next_time", "when", "at", "arises",
    )  # fmt: skip

    def __init__(
        self, *args: Any, about: Mapping[UUID, str], people: Mapping[UUID, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, about=about, people=people, **kwargs)
        self.fields.pop("others", None)
        choices = [(str(each), name) for each, name in people.items()]
        choices.append((NOBODY, "Nobody. For example, no answer at the door"))
        self.fields["seen"].choices = choices  # type: ignore[attr-defined]
        if self.is_bound and NOBODY in (self["seen"].data or ()):
            self.fields["alone"].required = False

    def clean_seen(self) -> list[str]:
        seen: list[str] = self.cleaned_data["seen"]
        if NOBODY in seen and len(seen) > 1:
            raise ValidationError("You ticked somebody, and nobody. Leave one of them")
        return seen

    def clean_alone(self) -> str:
        """Nobody can be seen alone where nobody was seen: it may have been offered, no more."""
        alone: str = self.cleaned_data["alone"]
        if self.nobody and alone in {"yes", "part"}:
            raise ValidationError("You ticked that you saw nobody, so nobody was seen alone")
        return "" if self.nobody and alone == "no" else alone

    def clean_why_not_alone(self) -> str:
        """A reason stands beside not being alone, and nowhere else: an answer changed leaves one behind."""
        why: str = self.cleaned_data["why_not_alone"]
        return why if self.cleaned_data.get("alone") == "no" else ""

    @property
    def nobody(self) -> bool:
        """Whether nobody was seen: there was no answer, or the meeting did not happen."""
        return self.cleaned_data.get("seen") == [NOBODY]

    @property
    def were_seen(self) -> list[UUID]:
        """Who was seen."""
        return [UUID(each) for each in self.cleaned_data.get("seen", []) if each != NOBODY]

    @property
    def persons(self) -> list[UUID]:
        return [*self.about, *(each for each in self.were_seen if each not in self.about)]


def alone_fields(facts: Mapping[str, Any]) -> dict[str, forms.Field]:
    """What a visit said of seeing somebody alone and why not, as fields that may be changed."""
    found = {name: deepcopy(VisitForm.base_fields[name]) for name in ("alone", "why_not_alone")}
    for name, each in found.items():
        each.required, each.initial = False, facts.get(name, "")
    return found


class CallForm(StoryForm):
    """A phone or video call."""

    text_fields = ("said", "agreed")
    with_whom = forms.CharField(label="Who did you talk with?", max_length=120)
    said = _words("What was said", rows=4, required=True)
    agreed = _words("What we agreed", rows=3)
    next_time = forms.CharField(label="Next time", required=False, max_length=200)
    field_order = ("with_whom", "said", "agreed", "next_time", "others", "when", "at", "arises")


class MeetingForm(StoryForm):
    """A meeting."""

    text_fields = ("their_words", "said", "agreed")
    who_came = forms.CharField(label="Who came?", max_length=300)
    their_words = _words("In their words", rows=3, as_said=True)
    said = _words("What was said", rows=4, required=True)
    agreed = _words("What we agreed", rows=3)
    next_time = forms.CharField(label="Next time", required=False, max_length=200)
    field_order = ("who_came", "their_words", "said", "agreed", "next_time", "others", "when", "at", "arises")


class WordsForm(StoryForm):
    """A child's words, taken down by a worker as they were said."""

    text_fields = ("their_words",)
    their_words = _words("Their words, as they said them", rows=5, required=True, as_said=True)
    private = forms.BooleanField(
        label="These are private to the child",
        required=False,
        help_text="They are locked: you can read them, and nobody else until the child says so.",
    )
    field_order = ("their_words", "private", "others", "when", "at", "arises")


FORMS: dict[str, type[StoryForm]] = {
    "note": NoteForm,
    "visit": VisitForm,
    "call": CallForm,
    "meeting": MeetingForm,
    "words": WordsForm,
}
HEADINGS = {
    "note": "Add a note",
    "visit": "Record a visit",
    "call": "Record a call",
    "meeting": "Record a meeting",
    "words": "Write down their own words",
}


class MyWordsForm(forms.Form):
    """My own words: a blank page, and who may read it."""

    def __init__(
        self, *args: Any, people: Mapping[UUID, str], workers: Sequence[tuple[UUID, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        who = [("everybody", marked("The people who work with me"))]
        who += [(str(account), naming(marked("Only %(name)s"), name=name)) for account, name in workers]
        self.fields["who"].choices = who  # type: ignore[attr-defined]  # a choice field
        if len(people) > 1:
            self.fields["about"].choices = [(str(each), name) for each, name in people.items()]  # type: ignore[attr-defined]
        else:
            self.fields.pop("about")

    words = forms.CharField(
        label=marked("Write"),
        required=False,
        max_length=50_000,
        help_text=SPEAK,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    drawing = _file(
        marked("Draw"),
        marked("Draw on paper and take a photo of it, or choose a picture."),
        accept="image/*",
        capture="environment",
    )
    voice = _file(
        marked("Speak"), marked("Record your voice on this device."), accept="audio/*", capture="user"
    )
    file = _file(
        marked("Something that is on this device already"), marked("A picture, a recording, a PDF or a text.")
    )

    about = forms.MultipleChoiceField(
        label=marked("Who is it about?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    who = forms.ChoiceField(label=marked("Who may read it?"), widget=forms.RadioSelect, initial="everybody")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not str(cleaned.get("words", "")).strip() and not self.files_given:
            self.add_error("words", marked("Write, draw or speak: there is nothing here to send yet"))
        return cleaned

    @property
    def files_given(self) -> list[Any]:
        """The drawing, the recording and the file, as far as there are any."""
        return [
            self.cleaned_data[name] for name in ("drawing", "voice", "file") if self.cleaned_data.get(name)
        ]

    @property
    def refused_file(self) -> str:
        """The field that a refusal of what was given is said beside: the first with a file."""
        return next(name for name in ("drawing", "voice", "file") if self.files.get(name))

    @property
    def text(self) -> list[Marked]:
        """What was written; nothing where it was only drawn or spoken."""
        words = str(self.cleaned_data["words"])
        return [Marked(words)] if words.strip() else []

    @property
    def to(self) -> list[UUID]:
        chosen = str(self.cleaned_data["who"])
        return [] if chosen == "everybody" else [UUID(chosen)]

    def persons(self, me: UUID) -> list[UUID]:
        """Whom it is about: me, where nobody else is ticked."""
        return [UUID(each) for each in self.cleaned_data.get("about", [])] or [me]
