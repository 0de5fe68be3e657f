"""Forms of the road of foster carers: from the first question to approval, reviews, and why they leave."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.homes.forms.fields import offer, text
from kith.homes.models import Happening, Notified, ReviewOutcome, Stage, What, WhyLeft, WhyStopped
from kith.homes.models.done import OF_BOTH, OF_HOME


class EnquiryForm(forms.Form):
    """Somebody asked about fostering."""

    name = text("What do they call themselves?", 120, long=False)
    phone = text("How do we ring them?", 40, required=False, long=False)
    on = PlainDateField(noun="The day", label="On which day did they ask?", initial=today)
    heard_from = text("Where did they hear of it?", 80, required=False, long=False)
    could_offer = text(
        "Whom do they think of?", 300, required=False, help_text="Such as brothers and sisters."
    )


class StageForm(forms.Form):
    """They came to a stage, or stopped."""

    stage = forms.ChoiceField(
        label="What came of it?",
        choices=[each for each in Stage.choices if each[0] != Stage.ENQUIRY],
        widget=forms.RadioSelect,
    )
    on = PlainDateField(noun="The day", label="On which day?", initial=today)
    home = forms.ChoiceField(label="If approved, which home did it become?", required=False)
    why = forms.ChoiceField(
        label="If it stopped, why?", choices=[("", "Choose one"), *WhyStopped.choices], required=False
    )
    said = text("What was said, by them and by us?", 1000, required=False)

    def __init__(self, *args: Any, homes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "home", [("", "Choose one"), *homes])


class DoneForm(forms.Form):
    """What was done for would-be carers, or for those who foster."""

    what = forms.ChoiceField(label="What was done?", widget=forms.RadioSelect)
    on = PlainDateField(noun="The day", label="On which day?", initial=today)
    said = text("What is there to say of it?", 500, required=False)

    def __init__(self, *args: Any, of_home: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = OF_HOME if of_home else frozenset(What.values) - OF_HOME
        offer(self, "what", [(code, str(name)) for code, name in What.choices if code in mine | OF_BOTH])


class PanelForm(forms.Form):
    """Whether a panel is needed."""

    starts_on = PlainDateField(noun="The first day", label="From which day?", initial=today)
    needed = forms.TypedChoiceField(
        label="Does a panel have to look at each?",
        choices=[("yes", "yes"), ("no", "no")],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    source_of_law = text("What says so?", 200, long=False)


class ReviewForm(forms.Form):
    """A review of a foster home."""

    on = PlainDateField(noun="The day", label="On which day?", initial=today)
    carers_said = text("What did the carers say?", 1000, help_text="In their words.")
    children_said = text("What did the children there say?", 1000, required=False)
    outcome = forms.ChoiceField(
        label="What came of it?", choices=ReviewOutcome.choices, widget=forms.RadioSelect
    )
    why = text("Why?", 1000)


class LeavingForm(forms.Form):
    """Carers gave notice."""

    told_on = PlainDateField(
        noun="The day",
        label="On which day did their notice come?",
        initial=today,
        help_text="It takes effect 28 days after.",
    )
    why = forms.ChoiceField(label="Why do they leave?", choices=WhyLeft.choices, widget=forms.RadioSelect)
    said = text("In their words", 1000, required=False)
    would_keep = text("What would have kept them?", 1000, required=False)


class HappenedForm(forms.Form):
    """Something happened in a foster home that has to be notified."""

    what = forms.ChoiceField(label="What happened?", choices=Happening.choices, widget=forms.RadioSelect)
    child = forms.ChoiceField(
        label="Which child does it concern?",
        required=False,
        help_text="What happened stands in the child’s record. Here stands that it did, for those who may open it.",
    )
    on = PlainDateField(noun="The day", label="On which day did we come to know of it?", initial=today)

    def __init__(self, *args: Any, children: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "child", [("", "No child: the carers, or the home"), *children])


class NotifiedForm(forms.Form):
    """It was notified."""

    told = forms.MultipleChoiceField(
        label="Who was told?",
        choices=Notified.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Schedule 7 of the fostering regulations says who has to be told of what.",
    )
    on = PlainDateField(noun="The day", label="On which day was the last of them told?", initial=today)
