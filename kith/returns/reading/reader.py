"""Reads any mix of paths into batches: the one door of this package."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import duckdb

from kith.returns.codes import ReturnKind
from kith.returns.reading import archives, sources
from kith.returns.reading.cin_xml import read_cin
from kith.returns.reading.cleaning import connect
from kith.returns.reading.csv_header import hints_at_a_table
from kith.returns.reading.csv_reader import read_csv
from kith.returns.reading.limits import HEAD_BYTES
from kith.returns.reading.shapes import Batch, NotAReturnError, Notice, Refusal, Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed, sniff
from kith.returns.reading.ssda903_xml import read_ssda903_xml
from kith.returns.reading.watching import Watch
from kith.returns.reading.xml_stream import elements, root_name
from kith.returns.reading.xml_years import cin_verdict, ssda903_verdict
from kith.returns.reading.year_evidence import SetKey, dates_in_csv, set_key
from kith.returns.reading.years import Verdict, decide

ENDINGS = (".csv", ".tsv", ".xml", ".zip", ".xls", ".xlsx")
"""Whatever else a file's name ends in, it may lie beside a return without being meant as a part of it."""


@dataclass(slots=True)
class _Plan:
    """What was found before reading: files in order, and the year that the dates of each set tell."""

    files: list[tuple[Source, Sniffed]] = field(default_factory=list)
    years: dict[SetKey, int | None] = field(default_factory=dict)
    troubles: list[Refusal | Notice] = field(default_factory=list)


def read(
    paths: Iterable[str | os.PathLike[str]],
    *,
    today: dt.date | None = None,
    typed: bool = True,
    watch: Watch | None = None,
) -> Iterator[Batch]:
    """Read files, folders and zips of SSDA903 CSV or XML and CIN census XML, one batch of rows at a time.

    Nothing is raised for bad input: it comes as a Refusal in a batch, and the rest is still read. Files
    come in name order within a folder or zip, paths in the order given. `today` (default: the day)
    tells a collection year that has not begun. Without `typed`, batches have the text of their rows alone, and
    no value is refused. `watch` gives who looks on while a census is read.
    """
    if isinstance(paths, (str, os.PathLike)):
        paths = [paths]
    day = today or dt.datetime.now(dt.UTC).date()
    plan = _plan(paths)
    for trouble in plan.troubles:
        yield _trouble(trouble)
    if not plan.files and not any(isinstance(trouble, Refusal) for trouble in plan.troubles):
        yield _trouble(Refusal("", None, None, "No file was given. Name a folder, a zip, a CSV or an XML."))
    connection = connect() if typed else None
    try:
        for source, sniffed in plan.files:
            yield from _read_one(source, sniffed, plan, day, connection=connection, watch=watch)
    finally:
        if connection:
            connection.close()


def _remark(source: Source, kind: ReturnKind, verdict: Verdict) -> Iterator[Batch]:
    if verdict.remark:
        notice = Notice(source.name, None, None, verdict.remark)
        yield Batch(source.name, kind, None, verdict.year, notices=[notice])


def _trouble(trouble: Refusal | Notice) -> Batch:
    if isinstance(trouble, Notice):
        return Batch(trouble.file, None, None, None, notices=[trouble])
    return Batch(trouble.file, None, None, None, refusals=[trouble])


def _refused(source: Source, error: UnreadableError) -> Refusal:
    foreign = not source.leaf.lower().endswith(ENDINGS) and not hints_at_a_table(source.leaf)
    stray = foreign and not source.named and isinstance(error, NotAReturnError)
    return Refusal(source.name, None, None, str(error), stray)


def _plan(paths: Iterable[str | os.PathLike[str]]) -> _Plan:
    plan = _Plan()
    for found in sources.find(paths):
        _look_at(found, plan, inside_zip=False)
    return plan


def _look_at(found: Source | Refusal | Notice, plan: _Plan, *, inside_zip: bool) -> None:
    if not isinstance(found, Source):
        plan.troubles.append(found)
        return
    try:
        with found.open() as stream:
            sniffed = sniff(stream.read(HEAD_BYTES))
        if sniffed.form == "zip":
            if inside_zip:
                raise UnreadableError(
                    "It is a zip inside a zip, which is not opened. Unpack it and give what is in it."
                )
            before = len(plan.files), len(plan.troubles)
            for member in archives.members(found):
                _look_at(member, plan, inside_zip=True)
            if before == (len(plan.files), len(plan.troubles)):
                raise UnreadableError("This zip holds no files to read.")
            return
    except UnreadableError as error:
        plan.troubles.append(_refused(found, error))
        return
    except OSError as error:
        plan.troubles.append(
            Refusal(found.name, None, None, f"This cannot be opened: {sources.explain(error)}")
        )
        return
    plan.files.append((found, sniffed))
    if sniffed.form == "csv" and plan.years.get(set_key(found)) is None:
        plan.years[set_key(found)] = dates_in_csv(found, sniffed)


def _read_one(
    source: Source,
    sniffed: Sniffed,
    plan: _Plan,
    today: dt.date,
    *,
    connection: duckdb.DuckDBPyConnection | None,
    watch: Watch | None,
) -> Iterator[Batch]:
    try:
        if sniffed.form == "csv":
            verdict = decide(source.path, plan.years.get(set_key(source)), today)
            yield from read_csv(source, sniffed, verdict, connection)
        elif (root := root_name(source, sniffed)) == "message":
            verdict = cin_verdict(source, sniffed, today)
            yield from _remark(source, "cin", verdict)
            for batch in read_cin(source, sniffed, verdict, connection, watch):
                yield replace(batch, source=source)
        elif root == "expssda903":
            verdict = ssda903_verdict(source, sniffed, today)
            yield from _remark(source, "ssda903", verdict)
            yield from read_ssda903_xml(source, sniffed, verdict, connection)
        else:
            for _ in elements(source, sniffed, ("*",)):
                pass  # what is damaged is told as that, before which kind it is
            raise UnreadableError(
                "It is XML, but neither an SSDA903 (EXPSSDA903) nor a CIN census (Message)."
            )
    except UnreadableError as error:
        yield _trouble(_refused(source, error))
    except OSError as error:
        yield _trouble(Refusal(source.name, None, None, f"This cannot be read: {sources.explain(error)}"))
