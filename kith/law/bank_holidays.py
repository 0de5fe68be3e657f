"""Bank holidays of England, year by year: published lists first, then the rule corrected by one-off days."""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

DATA = Path(__file__).parent / "data" / "bank_holidays.toml"
BY_RULE = DATA.with_name("bank_holidays_by_rule.csv")
"""What the `holidays` library computes for England, 2010 to 2045: to ask it loads the calendars of every country."""


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
    days = _by_rule(year)
    for one_off in data["one_off"]:
        if one_off["day"].year == year:
            days.pop(one_off.get("instead_of"), None)
            days[one_off["day"]] = one_off["name"]
    return MappingProxyType(days)


def _by_rule(year: int) -> dict[date, str]:
    if kept := _kept().get(year):
        return dict(kept)
    import holidays  # a tenth of a second, and the years that are kept do without

    return {day: str(name) for day, name in holidays.country_holidays("GB", subdiv="ENG", years=year).items()}


@cache
def _kept() -> dict[int, dict[date, str]]:
    kept: defaultdict[int, dict[date, str]] = defaultdict(dict)
    with BY_RULE.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            day = date.fromisoformat(row["day"])
            kept[day.year][day] = row["name"]
    return dict(kept)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
