"""Forms of homes, laws and nights."""

from __future__ import annotations

from django import forms

from kith.care.models.decision import DecidedAs, Need, WhyLeft
from kith.care.models.kinds import Goes, HomeKind, LegalKind, Provider, Unlawful, WhyMoved
from kith.care.models.legal import AgreedAs
from kith.care.models.whereabouts import AwayKind
from kith.design.dates import today
from kith.design.formfields import PlainDateField

NONE = [("", "Choose one")]
LOCKED = "Only those who may know where the child lives see it."


def area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def day(label: str, *, noun: str = "The day", required: bool = True, now: bool = True) -> PlainDateField:
    """A day; by itself today, where it is asked for."""
    return PlainDateField(
        noun=noun, label=label, required=required, initial=today if now and required else None
    )


def free(label: str, most: int = 1000, *, required: bool = False, hint: str = "") -> forms.CharField:
    """Some words."""
    return forms.CharField(label=label, max_length=most, required=required, widget=area(), help_text=hint)


def line(label: str, most: int = 120, *, required: bool = False, hint: str = "") -> forms.CharField:
    """One line."""
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint)


class WhereForm(forms.Form):
    """Where a home is and who cares there."""

    called = line("What do they call the home, or who cares there?", hint=LOCKED)
    lines = line("Address", 300, hint=LOCKED)
    postcode = line("Postcode", 12, hint=LOCKED)
    urn = line("Ofsted’s number of the home or agency", 12, hint="Seven digits.")


class HomeForm(WhereForm):
    """A home."""

    kind = forms.ChoiceField(label="What kind of home is it?", choices=[*NONE, *HomeKind.choices])
    provider = forms.ChoiceField(label="Who provides it?", choices=[*NONE, *Provider.choices], required=False)
    unlawful = forms.MultipleChoiceField(
        label="Is there a reason why they should not live there?",
        choices=[each for each in Unlawful.choices if each[0] not in {"under_16", "authority"}],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Choose it and save all the same: what is true is written down. The director is told at once.",
    )


class CameForm(HomeForm):
    """A child comes into care: decision, law and home at once."""

    on = day("From which day?")
    law = forms.ChoiceField(label="By what law?", choices=[*NONE, *LegalKind.choices])
    decided_by = line("Who decided it?", required=True, hint="By name.")
    decided_as = forms.ChoiceField(label="They decided as", choices=[*NONE, *DecidedAs.choices])
    tonight = forms.BooleanField(
        label="This is tonight’s emergency: I write the rest tomorrow", required=False
    )
    why = free("Why?", 2000)
    offered_before = free("What was the family offered before?", 2000)
    child_says = free("What does the child say?", 2000, hint="In their words.")
    parents_say = free("What do the parents say?", 2000, hint="In their words.")
    need = forms.ChoiceField(
        label="The main need",
        choices=[*NONE, *Need.choices],
        required=False,
        help_text="The yearly return asks.",
    )
    came_from = line("Postcode of the home they come from", 12, hint=LOCKED)
    field_order = (
        "on", "law", "decided_by", "decided_as", "tonight", "kind", "provider", "called", "lines", "postcode", "urn",
        "came_from", "unlawful", "why", "offered_before", "child_says", "parents_say", "need",
    )  # fmt: skip


class MoveForm(HomeForm):
    """They live in another home."""

    on = day("Since which day do they live there?")
    why_moved = forms.ChoiceField(
        label="Why did they move?", choices=[*NONE, *WhyMoved.choices], required=False
    )
    goes_on = forms.ChoiceField(
        label="It is", choices=Goes.choices, widget=forms.RadioSelect, initial=Goes.NEW.value
    )
    planned = forms.NullBooleanField(
        label="Was it planned?",
        widget=forms.RadioSelect(choices=[("true", "Yes"), ("false", "No"), ("unknown", "Not known")]),
        required=False,
        initial="unknown",
    )
    child_says = free("What does the child say of it?", hint="In their words.")
    carers_say = free("What do the carers say of it?", hint="In their words.")
    field_order = (
        "on", "kind", "provider", "goes_on", "why_moved", "planned", "called", "lines", "postcode", "urn", "unlawful",
        "child_says", "carers_say",
    )  # fmt: skip


