"""Addresses of this room. The page that these lead back to joins rooms: it is in `kith.journeys`."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.protection.staff import before_court_step

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/before-court/<slug:step>/", before_court_step, name="before_court_step"),
]
