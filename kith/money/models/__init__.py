"""Rates, who is paid, payment runs and their lines, what was overpaid, and what carers ask."""

from kith.money.models.fact import MoneyFact, MoneyHappened
from kith.money.models.overpayment import OverpaidState, Overpayment
from kith.money.models.payee import BankDetail, BankState, Hold, NotPaid
from kith.money.models.question import PaymentQuestion
from kith.money.models.rates import Kind, Rate, RateVersion
from kith.money.models.run import PaymentLine, PaymentResult, PaymentRun, RunState, What

__all__ = [
    "BankDetail",
    "BankState",
    "Hold",
    "Kind",
    "MoneyFact",
    "MoneyHappened",
    "NotPaid",
    "OverpaidState",
    "Overpayment",
    "PaymentLine",
    "PaymentQuestion",
    "PaymentResult",
    "PaymentRun",
    "Rate",
    "RateVersion",
    "RunState",
    "What",
]
