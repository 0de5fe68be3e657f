"""What a carer writes behind their own door."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.marked import marked

BOX = forms.Textarea(attrs={"rows": 6})


class WordsForm(forms.Form):
    """In one's own words."""

    words = forms.CharField(
        label=marked("In your own words"),
        max_length=2000,
        widget=BOX,
        error_messages={"required": marked("Write what you want to say.")},
    )


class AskForm(forms.Form):
    """Asking for something."""

    KINDS = (
        ("therapy", marked("Therapy for the child")),
        ("send", marked("Help with special educational needs")),
        ("legal", marked("Legal advice, and who pays for it")),
        ("hardship", marked("Money for something urgent")),
        ("employer", marked("A letter to my employer")),
        ("training", marked("Training")),
        ("peers", marked("A group of other carers")),
        ("rest", marked("A break")),
        ("other", marked("Something else")),
    )
    kind = forms.ChoiceField(
        label=marked("What do you need?"),
        widget=forms.RadioSelect,
        choices=KINDS,
        error_messages={"required": marked("Choose what you need.")},
    )
    words = forms.CharField(
        label=marked("Tell us more, if you like"), max_length=1000, required=False, widget=BOX
    )


class SayForm(WordsForm):
    """One question of an assessment, answered by whom it is about."""

    question = forms.ChoiceField(
        label=marked("Which question?"),
        widget=forms.RadioSelect,
        error_messages={"required": marked("Choose a question.")},
    )
    field_order = ("question", "words")

    def __init__(self, *args: Any, questions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["question"].choices = questions  # type: ignore[attr-defined]
