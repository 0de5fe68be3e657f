"""The forms of those who write the offers, and the questions of the personal offer."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.design.language import ENGLISH, LANGUAGES
from kith.marked import marked
from kith.offer.actions.offering import PromiseFacts
from kith.offer.models import Asked
from kith.offer.models.offers import WORDS
from kith.offer.offers.choices import BAND_WORDS, BEFORE, CARE, NEEDS
from kith.offer.offers.headings import headings
from kith.offer.offers.personal import Answers
from kith.offer.offers.rules import OLDEST


def _text(
    label: str, hint: str = "", *, rows: int = 4, long: int = 4000, required: bool = False
) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=long, required=required, widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": "Write this"},
    )  # fmt: skip


class AnswersForm(forms.Form):
    """A few questions. Nothing of them is kept."""

    care = forms.ChoiceField(
        label=marked("Which of these is most like you?"),
        choices=[(code, words) for code, (words, _) in CARE.items()],
        widget=forms.RadioSelect,
        error_messages={"required": marked("Choose the one that is most like you")},
    )
    ages = forms.MultipleChoiceField(
        label=marked("How old is the child? If it is about you: how old are you?"),
        help_text=marked("Choose one for each child."),
        choices=list(BAND_WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    before = forms.ChoiceField(
        label=marked(
            "Was the child in care just before they came to live with you, or just before the court order?"
        ),
        help_text=marked("In care means that the council looked after the child, such as in a foster home."),
        choices=list(BEFORE.items()),
        widget=forms.RadioSelect,
        required=False,
    )
    needs = forms.MultipleChoiceField(
        label=marked("What do you want to know about?"),
        help_text=marked("Choose none to see everything."),
        choices=list(NEEDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def answers(self) -> Answers:
        """What was chosen; one who was not asked, or did not say, whether the child was in care, does not know it."""
        told = self.cleaned_data
        return Answers(told["care"], tuple(told["ages"]), told["before"] or "unsure", tuple(told["needs"]))

    def again(self) -> list[tuple[str, str]]:
        """Every name and value that was chosen, for the buttons of the letter."""
        told = self.cleaned_data
        many = [(name, value) for name in ("ages", "needs") for value in told[name]]
        return [("care", told["care"]), *([("before", told["before"])] if told["before"] else []), *many]


class SectionForm(forms.Form):
    """What an offer says under one heading."""

    words = _text(
        "In plain words",
        "Leave a line empty between paragraphs. Begin a line with - for a point.",
        rows=14,
        long=WORDS,
    )
    easy = _text(
        "In easy read",
        "One short sentence a line. Name its drawing first, such as phone: You can ring us.",
        rows=8,
        long=WORDS,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, language in LANGUAGES.items():
            if code != ENGLISH:
                self.fields[f"in_{code}"] = _text(f"In {language.name}", rows=6, long=WORDS)

    def other(self) -> dict[str, str]:
        """The words in other languages, by code."""
        return {name[3:]: str(self.cleaned_data[name]) for name in self.fields if name.startswith("in_")}


class CallForm(forms.Form):
    """Whom to ring, and when."""

    phone = forms.CharField(
        label="Number to ring", max_length=40, error_messages={"required": "Write the number"}
    )
    hours = _text(
        "When it is answered",
        "A line each, like Monday to Friday 9:30-15:00. Bank holidays are left out.",
        long=500,
    )
    words = forms.CharField(label="Who answers", max_length=500, required=False)


class PromiseForm(forms.Form):
    """Something that the council itself gives, and to whom."""

    name = forms.CharField(
        label="What it is, in a few words", max_length=120, error_messages={"required": "Say what it is"}
    )
    says = _text("What one gets, and how", long=1000, required=True)
    heading = forms.ChoiceField(label="Under which heading", error_messages={"required": "Choose a heading"})
    care = forms.MultipleChoiceField(
        label="For whom", help_text="Choose none for everybody.", required=False,
        choices=[(code, words[0]) for code, words in CARE.items() if code != "unsure"],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    youngest = forms.IntegerField(label="Youngest age", min_value=0, max_value=OLDEST, initial=0)
    oldest = forms.IntegerField(label="Oldest age", min_value=0, max_value=OLDEST, initial=OLDEST)
    starts_on = PlainDateField(noun="The first day", label="First day", required=False)
    ends_on = PlainDateField(noun="The last day", label="Last day", required=False)
    decided = forms.CharField(
        label="Where it was decided", help_text="Which paper, which meeting. Everybody reads it.", max_length=300,
        error_messages={"required": "Say where it was decided"},
    )  # fmt: skip

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["heading"].choices = [("", ""), *((each.code, each.name) for each in headings(kind))]  # type: ignore[attr-defined]

    def facts(self) -> PromiseFacts:
        """As an action takes it."""
        told = self.cleaned_data | {"care": tuple(self.cleaned_data["care"])}
        return PromiseFacts(**told)


class AskingForm(forms.Form):
    """People were asked."""

    group = forms.ChoiceField(
        label="Who was asked?", choices=Asked.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose who was asked"},
    )  # fmt: skip
    way = forms.CharField(
        label="How?", help_text="A meeting, letters, a survey. Name nobody.", max_length=200,
        error_messages={"required": "Say how they were asked"},
    )  # fmt: skip
    on = PlainDateField(noun="The day", label="On which day?", initial=today)
    people = forms.IntegerField(label="How many answered?", min_value=0, max_value=30_000)
    said = _text("What did they say?", "Everybody reads it: name nobody.", required=True)
    did = _text("What was done about it?", "Or why it was not. You can write this later.")


class PublishForm(forms.Form):
    """A version that holds from a day on; with a reason for each group that was not asked."""

    starts_on = PlainDateField(noun="The day", label="From which day does it hold?", initial=today)
    changed = forms.CharField(
        label="What is new, in a line?",
        max_length=300,
        error_messages={"required": "Say in a line what is new"},
    )

    def __init__(self, not_asked: tuple[tuple[str, str], ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in not_asked:
            self.fields[f"why_{code}"] = forms.CharField(
                label=f"{name} were not asked. Why?",
                help_text="The law asks for it. Everybody reads your reason.",
                max_length=500,
                error_messages={"required": f"Say why: {name.lower()}"},
            )

    def reasons(self) -> dict[str, str]:
        """Why, by group."""
        return {name[4:]: str(self.cleaned_data[name]) for name in self.fields if name.startswith("why_")}
