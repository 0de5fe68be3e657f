"""`kith rule`: what a rule of a return says, what it needs, its SQL and its examples."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kith.cli.errors import CannotError
from kith.cli.outlet import drop_output

if TYPE_CHECKING:
    from kith.returns.checking.rule import Rule
    from kith.returns.codes import ReturnKind


def add_to(app: typer.Typer) -> None:
    app.command("rule")(rule)


def rule(
    code: Annotated[
        str | None, typer.Argument(help="The rule's DfE code, 389; without one, all are listed.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="ssda903 or cin; else both.")] = None,
) -> None:
    """Print a rule of a return: its words, its SQL and its examples; or list them all."""
    from kith.cli.check_report.rule_text import listed, printed

    if kind is not None and kind.lower() not in ("ssda903", "cin"):
        raise CannotError("--kind is ssda903 or cin.")
    held = _held(kind.lower() if kind else None)
    if code is None:
        lines = [line for each in held.values() for line in listed(list(each.values()))]
    else:
        found = [
            rule
            for each in held.values()
            for held_code, rule in each.items()
            if held_code.lower() == code.lower()
        ]
        if not found:
            raise CannotError(
                f"There is no rule {code}{f' of {kind}' if kind else ''}. kith rule lists them all."
            )
        lines = [line for each in found for line in printed(each)]
    try:
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()


def _held(kind: str | None) -> dict[ReturnKind, dict[str, Rule]]:
    from kith.returns.checking.catalogue import every_rule

    kinds: list[ReturnKind] = ["ssda903", "cin"]
    try:
        return {each: every_rule(each) for each in kinds if kind in (None, each)}
    except ValueError as why:
        raise CannotError(f"A rule cannot be read: {why}") from why
