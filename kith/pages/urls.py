"""Addresses of the pages that join rooms."""

from __future__ import annotations

from django.urls import path

from kith.pages.advice_away import advice_away
from kith.pages.apart.taken import taken_back
from kith.pages.apart.views import kept_apart_take_back, kept_apart_view
from kith.pages.easy.offers import offer_easy
from kith.pages.easy.views import easy_read, easy_reads
from kith.pages.family.views import family_view
from kith.pages.my.views import my_advice, my_by_when, my_complain, my_view, my_who
from kith.pages.person.see_as import (
    see_as,
    see_as_care,
    see_as_money,
    see_as_more,
    see_as_people,
    see_as_whom,
)
from kith.pages.person.views import person_duties, person_homes, person_view
from kith.pages.public.views import public_home
from kith.pages.ready.views import ready
from kith.pages.showing.views import show, showing, showing_item, showing_leave
from kith.pages.today.team import team_view
from kith.pages.today.views import today_view

urlpatterns = [
    path("", today_view, name="today"),
    path("team/", team_view, name="team"),
    path("people/<uuid:person_id>/", person_view, name="person"),
    path("people/<uuid:person_id>/duties/", person_duties, name="person_duties"),
    path("people/<uuid:person_id>/homes/", person_homes, name="person_homes"),
    path("people/<uuid:person_id>/see-as/", see_as_whom, name="see_as_whom"),
    path("people/<uuid:person_id>/see-as/<uuid:account_id>/", see_as, name="see_as"),
    path("people/<uuid:person_id>/see-as/<uuid:account_id>/more/", see_as_more, name="see_as_more"),
    path("people/<uuid:person_id>/see-as/<uuid:account_id>/care/", see_as_care, name="see_as_care"),
    path("people/<uuid:person_id>/see-as/<uuid:account_id>/people/", see_as_people, name="see_as_people"),
    path("people/<uuid:person_id>/see-as/<uuid:account_id>/money/", see_as_money, name="see_as_money"),
    path("people/<uuid:person_id>/show/", show, name="show_to_family"),
    path("people/<uuid:person_id>/kept-apart/", kept_apart_view, name="kept_apart"),
    path("people/<uuid:person_id>/kept-apart/take-back/", kept_apart_take_back, name="kept_apart_take_back"),
    path("people/<uuid:person_id>/taken-back/", taken_back, name="taken_back"),
    path("people/<uuid:person_id>/ready/", ready, name="ready"),
    path("showing/", showing, name="showing"),
    path("showing/story/<uuid:event_id>/", showing_item, name="showing_item"),
    path("showing/leave/", showing_leave, name="showing_leave"),
    path("families/<uuid:family_id>/", family_view, name="family"),
    path("my/", my_view, name="my"),
    path("my/workers/", my_who, name="my_workers"),
    path("my/by-when/", my_by_when, name="my_by_when"),
    path("offers/<slug:kind>/easy/", offer_easy, name="offer_easy"),
    path("easy-read/", easy_reads, name="easy_reads"),
    path("easy-read/<slug:topic>/", easy_read, name="easy_read"),
    path("advice/", advice_away, name="advice_away"),
    path("public/", public_home, name="public_home"),
    path("my/advice/", my_advice, name="my_advice"),
    path("my/complain/", my_complain, name="my_complain"),
]
