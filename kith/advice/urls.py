"""Addresses of the advice service. None of them tells what is read there: they stay in a browser's history."""

from __future__ import annotations

from django.urls import path

from kith.advice.accounts.desk import desk_people, desk_person, desk_person_new
from kith.advice.accounts.mine import desk_app, desk_app_picture, desk_mine, desk_password
from kith.advice.desk.calling import desk_call
from kith.advice.desk.contact import desk_contact
from kith.advice.desk.figures import desk_figures
from kith.advice.desk.finding import desk_find
from kith.advice.desk.hours import desk_hours, desk_hours_end, desk_hours_new, desk_hours_special
from kith.advice.desk.signing_in import sign_in, sign_in_code, sign_out
from kith.advice.desk.today import desk_today
from kith.advice.keeping.desk import desk_destroy, desk_keeping
from kith.advice.keeping.public import kept
from kith.advice.public.answer import answer
from kith.advice.public.asking import call, with_me, write
from kith.advice.public.home import home, how_we_do, private

urlpatterns = [
    path("", home, name="home"),
    path("write/", write, name="write"),
    path("call/", call, name="call"),
    path("answer/", answer, name="answer"),
    path("with-me/", with_me, name="with_me"),
    path("private/", private, name="private"),
    path("kept/", kept, name="kept"),
    path("how-we-do/", how_we_do, name="how_we_do"),
    path("desk/", desk_today, name="desk"),
    path("desk/sign-in", sign_in, name="sign_in"),
    path("desk/sign-in/code", sign_in_code, name="sign_in_code"),
    path("desk/mine/", desk_mine, name="desk_mine"),
    path("desk/mine/password/", desk_password, name="desk_password"),
    path("desk/mine/app/", desk_app, name="desk_app"),
    path("desk/mine/app/picture", desk_app_picture, name="desk_app_picture"),
    path("desk/people/", desk_people, name="desk_people"),
    path("desk/people/new/", desk_person_new, name="desk_person_new"),
    path("desk/people/<uuid:account_id>/", desk_person, name="desk_person"),
    path("desk/sign-out", sign_out, name="sign_out"),
    path("desk/find", desk_find, name="desk_find"),
    path("desk/call/", desk_call, name="desk_call"),
    path("desk/asked/<uuid:contact_id>/", desk_contact, name="desk_contact"),
    path("desk/asked/<uuid:contact_id>/destroy", desk_destroy, name="desk_destroy"),
    path("desk/keeping/", desk_keeping, name="desk_keeping"),
    path("desk/figures/", desk_figures, name="desk_figures"),
    path("desk/hours/", desk_hours, name="desk_hours"),
    path("desk/hours/new/", desk_hours_new, name="desk_hours_new"),
    path("desk/hours/special/", desk_hours_special, name="desk_hours_special"),
    path("desk/hours/<uuid:hours_id>/end/", desk_hours_end, name="desk_hours_end"),
]
