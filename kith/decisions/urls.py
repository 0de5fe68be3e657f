"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.decisions import family
from kith.decisions.staff import coordinating, network, person

MEETING = "meetings/<uuid:meeting_id>/"
PERSON = f"{MEETING}people/<uuid:network_id>/"
ABOUT = "people/<uuid:person_id>/family-meeting/"
urlpatterns: list[URLPattern] = [
    path(ABOUT, person.family_meetings, name="family_meetings"),
    path(f"{ABOUT}offer/", person.offer, name="offer_meeting"),
    path(f"{ABOUT}not-in-their-interest/", person.not_in_their_interest, name="exempt_meeting"),
    path(f"{ABOUT}<uuid:offer_id>/answer/", person.answer, name="meeting_answer"),
    path(f"{ABOUT}<uuid:offer_id>/share/", person.share, name="meeting_share"),
    path(f"{ABOUT}<uuid:offer_id>/coordinator/", person.coordinator, name="meeting_coordinator"),
    path(f"{ABOUT}part/<uuid:line_id>/", person.part, name="meeting_part"),
    path("meetings/risks/<uuid:risk_id>/seen", person.risk_seen, name="risk_seen"),
    path("meetings/", coordinating.meetings, name="coordinating"),
    path(MEETING, coordinating.meeting, name="coordinating_one"),
    path(f"{MEETING}<slug:what>/", coordinating.do, name="coordinating_do"),
    path(PERSON, network.somebody, name="coordinating_person"),
    path(f"{PERSON}invite/", network.invite, name="coordinating_invite"),
    path(f"{PERSON}letter/", network.letter, name="coordinating_letter"),
    path(f"{PERSON}<slug:what>/", network.do, name="coordinating_person_do"),
    path("my/meetings/", family.mine, name="my_meetings"),
    path("my/meetings/offers/<uuid:offer_id>/", family.my_offer, name="my_offer"),
    path("my/meetings/<uuid:invitation_id>/", family.my_invitation, name="my_invitation"),
    path("my/meetings/<uuid:invitation_id>/calendar", family.my_calendar, name="my_invitation_calendar"),
    path("my/meetings/<uuid:meeting_id>/thoughts/", family.my_thoughts, name="my_thoughts"),
]
