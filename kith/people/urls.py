"""Addresses of finding, adding, recording and linking people."""

from __future__ import annotations

from django.urls import path

from kith.people.staff.about import people_about, people_record
from kith.people.staff.end_tie import people_end_tie
from kith.people.staff.find import find_people
from kith.people.staff.link import people_duplicates, people_link, people_link_undo
from kith.people.staff.new import new_person
from kith.people.staff.take_out import people_take_out

urlpatterns = [
    path("people/", find_people, name="people_find"),
    path("people/new/", new_person, name="people_new"),
    path("people/duplicates/", people_duplicates, name="people_duplicates"),
    path("people/<uuid:person_id>/about/", people_about, name="people_about"),
    path("people/<uuid:person_id>/about/<slug:what>/", people_record, name="people_record"),
    path("people/<uuid:person_id>/about/tie/<uuid:tie>/end/", people_end_tie, name="people_end_tie"),
    path(
        "people/<uuid:person_id>/about/disability/<uuid:disability>/out/",
        people_take_out,
        name="people_take_out",
    ),
    path("people/<uuid:person_id>/link/", people_link, name="people_link"),
    path("people/<uuid:person_id>/link/<uuid:link>/undo/", people_link_undo, name="people_link_undo"),
]
