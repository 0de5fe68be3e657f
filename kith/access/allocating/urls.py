"""Addresses of who works with a person or a family."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.access.allocating import staff
from kith.access.allocating.staff import for_family, for_person

PAGES = (
    ("", "workers", staff.workers),
    ("add/", "worker_add", staff.add),
    ("<uuid:involvement_id>/hand-over/", "worker_hand_over", staff.hand_over),
    ("<uuid:involvement_id>/end/", "worker_end", staff.end),
)

urlpatterns: list[URLPattern] = [
    *(path(f"people/<uuid:person_id>/workers/{at}", for_person(view), name=name) for at, name, view in PAGES),
    *(
        path(f"families/<uuid:family_id>/workers/{at}", for_family(view), name=f"family_{name}")
        for at, name, view in PAGES
    ),
    path("handed/<uuid:handed_id>/yes", staff.say_yes, name="handed_yes"),
]
