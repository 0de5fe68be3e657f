"""An option that takes every value up to the next option: `--providers A B`, as a wildcard gives them."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand


def spread(args: list[str], option: str) -> list[str]:
    """`--providers A B` as `--providers A --providers B`.

    Where that would leave no path to be checked, as in `--providers A B` alone, B is such a path.
    """
    runs: list[list[str]] = [[]]
    for arg in args:
        if arg.startswith("-") and arg != "-":
            runs.append([])
        runs[-1].append(arg)
    # An option has one value; what is over stands for itself.
    has_others = any(
        run and (len(run) > 2 or not run[0].startswith("-")) for run in runs if run[:1] != [option]
    )
    spread_out: list[str] = []
    for run in runs:
        if run[:1] == [option] and has_others:
            for value in run[1:]:
                spread_out += [option, value]
            if len(run) == 1:
                spread_out.append(option)
        else:
            spread_out += run
    return spread_out


class ManyProviders(TyperCommand):
    """A command whose --providers takes several values."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, spread(args, "--providers"))
