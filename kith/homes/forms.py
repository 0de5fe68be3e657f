"""Forms of homes and of finding one. Each field says why it is asked and who will see it."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.homes import words
from kith.homes.models import (
    ExclusionBy,
    Grade,
    HomeKind,
    Level,
    Provider,
    ProviderKind,
    ReviewOutcome,
    Speaker,
    Stage,
    State,
    WhyLeft,
    WhyRefused,
    WhyStopped,
)

WORDS = forms.Textarea(attrs={"rows": 3})
SEX = [("", "either"), ("F", "girls only"), ("M", "boys only")]
MOST_PLACES = 60


def many(label: str, codes: dict[str, str], help_text: str = "") -> forms.MultipleChoiceField:
    """Several of a list of codes; none is an answer."""
    return forms.MultipleChoiceField(
        label=label,
        choices=list(codes.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )


def text(
    label: str, most: int, *, required: bool = True, help_text: str = "", long: bool = True
) -> forms.CharField:
    """Words, with room for them."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=help_text,
        widget=WORDS if long else forms.TextInput(),
    )


def number(label: str, least: int, most: int, **more: Any) -> forms.IntegerField:
    """A whole number between two."""
    return forms.IntegerField(label=label, min_value=least, max_value=most, **more)


def offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """What a field of a form lets one choose."""
    cast("forms.ChoiceField", form.fields[name]).choices = choices


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


class ExclusionForm(forms.Form):
    """Nobody may live there."""

    what_says_so = forms.ChoiceField(label="What says so?", choices=ExclusionBy.choices)
    said = text("What does it say?", 500, help_text="As far as whoever chooses a home must know.")
    starts_on = PlainDateField(noun="The first day", label="From which day?", initial=today)


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


class StartForm(forms.Form):
    """A home is looked for."""

    why = text("Why is a home looked for?", 1000)
    tonight = forms.BooleanField(
        label="It is needed tonight", required=False, help_text="Then nothing below has to wait."
    )
    by_when = PlainDateField(noun="The day", label="By when?", required=False)
    strengths = text(
        "Who is this child? Strengths first",
        1000,
        help_text="Written with the child. Homes read it before they know who it is: no names, no places.",
    )
    child_wishes = text("What does the child wish?", 1000, required=False, help_text="In their words.")
    parents_wish = text("What do the parents wish?", 1000, required=False, help_text="In theirs.")
    together_with = forms.ChoiceField(
        label="Does a brother or sister look for the same home?", required=False
    )
    loved = forms.MultipleChoiceField(
        label="Whom should the home be near?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Where they live is read from the record. It is shown to nobody.",
    )
    unaccompanied = forms.BooleanField(label="They came alone from another country", required=False)
    trauma = forms.BooleanField(label="They carry complex trauma", required=False)
    skills = many("What must a home be good at?", words.SKILLS)
    languages = many("Languages that feel like home", words.LANGUAGES)
    faiths = many("Faith, if it matters to them", words.FAITHS)
    cultures = many("Heritage, if it matters to them", words.CULTURES)
    likes = many("Who and what would the child like to live with?", words.LIVES_HERE)
    avoids = many("Who or what must the home be without?", words.LIVES_HERE)
    parents_like = many("Of the same list, what do the parents wish for?", words.LIVES_HERE)

    def __init__(
        self,
        *args: Any,
        siblings: list[tuple[str, str]],
        loved: list[tuple[str, str]],
        concerns: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if concerns:
            self.fields["covert"] = forms.ChoiceField(
                label="Does it come of a concern that the family is not told of?",
                choices=[("", "No"), *concerns],
                required=False,
                help_text="Then nothing of the search is shown to anybody of them until they are told.",
            )
        for name, choices in (("together_with", [("", "No"), *siblings]), ("loved", loved)):
            offer(self, name, choices)


class NeedsForm(forms.Form):
    """The needs, the most important first."""

    needs = forms.CharField(
        label="What must a home meet? One a line, the most important first",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="What homes cost is shown after this, and to those who buy alone.",
    )


class AmongForm(forms.Form):
    """Look among another kind of home."""

    level = forms.ChoiceField(label="Where do you look now?", choices=Level.choices, widget=forms.RadioSelect)
    reason = text("Why here, and why was none found before?", 1000)


class ShortlistForm(forms.Form):
    """This home goes on the shortlist."""

    why = text("Why this home?", 1000)
    emergency = forms.BooleanField(
        label="It is an emergency outside the carers’ terms (six working days at most)", required=False
    )


class SayForm(forms.Form):
    """What somebody says to a home."""

    who = forms.ChoiceField(label="Who says it?", choices=Speaker.choices, widget=forms.RadioSelect)
    yes = forms.TypedChoiceField(
        label="Do they say yes?",
        choices=[("", "neither"), ("yes", "yes"), ("no", "no")],
        widget=forms.RadioSelect,
        required=False,
        empty_value=None,
        coerce={"yes": True, "no": False}.get,
    )
    words = text("What do they say?", 1000, help_text="In their words.")
    changed = text("What changed because of it?", 500, required=False)
    on = PlainDateField(noun="The day", label="On which day?", initial=today)


class MetForm(forms.Form):
    """How a need is met here."""

    need = forms.ChoiceField(label="Which need?", widget=forms.RadioSelect)
    how = text("How is it met here, by whom and from when?", 1000)

    def __init__(self, *args: Any, needs: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "need", needs)


class WeighForm(forms.Form):
    """What it means for others, and what is missing."""

    impact = text(
        "What would it mean for the children who live there?", 1000, help_text="Or that nobody does."
    )
    gaps = text("What does the home not give, and what is done about it?", 1000, required=False)


class AnswerForm(forms.Form):
    """What came of asking."""

    state = forms.ChoiceField(
        label="What came of it?",
        choices=[each for each in State.choices if each[0] in {"asked", "said_no", "not_chosen"}],
        widget=forms.RadioSelect,
    )
    why_no = forms.ChoiceField(
        label="If it said no, why?", choices=[("", "Choose one"), *WhyRefused.choices], required=False
    )
    why = text("Why, in words?", 1000)


class AgreeForm(forms.Form):
    """This is the home."""

    why = text("Why this home?", 1000, help_text="The child may read it one day.")


class CloseForm(forms.Form):
    """No home is looked for any more."""

    why = text("How did it end?", 300)
