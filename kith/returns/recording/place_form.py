"""Where an episode is: asked apart from the episode, of those who may know where a child lives."""

from __future__ import annotations

from django import forms

from kith.care.actions.places import LONGEST


class PlaceForm(forms.Form):
    """Two postcodes and the number at Ofsted, as the SSDA903 return asks them."""

    home_postcode = forms.CharField(
        label="Postcode of the home they came from",
        required=False,
        max_length=LONGEST,
        help_text="Where they lived when they came into care. HOME_POST in the return.",
    )
    placement_postcode = forms.CharField(
        label="Postcode of the home they live in",
        required=False,
        max_length=LONGEST,
        help_text="How far from home it is comes from this. PL_POST in the return.",
    )
    urn = forms.CharField(
        label="Number of the home or agency at Ofsted",
        required=False,
        max_length=LONGEST,
        help_text="Seven digits. XXXXXXX while Ofsted has not given one. URN in the return.",
    )
