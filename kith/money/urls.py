"""Addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from kith.money.my import views as my
from kith.money.staff import board, one_run, person, steps

RUN = "money/runs/<uuid:run>/"
urlpatterns: list[URLPattern] = [
    path("my/money/", my.my_money_view, name="my_money"),
    path("my/money/ask/", my.my_money_ask, name="my_money_ask"),
    path("my/money/account/", my.my_money_account, name="my_money_account"),
    path("my/money/too-much/<uuid:overpayment>/", my.my_money_too_much, name="my_money_too_much"),
    path("money/", board.money, name="money"),
    path("money/rates/", board.rates_page, name="money_rates"),
    path("money/rates/new/", steps.rates_new, name="money_rates_new"),
    path("money/runs/new/", one_run.run_new, name="money_run_new"),
    path(RUN, one_run.run_page, name="money_run"),
    path(f"{RUN}answer/", one_run.run_answer, name="money_run_answer"),
    path(f"{RUN}export/", one_run.run_export, name="money_run_export"),
    path(f"{RUN}payments.csv", one_run.run_file, name="money_run_file"),
    path(f"{RUN}accounts.csv", one_run.run_accounts, name="money_run_accounts"),
    path(f"{RUN}results/", one_run.run_results, name="money_run_results"),
    path("money/payees/<uuid:payee>/", board.payee_page, name="money_payee"),
    path("money/payees/<uuid:payee>/<slug:what>/", steps.payee_step, name="money_payee_step"),
    path("money/holds/<uuid:hold>/end/", steps.hold_end, name="money_hold_end"),
    path("money/accounts/<uuid:bank>/", steps.bank_check, name="money_bank"),
    path("money/questions/<uuid:question>/", steps.question_answer, name="money_question"),
    path("money/too-much/<uuid:overpayment>/<slug:what>/", steps.too_much_step, name="money_too_much"),
    path("people/<uuid:person_id>/money/", person.person_money, name="person_money"),
]
