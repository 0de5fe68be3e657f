"""Return rows that contradict the record: held in staging, never loaded as fact."""

from __future__ import annotations

import hashlib
import json

from kith.demo.loading.days import collection_year, moment
from kith.demo.loading.sheet import Sheet
from kith.demo.working_days import add_years
from kith.returns.staging.coverage import LIVE

KEPT_YEARS = 5
"""Years before this one of which the demo tells everything: health years go no further back."""
FIELDS = {"Episodes": "DECOM", "Header": "DOB"}


def load_contradictions(sheet: Sheet) -> None:
    """One held row, in a file of its own, for each contradiction."""
    year = collection_year(sheet.today)
    for one in sheet.family.contradictions:
        local = next(each.value for each in sheet.people[one.person].identifiers if each.scheme == "local")
        values = {"CHILD": local, **dict(one.row)}
        row = json.dumps(values)
        digest = hashlib.sha256(f"ssda903/{year}/{one.table}/{row}".encode()).hexdigest()
        name = f"kithshire/{year}/{one.table}.csv"
        counts = (1, 0, 0, 0, 1, 0)
        file = sheet.add(
            "returns_loadedfile",
            sheet.family.id,
            name,
            "ssda903",
            one.table,
            year,
            digest,
            *counts,
            moment(sheet.today),
            None,
        )
        sheet.add(
            "returns_stagedrow",
            one.person,
            file,
            name,
            "ssda903",
            one.table,
            1,
            local,
            row,
            digest,
            "held",
            FIELDS[one.table],
            one.reason,
        )


def load_kept_live(sheet: Sheet) -> None:
    """Say once, with the first family, that this record is kept live: what it does not hold was not done."""
    first = collection_year(add_years(sheet.today, -KEPT_YEARS))
    name = "The record of Kithshire"
    digest = hashlib.sha256(f"{LIVE}/{first}".encode()).hexdigest()
    counts = (0, 0, 0, 0, 0, 0)
    at = moment(sheet.today)
    sheet.add("returns_loadedfile", sheet.family.id, name, LIVE, "", first, digest, *counts, at, None)
