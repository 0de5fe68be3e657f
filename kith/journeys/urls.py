"""Addresses of what spans rooms."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.journeys.court_page import ask_a_court, before_court_view

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/before-court/", before_court_view, name="before_court"),
    path("people/<uuid:person_id>/ask-a-court/", ask_a_court, name="ask_a_court"),
]
