"""The addresses of who has looked, of giving a reason, and of one's own door."""

from __future__ import annotations

from django.urls import path

from kith.access.looking import auditor, doubtful, family, odd, reasons, staff
from kith.access.own_door import route_pages
from kith.access.own_door import views as own_door

urlpatterns = [
    path("people/<uuid:person_id>/access/", staff.who_has_looked, name="who_has_looked"),
    path("people/<uuid:person_id>/reason", reasons.reason, name="give_reason"),
    path("reasons/<uuid:reason_id>/", reasons.look_closer, name="reason_looked"),
    path("reasons/<uuid:reason_id>/seen", reasons.seen, name="reason_seen"),
    path("my/looked/", family.looked, name="my_looked"),
    path("my/sign-in/", own_door.my_sign_in, name="my_sign_in"),
    path("my/sign-in/messages/", route_pages.my_route_end, name="my_route_end"),
    path("people/<uuid:person_id>/own-messages/", route_pages.own_routes, name="own_routes"),
    path("people/<uuid:person_id>/closed-page/", own_door.closed_door, name="closed_door"),
    path("audit/odd/", odd.odd_week, name="odd_week"),
    path("audit/doubtful/", doubtful.doubtful, name="doubtful"),
    path("audit/looks/", auditor.read_the_log, name="read_the_log"),
]
