"""A young person's own forms: ask for something, say what is unfair, say what I want of my review, write about me."""

from __future__ import annotations

from django import forms

from kith.care.models.asking import Matter
from kith.care.models.reviewing import WishKind
from kith.design.formfields import PlainDateField
from kith.marked import marked

AREA = forms.Textarea(attrs={"rows": 3})


class MyAskForm(forms.Form):
    """Two taps and a line."""

    matter = forms.ChoiceField(
        label=marked("What are you asking for?"), choices=Matter.choices, widget=forms.RadioSelect
    )
    said = forms.CharField(
        label=marked("Say more, if you like"), max_length=1000, required=False, widget=AREA,
        help_text=marked("Where, with whom, and anything that helps us say yes."),
    )  # fmt: skip
    for_on = PlainDateField(noun=marked("The day"), label=marked("For which day?"), required=False)


class MyUnfairForm(forms.Form):
    """An answer is unfair."""

    said = forms.CharField(label=marked("What is unfair about it?"), max_length=1000, widget=AREA)


class MyWishForm(forms.Form):
    """What I want of my review."""

    kind = forms.ChoiceField(
        label=marked("What is it about?"), choices=WishKind.choices, widget=forms.RadioSelect
    )
    said = forms.CharField(label=marked("Say it in your own words"), max_length=1000, widget=AREA)


class MyTopicForm(forms.Form):
    """One topic about me."""

    said = forms.CharField(
        label=marked("In your own words"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=marked("Leave it empty to take it back."),
    )  # fmt: skip


class MyMemoryForm(forms.Form):
    """Something to keep."""

    title = forms.CharField(label=marked("What is it?"), max_length=120)
    happened = forms.CharField(label=marked("When was it?"), max_length=60, required=False)
    said = forms.CharField(label=marked("The story of it"), max_length=2000, required=False, widget=AREA)


class MyTakeBackForm(forms.Form):
    """A yes is taken back."""

    said = forms.CharField(
        label=marked("Do you want to say more?"), max_length=2000, required=False, widget=AREA,
        help_text=marked("You need not."),
    )  # fmt: skip
