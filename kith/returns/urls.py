"""Addresses of rows that wait to be settled."""

from __future__ import annotations

from django.urls import path

from kith.returns.settling.staff import person_settle, person_settle_row, returns_row, returns_waiting

urlpatterns = [
    path("returns/waiting/", returns_waiting, name="returns_waiting"),
    path("returns/waiting/<uuid:row>/", returns_row, name="returns_row"),
    path("people/<uuid:person_id>/settle/", person_settle, name="person_settle"),
    path("people/<uuid:person_id>/settle/<uuid:row>/", person_settle_row, name="person_settle_row"),
]
