"""Addresses of what spans rooms."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.journeys.court_page import ask_a_court, before_court_view
from kith.journeys.kept_apart_pages import kept_apart_again, kept_apart_read, kept_apart_search

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/before-court/", before_court_view, name="before_court"),
    path("people/<uuid:person_id>/ask-a-court/", ask_a_court, name="ask_a_court"),
    path("people/<uuid:person_id>/kept-apart/look/", kept_apart_search, name="kept_apart_search"),
    path("people/<uuid:person_id>/kept-apart/read/", kept_apart_read, name="kept_apart_read"),
    path("people/<uuid:person_id>/kept-apart/<uuid:ruling>/", kept_apart_again, name="kept_apart_again"),
]
