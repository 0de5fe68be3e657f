"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.kinship import staff
from kith.kinship.pages import gatherings, mine, public, reckoner, register, steps, worker

ON = "people/<uuid:person_id>/who-could-care/"
ONE = f"{ON}<uuid:exploration>/"
KIN = "people/<uuid:person_id>/kinship/"
urlpatterns: list[URLPattern] = [
    path(ON, staff.could_care, name="could_care"),
    path(f"{ON}name/", staff.could_care_name, name="could_care_name"),
    path(ONE, staff.could_care_one, name="could_care_one"),
    path(f"{ONE}ask/", staff.could_care_settle, name="could_care_settle"),
    path(f"{ONE}came/", staff.could_care_came, name="could_care_came"),
    path(f"{ONE}came/<uuid:explored>/wrong/", staff.could_care_challenge, name="could_care_challenge"),
    path(f"{ONE}wrong/<uuid:challenge>/", staff.could_care_answer, name="could_care_answer"),
    path(KIN, worker.kinship_hub, name="kinship"),
    path(f"{KIN}looks/", worker.kinship_looks, name="kinship_looks"),
    path(f"{KIN}assessment/", worker.kinship_assessments, name="kinship_assessments"),
    path(f"{KIN}support/", worker.kinship_support, name="kinship_support"),
    path(f"{KIN}do/<slug:step>/", steps.kinship_step, name="kinship_step"),
    path(f"{KIN}do/<slug:step>/<uuid:item>/", steps.kinship_step_of, name="kinship_step_of"),
    path("kinship/", register.kinship_register, name="kinship_register"),
    path("kinship/groups/", gatherings.groups, name="kinship_groups"),
    path("kinship/groups/new/", gatherings.group_new, name="kinship_group_new"),
    path("kinship/groups/<uuid:gathering>/off/", gatherings.group_off, name="kinship_group_off"),
    path("kinship/groups/asks/<uuid:ask>/", gatherings.group_answer, name="kinship_group_answer"),
    path("my/groups/", gatherings.my_groups, name="my_groups"),
    path("my/groups/<uuid:gathering>/", gatherings.my_group_ask, name="my_group_ask"),
    path("kinship-care/", public.kinship_kinds, name="kinship_kinds"),
    path("kinship-care/money/", reckoner.kinship_money, name="kinship_money"),
    path("my/caring/", mine.my_caring, name="my_caring"),
    path("my/caring/<slug:which>/<uuid:item>/letter/", mine.my_caring_letter, name="my_caring_letter"),
    path("my/caring/<slug:what>/<uuid:item>/", mine.my_caring_write, name="my_caring_write"),
]
