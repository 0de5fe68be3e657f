"""Whether the files are of the year they are checked as."""

from __future__ import annotations

from collections import Counter

from kith.returns.checking.gathered import Gathered
from kith.returns.checking.years import window


def weigh_years(found: Gathered, asked: str | None) -> None:
    """Settle `found.year`, and say which files look like another year's: last year's, given by mistake.

    `asked`: "2026-27", else what the files tell, Episodes before others; None stays where nothing tells.
    Raises CheckError for an asked year that is not one or whose rules are not held.
    """
    told = [year for year in found.years.values() if year]
    likely = found.years.get("Episodes") or (Counter(told).most_common(1)[0][0] if told else None)
    found.year = window(found.kind, asked).year if asked else likely
    by_year: dict[str, list[str]] = {}
    for table, year in found.years.items():
        if year and year != found.year:
            by_year.setdefault(year, []).append(found.names[table])
    for year, names in by_year.items():
        files = list(dict.fromkeys(names))
        do = "does" if len(files) == 2 else "do"
        also = f" So {do} {', '.join(files[1:])}." if len(files) > 1 else ""
        found.fault(
            files[0],
            f"It looks like the return of {year}, by its dates or its name, "
            f"but is checked as that of {found.year}.{also} Give the right files, or the right year.",
            first=True,
        )


def weigh_last(found: Gathered, last: Gathered) -> None:
    """Say in `found` what is wrong with last year's return, and where it is not of the year before."""
    for fault in last.structure:
        found.structure.append({**fault, "message": f"In last year's return: {fault['message']}"})
    if alike := _alike(found, last):
        found.notes.setdefault(
            "It holds the very rows that last year's holds. If last year's files were given by mistake, give this"
            " year's.",
            alike,
        )
    if not found.year or not last.year:
        return
    starts = int(found.year[:4])
    before = f"{starts - 1}-{starts % 100:02}"
    if last.year != before:
        file = last.names.get("Episodes") or next(iter(last.names.values()))
        found.fault(
            file,
            f"It was given as last year's return, {before}, but looks like that of {last.year}."
            " Give the right one.",
        )


def _alike(found: Gathered, last: Gathered) -> list[str]:
    """The files of this year, where each that has rows is the same as last year's."""
    pairs = [(name, last.tables.get(name)) for name, table in found.tables.items() if table.num_rows]
    if all(before is not None and found.tables[name].equals(before) for name, before in pairs):
        return list(dict.fromkeys(found.names[name] for name, _ in pairs))
    return []
