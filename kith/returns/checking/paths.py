"""From the paths that a person gives to what `check_tables` takes. No Django, no database, no network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from kith.returns.checking.census_form import CensusForms
from kith.returns.checking.errors import CheckError
from kith.returns.checking.file_years import weigh_years
from kith.returns.checking.gathered import Gathered, Sheet
from kith.returns.checking.typed import DERIVED
from kith.returns.checking.whose import settle_authority
from kith.returns.codes import ReturnKind, layout
from kith.returns.codes.pre_proceedings import ONE_SOURCE
from kith.returns.reading import Batch, Refusal, read
from kith.returns.reading.shapes import Source

NO_PART = "It is no part of the return, and was not read."
NAMED_BY_US = {"SWEpisodes", "DoLo"}
"""Tables of the SSDA903 whose names in XML are ours: an XML without them does not say that there are none."""


def gather(
    paths: Iterable[str | os.PathLike[str]],
    *,
    kind: ReturnKind | None = None,
    year: str | None = None,
    authority: str | None = None,
    progress: Callable[[str, int], object] | None = None,
) -> Gathered:
    """Read a return: folders, zips, CSV or XML of the SSDA903, or a CIN census XML.

    Every row is taken as the text it has, so that rules judge it. In `structure`: a file that cannot be
    read, a row that cannot be parted into values, a second file of one table (the first is checked), files
    of another year than `year`. `kind`, `year` ("2026-27") and `authority` (a census's LEA) are told from
    the files where not given. `progress` is called with each file and the rows so far.

    Raises CheckError where nothing can be read, for a year that is not one, for both returns without `kind`.
    """
    refusals: list[Refusal] = []
    notes: dict[str, list[str]] = {}
    sheets: dict[tuple[str, str], Sheet] = {}
    censuses: dict[str, Source] = {}
    forms = CensusForms(kind, year)
    rows = 0
    for batch in read(paths, typed=False, watch=forms.watch):
        # A value of the wrong kind has its field named: rules judge that. The rest are faults of the file.
        refusals += [refusal for refusal in batch.refusals if refusal.row is None or refusal.field is None]
        for stray in (refusal for refusal in batch.refusals if refusal.stray):
            refusals.remove(stray)
            notes.setdefault(NO_PART, []).append(stray.file)
        _note(batch, notes)
        if batch.source:
            censuses[batch.file] = batch.source
        if batch.raw is not None and batch.kind and batch.table:
            sheet = sheets.setdefault((batch.file, batch.table), Sheet(batch, batch.kind, batch.table))
            sheet.add(batch)
            rows += batch.rows_read
            if progress:
                progress(batch.file, rows)
    if not sheets:
        raise CheckError(_nothing(refusals))
    found = Gathered(kind or _only_kind(sheets.values()), notes=notes)
    for refusal in refusals:
        found.fault(refusal.file, refusal.reason, row=refusal.row)
    _keep(found, sheets.values(), {refusal.file for refusal in refusals if refusal.row is None})
    weigh_years(found, year)
    settle_authority(found, authority)
    for name, source in censuses.items():
        _weigh_structure(found, name, source, forms)
    return found


def _weigh_structure(found: Gathered, name: str, source: Source, forms: CensusForms) -> None:
    """The census's own structure, as the DfE's schema has it; damage that reading told is not told twice."""
    if found.kind != "cin" or not found.year:
        return
    for fault in forms.faults(name, source, found.year):
        if fault not in found.structure:
            found.structure.append(fault)
    if "PreProceedings" in found.tables and found.tables["PreProceedings"].num_rows:
        found.notes.setdefault(ONE_SOURCE, []).append(name)


def _note(batch: Batch, notes: dict[str, list[str]]) -> None:
    for notice in batch.notices:
        # What is odd in a value has its field named and is for rules; of the year, --year says enough.
        untold = batch.year is None and "collection year" in notice.message
        if notice.field is None and not untold:
            notes.setdefault(notice.message, []).append(notice.file)


def _nothing(refusals: list[Refusal]) -> str:
    if not refusals:
        return "There is nothing to check: the files hold no rows."
    first, *others = refusals
    where = f"{first.file}: " if first.file else ""
    more = f" ({len(others)} more cannot be read either.)" if others else ""
    return f"There is nothing to check. {where}{first.reason}{more}"


def _only_kind(sheets: Iterable[Sheet]) -> ReturnKind:
    first: dict[ReturnKind, str] = {}
    for sheet in sheets:
        first.setdefault(sheet.kind, sheet.file)
    if len(first) > 1:
        raise CheckError(
            f"Both returns are here: {first['ssda903']} is SSDA903 and {first['cin']} is a CIN census. "
            "Give one of them, or say --kind ssda903 or --kind cin."
        )
    return next(iter(first))


def _keep(found: Gathered, sheets: Iterable[Sheet], broken: set[str]) -> None:
    """Take the first file of each table, and tell of the others. `broken`: files not read to their end."""
    whole_xml: list[str] = []
    strangers: dict[str, None] = {}
    seconds: dict[str, list[str]] = {}
    for sheet in sheets:
        if sheet.kind != found.kind:
            strangers[sheet.file] = None
        elif sheet.table not in found.tables:
            found.take(sheet, DERIVED.get(sheet.table, ()))
            if sheet.xml and sheet.file not in broken:
                whole_xml.append(sheet.file)
        else:
            seconds.setdefault(sheet.file, []).append(sheet.table)
    for file, tables in seconds.items():
        kept = ", ".join(dict.fromkeys(found.names[table] for table in tables))
        what = f"It is a second file of {', '.join(tables)}"
        found.fault(file, f"{what}: {kept} was checked, and this was not. Give one file for each table.")
    for file in strangers:
        found.fault(file, f"It is not part of the {found.kind} return, and was not checked.")
    if not found.tables:
        raise CheckError(f"There is nothing to check: no file is part of the {found.kind} return.")
    if whole_xml:
        for table in layout(found.kind):
            if table not in found.tables and not (found.kind == "ssda903" and table in NAMED_BY_US):
                found.take_empty(table, whole_xml[0])
