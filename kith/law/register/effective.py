"""The register that holds in this council on a day: what is shipped, and what the council has set.

The settings live in the database, and this room's engine knows no Django: whoever holds them fills the port.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from kith.law.register.book import Register
from kith.law.register.load import shipped
from kith.law.register.setting import Setting, with_settings

# Settings decided by the end of a day, in the order in which they were decided.
SettingsOn = Callable[[date], Iterable[Setting]]


def _none(as_at: date) -> Iterable[Setting]:
    return ()


_settings_on: SettingsOn = _none


def fill(settings_on: SettingsOn) -> None:
    """Say where the council's settings are to be had (at start-up)."""
    global _settings_on  # noqa: PLW0603 - a port: filled once at start-up
    _settings_on = settings_on


def effective_register(as_at: date) -> Register:
    """The register as the council had set it by the end of a day. One statement, where settings are stored."""
    return _left_by(tuple(_settings_on(as_at)))


@lru_cache(maxsize=16)
def _left_by(settings: tuple[Setting, ...]) -> Register:
    """Settings change seldom, and every page that shows what is due asks."""
    return with_settings(shipped(), settings)
