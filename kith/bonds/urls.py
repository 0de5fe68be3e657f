"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.bonds import my, my_home, my_links
from kith.bonds.staff import home, links, siblings, time

ON = "people/<uuid:person_id>/time-with-family/"
SIBLINGS = f"{ON}brothers-and-sisters/"
LINKS = "people/<uuid:person_id>/lifelong-links/"
HOME = "people/<uuid:person_id>/going-home/"
PLAN = f"{ON}<uuid:plan>/"
urlpatterns: list[URLPattern] = [
    path(ON, time.family_time, name="family_time"),
    path(f"{ON}plan/", time.time_new, name="time_new"),
    path(f"{ON}limit/", time.time_limit, name="time_limit"),
    path(f"{ON}limit/<uuid:limit>/end/", time.time_limit_end, name="time_limit_end"),
    path(f"{ON}asked/<uuid:ask>/", time.time_answer, name="time_answer"),
    path(f"{ON}review/", time.time_considered, name="time_considered"),
    path(SIBLINGS, siblings.siblings, name="siblings"),
    path(f"{SIBLINGS}<uuid:sibling>/apart/", siblings.sibling_apart, name="sibling_apart"),
    path(f"{SIBLINGS}<uuid:sibling>/elsewhere/", siblings.sibling_elsewhere, name="sibling_elsewhere"),
    path(f"{PLAN}next/", time.time_set, name="time_set"),
    path(f"{PLAN}end/", time.time_end, name="time_end"),
    path(f"{PLAN}show/", time.time_show, name="time_show"),
    path(f"{PLAN}<uuid:meet>/came/", time.time_came, name="time_came"),
    path(LINKS, links.lifelong_links, name="lifelong_links"),
    path(f"{LINKS}<slug:step>/", links.links_step, name="links_step"),
    path(f"{LINKS}<slug:step>/<uuid:item>/", links.links_step, name="links_step_of"),
    path(HOME, home.going_home, name="going_home"),
    path(f"{HOME}<slug:step>/", home.home_step, name="home_step"),
    path(f"{HOME}<slug:step>/<uuid:item>/", home.home_step, name="home_step_of"),
    path("my/steps/", my_home.my_steps, name="my_steps"),
    path("my/steps/<uuid:way>/", my_home.my_steps_say, name="my_steps_say"),
    path("my/people/", my_links.my_links, name="my_links"),
    path("my/people/ask/", my_links.my_links_ask, name="my_links_ask"),
    path("my/people/answer/", my_links.my_links_answer, name="my_links_answer"),
    path("my/people/stop/", my_links.my_links_stop, name="my_links_stop"),
    path("my/people/drawing/", my_links.my_links_draw, name="my_links_draw"),
    path("my/people/choose/", my_links.my_links_choose, name="my_links_choose"),
    path("my/time/", my.my_time, name="my_time"),
    path("my/time/ask/", my.my_time_ask, name="my_time_ask"),
]
