"""What somebody asks the directory for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from kith.design.language import said, speaking
from kith.marked import marked
from kith.offer.finding.travel import CHOICES
from kith.offer.terms import taxonomy
from kith.offer.words import DAYS, OLDEST

MOST_PAGES = 40
LISTS: dict[str, list[tuple[str, str]]] = {
    "need": [("", marked("Anything")), *((each.code, each.name) for each in taxonomy().terms)],
    "age": [("", marked("Any age")), *((str(age), str(age)) for age in range(OLDEST + 1))],
    "day": [("", marked("Any day")), *((str(number), day) for number, day in enumerate(DAYS, 1))],
    "travel": [("", marked("Any distance")), *CHOICES],
}
NOT_THERE = marked("Choose one of the list")
WHERE_FROM = marked("Type your postcode as well. Without it we cannot tell what is near.")


class OneOf(forms.Field):
    """One of a list, or nothing. Django's own copies its whole list for each page that is asked for."""

    def __init__(self, choices: list[tuple[str, str]], *, number: bool = False, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Select(choices=choices), **kwargs)
        self._known = {value: int(value) if number else value for value, _ in choices if value}
        self._none = None if number else ""

    def clean(self, value: Any) -> str | int | None:
        """The value, as a number where it is one. Raises ValidationError for what is not in the list."""
        if not value:
            return self._none
        if value not in self._known:
            raise forms.ValidationError(NOT_THERE)
        return self._known[value]


class AskedForm(forms.Form):
    """Where, for whom, with what, when. Every box can be left empty. Posted, so that no address holds a postcode."""

    postcode = forms.CharField(
        label=marked("Your postcode"),
        help_text=marked("Or the first part of it, such as KH1. We keep it nowhere."),
        max_length=10,
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-10"}
        ),
    )
    travel = OneOf(
        LISTS["travel"],
        label=marked("How far can you go?"),
        help_text=marked("A rough guess from the straight line, not from a timetable."),
    )
    text = forms.CharField(
        label=marked("What are you looking for?"),
        help_text=marked("Such as: toddler group, debt."),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    need = OneOf(LISTS["need"], label=marked("Help with"))
    age = OneOf(LISTS["age"], label=marked("Age of the child or young person"), number=True)
    day = OneOf(LISTS["day"], label=marked("Open on"), number=True)
    free = forms.BooleanField(label=marked("Only what is free"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("travel") and not given.get("postcode", "").strip() and "postcode" not in self.errors:
            self.add_error("postcode", WHERE_FROM)
        return given

    def options(self, name: str) -> SafeString:
        """The choices of a list as markup, with what was chosen: the same few for everybody, so each is made once."""
        return _options(name, str(self[name].value() or ""), speaking().code)


@lru_cache(maxsize=400)
def _options(name: str, chosen: str, _language: str) -> SafeString:
    marks = {True: " selected", False: ""}
    told = ((value, marks[value == chosen], said(label)) for value, label in LISTS[name])
    return format_html_join("\n", '<option value="{}"{}>{}</option>', told)
