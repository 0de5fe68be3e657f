"""A service as a form, for those who keep the directory and for providers: the same questions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from kith.design.text import safe_text
from kith.marked import marked
from kith.offer.checking import cleaned, faults
from kith.offer.lines import LineError, as_lines, costs_of, hours_of, many, phones_of, place_line, places_of
from kith.offer.models import Status
from kith.offer.models.provider import LINE
from kith.offer.shapes import CostFacts, PlaceFacts, ServiceFacts
from kith.offer.terms import taxonomy


def _line(label: str, hint: str = "", *, long: int = LINE, required: bool = False) -> forms.CharField:
    missing = {"required": marked("Answer this")}
    return forms.CharField(
        label=label, help_text=hint, max_length=long, required=required, error_messages=missing
    )


def _lines(label: str, hint: str = "", *, rows: int = 3, long: int = 10_000) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=long,
        required=False,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


FIELDS = {
    "provider_says": "provider", "provider_website": "url", "costs": "cost", "phones": "phones", "contacts": "places",
}  # fmt: skip


class ServiceForm(forms.Form):
    """Everything of one service. What has many lines is written one to a line, so that no script is needed."""

    name = _line(marked("What is the service called?"), required=True)
    provider = _line(marked("Who provides it?"), marked("The organisation’s name."), required=True)
    description = _lines(marked("What is it, in plain words?"), rows=5)
    needs = forms.MultipleChoiceField(
        label=marked("What does it help with?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    minimum_age = forms.IntegerField(label=marked("Youngest age"), required=False, min_value=0, max_value=120)
    maximum_age = forms.IntegerField(label=marked("Oldest age"), required=False, min_value=0, max_value=120)
    confidential = forms.ChoiceField(
        label=marked("Must its place stay secret?"),
        help_text=marked(
            "Refuges, safe houses, children’s homes, some contact centres. Then only area and number show."
        ),
        choices=[("no", marked("No")), ("yes", marked("Yes: show no address, place or distance"))],
        widget=forms.RadioSelect,
        error_messages={"required": marked("Say whether its place must stay secret")},
    )
    area = _line(
        marked("Where does it serve?"),
        marked("Such as: all of Kithshire. Several with ; between them."),
        long=500,
    )
    phones = _lines(
        marked("Telephone"), marked("One to a line, such as: 01632 960001, weekday mornings."), long=2000
    )
    hours = _lines(
        marked("When is it open?"),
        marked("One to a line, such as: Monday to Friday 9:30-15:00, term time only."),
        long=5000,
    )
    places = _lines(
        marked("Where is it?"),
        marked(
            "One to a line: name | street | town | postcode | how to get there, such as: bus 4 stops outside."
        ),
        long=10_000,
    )
    access = _line(
        marked("How does one get in and around?"), marked("Such as: no steps; hearing loop."), long=500
    )
    cost = _line(marked("What does it cost?"), marked("Free, a sum in pounds, or words."), long=500)
    languages = _line(marked("Languages spoken"), marked("With ; between them."), long=500)
    url = _line(marked("Web page"), long=500)
    email = _line(marked("Public email address"), long=254)
    provider_email = _line(
        marked("Whom do we ask whether it is still right?"),
        marked("An email address. It is not shown to anybody."),
        long=254,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["needs"].choices = [(each.code, each.name) for each in taxonomy().terms]  # type: ignore[attr-defined]
        self._facts: ServiceFacts | None = None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        read: dict[str, Any] = {}
        for name, reader in (("hours", hours_of), ("phones", phones_of), ("places", places_of)):
            try:
                read[name] = reader(given[name])
            except LineError as why:
                self.add_error(name, str(why))
        if self.errors:
            return given
        self._facts = cleaned(self._gathered(given, read))
        for field, words in faults(self._facts):
            where = FIELDS.get(field, field)
            self.add_error(where if where in self.fields else None, words)
        return given

    def facts(self) -> ServiceFacts:
        """What was told, once the form is valid."""
        assert self._facts is not None  # noqa: S101 - is_valid made it
        return self._facts

    def _gathered(self, given: dict[str, Any], read: dict[str, Any]) -> ServiceFacts:
        access = many(given["access"])
        places: tuple[PlaceFacts, ...] = tuple(replace(each, access=access) for each in read["places"])
        return ServiceFacts(
            name=given["name"], provider=given["provider"], description=given["description"], url=given["url"],
            email=given["email"], minimum_age=given["minimum_age"], maximum_age=given["maximum_age"],
            needs=tuple(given["needs"]), languages=many(given["languages"]), area=given["area"],
            status=given.get("status") or Status.ACTIVE, alert=given.get("alert", ""),
            confidential=given["confidential"] == "yes", provider_email=given["provider_email"], places=places,
            hours=read["hours"], phones=read["phones"], costs=costs_of(given["cost"]),
        )  # fmt: skip


class ProviderForm(ServiceForm):
    """What a provider asks to be put in, and who they are."""

    your_name = _line(
        marked("Your name, and what you do there"), marked("For us, not for the public."), required=True
    )

    def who(self) -> str:
        """Who asks."""
        return safe_text(self.cleaned_data["your_name"])


class KeptForm(ServiceForm):
    """For those who keep the directory: also how it stands."""

    status = forms.ChoiceField(label="Does it run?", choices=Status.choices, initial=Status.ACTIVE)
    alert = _line("Something that holds for a short time", long=500)
    place_may_be_shown = forms.BooleanField(
        label="Its words sound like a secret place. I have made sure that its place may be shown.",
        required=False,
    )


def initial_of(facts: ServiceFacts) -> dict[str, Any]:
    """The boxes of the form, filled from facts."""
    return {
        "name": facts.name, "provider": facts.provider, "description": facts.description, "needs": list(facts.needs),
        "minimum_age": facts.minimum_age, "maximum_age": facts.maximum_age, "area": facts.area,
        "confidential": "yes" if facts.confidential else "no", "url": facts.url, "email": facts.email,
        "phones": "\n".join(", ".join(filter(None, [each.number, each.words])) for each in facts.phones),
        "hours": as_lines(facts.hours),
        "places": "\n".join(map(place_line, facts.places)),
        "access": "; ".join(dict.fromkeys(words for place in facts.places for words in place.access)),
        "cost": "; ".join(filter(None, map(_cost, facts.costs))), "languages": "; ".join(facts.languages),
        "provider_email": facts.provider_email, "status": facts.status, "alert": facts.alert,
    }  # fmt: skip


def _cost(each: CostFacts) -> str:
    if each.amount is None:
        return each.words
    sum_told = "Free" if each.amount == 0 else f"{each.amount:.2f}"
    return sum_told if not each.words else f"{sum_told} {each.words}"
