"""A Django form field described for GOV.UK markup; the `field` macro writes it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.forms import BaseForm
from django.forms.widgets import Input
from django.utils.safestring import SafeData
from django.utils.translation import gettext

from kith.design.language import in_english, said
from kith.design.text import safe_text


@dataclass(frozen=True)
class Choice:
    """One thing to tick or pick. `theirs`: a name or words of people, set apart on a page that is not in English."""

    value: str
    label: str
    id: str
    chosen: bool
    theirs: bool = False


@dataclass(frozen=True)
class Part:
    """One box of a field made of several: its own name, id, label and value."""

    name: str
    id: str
    label: str
    value: str
    width: int


@dataclass(frozen=True)
class FieldView:
    """All that the markup needs, with nothing left for the template to work out."""

    kind: str
    name: str
    id: str
    label: str
    hint: str
    errors: tuple[str, ...]
    value: str
    required: bool
    choices: tuple[Choice, ...]
    parts: tuple[Part, ...]
    attributes: dict[str, str]
    multiple: bool

    @property
    def described_by(self) -> str:
        """Ids of the hint and error, for aria-describedby; empty when there is neither."""
        ids = [f"{self.id}-hint"] if self.hint else []
        return " ".join([*ids, f"{self.id}-error"] if self.errors else ids)


@dataclass(frozen=True)
class FormError:
    """One line of the error summary: what to mend, and where."""

    text: str
    href: str


# The first class that fits decides, so narrower widgets stand before those they are made from.
_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.HiddenInput, "hidden"),
    (forms.MultiWidget, "parts"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
    (Input, "input"),
)


def field_view(bound: BoundField, why: str = "", seen_by: str = "") -> FieldView:
    """Describe a bound field. `why` says why it is asked, `seen_by` who will see the answer.

    Both join the field's own help text as the hint. Raises ValueError for a widget that has no markup here.
    """
    widget = bound.field.widget
    kind = next((name for cls, name in _KINDS if isinstance(widget, cls)), None)
    if kind is None:
        raise ValueError(f"Field {bound.name}: no markup for a {type(widget).__name__}")
    value = "" if kind in ("password", "file", "parts") else _shown(bound, widget)
    return FieldView(
        kind=kind,
        name=bound.html_name,
        id=bound.auto_id or bound.html_name,
        label=said(bound.label),
        hint=_hint(said(bound.help_text or ""), why, seen_by),
        errors=_messages(bound),
        value=value,
        required=bound.field.required or getattr(bound.field, "needed_at_times", False),
        choices=_choices(bound, widget, kind),
        parts=_parts(bound, widget),
        attributes=_attributes(widget),
        multiple=bool(getattr(widget, "allow_multiple_selected", False)),
    )


def form_errors(form: BaseForm) -> list[FormError]:
    """Every error of a form in the order of its fields, each with the address of its field."""
    found = [FormError(said(text), "#main-content") for text in form.non_field_errors()]
    for bound in form:
        first = _first_target(field_view(bound)) if bound.errors else ""
        found += [FormError(text, f"#{first}") for text in _messages(bound)]
    return found


def _messages(bound: BoundField) -> tuple[str, ...]:
    """What is wrong, each naming its field: Django's own "This field is required" names none."""
    if not bound.errors:
        return ()
    standard = str(forms.Field.default_error_messages["required"])
    named = gettext("“%(question)s” still needs an answer") % {"question": said(bound.label).rstrip("?؟")}
    return tuple(named if str(error) == standard else said(error) for error in bound.errors)


def _first_target(view: FieldView) -> str:
    if view.parts:
        return view.parts[0].id
    if view.kind in ("radios", "checkboxes") and view.choices:
        return view.choices[0].id
    return view.id


def _hint(help_text: str, why: str, seen_by: str) -> str:
    who = gettext("Who will see this: %(who)s.") % {"who": seen_by.rstrip(".")} if seen_by else ""
    return " ".join(part for part in (help_text, why, who) if part)


def _shown(bound: BoundField, widget: forms.Widget) -> str:
    value = bound.value()
    if isinstance(widget, (forms.CheckboxInput, forms.CheckboxSelectMultiple)) or value is None:
        return ""
    # A null character is refused, with its reason; the page that says so cannot hold one either.
    return str(widget.format_value(value) or "").replace("\0", "") if not isinstance(value, list) else ""


def _choices(bound: BoundField, widget: forms.Widget, kind: str) -> tuple[Choice, ...]:
    auto_id = bound.auto_id or bound.html_name
    if kind == "checkbox":
        return (Choice("on", said(bound.label), auto_id, bool(bound.value())),)
    if not isinstance(widget, forms.Select | forms.RadioSelect | forms.CheckboxSelectMultiple):
        return ()
    value = bound.value()
    chosen = (
        {str(v) for v in value}
        if isinstance(value, (list, tuple, set))
        else {"" if value is None else str(value)}
    )
    flat: list[tuple[Any, Any]] = []
    for key, label in widget.choices:
        flat += list(label) if isinstance(label, (list, tuple)) else [(key, label)]
    # GOV.UK gives the first choice the field's own id, so that the error summary can reach it.
    return tuple(
        Choice(
            str(key),
            said(label) if isinstance(label, SafeData) else safe_text(said(label)),
            auto_id if n == 0 else f"{auto_id}_{n}",
            str(key) in chosen,
            theirs=not in_english() and not isinstance(label, SafeData) and said(label) == str(label),
        )
        for n, (key, label) in enumerate(flat)
    )


def _parts(bound: BoundField, widget: forms.Widget) -> tuple[Part, ...]:
    if not isinstance(widget, forms.MultiWidget):
        return ()
    value = bound.value()
    values = list(value) if isinstance(value, (list, tuple)) else list(widget.decompress(value) or ())
    suffixes: list[str] = widget.widgets_names  # type: ignore[attr-defined]  # missing from the stubs
    return tuple(
        Part(
            name=f"{bound.html_name}{suffix}",
            id=f"{bound.auto_id}_{n}",
            label=said(sub.attrs.get("label", "")),
            value="" if one is None else str(one),
            width=int(sub.attrs.get("width", 2)),
        )
        for n, (sub, suffix, one) in enumerate(zip(widget.widgets, suffixes, values, strict=True))
    )


def _attributes(widget: forms.Widget) -> dict[str, str]:
    given = {key: str(value) for key, value in widget.attrs.items() if value is not False and key != "class"}
    if isinstance(widget, Input):
        given.setdefault("type", widget.input_type or "text")
    return given
