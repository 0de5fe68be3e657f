"""Addresses of the advice service."""

from __future__ import annotations

from django.urls import path

from kith.advice.desk.signing_in import sign_in, sign_out
from kith.advice.desk.today import desk_today
from kith.advice.public.home import home

urlpatterns = [
    path("", home, name="home"),
    path("desk/", desk_today, name="desk"),
    path("desk/sign-in", sign_in, name="sign_in"),
    path("desk/sign-out", sign_out, name="sign_out"),
]
