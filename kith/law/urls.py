"""Addresses of the law: the register, what changes, what the council has set, and how it keeps its duties."""

from __future__ import annotations

from django.urls import path

from kith.law.pages import accountability, changes, notes, public, register, settings, tell
from kith.law.reminders import feed, mine

urlpatterns = [
    path("accountability/", accountability.accountability, name="accountability"),
    path("accountability/list/", accountability.accountability_list, name="accountability_list"),
    path("accountability/figures.csv", accountability.accountability_csv, name="accountability_csv"),
    path("people/<uuid:person_id>/duties/tell/", tell.tell_due, name="tell_due"),
    path("people/<uuid:person_id>/duties/tell/back/", tell.untell_due, name="untell_due"),
    path("people/<uuid:person_id>/duties/say/<str:duty>/<str:starts>/", notes.say_of, name="say_of_due"),
    path("people/<uuid:person_id>/duties/said/", notes.unsay, name="unsay_of_due"),
    path("my-account/reminders", mine.my_reminders, name="my_reminders"),
    path("my/calendar/<str:secret>.ics", feed.calendar_feed, name="calendar_feed"),
    path("my/calendar/to/<slug:uid>/", feed.calendar_entry, name="calendar_entry"),
    path("law/", register.law_view, name="law"),
    path("law/register.csv", register.law_csv, name="law_csv"),
    path("law/areas/<slug:slug>/", register.law_area, name="law_area"),
    path("public/law/", public.public_law, name="public_law"),
    path("law/changes/", changes.law_changes, name="law_changes"),
    path("law/settings/", settings.law_settings, name="law_settings"),
    path("law/settings/<slug:duty_id>/promise/", settings.law_set_promise, name="law_set_promise"),
    path("law/settings/<slug:duty_id>/time/", settings.law_set_time, name="law_set_time"),
]
