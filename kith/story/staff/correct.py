"""Putting an event right: a new one is written, the old one stays to be read."""

from __future__ import annotations

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
from kith.story.marks import Marked, as_typed, passages
from kith.story.queries import Line, event_page
from kith.story.queries.names import unlike_names
from kith.story.queries.parts import SECTIONS


class CorrectForm(forms.Form):
    """The parts of the text as they were, to be put right, and why."""

    title = forms.CharField(label="In a few words", max_length=120)
    why = forms.CharField(
        label="What was wrong?", max_length=300, help_text="It stands beside the new words."
    )

    def __init__(self, *args: object, line: Line, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.line, self.called = line, unlike_names(line.people)
        self.fields["title"].initial = line.title
        self.parts = list(dict.fromkeys(each.part for each in line.passages)) or ["text"]
        for part in self.parts:
            said = [Marked(p.text, p.label, p.person) for p in line.passages if p.part == part]
            self.fields[part] = forms.CharField(
                label=SECTIONS.get(part) or "What happened",
                required=False,
                initial=as_typed(said, self.called),
                widget=forms.Textarea(attrs={"rows": 6}),
            )
        self.order_fields([*self.parts, "title", "why"])

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        for part in self.parts:
            try:
                self._cut(part)
            except ValueError as error:
                self.add_error(part, str(error))
        return cleaned

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
    if request.method == "POST" and form.is_valid():
        new = actions.correct_event(
            by=request.actor,
            event=event_id,
            title=form.cleaned_data["title"],
            sections=form.sections,
            happened_at=page.line.happened_at.astimezone(LONDON),
            all_day=page.line.all_day,
            why=form.cleaned_data["why"],
        )
        return redirect(f"{reverse('story_event', args=[person.id, new])}?saved")
    context = {"form": form, "person_id": person.id, "page": page}
    return render(request, "story/correct.html", context)
