"""`kith check`: a return against the rules of its year. Needs no database and imports no Django."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import typer

from kith.cli.errors import CannotError
from kith.cli.many_values import ManyProviders

if TYPE_CHECKING:
    from kith.cli.check_report import Told
    from kith.returns.checking.gathered import Gathered

FORMATS = ("text", "json", "csv", "html")
RETURNS = {".csv", ".xml", ".zip", ".xlsx"}
"""What a file of a return, or a list beside it, may end in."""
NEVER_COMPARED = (
    "It was given as last year's. No rule of the census compares with last year's, so it was not read."
)
T = TypeVar("T")
Stage = Callable[[str, int, int | None], None]


def add_to(app: typer.Typer) -> None:
    app.command("check", cls=ManyProviders)(check)


def check(
    paths: Annotated[
        list[Path], typer.Argument(help="A folder or zip of SSDA903 CSV, CSV files, or one XML.")
    ],
    *,
    kind: Annotated[str | None, typer.Option(help="ssda903 or cin; else told from the files.")] = None,
    year: Annotated[
        str | None, typer.Option(help="The collection year, 2026-27; else told from the files.")
    ] = None,
    authority: Annotated[str | None, typer.Option(help="Whose return it is: an ONS code, E09000027.")] = None,
    last_year: Annotated[list[Path] | None, typer.Option(help="Last year's return, to compare with.")] = None,
    providers: Annotated[list[Path] | None, typer.Option(help="Ofsted's lists of providers.")] = None,
    postcodes: Annotated[
        Path | None, typer.Option(help="The ONS postcode directory (CSV), for exact places.")
    ] = None,
    rule: Annotated[list[str] | None, typer.Option(help="This rule alone; may be said again.")] = None,
    output: Annotated[str | None, typer.Option("--format", help="text, json, csv or html.")] = None,
    out: Annotated[Path | None, typer.Option(help="The file to write; else standard output.")] = None,
) -> None:
    """Check a return against the rules of its year. Exit status 1 where it holds an error."""
    from kith.cli.check_report.private_file import settled_place
    from kith.returns.checking.errors import CheckError
    from kith.returns.checking.result import failed

    form = _format(output, out)
    asked_kind = _kind(kind)
    place = settled_place(out) if out else None
    inputs = [*paths, *(last_year or []), *(providers or []), *([postcodes] if postcodes else [])]
    _all_there(inputs)
    if place:
        _not_among(place, inputs)
    try:
        with _progress() as stage, _uncollected():
            told = _check(
                paths,
                kind=asked_kind,
                year=year,
                authority=authority.strip().upper() if authority else None,
                last_year=last_year,
                providers=providers,
                postcodes=postcodes,
                rules=rule,
                shown=form == "html",
                stage=stage,
            )
    except CheckError as why:
        raise CannotError(str(why)) from why
    except ValueError as why:
        raise CannotError(f"A rule cannot be read: {why}") from why
    told.write(form, place)
    if failed(told.answer):
        raise typer.Exit(1)


def _check(
    paths: list[Path],
    *,
    kind: Literal["ssda903", "cin"] | None,
    year: str | None,
    authority: str | None,
    last_year: list[Path] | None,
    providers: list[Path] | None,
    postcodes: Path | None,
    rules: list[str] | None,
    shown: bool,
    stage: Stage,
) -> Told:
    """`shown`: whether the rows that were found are shown, so that they are needed to the end."""
    import pyarrow

    from kith.cli.check_report import Told
    from kith.returns.checking.engine import check_return
    from kith.returns.checking.file_years import weigh_last
    from kith.returns.checking.paths import gather

    # Arrow's own pool keeps what is freed: thirty megabytes in a return of 10,000 children.
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    found = gather(
        paths,
        kind=kind,
        year=year,
        authority=authority,
        progress=lambda file, rows: stage(f"Reading {file}", rows, None),
    )
    before = None
    if last_year and found.kind == "cin":
        found.notes.setdefault(NEVER_COMPARED, []).append(last_year[0].name)
    elif last_year:
        before = _unless_unusable(
            found,
            last_year,
            "Last year’s return cannot be used, so rules that compare the years were not run.",
            lambda: _before(last_year, found.kind, stage),
        )
        if before:
            weigh_last(found, before)
    others: dict[str, Any] = {}
    if providers:
        from kith.returns.checking.provider_lists import read_provider_lists

        stage("Reading the lists of providers", 0, None)
        others["providers"] = _unless_unusable(
            found,
            providers,
            "The lists of providers cannot be used, so rules that ask them were not run.",
            lambda: read_provider_lists(providers),
        )
    if postcodes:
        from kith.returns.checking.postcode_file import read_postcodes

        stage("Reading the postcodes", 0, None)
        others["postcodes"] = _unless_unusable(
            found,
            [postcodes],
            "The file of postcodes cannot be used, so places are told by sector or district.",
            lambda: read_postcodes(postcodes),
        )
    checked_as = _year(found)
    if shown:
        found.unpack()
    answer = check_return(
        found.kind,
        checked_as,
        found.frames() if shown else found.hand_over(),
        authority=found.authority,
        last_year=before.hand_over() if before else None,
        let_go=True,
        rules=rules,
        file_format=found.file_format,
        structure=found.structure,
        names=found.names,
        progress=lambda done, of: stage("Checking rules", done, of),
        **others,
    )
    for note in answer["notes"]:
        found.notes.setdefault(note, []).append(found.names.get("Episodes", "Episodes"))
    return Told(answer, found)


def _before(paths: list[Path], kind: Literal["ssda903", "cin"], stage: Stage) -> Gathered:
    from kith.returns.checking.paths import gather

    return gather(paths, kind=kind, progress=lambda file, rows: stage(f"Reading {file}", rows, None))


def _unless_unusable(found: Gathered, paths: list[Path], what: str, read: Callable[[], T]) -> T | None:
    """What lies beside a return, or none with its fault told: the rules that need none of it still run."""
    from kith.returns.checking.errors import CheckError

    try:
        return read()
    except CheckError as why:
        found.fault(
            ", ".join(path.name for path in paths),
            f"{what} {why} Give the right one, or none.",
            first=True,
        )
        return None


def _year(found: Gathered) -> str:
    from kith.returns.checking import window
    from kith.returns.checking.errors import CheckError

    if not found.year:
        raise CannotError("Nothing tells the collection year of these files. Say it: --year 2026-27.")
    try:
        return window(found.kind, found.year).year
    except CheckError as why:
        raise CannotError(
            f"These files look like the return of {found.year}. {why} Say it with --year."
        ) from why


def _format(output: str | None, out: Path | None) -> str:
    if output is not None and output.lower() not in FORMATS:
        raise CannotError("--format is text, json, csv or html.")
    ending = out.suffix.lower().lstrip(".") if out else ""
    ending = "html" if ending == "htm" else ending
    form = output.lower() if output else ending if ending in FORMATS else "text"
    if form == "html" and not out and sys.stdout.isatty():
        raise CannotError("An HTML report goes to a file: say which, --out report.html.")
    return form


def _kind(kind: str | None) -> Literal["ssda903", "cin"] | None:
    if kind is None:
        return None
    if kind.lower() == "ssda903":
        return "ssda903"
    if kind.lower() == "cin":
        return "cin"
    raise CannotError("--kind is ssda903 or cin.")


def _not_among(place: Path, inputs: list[Path]) -> None:
    """A report never takes the place of what it is about."""
    written = place.resolve()
    for path in inputs:
        read = path.resolve()
        if written == read or (
            read in written.parents and written.exists() and written.suffix.lower() in RETURNS
        ):
            raise CannotError(
                f"{place} is one of the files to check. Name another file for the report: --out report.html."
            )


def _all_there(paths: list[Path]) -> None:
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise CannotError(f"There is nothing at {', '.join(missing)}.")


@contextmanager
def _uncollected() -> Iterator[None]:
    """A return makes millions of values and no cycles: looking for these took a seventh of the time of reading."""
    held = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()


@contextmanager
def _progress() -> Iterator[Stage]:
    """A bar on a terminal; elsewhere nothing, and the time to load one is saved."""
    if not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from kith.cli.progress import stages_to_stderr

    with stages_to_stderr() as stage:
        yield stage
