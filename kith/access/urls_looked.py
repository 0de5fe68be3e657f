"""The addresses of who has looked, of giving a reason, and of one's own door."""

from __future__ import annotations

from django.urls import path

from kith.access.codes.views import my_code
from kith.access.family_accounts import views as own_page
from kith.access.looking import auditor, doubtful, family, odd, reasons, staff
from kith.access.own_door import route_pages
from kith.access.own_door import views as own_door
from kith.access.photographs import views as photographs
from kith.access.safe_contact import views as safe

urlpatterns = [
    path("people/<uuid:person_id>/access/", staff.who_has_looked, name="who_has_looked"),
    path("people/<uuid:person_id>/reason", reasons.reason, name="give_reason"),
    path("reasons/<uuid:reason_id>/", reasons.look_closer, name="reason_looked"),
    path("reasons/<uuid:reason_id>/seen", reasons.seen, name="reason_seen"),
    path("my/looked/", family.looked, name="my_looked"),
    path("my/sign-in/", own_door.my_sign_in, name="my_sign_in"),
    path("my/safe-contact/", safe.my_safe_contact, name="my_safe_contact"),
    path("people/<uuid:person_id>/safe-contact/", safe.safe_contact, name="safe_contact"),
    path("my/sign-in/code/", my_code, name="my_code"),
    path("my/sign-in/messages/", route_pages.my_route_end, name="my_route_end"),
    path("people/<uuid:person_id>/own-messages/", route_pages.own_routes, name="own_routes"),
    path("my-account/photograph", photographs.my_photograph, name="my_photograph"),
    path("photographs/<uuid:account_id>", photographs.photograph, name="photograph"),
    path("my/workers/faces/", photographs.my_faces, name="my_faces"),
    path("people/<uuid:person_id>/closed-page/", own_door.closed_door, name="closed_door"),
    path("people/<uuid:person_id>/own-page/", own_page.own_page, name="own_page"),
    path("people/<uuid:person_id>/own-page/asked/", own_page.own_page_asked, name="own_page_asked"),
    path("people/<uuid:person_id>/own-page/open/", own_page.own_page_open, name="own_page_open"),
    path("people/<uuid:person_id>/own-page/link/", own_page.own_page_link, name="own_page_link"),
    path("audit/odd/", odd.odd_week, name="odd_week"),
    path("audit/doubtful/", doubtful.doubtful, name="doubtful"),
    path("audit/looks/", auditor.read_the_log, name="read_the_log"),
]
