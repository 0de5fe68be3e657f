"""The file for the council's finance system, and the one that comes back (docs/adr/0225).

A payment file is CSV, UTF-8, lines end in CR LF, amounts in whole pence, days as 2026-11-02. Rows by their first field:

    H  shape, version, run, first night, last night, pay on
    P  payee, pence, lines, last four digits of the account        one for each payee, in order
    L  payee, child, kind, what, first night, last night, nights, pence a week, pence a week paid before, pence
    T  payees, lines, pence, SHA-256 of every byte before this row

It holds references and no name of anybody, no address and no whole number of an account. Written again it is the same to
the byte. Accounts, whole, are a file of their own (`accounts_file`) for those who keep the finance system's payees.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import defaultdict
from datetime import timedelta
from uuid import UUID

from kith.core.cells import harmless
from kith.money.models import BankDetail, PaymentRun
from kith.money.queries.runs import run_lines
from kith.money.queries.working_out import RunLine
from kith.money.references import child_reference, payee_reference
from kith.money.sealed import open_bank

SHAPE, VERSION = "KITH-PAYMENTS", "1"


def payment_file(run: PaymentRun) -> bytes:
    """The payment file of a run. Two statements."""
    paid = [each for each in run_lines(run.id) if each.counts]
    ends = dict(BankDetail.objects.filter(id__in=_banks(paid)).values_list("id", "ends_with"))
    by_payee: dict[str, list[RunLine]] = defaultdict(list)
    for each in paid:
        by_payee[payee_reference(each.payee)].append(each)
    last = run.period.upper - timedelta(days=1)
    rows: list[list[object]] = [["H", SHAPE, VERSION, run.id, run.period.lower, last, run.pay_on]]
    for payee, lines in sorted(by_payee.items()):
        account = next((ends[each.bank] for each in lines if each.bank in ends), "")
        rows.append(["P", payee, sum(each.pence for each in lines), len(lines), account])
        rows += sorted((_line(payee, each) for each in lines), key=str)
    body = _written(rows)
    total = sum(each.pence for each in paid)
    return body + _written([["T", len(by_payee), len(paid), total, hashlib.sha256(body).hexdigest()]])


def accounts_file(run: PaymentRun) -> bytes:
    """Which account each payee of a run is paid into, whole: reference, name on it, sort code, number. Two statements."""
    paid = [each for each in run_lines(run.id) if each.counts]
    payees = {each.bank: payee_reference(each.payee) for each in paid if each.bank}
    rows: list[list[object]] = []
    for detail in BankDetail.objects.filter(id__in=_banks(paid)):
        account = open_bank(detail)
        rows.append([payees[detail.id], harmless(account.name), account.sort_code, account.number])
    return _written([["payee", "name_on_account", "sort_code", "account_number"], *sorted(rows, key=str)])


def _banks(lines: list[RunLine]) -> set[UUID]:
    return {each.bank for each in lines if each.bank}


def _line(payee: str, line: RunLine) -> list[object]:
    child = child_reference(line.child) if line.child else ""
    last = line.until - timedelta(days=1) if line.until else ""
    told = [line.first or "", last, line.nights, line.weekly, line.before, line.pence]
    return ["L", payee, child, line.kind, line.what, *told]


def _written(rows: list[list[object]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()
