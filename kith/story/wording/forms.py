"""Forms in which the list is changed."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.design.wording import Entry
from kith.design.wording.entry import KEY
from kith.design.wording.letters import words


def _lines(label: str, hint: str, *, rows: int = 4, required: bool = True) -> forms.CharField:
    """Several, one on each line. The list's own boxes are not read beside the list."""
    area = forms.Textarea(attrs={"rows": rows, "data-kith-as-said": True})
    return forms.CharField(label=label, help_text=hint, required=required, widget=area, max_length=4000)


def _line(label: str, hint: str, most: int, *, required: bool = True) -> forms.CharField:
    box = forms.TextInput(attrs={"data-kith-as-said": True})
    return forms.CharField(label=label, help_text=hint, required=required, widget=box, max_length=most)


class WhyForm(forms.Form):
    """Why the council decides it."""

    reason = forms.CharField(
        label="Why you decide this",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "data-kith-as-said": True}),
        help_text="All staff can read this. Name nobody.",
        error_messages={"required": "Say why, so that whoever reads this later understands"},
    )


class WordsForm(WhyForm):
    """An entry of the list."""

    field_order = ("phrases", "why", "instead", "source", "link", "not_in", "reason")

    phrases = _lines("Words that hurt", "Each way of saying them on a line of its own.")
    why = _line("Why they hurt", "One plain line.", 300)
    instead = _lines("What could be said instead", "One to three, each on a line of its own.", rows=3)
    source = _line("Who says so", "So that a reader can look it up.", 300)
    link = _line("Where it can be read", "An address that begins with https://", 300, required=False)
    not_in = _lines(
        "Longer phrases in which they are all right",
        "For example: just in time. Each on a line of its own.",
        rows=2,
        required=False,
    )

    def entry(self, key: str = "") -> Entry:
        """The entry that was typed, under its key: made from the first phrase where none is given."""
        given = self.cleaned_data
        phrases = _split(given["phrases"])
        return Entry(
            key=key or key_of(phrases[0] if phrases else ""),
            phrases=phrases,
            not_in=_split(given["not_in"]),
            why=" ".join(given["why"].split()),
            instead=_split(given["instead"]),
            source=" ".join(given["source"].split()),
            link=given["link"].strip(),
        )


def of_entry(entry: Entry) -> dict[str, Any]:
    """What the form begins with for an entry that is there."""
    return {
        "phrases": "\n".join(entry.phrases),
        "why": entry.why,
        "instead": "\n".join(entry.instead),
        "source": entry.source,
        "link": entry.link,
        "not_in": "\n".join(entry.not_in),
    }


def key_of(phrase: str) -> str:
    """A name for an entry: the letters of its first phrase that an address can hold."""
    plain = "-".join("".join(c for c in each.says if c.isascii() and c.isalnum()) for each in words(phrase))
    made = "-".join(part for part in plain.split("-") if part)[:60].strip("-")
    return made if KEY.fullmatch(made) and made not in ("new", "list") else "words"


def _split(lines: str) -> tuple[str, ...]:
    """The lines that say something, each once."""
    return tuple(dict.fromkeys(" ".join(each.split()) for each in lines.splitlines() if each.strip()))
