"""What is typed of letters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from kith.design.text import safe_text
from kith.letters.fields import BLOCKS, FIELDS
from kith.letters.models import ForWhom
from kith.letters.word.fields import WORD_FIELDS


def _named(fields: Iterable[str]) -> str:
    return ", ".join(f"{{{{ {each} }}}}" for each in fields)


class WordsForm(forms.Form):
    """A letter's words; for somebody outside the family also their name, and who of the family gets a copy."""

    to_name = forms.CharField(
        label="Who is it for?", max_length=120, help_text="Their name, or their post and office."
    )
    subject = forms.CharField(
        label="What is it about?", max_length=120, help_text="This stands above the letter."
    )
    words = forms.CharField(
        label="The letter",
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text="Fill in each …. A line that begins with # is a heading, one that begins with - is a point.",
    )
    copies = forms.MultipleChoiceField(
        label="Who of the family will read it too?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Whoever is shown it at a conference or in court. What they must not know stops it.",
    )

    def __init__(self, *args: Any, for_whom: str, kin: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if for_whom == ForWhom.FAMILY:
            del self.fields["to_name"], self.fields["copies"]
        else:
            self.fields["copies"].choices = [(str(each), safe_text(name)) for each, name in kin.items()]  # type: ignore[attr-defined]


class ForForm(forms.Form):
    """Whom a document is for, and who of the family will read it; `kin` is None for what no family reads."""

    to_name = forms.CharField(
        label="Who is it for?", max_length=120, help_text="A person, a meeting or a court."
    )
    copies = forms.MultipleChoiceField(
        label="Who of the family will read it?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Whoever is shown it at a conference or in court. What they must not know stops it.",
    )

    def __init__(self, *args: Any, kin: dict[UUID, str] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kin is None:
            del self.fields["copies"]
        else:
            self.fields["copies"].choices = [(str(each), safe_text(name)) for each, name in kin.items()]  # type: ignore[attr-defined]

    def readers(self) -> list[UUID]:
        """Who of the family was chosen."""
        return [UUID(each) for each in self.cleaned_data.get("copies", ())]


class PaperForm(ForForm):
    """As that, with a box for each place in the paper where words are typed: (key, heading)."""

    def __init__(self, *args: Any, boxes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, title in boxes:
            self.fields[key] = forms.CharField(
                label=title,
                required=False,
                max_length=20_000,
                widget=forms.Textarea(attrs={"rows": 8}),
                help_text="Begin a paragraph about somebody else with [about somebody else].",
            )

    def typed(self, boxes: Sequence[tuple[str, str]]) -> dict[str, str]:
        """What was typed, by box."""
        return {key: self.cleaned_data.get(key, "") for key, _title in boxes}


class CheckForm(forms.Form):
    """The worker's own yes."""

    read = forms.BooleanField(label="I have read it as they will read it, and who else may open it")


class TemplateForm(forms.Form):
    """A template's words; of a paper, that takes from the record, whom it is for is settled."""

    name = forms.CharField(label="What is it called?", max_length=80)
    for_whom = forms.ChoiceField(label="Who is it for?", choices=ForWhom.choices, widget=forms.RadioSelect)
    subject = forms.CharField(label="The line above the letter", max_length=120)
    words = forms.CharField(
        label="The words that it begins with",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=f"Fields: {_named(FIELDS)}. Put … where the worker writes.",
    )

    def __init__(self, *args: Any, paper: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if paper:
            del self.fields["for_whom"]
            self.fields["words"].help_text = (
                "A line that begins with # is a heading. Put … on a line of its own where the worker writes."
                f" From the record, each on a line of its own: {_named(BLOCKS)}. In a line: {_named(FIELDS)}."
            )


class WordTemplateForm(forms.Form):
    """A council's own Word file, and what it is for."""

    name = forms.CharField(label="What is it called?", max_length=80)
    for_whom = forms.ChoiceField(label="Who is it for?", choices=ForWhom.choices, widget=forms.RadioSelect)
    subject = forms.CharField(
        label="The line above the letter", max_length=120, help_text=f"Fields: {_named(FIELDS)}."
    )
    file = forms.FileField(
        label="The Word file",
        help_text=f"A .docx, up to 2 MB. Fields in it: {', '.join(f'{{{each}}}' for each in WORD_FIELDS)}.",
    )


class WordLetterForm(WordsForm):
    """A letter made of a Word file: what is typed into it, and each field for which the record says nothing."""

    def __init__(self, *args: Any, takes_words: bool, asked: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not takes_words:
            del self.fields["words"]
        for name, says in asked.items():
            self.fields[f"field-{name}"] = forms.CharField(label=says[:1].upper() + says[1:], max_length=200)

    def said(self) -> dict[str, str]:
        """What was typed for fields of which the record says nothing."""
        return {
            name.removeprefix("field-"): str(given)
            for name, given in self.cleaned_data.items()
            if name.startswith("field-")
        }
