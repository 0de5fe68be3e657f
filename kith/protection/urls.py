"""Addresses of this room. The page that these lead back to joins rooms: it is in `kith.journeys`."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.protection.enquiry_pages import (
    enquiries_view,
    enquiry_answer,
    enquiry_begin,
    enquiry_conference,
    enquiry_decide,
)
from kith.protection.staff import before_court_step, in_court_step

urlpatterns: list[URLPattern] = [
    path("people/<uuid:person_id>/enquiries/", enquiries_view, name="enquiries"),
    path("people/<uuid:person_id>/enquiries/begin/", enquiry_begin, name="enquiry_begin"),
    path(
        "people/<uuid:person_id>/enquiries/<uuid:enquiry_id>/decide/", enquiry_decide, name="enquiry_decide"
    ),
    path(
        "people/<uuid:person_id>/enquiries/<uuid:enquiry_id>/answer/", enquiry_answer, name="enquiry_answer"
    ),
    path(
        "people/<uuid:person_id>/enquiries/<uuid:enquiry_id>/conference/",
        enquiry_conference,
        name="enquiry_conference",
    ),
    path(
        "people/<uuid:person_id>/in-court/<uuid:application_id>/<slug:step>/",
        in_court_step,
        name="in_court_step",
    ),
    path("people/<uuid:person_id>/before-court/<slug:step>/", before_court_step, name="before_court_step"),
]
