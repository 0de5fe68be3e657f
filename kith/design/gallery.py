"""Invented people and facts that show every part of a page once. Nobody here is real."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from kith.design.drawing import Drawing, PersonNode, Sex, Tie, TieKind, draw_network
from kith.design.formfields import PlainDateField


class GalleryForm(forms.Form):
    """One field of each kind."""

    seen = forms.CharField(label="Who did you see?", help_text="First names are enough.")
    on = PlainDateField(
        label="When was it?", noun="The day of the visit", help_text="For example, 27 3 2026."
    )
    alone = forms.ChoiceField(
        label="Did you see Mia alone?",
        choices=[
            ("yes", "Yes"),
            ("no", "No, and I will say why"),
            ("asked", "I asked, and she chose not to"),
        ],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="What did you talk about?",
        choices=[("home", "Home"), ("school", "School"), ("family", "Time with family")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    words = forms.CharField(label="In her words", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    place = forms.ChoiceField(label="Where was it?", choices=[("h", "At home"), ("s", "At school")])
    drawing = forms.FileField(label="A drawing or a photograph", required=False)
    agreed = forms.BooleanField(label="Mia knows that I am writing this down", required=False)


def sample_drawing() -> Drawing:
    """A family with two fathers, a kinship carer and a baby on the way, and a wider circle in three rings."""
    female, male = Sex.FEMALE, Sex.MALE
    people = [
        PersonNode("mia", "Mia Okafor-Reed", female, "9 years", date(2017, 3, 2)),
        PersonNode(
            "jay", "Jay Reed", male, "6 years", date(2020, 5, 9), lives_with=True, href="#jay", closeness=1
        ),
        PersonNode("baby", "Baby Reed", age="due 14 March 2027", unborn=True),
        PersonNode("mum", "Kelly Reed", female, "31 years", words="Mum", closeness=1, href="#mum"),
        PersonNode("dad", "Chidi Okafor", male, "34 years", words="Dad", href="#dad"),
        PersonNode("dean", "Dean Harker", male, "29 years"),
        PersonNode(
            "nan",
            "Maureen Reed",
            female,
            "58 years",
            lives_with=True,
            words="my Nan",
            closeness=1,
            href="#nan",
        ),
        PersonNode("grandad", "Tom Reed", male, "61 years", died=True),
        PersonNode("grace", "Grace Okafor", female, "66 years", words="Mama Grace"),
        PersonNode("sol", "Solomon Okafor", male, "70 years"),
        PersonNode("ash", "Ash Reed", Sex.NEITHER, "27 years", words="Ash"),
        PersonNode("priya", "Priya Nair", female, "9 years", words="best friend ever", closeness=1),
        PersonNode("ade", "Auntie Ade", female, closeness=2, words="from church"),
        PersonNode("bill", "Bill Turner", male, closeness=2, words="next door, has the dog"),
        PersonNode("coach", "Sam Whitlock", age="football coach", closeness=2),
        PersonNode("worker", "Rosa Lindqvist", female, "Family Help lead", closeness=3),
        PersonNode("teacher", "Mr Abara", male, "class teacher"),
    ]
    kinds = TieKind
    ties = [
        Tie(kinds.PARENT, "mum", "mia"),
        Tie(kinds.PARENT, "dad", "mia"),
        Tie(kinds.PARTED, "mum", "dad"),
        Tie(kinds.PARENT, "mum", "jay"),
        Tie(kinds.PARENT, "dean", "jay"),
        Tie(kinds.TOGETHER, "mum", "dean"),
        Tie(kinds.PARENT, "mum", "baby"),
        Tie(kinds.PARENT, "dean", "baby"),
        Tie(kinds.PARENT, "nan", "mum"),
        Tie(kinds.PARENT, "grandad", "mum"),
        Tie(kinds.MARRIED, "nan", "grandad"),
        Tie(kinds.PARENT, "nan", "ash"),
        Tie(kinds.PARENT, "grandad", "ash"),
        Tie(kinds.KINSHIP_CARER, "nan", "mia", "since 6 April 2025"),
        Tie(kinds.PARENT, "grace", "dad"),
        Tie(kinds.PARENT, "sol", "dad"),
        Tie(kinds.MARRIED, "grace", "sol"),
        Tie(kinds.FRIEND, "priya", "mia"),
        Tie(kinds.CULTURAL_KIN, "ade", "mia"),
        Tie(kinds.NEIGHBOUR, "bill", "mia"),
        Tie(kinds.PROFESSIONAL, "coach", "mia"),
        Tie(kinds.PROFESSIONAL, "worker", "mia"),
        Tie(kinds.PROFESSIONAL, "teacher", "mia"),
    ]
    return draw_network(people, ties, subject="mia")


def gallery_context() -> dict[str, Any]:
    """What the gallery template needs; the form has been sent with mistakes in it."""
    mistaken = {
        "seen": "",
        "on_day": "31",
        "on_month": "2",
        "on_year": "2026",
        "words": "I like it at Nan's.",
    }
    return {
        "drawing": sample_drawing(),
        "form": GalleryForm(mistaken),
        "day": date(2026, 12, 4),
        "born": date(2017, 3, 2),
        "on": date(2026, 11, 22),
    }
