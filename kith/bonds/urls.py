"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.bonds.staff import siblings

ON = "people/<uuid:person_id>/time-with-family/"
SIBLINGS = f"{ON}brothers-and-sisters/"
urlpatterns: list[URLPattern] = [
    path(SIBLINGS, siblings.siblings, name="siblings"),
    path(f"{SIBLINGS}<uuid:sibling>/apart/", siblings.sibling_apart, name="sibling_apart"),
    path(f"{SIBLINGS}<uuid:sibling>/elsewhere/", siblings.sibling_elsewhere, name="sibling_elsewhere"),
]
