"""The register of duties: the law as data."""

from __future__ import annotations

from kith.law.register.book import Area, Register
from kith.law.register.duty import Duty
from kith.law.register.effective import effective_register
from kith.law.register.errors import RegisterError
from kith.law.register.load import load, shipped
from kith.law.register.setting import RefusedError, Setting, with_settings

__all__ = [
    "Area",
    "Duty",
    "RefusedError",
    "Register",
    "RegisterError",
    "Setting",
    "effective_register",
    "load",
    "shipped",
    "with_settings",
]
