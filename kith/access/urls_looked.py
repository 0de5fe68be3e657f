"""The addresses of who has looked, and of giving a reason."""

from __future__ import annotations

from django.urls import path

from kith.access.looking import auditor, doubtful, family, odd, reasons, staff

urlpatterns = [
    path("people/<uuid:person_id>/access/", staff.who_has_looked, name="who_has_looked"),
    path("people/<uuid:person_id>/reason", reasons.reason, name="give_reason"),
    path("reasons/<uuid:reason_id>/", reasons.look_closer, name="reason_looked"),
    path("reasons/<uuid:reason_id>/seen", reasons.seen, name="reason_seen"),
    path("my/looked/", family.looked, name="my_looked"),
    path("audit/odd/", odd.odd_week, name="odd_week"),
    path("audit/doubtful/", doubtful.doubtful, name="doubtful"),
    path("audit/looks/", auditor.read_the_log, name="read_the_log"),
]
