"""The register of duties: the law as data."""

from __future__ import annotations

from kith.law.register.book import Register
from kith.law.register.duty import Duty
from kith.law.register.errors import RegisterError
from kith.law.register.load import load

__all__ = ["Duty", "Register", "RegisterError", "load"]
