"""`kith bench`: the benchmarks, each beside its floor in the same run, as a table and JSON."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.setup import data_folder


def add_to(app: typer.Typer) -> None:
    app.command("bench")(bench)
    app.command("bench-serve", hidden=True)(bench_serve)


def bench(
    *,
    people: Annotated[
        int, typer.Option(help="People in the large database; the small one has 1,000.")
    ] = 1_000_000,
    requests: Annotated[int, typer.Option(min=20, help="Requests in each run.")] = 2000,
    runs: Annotated[int, typer.Option(min=1, help="Runs, of which the median counts.")] = 5,
    rows: Annotated[int, typer.Option(min=1000, help="Rows of the smaller return that is loaded.")] = 50_000,
    children: Annotated[int, typer.Option(min=1, help="Children of the demo that is made.")] = 2000,
    known: Annotated[
        int,
        typer.Option(
            min=2000, help="Children known to services whose duties are worked out, by two thousands."
        ),
    ] = 100_000,
    only: Annotated[
        list[str] | None,
        typer.Option(
            help="pages, work, alike, load, demo, duties, check, write, directory, phone, chat, siblings or homes."
        ),
    ] = None,
    keep: Annotated[bool, typer.Option(help="Keep the filled databases for the next run.")] = True,
    seed: Annotated[int, typer.Option(help="The same seed gives the same people and requests.")] = 1,
) -> None:
    """Measure pages and their work, kept records, loading, the demo, duties and returns, in scratch databases."""
    from rich.console import Console

    from kith.bench.parts import PARTS, Wanted, measure
    from kith.bench.table import show

    chosen = tuple(only or PARTS)
    unknown = set(chosen) - set(PARTS)
    if unknown:
        raise CannotError(f"--only is one of {', '.join(PARTS)}, not {', '.join(sorted(unknown))}.")
    console = Console(stderr=True, width=140, soft_wrap=True)
    wanted = Wanted(people, requests, runs, rows, children, chosen, keep, seed, known)
    try:
        report = measure(data_folder(), wanted, lambda line: console.print(line, style="dim"))
    except ValueError as why:
        raise CannotError(str(why)) from why
    show(report.figures, console)
    sys.stdout.write(json.dumps(report.as_json(), indent=1) + "\n")


def bench_serve(
    port: Annotated[int, typer.Option(help="Port to serve on.")],
    workers: Annotated[int, typer.Option(help="Web processes.")] = 2,
) -> None:
    """Serve a scratch database until told to stop: the server of `kith up`, and nothing beside it."""
    from kith.cli.listening import take
    from kith.cli.server import serve

    serve(take("127.0.0.1", port), workers=workers, ready=lambda: None)