class LawForm(forms.Form):
    """A law begins to hold."""

    kind = forms.ChoiceField(label="By what law?", choices=[*NONE, *LegalKind.choices])
    began_on = day("From which day?")
    ends_by = day("By which day does it run out?", noun="The day it runs out", required=False)
    court = line("Which court?")
    order_number = line("The court’s number", 40)


class EndLawForm(forms.Form):
    """A law stops holding."""

    ended_on = day("On which day did it end?")
    why = line("Why did it end?", 300, required=True)


class AgreeForm(forms.Form):
    """What one person says to being looked after by agreement."""

    name = line("Whose answer is it?", required=True)
    given_as = forms.ChoiceField(label="They are", choices=[*NONE, *AgreedAs.choices])
    agrees = forms.TypedChoiceField(
        label="What did they say?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )  # fmt: skip
    on = day("On which day?")
    explained = line("How was it explained, in which language, with which help?", 500, required=True)
    capacity = forms.BooleanField(label="They could understand and decide that day", required=False)
    may_end_it = forms.BooleanField(
        label="They were told that they may take the child home at any time", required=False
    )
    in_writing = forms.BooleanField(label="It is written down and signed", required=False)
    said = free("What did they say?", hint="In their words.")


class TakeBackForm(forms.Form):
    """A yes is taken back."""

    on = day("On which day did they take it back?")
    said = free("What did they say?", hint="In their words.")


class OnForm(forms.Form):
    """A day alone."""

    on = day("On which day?")


class AwayForm(forms.Form):
    """Nights within a home, elsewhere."""

    kind = forms.ChoiceField(label="Where?", choices=[*NONE, *AwayKind.choices])
    began_on = day("The first night")
    back_on = day("The day they came back", required=False)
    said = free("What is there to know?", 500)


class SleptForm(forms.Form):
    """A night where no child should sleep."""

    first_on = day("The first such night")
    last_on = day("The last such night, if it is over", required=False)
    where = line("What place was it, and where?", 300, required=True, hint=LOCKED)
    unlawful = forms.MultipleChoiceField(
        label="Why should no child sleep there?", choices=Unlawful.choices, widget=forms.CheckboxSelectMultiple,
        help_text="It is written down whatever it was. The director is told at once.",
    )  # fmt: skip
    chosen_by = line("Who chose it?")
    tried = free("What else was tried first?")
    child_says = free("What does the child say of it?", hint="In their words.")


class SleptEndForm(forms.Form):
    """The last such night."""

    last_on = day("The last such night")


class CorrectStayForm(forms.Form):
    """Put a home right."""

    why = line("What was wrong, and how is it known?", 500, required=True)
    began_on = day("The day they moved in", now=False)
    ended_on = day("The day they left", required=False)
    kind = forms.ChoiceField(label="What kind of home?", choices=[*NONE, *HomeKind.choices])
    provider = forms.ChoiceField(label="Who provides it?", choices=[*NONE, *Provider.choices], required=False)


class CorrectLawForm(forms.Form):
    """Put a law right."""

    why = line("What was wrong, and how is it known?", 500, required=True)
    kind = forms.ChoiceField(label="By what law?", choices=[*NONE, *LegalKind.choices])
    began_on = day("The day it began", now=False)
    ended_on = day("The day it ended", required=False)
    ends_by = day("The day by which it runs out", required=False)


class ProposeForm(forms.Form):
    """Being looked after is to end."""

    on = day("On which day was it proposed?")
    child_says = free("What does the child say?", 2000, hint="In their words.")


class ApproveForm(forms.Form):
    """It was approved."""

    on = day("On which day?")
    approved_by = line("Who approved it?", required=True, hint="By name.")


class LeaveForm(forms.Form):
    """It ended."""

    on = day("On which day did being looked after end?")
    reason = forms.ChoiceField(label="Why?", choices=[*NONE, *WhyLeft.choices])
