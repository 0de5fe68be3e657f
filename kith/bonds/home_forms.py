"""Forms of going home. Each field says why it is asked and who will read it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from kith.access.prepared import prepared_fields
from kith.bonds.models import Goes, HomeEnd, HomeRoute, HomeSays, Risk
from kith.care.forms.homes import day, free, line
from kith.marked import marked

STAFF = "Staff alone read this."
SHOWN = "The child and the family to whom it is shown read this."
AREA = forms.Textarea(attrs={"rows": 3})
Names = dict[UUID, str]


def chosen(names: Names) -> list[tuple[str, str]]:
    return [(str(each), name) for each, name in names.items()]


class LookForm(forms.Form):
    """It was looked into."""

    to_whom = line("To whom would the child go home?", required=True)
    assessed_on = day("On which day was it looked into?")
    changed = free("What has changed since the child came into care?", 2000, required=True, hint=STAFF)
    worries = free("What worries are left?", 2000, hint=STAFF)
    risk = forms.ChoiceField(
        label="How high is the risk?", choices=Risk.choices, widget=forms.RadioSelect, help_text=STAFF
    )


class MustForm(forms.Form):
    """What has to be in place."""

    what = line("What has to happen?", 300, required=True, hint=SHOWN)
    who = line("Who does it?", required=True, hint="We as well: what we owe belongs here.")
    help_given = line("What help is there for it?", 300, hint=SHOWN)
    by_when = day("By when?", now=False)


class DoneForm(forms.Form):
    """It is in place."""

    done_on = day("Since which day is it in place?")


class PersonForm(forms.Form):
    """Somebody: the child or their family."""

    person = forms.ChoiceField(label="Who?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = chosen(names)  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        return dict(self.cleaned_data) | {"person": UUID(self.cleaned_data["person"])}


class SaidForm(PersonForm):
    """What somebody says to it."""

    says = forms.ChoiceField(label="Do they want it?", choices=HomeSays.choices, widget=forms.RadioSelect)
    words = free("What do they say?", hint="In their words. Nobody else of the family reads it here.")
    said_on = day("On which day?")


class ShowForm(PersonForm):
    """They read it on their own page from now on."""

    prepared, how_prepared = prepared_fields()

    def facts(self) -> dict[str, Any]:
        return super().facts() | {"prepared": self.cleaned_data["prepared"] == "yes"}


class AgreeForm(forms.Form):
    """It was agreed."""

    agreed_on = day("On which day was it agreed?")
    agreed_by = line("Who agreed for the council?", required=True, hint="By name.")


class NightsForm(forms.Form):
    """Nights at home."""

    from_on = day("The first night", now=False)
    until = day("On which day do they come back?", now=False)


class WentForm(forms.Form):
    """How they went."""

    went = free("How did it go?", 500, required=True, hint=STAFF)
    child_said = free("What does the child say?", 500, hint="In their words.")


class HomeForm(forms.Form):
    """They went home."""

    home_on = day("On which day did they go home?")
    route = forms.ChoiceField(label="By what way?", choices=HomeRoute.choices, widget=forms.RadioSelect)
    approved_by = line("Under a care order: which nominated officer approved it?", hint="Regulation 18.")
    skipped = free(
        "If something was not in place: what, and why did they go home all the same?", 500, hint=STAFF
    )


class LookedForm(forms.Form):
    """How living at home goes."""

    on = day("On which day did you look at it together?")
    goes = forms.ChoiceField(label="How does it go?", choices=Goes.choices, widget=forms.RadioSelect)
    child_said = free("What does the child say?", hint="In their words.")
    family_said = free("What does the family say?", hint="In their words.")
    extra_help = free("What more help begins now?", hint="At risk, it has to say.")


class EndForm(forms.Form):
    """Support ends."""

    came_of_it = forms.ChoiceField(
        label="What came of it?", choices=HomeEnd.choices, widget=forms.RadioSelect
    )
    ended_on = day("On which day?")
    end_words = free("How did it go, and what was learnt?", required=True, hint=STAFF)


class MySayForm(forms.Form):
    """What I say to it."""

    says = forms.ChoiceField(
        label=marked("Is this what you want?"), choices=HomeSays.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=marked("Say it in your own words"), max_length=1000, required=False, widget=AREA,
        help_text=marked("Your worker reads it. Nobody else of the family does."),
    )  # fmt: skip
