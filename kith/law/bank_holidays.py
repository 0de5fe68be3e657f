"""Bank holidays of England, year by year: published lists first, then the rule corrected by one-off days."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import holidays

DATA = Path(__file__).parent / "data" / "bank_holidays.toml"


@cache
def in_year(year: int) -> Mapping[date, str]:
    """The bank holidays, Christmas Day and Good Friday of one year: date to name.

    Years on the GOV.UK list are taken from it whole. Other years follow the standing rule of the Banking
    and Financial Dealings Act 1971, Schedule 1, as computed by the `holidays` library, with days that were
    proclaimed once added and the days they replaced taken away.
    """
    data = _data()
    published = data["published"].get(str(year))
    if published is not None:
        return MappingProxyType({date.fromisoformat(day): name for day, name in published.items()})
    days = {day: str(name) for day, name in holidays.country_holidays("GB", subdiv="ENG", years=year).items()}
    for one_off in data["one_off"]:
        if one_off["day"].year == year:
            days.pop(one_off.get("instead_of"), None)
            days[one_off["day"]] = one_off["name"]
    return MappingProxyType(days)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
