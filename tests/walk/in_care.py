"""Addresses of the rooms for children who cannot live at home: who could care, homes, care, bonds, going home, money."""

from __future__ import annotations

from kith.access.permissions import Permission
from tests.walk.page import ABSENT, Page, sends

IN_CARE: dict[str, Page] = {
    # Who could care: in the walk's world nobody was named yet.
    "could_care": Page("staff", about="person", needs=Permission.ANSWER_FOR),
    "could_care_name": Page("staff", about="person", needs=Permission.EDIT_PERSON),
    "could_care_one": Page("staff", about="person", needs=Permission.ANSWER_FOR, seen=ABSENT),
    "could_care_settle": Page("staff", about="person", needs=Permission.EDIT_PERSON, seen=ABSENT),
    "could_care_came": Page("staff", about="person", needs=Permission.EDIT_PERSON, seen=ABSENT),
    "could_care_challenge": Page("staff", about="person", needs=Permission.EDIT_PERSON, seen=ABSENT),
    "could_care_answer": Page("staff", about="person", needs=Permission.EDIT_PERSON, seen=ABSENT),
    # Bonds: in the walk's world nobody has a brother or sister in care.
    "siblings": Page("staff", about="person", needs=Permission.ANSWER_FOR),
    "sibling_apart": Page("staff", about="person", needs=Permission.EDIT_PERSON, seen=ABSENT),
    "sibling_elsewhere": Page("staff", about="person", needs=Permission.EDIT_PERSON, seen=ABSENT),
    # Money. In the walk's world nobody is paid yet, and of families carers alone have the page.
    "money": Page("staff", needs=Permission.AGREE_PAYMENTS),
    "money_rates": Page("staff", needs=Permission.AGREE_PAYMENTS),
    "money_rates_new": Page("staff", needs=Permission.PREPARE_PAYMENTS),
    "money_run_new": Page("staff", needs=Permission.PREPARE_PAYMENTS),
    "money_run": Page("staff", needs=Permission.AGREE_PAYMENTS, seen=ABSENT),
    "money_run_answer": Page("staff", needs=Permission.AGREE_PAYMENTS, seen=ABSENT),
    "money_run_export": Page("staff", needs=Permission.PREPARE_PAYMENTS, seen=ABSENT),
    "money_run_file": Page("staff", needs=Permission.PREPARE_PAYMENTS, seen=ABSENT),
    "money_run_accounts": Page("staff", needs=Permission.PREPARE_PAYMENTS, seen=ABSENT),
    "money_run_results": Page("staff", needs=Permission.PREPARE_PAYMENTS, seen=ABSENT),
    "money_payee": Page("staff", needs=Permission.AGREE_PAYMENTS, seen=ABSENT),
    "money_payee_step": Page("staff", needs=Permission.PREPARE_PAYMENTS, seen=ABSENT),
    "money_hold_end": Page("staff", needs=Permission.PREPARE_PAYMENTS, seen=ABSENT),
    "money_bank": Page("staff", needs=Permission.PREPARE_PAYMENTS, seen=ABSENT),
    "money_question": Page("staff", needs=Permission.PREPARE_PAYMENTS, seen=ABSENT),
    "money_too_much": Page("staff", needs=Permission.AGREE_PAYMENTS, seen=ABSENT),
    "person_money": Page("staff", about="person", needs=Permission.ANSWER_FOR),
    "my_money": Page("family", seen=sends(200, 404)),
    "my_money_ask": Page("family", seen=sends(200, 404)),
    "my_money_account": Page("family", seen=sends(200, 404)),
    "my_money_too_much": Page("family", seen=ABSENT),
}
