"""Behind the family's door: my own words were asked for, and I say how: in my words, in yours, not at all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest, family
from kith.core.once import once
from kith.core.tried import tried
from kith.marked import marked
from kith.story.actions.uses import answer_use
from kith.story.models.words_use import Say
from kith.story.queries import sent_by_me
from kith.story.queries.uses import SAYS, my_uses


class MyUseForm(forms.Form):
    """What I say to it."""

    says = forms.ChoiceField(
        label=marked("May we use what you said?"),
        choices=[(each.value, words) for each, words in SAYS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": marked("Choose one")},
    )
    words = forms.CharField(
        label=marked("Do you want to say how, or why not?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, used: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if used:
            # What was used was used as they said; a no stops what is still to come.
            self.fields["says"] = forms.ChoiceField(
                label=self.fields["says"].label,
                choices=[(Say.NO.value, SAYS[Say.NO])],
                widget=forms.RadioSelect,
                error_messages={"required": marked("Choose one")},
            )


@family
@once
def my_use(request: ActingRequest, asking_id: UUID) -> HttpResponseBase:
    """What would be used, for what, and my answer. For whom it is not, it is not there."""
    asked = next((each for each in my_uses() if each.id == asking_id), None)
    if asked is None:
        raise Http404
    form = MyUseForm(request.POST if request.method == "POST" else None, used=bool(asked.came_of))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answer = Say(given["says"])
        if tried(
            form, lambda: answer_use(by=request.actor, asking=asking_id, says=answer, words=given["words"])
        ):
            return redirect("/my/words/#sent")
    words = next((each for each in sent_by_me(request.actor.id) if each.id == asked.event), None)
    return render(request, "story/my_use.html", {"u": asked, "words": words, "form": form})
