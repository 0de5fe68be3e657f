"""Addresses of restricting and of opening by two."""

from __future__ import annotations

from django.urls import path

from kith.access.restricting import naming, restrict, unmask

urlpatterns = [
    path("people/<uuid:person_id>/restrict/", restrict.restrict_person, name="restrict_person"),
    path("people/<uuid:person_id>/restrict/name/", naming.name_further, name="restricted_name"),
    path("restricted/", unmask.restricted, name="restricted"),
    path("restricted/<uuid:request_id>/", unmask.restricted_decide, name="restricted_decide"),
]
