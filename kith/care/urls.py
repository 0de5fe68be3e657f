"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.care import family, shared, showing, staff

ON = "people/<uuid:person_id>/in-care/"
urlpatterns: list[URLPattern] = [
    path(ON, staff.in_care_view, name="in_care"),
    path(f"{ON}show/<uuid:item>/", showing.in_care_show, name="in_care_show"),
    path(f"{ON}<slug:step>/", staff.in_care_step, name="in_care_step"),
    path(f"{ON}<slug:step>/<uuid:item>/", staff.in_care_step, name="in_care_step_of"),
    path("my/in-care/", shared.my_in_care, name="my_in_care"),
    path("my/in-care/<uuid:agreement>/", shared.my_take_back, name="my_take_back"),
    path("my/asks/", family.my_asks, name="my_asks"),
    path("my/asks/new/", family.my_ask, name="my_ask"),
    path("my/asks/<uuid:ask>/", family.my_unfair, name="my_unfair"),
    path("my/review/", family.my_review, name="my_review"),
    path("my/about/", family.my_about, name="my_about"),
    path("my/about/<slug:topic>/", family.my_about_topic, name="my_about_topic"),
    path("my/memories/", family.my_memories, name="my_memories"),
]
