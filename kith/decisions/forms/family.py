"""What a family member fills in on their own page."""

from __future__ import annotations

from django import forms

from kith.decisions.forms.fields import line, one_of, words
from kith.decisions.models.network import Coming
from kith.decisions.models.offer import OfferAnswered

SCORES = [("5", "Very good"), ("4", "Good"), ("3", "So so"), ("2", "Bad"), ("1", "Very bad")]


class MyOfferForm(forms.Form):
    """My answer to an offer."""

    answer = one_of(
        "Would you like a meeting?", OfferAnswered.choices, hint="You can change your mind later."
    )
    words = words("Do you want to say more?", required=False)


class MyInvitationForm(forms.Form):
    """My answer to an invitation."""

    answer = one_of(
        "Will you come?", Coming.choices, required=False, hint="Nobody else of the family sees what you say."
    )
    say_before = words("Is there something you want to say before?", required=False)
    asks_for = line("Who would you like to be there?", 300)


class MyThoughtsForm(forms.Form):
    """What I thought of the meeting."""

    score = one_of("How was it?", SCORES)
    words = words("Do you want to say more?", required=False, hint="Your worker does not read this.")
