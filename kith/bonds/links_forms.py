"""Forms of Lifelong Links. Each field says why it is asked and who will read it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from kith.bonds.models import Closeness, LinksAnswer
from kith.care.forms.homes import day, free, line
from kith.marked import marked

READS = "The child reads it."
STAFF = "Staff alone read this."
THEIRS = "As they agreed. The child reads it: never more than they said yes to."
AREA = forms.Textarea(attrs={"rows": 3})


class OfferForm(forms.Form):
    """Lifelong Links is offered."""

    offered_on = day("On which day did you offer it?")
    how = line("How did you explain it?", 300, required=True)


class AnswerForm(forms.Form):
    """What the child said."""

    answer = forms.ChoiceField(
        label="What did they say?", choices=LinksAnswer.choices, widget=forms.RadioSelect
    )
    answered_on = day("On which day?")
    ask_again_on = day("If not now, when do you ask again?", required=False)


class LinkForm(forms.Form):
    """Somebody who matters."""

    name = line("Who is it, as the child calls them?", required=True)
    tie = line("Who were they to the child?", hint="In the child’s words, such as my football coach.")
    by_child = forms.TypedChoiceField(
        label="Who thought of them?", widget=forms.RadioSelect, coerce=lambda given: given == "child",
        choices=[("child", "The child asked for them"), ("worker", "I found them in the record")],
        help_text="The child reads nothing of somebody whom you found until that person has said yes.",
    )  # fmt: skip


class LookForm(forms.Form):
    """They are looked for now."""

    known = forms.ChoiceField(
        label="Are they somebody in the record?", widget=forms.RadioSelect,
        help_text="So that nobody who is kept apart from the child is looked for.",
    )  # fmt: skip
    despite = free(
        "If something keeps them apart, or somebody is called like them: why are they looked for all the same?", 500,
        hint="A manager alone writes this. " + STAFF,
    )  # fmt: skip

    def __init__(self, *args: Any, names: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = [("none", "No, they are not in the record")]
        self.fields["known"].choices = [*((str(each), name) for each, name in names.items()), *nobody]  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        known = self.cleaned_data["known"]
        return {"known": None if known == "none" else UUID(known), "despite": self.cleaned_data["despite"]}


class FoundForm(forms.Form):
    """Where they are found."""

    found = free("What did you find, and where?", required=True, hint=STAFF)


class LinkAnswerForm(forms.Form):
    """They said yes or no."""

    yes = forms.TypedChoiceField(
        label="Do they want to be in touch?", widget=forms.RadioSelect, coerce=lambda given: given == "yes",
        choices=[("yes", "Yes"), ("no", "No, or they take it back")],
    )  # fmt: skip
    consent_on = day("On which day did they say so?")
    consent_how = line("How did they say so, and to whom?", 300, required=True)
    shares = free("If yes: what may the child know, and how can they be reached?", 500, hint=THEIRS)


class NotForm(forms.Form):
    """Why not, in words to the child."""

    stands = forms.ChoiceField(label="What is it?", widget=forms.RadioSelect)
    why = free(
        "Why?", 500, required=True, hint="In words to the child. They read it once you have told them."
    )
    told_on = day("On which day did you tell the child?", required=False)
    look_again_on = day("If it is not safe now, when do you look at it again?", required=False)

    def __init__(self, *args: Any, said_no: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [("not_safe", "It is not safe now"), ("not_found", "They could not be found")]
        self.fields["stands"].choices = [("no", "They do not want to")] if said_no else others  # type: ignore[attr-defined]
        if said_no:
            self.fields["stands"].initial = "no"


class PlanForm(forms.Form):
    """The lasting plan."""

    plan = free("What is the plan?", 2000, required=True, hint="In the child’s words. " + READS)
    plan_with = line("Who agreed to it?", 300, required=True, hint="The child first. " + READS)
    plan_on = day("On which day?")


class EndForm(forms.Form):
    """Our part ends."""

    why = free("Why does it end?", 500, required=True, hint="The child stopped it, or a year is over.")


class DrawForm(forms.Form):
    """Somebody in the child's drawing, drawn with them."""

    when = forms.ChoiceField(
        label="In which drawing?",
        widget=forms.RadioSelect,
        choices=[("before", "The first"), ("after", "The one of now")],
    )
    name = line("Who is it, as the child calls them?", required=True)
    tie = line("Who are they to the child?")
    closeness = forms.TypedChoiceField(
        label="How close?", widget=forms.RadioSelect, coerce=int,
        choices=[(1, "Very close"), (2, "Close"), (3, "They know them")],
    )  # fmt: skip


class ChoseForm(forms.Form):
    """The child chooses somebody for life, said to a worker."""

    name = line("Whom does the child choose?", required=True)
    words = free("What does it mean to the child?", 500, required=True, hint="In their words.")


class OtherChoseForm(forms.Form):
    """The other chose as well."""

    other_words = free("What do they say?", 500, required=True, hint="In their words. " + READS)
    other_how = line("How did they say so, and to whom?", 300, required=True)
    other_chose_on = day("On which day?")


class MyPersonForm(forms.Form):
    """Ask for somebody."""

    name = forms.CharField(label=marked("Who is it, as you call them?"), max_length=120)
    tie = forms.CharField(
        label=marked("Who were they to you?"), max_length=120, required=False,
        help_text=marked("Such as my football coach, or my nan’s friend."),
    )  # fmt: skip


class MyDrawForm(forms.Form):
    """Somebody in my drawing."""

    name = forms.CharField(label=marked("Who is it, as you call them?"), max_length=120)
    tie = forms.CharField(label=marked("Who are they to you?"), max_length=120, required=False)
    closeness = forms.TypedChoiceField(
        label=marked("How close are they to you?"),
        widget=forms.RadioSelect,
        coerce=int,
        choices=Closeness.choices,
    )


class MyOfferForm(forms.Form):
    """Answer the offer."""

    answer = forms.ChoiceField(
        label=marked("Do you want us to look?"), choices=LinksAnswer.choices, widget=forms.RadioSelect
    )


class MyStopForm(forms.Form):
    """Stop it."""

    why = forms.CharField(
        label=marked("Do you want to say why?"), max_length=400, required=False, widget=AREA
    )


class MyChoiceForm(forms.Form):
    """Choose somebody for life."""

    name = forms.CharField(label=marked("Whom do you choose?"), max_length=120)
    words = forms.CharField(label=marked("What does it mean to you?"), max_length=500, widget=AREA)
