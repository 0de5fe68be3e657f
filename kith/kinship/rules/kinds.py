"""The kinds of kinship care side by side, as they are on a day: what each means for the carer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from kith.kinship.models.caring import CaringKind
from kith.kinship.rules.reading import FOLDER, RulesError, shaped, told
from kith.marked import marked

SORTS = {
    "id": str, "name": str, "decide": str, "responsibility": str, "money": str, "social_work": str, "tax": str,
    "ends": str, "law": str, "link": str, "confidence": str, "from_on": date, "until": date, "checked_on": date,
}  # fmt: skip
ROWS = (
    ("decide", marked("What you may decide")),
    ("responsibility", marked("Parental responsibility")),
    ("money", marked("Money from us")),
    ("social_work", marked("Social workers")),
    ("tax", marked("Tax and benefits")),
    ("ends", marked("How it ends")),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind on a day: its rows by name, its law and how sure we are of it."""

    id: str
    name: str
    rows: dict[str, str]
    law: str
    link: str
    confidence: str
    from_on: date
    until: date | None


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Every kind as it ever was. Raises RulesError where one is missing, or two of one id hold on one day."""
    found = []
    for each in told(FOLDER / "kinds.toml")["kind"]:
        where = f"kinds.toml, kind {each.get('id', '?')}"
        shaped(where, each, SORTS, SORTS.keys() - {"until"})
        if each["id"] not in CaringKind.values:
            raise RulesError(f"{where}: there is no such kind. Use one of {', '.join(CaringKind.values)}.")
        rows = {name: each[name] for name, _ in ROWS}
        found.append(
            Kind(each["id"], each["name"], rows, each["law"], each["link"], each["confidence"], each["from_on"],
                 each.get("until"))
        )  # fmt: skip
    for one in found:
        for other in found:
            later = one is not other and one.id == other.id and one.from_on <= other.from_on
            if later and (one.until is None or one.until >= other.from_on):
                raise RulesError(
                    f"kinds.toml, kind {one.id}: two hold on one day. Let the earlier end before."
                )
    if missing := set(CaringKind.values) - {each.id for each in found}:
        raise RulesError(f"kinds.toml: {min(missing)} is missing. Add it.")
    return tuple(found)


def kinds_on(day: date) -> tuple[Kind, ...]:
    """The kinds as they are on a day."""
    return tuple(k for k in all_kinds() if k.from_on <= day and (k.until is None or day <= k.until))
