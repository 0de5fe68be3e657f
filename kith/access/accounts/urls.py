"""Addresses of the administrator's pages."""

from __future__ import annotations

from django.urls import path

from kith.access.accounts import staff, waiting

urlpatterns = [
    path("", staff.accounts_list, name="accounts"),
    path("new", staff.account_new, name="account_new"),
    path("waiting", waiting.roles_waiting, name="roles_waiting"),
    path("waiting/<uuid:request_id>", waiting.role_answered, name="role_answered"),
    path("<uuid:account_id>/", staff.account_manage, name="account_manage"),
    path("<uuid:account_id>/dates", staff.account_dates, name="account_dates"),
    path("<uuid:account_id>/role", staff.account_role, name="account_role"),
    path("<uuid:account_id>/home", staff.account_home, name="account_home"),
    path("<uuid:account_id>/end", staff.account_end, name="account_end"),
    path("<uuid:account_id>/second-step", staff.account_second_step, name="account_second_step"),
    path("<uuid:account_id>/link", staff.account_link, name="account_link"),
]
