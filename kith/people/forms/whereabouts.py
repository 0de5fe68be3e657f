"""Forms about where somebody lives and how to reach them."""

from __future__ import annotations

from django import forms

from kith.core.actor import Actor
from kith.people import actions
from kith.people.actions.common import Recorded
from kith.people.forms.base import FactForm, from_field, until_field
from kith.people.models.address import AddressKind, ContactChannel, Safety

PROTECTED = "Being found here could get somebody hurt"


class AddressForm(FactForm):
    """Where the person lives, stays, goes to school or has letters sent, and whether it is kept safe."""

    title = "Record an address"
    why = "A new settled home, or school, that has no end yet ends the last one on the day it begins."
    kind = forms.ChoiceField(
        choices=AddressKind.choices, widget=forms.RadioSelect, label="What sort of address?"
    )
    lines = forms.CharField(
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Address, without the postcode",
        help_text="Of a school its name as well.",
    )
    postcode = forms.CharField(max_length=10, required=False, label="Postcode")
    protected = forms.BooleanField(
        required=False, label=PROTECTED, help_text="Then only a few may read it, and nobody is found by it."
    )
    settled = forms.BooleanField(
        required=False,
        initial=True,
        label="We hold this as settled fact",
        help_text="Untick where accounts differ.",
    )
    from_on = from_field("From")
    until_on = until_field()

    def record(self, by: Actor) -> Recorded:
        return actions.record_address(by=by, person=self.person, **self.cleaned_data)


class ContactForm(FactForm):
    """How to reach the person, and whether that is safe."""

    title = "Record a way to get in touch"
    why = "A call at the wrong time can put somebody in danger: say how it is safe."
    channel = forms.ChoiceField(choices=ContactChannel.choices, label="How?")
    value = forms.CharField(max_length=200, required=False, label="Number, address, or whom to go through")
    safety = forms.ChoiceField(choices=Safety.choices, widget=forms.RadioSelect, label="Is it safe to use?")
    how_it_is_safe = forms.CharField(
        max_length=300,
        required=False,
        label="How is it safe?",
        help_text="“Text only, weekdays before three.”",
    )
    protected = forms.BooleanField(required=False, label=PROTECTED)
    from_on = from_field("From")
    until_on = until_field()

    def record(self, by: Actor) -> Recorded:
        return actions.record_contact_point(by=by, person=self.person, **self.cleaned_data)
