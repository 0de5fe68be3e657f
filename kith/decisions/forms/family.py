"""What a family member fills in on their own page."""

from __future__ import annotations

from django import forms

from kith.decisions.forms.fields import line, one_of, words
from kith.decisions.models.network import Coming
from kith.decisions.models.offer import OfferAnswered
from kith.marked import marked

SCORES = [
    ("5", marked("Very good")),
    ("4", marked("Good")),
    ("3", marked("So so")),
    ("2", marked("Bad")),
    ("1", marked("Very bad")),
]


class MyOfferForm(forms.Form):
    """My answer to an offer."""

    answer = one_of(
        marked("Would you like a meeting?"),
        OfferAnswered.choices,
        hint=marked("You can change your mind later."),
    )
    words = words(marked("Do you want to say more?"), required=False)


class MyInvitationForm(forms.Form):
    """My answer to an invitation."""

    answer = one_of(
        marked("Will you come?"),
        Coming.choices,
        required=False,
        hint=marked("Nobody else of the family sees what you say."),
    )
    say_before = words(marked("Is there something you want to say before?"), required=False)
    asks_for = line(marked("Who would you like to be there?"), 300)


class MyThoughtsForm(forms.Form):
    """What I thought of the meeting."""

    score = one_of(marked("How was it?"), SCORES)
    words = words(
        marked("Do you want to say more?"), required=False, hint=marked("Your worker does not read this.")
    )
