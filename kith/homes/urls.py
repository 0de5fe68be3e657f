"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.homes import mine
from kith.homes.staff import carers, choice, finding, happened, limits, many, register, showing

FIND = "people/<uuid:person_id>/find-a-home/"
urlpatterns: list[URLPattern] = [
    path("homes/", register.homes_register, name="homes_register"),
    path("homes/add/", register.homes_add, name="homes_add"),
    path("homes/providers/add/", register.homes_provider, name="homes_provider"),
    path("homes/waiting/", many.homes_waiting, name="homes_waiting"),
    path("homes/all-at-once/", many.homes_together, name="homes_together"),
    path("homes/money/", many.homes_money, name="homes_money"),
    path("homes/carers/", carers.homes_carers, name="homes_carers"),
    path("homes/carers/ask/", carers.homes_enquiry, name="homes_enquiry"),
    path("homes/carers/panel/", carers.homes_panel, name="homes_panel"),
    path("homes/carers/<uuid:enquiry>/", carers.homes_stage, name="homes_stage"),
    path("homes/carers/<uuid:enquiry>/done/", carers.homes_done, name="homes_done"),
    path("homes/carers/<uuid:enquiry>/home/", carers.homes_tie, name="homes_tie"),
    path("homes/<uuid:home_id>/", register.homes_one, name="homes_one"),
    path("homes/<uuid:home_id>/did/", limits.homes_did, name="homes_did"),
    path("homes/<uuid:home_id>/happened/", happened.homes_happened, name="homes_happened"),
    path("homes/<uuid:home_id>/happened/<uuid:happened>/", happened.homes_notified, name="homes_notified"),
    path("homes/<uuid:home_id>/who/", limits.homes_member, name="homes_member"),
    path("homes/<uuid:home_id>/who/<uuid:member>/", limits.homes_member_ends, name="homes_member_ends"),
    path("homes/<uuid:home_id>/bar/<uuid:exclusion>/", limits.homes_bar_ends, name="homes_bar_ends"),
    path("homes/<uuid:home_id>/<str:step_of>/", register.homes_step, name="homes_step"),
    path(FIND, finding.find_home, name="find_home"),
    path(f"{FIND}start/", finding.find_home_start, name="find_home_start"),
    path(f"{FIND}needs/", finding.find_home_needs, name="find_home_needs"),
    path(f"{FIND}among/", finding.find_home_among, name="find_home_among"),
    path(f"{FIND}end/", finding.find_home_close, name="find_home_close"),
    path(f"{FIND}never/", limits.find_home_never, name="find_home_never"),
    path(f"{FIND}usual-limit/", limits.find_home_exempt, name="find_home_exempt"),
    path(f"{FIND}limits/<uuid:limit>/", limits.find_home_ends, name="find_home_ends"),
    path(f"{FIND}homes/", finding.find_home_homes, name="find_home_homes"),
    path(f"{FIND}homes/<uuid:home_id>/", finding.find_home_list, name="find_home_list"),
    path(f"{FIND}<uuid:choice>/", choice.find_home_choice, name="find_home_choice"),
    path(f"{FIND}<uuid:choice>/show/<uuid:reader>/", showing.find_home_show, name="find_home_show"),
    path(f"{FIND}<uuid:choice>/shown/<uuid:shown>/", showing.find_home_unshow, name="find_home_unshow"),
    path(f"{FIND}<uuid:choice>/said/<uuid:said>/", showing.find_home_answer, name="find_home_answer"),
    path(f"{FIND}<uuid:choice>/<str:step_of>/", choice.find_home_step, name="find_home_step"),
    path("my/matters/", mine.my_matters, name="my_matters"),
    path("my/matters/new/", mine.my_matters_write, name="my_matters_write"),
    path("my/matters/<uuid:shown>/", mine.my_matters_say, name="my_matters_say"),
    path("my/asked/", mine.my_asked, name="my_asked"),
    path("my/asked/<uuid:shown>/", mine.my_asked_say, name="my_asked_say"),
]
