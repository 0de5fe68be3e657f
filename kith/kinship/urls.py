"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.kinship import staff

ON = "people/<uuid:person_id>/who-could-care/"
ONE = f"{ON}<uuid:exploration>/"
urlpatterns: list[URLPattern] = [
    path(ON, staff.could_care, name="could_care"),
    path(f"{ON}name/", staff.could_care_name, name="could_care_name"),
    path(ONE, staff.could_care_one, name="could_care_one"),
    path(f"{ONE}ask/", staff.could_care_settle, name="could_care_settle"),
    path(f"{ONE}came/", staff.could_care_came, name="could_care_came"),
    path(f"{ONE}came/<uuid:explored>/wrong/", staff.could_care_challenge, name="could_care_challenge"),
    path(f"{ONE}wrong/<uuid:challenge>/", staff.could_care_answer, name="could_care_answer"),
]
