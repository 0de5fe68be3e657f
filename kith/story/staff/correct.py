"""Putting an event right: a new one is written, the old one stays to be read."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.core.once import once
from kith.design.dates import LONDON
from kith.story import actions
from kith.story.actions.corrections import CORRECTABLE
from kith.story.forms import VisitForm, alone_fields
from kith.story.marks import Marked, as_typed, passages
from kith.story.models import Event
from kith.story.queries import Line, event_page
from kith.story.queries.names import unlike_names
from kith.story.queries.parts import SECTIONS
from kith.story.writing import PutRightAlreadyError

WRITTEN_UP = "The visit was written up later."


class CorrectForm(forms.Form):
    """The parts of the text as they were, to be put right, and why; of a visit, whether those seen were seen alone.

    A visit of which nothing was written down yet is written up here: nobody is asked what was wrong.
    """

    title = forms.CharField(label="In a few words", max_length=120)
    why = forms.CharField(
        label="What was wrong?", max_length=300, help_text="It stands beside the new words."
    )

    def __init__(self, *args: object, line: Line, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.line, self.called = line, unlike_names(line.people)
        self.fields["title"].initial = line.title
        found = list(dict.fromkeys(each.part for each in line.passages))
        self.parts = found or (list(VisitForm.text_fields) if line.unwritten else ["text"])
        self.details = alone_fields(line.facts) if line.facts.get("seen") else {}
        self.fields |= self.details
        if line.unwritten:
            del self.fields["title"], self.fields["why"]
        for part in self.parts:
            said = [Marked(p.text, p.label, p.person) for p in line.passages if p.part == part]
            self.fields[part] = forms.CharField(
                label=SECTIONS.get(part) or "What happened",
                required=False,
                initial=as_typed(said, self.called),
                widget=forms.Textarea(attrs={"rows": 6}),
            )
        self.order_fields([*self.details, *self.parts, "title", "why"])

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        for part in self.parts:
            try:
                self._cut(part)
            except ValueError as error:
                self.add_error(part, str(error))
        if self.line.unwritten and not any(str(cleaned.get(part, "")).strip() for part in self.parts):
            self.add_error(self.parts[0], "Write down what you saw, what was said or what you agreed")
        return cleaned

    @property
    def said_of_alone(self) -> dict[str, str]:
        """Whether they were seen alone; the reason only where they were not."""
        said = {name: str(self.cleaned_data.get(name, "")) for name in self.details}
        return (
            said if said.get("alone") == "no" else said | dict.fromkeys(said.keys() & {"why_not_alone"}, "")
        )

    @property
    def sections(self) -> dict[str, list[Marked]]:
        """The parts cut at their marks again."""
        return {part: self._cut(part) for part in self.parts}

    def _cut(self, part: str) -> list[Marked]:
        people = {name: each for each, name in self.called.items()}
        whose = next((p.whose_words for p in self.line.passages if p.part == part and p.whose_words), "")
        return passages(str(self.cleaned_data.get(part, "")), people, whose)


@person_page("putting right")
@once
def correct(request: ActingRequest, person: OpenPerson, event_id: UUID) -> HttpResponse:
    """The form, filled with what was written."""
    page = event_page(event_id, person.ids)
    if page is None or page.line.kind not in CORRECTABLE:
        raise Http404
    form = CorrectForm(request.POST if request.method == "POST" else None, line=page.line)
    newer = newest(page.line, person.ids)
    if request.method == "POST" and form.is_valid() and newer is None:
        try:
            return redirect(f"{reverse('story_event', args=[person.id, _write(request, form)])}?saved")
        except PutRightAlreadyError:
            newer = newest(page.line, person.ids)
    if newer is not None and request.method != "POST":
        return redirect(reverse("story_correct", args=[person.id, newer.id]))
    context = {"form": form, "person_id": person.id, "page": page, "newer": newer}
    return render(request, "story/correct.html", context, status=409 if newer else 200)


def _write(request: ActingRequest, form: CorrectForm) -> UUID:
    line = form.line
    return actions.correct_event(
        by=request.actor,
        event=line.id,
        title=form.cleaned_data.get("title", line.title),
        sections=form.sections,
        happened_at=line.happened_at.astimezone(LONDON),
        all_day=line.all_day,
        why=form.cleaned_data.get("why", WRITTEN_UP),
        details=form.said_of_alone,
    )


def newest(line: Line, persons: Sequence[UUID]) -> Line | None:
    """What was written last in place of an event; None while it stands. Follows the row of corrections."""
    found, seen = None, {line.id}
    corrected = _corrected_by(line.id)
    while corrected is not None and corrected not in seen:
        seen.add(corrected)
        page = event_page(corrected, persons)
        if page is None:
            break
        found, corrected = page.line, page.line.corrected_by
    return found


def _corrected_by(event: UUID) -> UUID | None:
    return Event.objects.filter(replaces_id=event).values_list("id", flat=True).first()
