"""Form fields say what is asked, why, who will see it and what is wrong."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from kith.design.fields import field_view, form_errors
from kith.design.formfields import PlainDateField
from kith.design.gallery import GalleryForm


def render(pages: Environment, form: forms.Form, name: str, **extra: str) -> BeautifulSoup:
    template = pages.from_string(
        "{% from 'design/macros/forms.html' import field %}{{ field(f, why=why, seen_by=seen_by) }}"
    )
    html = template.render(f=form[name], why=extra.get("why", ""), seen_by=extra.get("seen_by", ""))
    return BeautifulSoup(html, "html.parser")


def test_a_hint_says_why_it_is_asked_and_who_will_see_it(pages: Environment) -> None:
    soup = render(pages, GalleryForm(), "seen", why="So nobody asks twice.", seen_by="your worker")
    box = soup.select_one("input")
    assert box is not None
    hint = soup.find(id=str(box["aria-describedby"]))
    assert hint is not None
    text = "First names are enough. So nobody asks twice. Who will see this: your worker."
    assert hint.get_text() == text


def test_every_field_has_a_label_and_its_value_comes_back(pages: Environment) -> None:
    sent = {"seen": '<b>"Mia"</b>', "words": "</textarea><script>", "alone": "asked", "topics": ["school"]}
    form = GalleryForm(sent)
    assert render(pages, form, "seen").select_one("input")["value"] == '<b>"Mia"</b>'  # type: ignore[index]
    words = render(pages, form, "words")
    assert words.find("script") is None
    assert words.find("textarea").get_text().strip() == "</textarea><script>"  # type: ignore[union-attr]
    assert [i["value"] for i in render(pages, form, "alone").select("input[checked]")] == ["asked"]
    assert [i["value"] for i in render(pages, form, "topics").select("input[checked]")] == ["school"]
    for name in form.fields:
        soup = render(pages, form, name)
        targets = {label["for"] for label in soup.select("label")}
        boxes = soup.select("input, select, textarea")
        assert boxes
        assert {box["id"] for box in boxes} <= targets


def test_an_error_names_its_field_and_leads_to_it(pages: Environment) -> None:
    form = GalleryForm({"on_day": "31", "on_month": "2", "on_year": "2026"})
    errors = {error.text: error.href for error in form_errors(form)}
    assert errors["“Who did you see” still needs an answer"] == "#id_seen"
    assert errors["The day of the visit must be a real date"] == "#id_on_0"
    for href in errors.values():
        page = "".join(str(render(pages, form, name)) for name in form.fields)
        assert BeautifulSoup(page, "html.parser").find(id=href[1:]) is not None


def test_a_widget_without_markup_is_refused_by_name() -> None:
    class Odd(forms.Widget):
        pass

    class OddForm(forms.Form):
        thing = forms.CharField(widget=Odd)

    with pytest.raises(ValueError, match="Field thing: no markup for a Odd"):
        field_view(OddForm()["thing"])


@given(st.dates())
def test_a_real_date_in_three_boxes_is_read(day: date) -> None:
    assert PlainDateField().clean([str(day.day), str(day.month), f"{day.year:04}"]) == day


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (["30", "2", "2015"], "must be a real date"),
        (["3", "", "2015"], "must include a month"),
        (["", "", ""], "is needed"),
        (["3", "May", "2015"], "must be numbers"),
        (["3", "5", "15"], "must be numbers"),
        (["²", "5", "2015"], "must be numbers"),
    ],
)
def test_a_date_that_cannot_be_is_told_what_to_mend(parts: list[str], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        PlainDateField(noun="The date").clean(parts)


def test_an_optional_date_may_be_left_out() -> None:
    assert PlainDateField(required=False).clean(["", " ", ""]) is None


def test_where_there_is_nothing_to_choose_from_the_page_says_so(pages: Environment) -> None:
    class Empty(forms.Form):
        one = forms.ChoiceField(choices=(), widget=forms.RadioSelect)

    soup = render(pages, Empty(), "one")
    assert "There is nothing to choose from yet." in soup.get_text()
    assert soup.select("[data-module]") == []
