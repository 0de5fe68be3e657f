"""What a kinship carer is paid a week: published, versioned rules. The same facts give the same award, whoever asks.

Pure: no database, no clock. Sums are whole pence; a share of a sum is rounded half up. Source: SI 2005/1109 regs 6-13;
Kinship care statutory guidance (October 2024); rates as each version says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kith.kinship.models.caring import CaringKind
from kith.kinship.rules.reading import RulesError, shaped, told
from kith.marked import marked

VERSION = {
    "version": str, "from_on": date, "invented": bool, "name": str, "source": str, "link": str, "checked_on": date,
    "confidence": str, "notice_days": int, "review_months": int, "region": dict, "band": list, "rule": list,
    "extra": list,
}  # fmt: skip
RULE = {"id": str, "kinds": list, "all": list, "percent": int, "says": str, "law": str}
EXTRA = {"id": str, "fact": str, "percent": int, "says": str}
FACTS: dict[str, str] = {
    "after_care": marked("The child was looked after right before"),
    "zone": marked("The family lives in a kinship zone and meets its rules"),
    "in_need": marked("The child’s needs were looked at, and cannot be met without an allowance"),
    "disabled": marked("The child has a disability"),
}
"""What the rules may rest on, and how it is asked."""
GROWN = 18
# As the bands stand today. Of other bands the sentence stays English.
AGED = (
    marked("For a child aged 0 to 2"),
    marked("For a child aged 3 to 4"),
    marked("For a child aged 5 to 10"),
    marked("For a child aged 11 to 15"),
    marked("For a child aged 16 to 17"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of how the sum is made: in words, and pence a week (the whole sum, the share, or what comes on top)."""

    says: str
    pence: int


@dataclass(frozen=True, slots=True)
class Worked:
    """What the rules of a version give: pence a week, how it is made, and by which rule of which law."""

    version: str
    rule: str
    law: str
    weekly_pence: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """One published version."""

    version: str
    from_on: date
    invented: bool
    name: str
    source: str
    link: str
    notice_days: int
    review_months: int
    regions: Mapping[str, tuple[int, ...]]
    bands: tuple[tuple[int, int], ...]
    rules: tuple[Mapping[str, Any], ...]
    extras: tuple[Mapping[str, Any], ...]


def work_out(
    rules: Rules, *, kind: str, age: int, region: str = "rest", facts: Collection[str] = ()
) -> Worked:
    """The weekly sum for one child of an age (in whole years) under one kind of care.

    Raises ValueError for a kind, age, region or fact that the version does not know, naming it.
    """
    unknown = sorted(set(facts) - FACTS.keys())
    if unknown:
        raise ValueError(f"The rules know no fact {unknown[0]}. They know: {', '.join(sorted(FACTS))}.")
    if region not in rules.regions:
        raise ValueError(f"The rules know no region {region}. They know: {', '.join(sorted(rules.regions))}.")
    band = next((i for i, (low, high) in enumerate(rules.bands) if low <= age <= high), None)
    if band is None:
        raise ValueError(f"The rules pay for no age of {age}.")
    low, high = rules.bands[band]
    whole = rules.regions[region][band]
    rule = next((r for r in rules.rules if kind in r["kinds"] and set(r.get("all", ())) <= set(facts)), None)
    if rule is None:
        raise ValueError(f"The rules say nothing of {kind}.")
    base = _share(whole, rule["percent"])
    lines = [Line(f"For a child aged {low} to {high}", whole), Line(rule["says"], base)]
    extras = (extra for extra in rules.extras if base and extra["fact"] in facts)
    lines.extend(Line(extra["says"], _share(whole, extra["percent"])) for extra in extras)
    return Worked(
        rules.version, rule["id"], rule["law"], base + sum(line.pence for line in lines[2:]), tuple(lines)
    )


def _share(pence: int, percent: int) -> int:
    return (pence * percent + 50) // 100


def read(path: Path) -> Rules:
    """One version from its file. Raises RulesError."""
    said, name = told(path), path.name
    shaped(name, said, VERSION, VERSION)
    bands = tuple((low, high) for low, high in (each["ages"] for each in said["band"]))
    if [low for low, _ in bands] != [0, *(high + 1 for _, high in bands[:-1])] or bands[-1][1] != GROWN - 1:
        raise RulesError(f"{name}: the ages of the bands leave a gap or overlap. Let them run from 0 to 17.")
    for region, sums in said["region"].items():
        if len(sums) != len(bands) or sums != sorted(sums):
            raise RulesError(
                f"{name}: region {region} needs one sum for each band, none less than the one before."
            )
    for rule in said["rule"]:
        where = f"{name}, rule {rule.get('id', '?')}"
        shaped(where, rule, RULE, ("id", "kinds", "percent", "says", "law"))
        if wrong := sorted(set(rule["kinds"]) - set(CaringKind.values)):
            raise RulesError(
                f"{where}: {wrong[0]} is no kind of care. Use one of {', '.join(CaringKind.values)}."
            )
        if wrong := sorted(set(rule.get("all", ())) - FACTS.keys()):
            raise RulesError(f"{where}: {wrong[0]} is no fact. Use one of {', '.join(FACTS)}.")
    if missing := [
        k for k in CaringKind.values if not any(k in r["kinds"] and not r.get("all") for r in said["rule"])
    ]:
        raise RulesError(f"{name}: no rule always holds for {missing[0]}. Add one without facts.")
    for extra in said["extra"]:
        shaped(f"{name}, extra {extra.get('id', '?')}", extra, EXTRA, EXTRA)
    return Rules(
        said["version"], said["from_on"], said["invented"], said["name"], said["source"], said["link"],
        said["notice_days"], said["review_months"],
        {region: tuple(sums) for region, sums in said["region"].items()}, bands,
        tuple(said["rule"]), tuple(said["extra"]),
    )  # fmt: skip
