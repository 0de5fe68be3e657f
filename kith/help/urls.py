"""Addresses of this room: the public's pages of help, and the front door."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.help import my
from kith.help.asking import public
from kith.help.families import answers, lead, money, owed, shown, views
from kith.help.independent.views import independent_advice
from kith.help.staff import asked_for, deciding, holding, people, requests

ONE = "help/requests/<uuid:request_id>/"
urlpatterns: list[URLPattern] = [
    path("help/", public.help_home, name="help_home"),
    path("help/ask/", public.help_ask, name="help_ask"),
    path("help/worried/", public.help_worried, name="help_worried"),
    path("help/thresholds/", public.help_thresholds, name="help_thresholds"),
    path("help/money/", money.help_money, name="help_money"),
    path("help/requests/", requests.help_requests, name="help_requests"),
    path("help/requests/new/", requests.help_request_new, name="help_request_new"),
    path(ONE, requests.help_request, name="help_request"),
    path(f"{ONE}take", requests.help_take, name="help_take"),
    path(f"{ONE}told", requests.help_told, name="help_told"),
    path(f"{ONE}family", requests.help_family_told, name="help_family_told"),
    path(f"{ONE}asker", asked_for.help_asker, name="help_asker"),
    path(f"{ONE}saw", asked_for.help_asker_saw, name="help_asker_saw"),
    path("help/asked/", asked_for.help_asked_for, name="help_asked_for"),
    path(f"{ONE}close", requests.help_close, name="help_close"),
    path(f"{ONE}decide/", deciding.help_decide, name="help_decide"),
    path(f"{ONE}letter/", deciding.help_letter, name="help_letter"),
    path(f"{ONE}hand-over/", holding.help_give, name="help_give"),
    path(f"{ONE}people/", people.help_people, name="help_people"),
    path("families/<uuid:family_id>/help/", views.family_help, name="family_help"),
    path("families/<uuid:family_id>/help/answers/", answers.family_answers, name="family_answers"),
    path("families/<uuid:family_id>/help/show/<uuid:item>/", shown.family_help_show, name="family_help_show"),
    path("people/<uuid:person_id>/independent-advice/", independent_advice, name="independent_advice"),
    path("my/help/", my.my_help_view, name="my_help"),
    path("families/<uuid:family_id>/help/<slug:what>/", views.family_help_form, name="family_help_form"),
    path(
        "families/<uuid:family_id>/lead/<uuid:matter>/owed/", owed.family_lead_owed, name="family_lead_owed"
    ),
    path("families/<uuid:family_id>/lead/<uuid:involvement_id>/", lead.change_lead, name="family_lead"),
    path("help/given/<uuid:giving_id>/", holding.help_answer, name="help_answer"),
]
