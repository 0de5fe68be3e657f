"""Forms of the register: a home, who runs it, its price, and what Ofsted and the decision maker say."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.homes import words
from kith.homes.forms.fields import many, number, offer, text
from kith.homes.models import Grade, HomeKind, Provider, ProviderKind

SEX = [("", "either"), ("F", "girls only"), ("M", "boys only")]
MOST_PLACES = 60


class ProviderForm(forms.Form):
    """Somebody who runs homes."""

    name = text("What is the provider called?", 120, long=False)
    kind = forms.ChoiceField(label="What kind?", choices=ProviderKind.choices, widget=forms.RadioSelect)
    owner = text("Who owns it in the end?", 120, required=False, long=False, help_text="Such as a fund.")
    urn = text("The agency’s number at Ofsted", 12, required=False, long=False)


class HomeForm(forms.Form):
    """A home for the register."""

    kind = forms.ChoiceField(label="What is it?", choices=HomeKind.choices, widget=forms.RadioSelect)
    name = text("What do staff call it?", 120, long=False, help_text="The carers, or the house.")
    provider = forms.ChoiceField(label="Who runs it?")
    places = number("How many children may it hold?", 0, MOST_PLACES)
    opened_on = PlainDateField(noun="The day", label="Since when?", initial=today)
    lines = text(
        "Where is it?", 300, required=False, help_text="Kept apart, for those who keep the register."
    )
    postcode = text("Postcode", 8, required=False, long=False, help_text="For distances. No page shows it.")
    skills = many("What is it good at?", words.SKILLS)
    languages = many("Languages spoken there", words.LANGUAGES)
    faiths = many("Faiths lived there", words.FAITHS)
    cultures = many("Heritage of those who live or work there", words.CULTURES)
    lives_here = many("Who and what lives there?", words.LIVES_HERE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        providers = Provider.objects.order_by("name").values_list("id", "name")
        offer(self, "provider", [("", "Choose one"), *((str(key), name) for key, name in providers)])


class DescribeForm(forms.Form):
    """What a home is good at, and who and what lives there."""

    skills = many("What is it good at?", words.SKILLS)
    languages = many("Languages spoken there", words.LANGUAGES)
    faiths = many("Faiths lived there", words.FAITHS)
    cultures = many("Heritage of those who live or work there", words.CULTURES)
    lives_here = many("Who and what lives there?", words.LIVES_HERE)


class TermsForm(forms.Form):
    """For whom, from when."""

    starts_on = PlainDateField(noun="The first day", label="From which day?", initial=today)
    ends_on = PlainDateField(noun="The last day", label="Until which day, if it ends?", required=False)
    places = number("For how many children at once?", 0, MOST_PLACES, help_text="None is 0.")
    age_from = number("Youngest, in years", 0, 17, initial=0)
    age_to = number("Oldest, in years", 0, 17, initial=17)
    sex = forms.ChoiceField(label="For whom?", choices=SEX, required=False)


class RegistrationForm(TermsForm):
    """What Ofsted registered."""

    urn = text("Ofsted’s number", 12, long=False)
    conditions = text("Conditions", 500, required=False)


class ApprovalForm(TermsForm):
    """What the decision maker approved."""

    terms = text("Terms, in words", 500, required=False)
    temporary = forms.BooleanField(
        label="Temporary approval of a connected person (regulation 24)", required=False
    )
    why = text("Why?", 1000, help_text="The carers read it.")


class EndForm(forms.Form):
    """Ofsted's registration ended or was suspended."""

    on = PlainDateField(noun="The day", label="On which day?", initial=today)
    suspended = forms.BooleanField(label="It is suspended, not ended", required=False)


class InspectionForm(forms.Form):
    """What Ofsted found."""

    on = PlainDateField(noun="The day", label="Last day of the inspection", initial=today)
    grade = forms.ChoiceField(label="Grade", choices=[("", "No grade"), *Grade.choices], required=False)
    said = text("What it says that matters to a child", 300, required=False)


class PriceForm(forms.Form):
    """What a place costs."""

    pounds_a_week = forms.DecimalField(
        label="Pounds for one place a week", min_value=0, max_value=99999, decimal_places=2
    )
    in_contract = forms.BooleanField(label="Bought under a contract or framework", required=False)
    starts_on = PlainDateField(noun="The first day", label="From which day?", initial=today)


class RoomForm(forms.Form):
    """How many more it could take."""

    free = number("How many more children could come?", 0, MOST_PLACES)
    on = PlainDateField(noun="The day", label="On which day did they say so?", initial=today)
