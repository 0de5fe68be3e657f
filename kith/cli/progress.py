"""A progress bar on standard error, so that standard output stays pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def stages_to_stderr() -> Iterator[Callable[[str, int, int | None], None]]:
    """Yields a function that is told what is being done, how much is done, and of how much (None: not known)."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("Starting", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)
