"""The rules of each return, as they lie in the folder `rules`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from kith.returns.checking.errors import CheckError
from kith.returns.checking.rule import Rule, parse
from kith.returns.codes import ReturnKind


@cache
def every_rule(kind: ReturnKind) -> dict[str, Rule]:
    """Every rule of a return by its DfE code, in order of code. Raises ValueError for a file that cannot be read."""
    folder = files("kith.returns.checking") / "rules" / kind
    found = [
        parse(kind, item.name.removesuffix(".sql"), item.read_text(encoding="utf-8"))
        for item in folder.iterdir()
        if item.name.endswith(".sql")
    ]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: (len(rule.code), rule.code))}


def rules_of(kind: ReturnKind, year: str, wanted: Sequence[str] | None = None) -> list[Rule]:
    """The rules of a collection year; `wanted` codes alone where given. Raises CheckError for a code not held."""
    if wanted is not None and not wanted:
        raise CheckError("No rule was named: name some, or leave the choice out for all.")
    held = every_rule(kind)
    by_lower = {code.lower(): rule for code, rule in held.items()}
    for code in wanted or []:
        rule = by_lower.get(code.lower())
        if rule is None or not rule.holds_in(year):
            raise CheckError(f"There is no rule {code} in the {year} {kind} return.")
    chosen = {code.lower() for code in wanted} if wanted else None
    return [
        rule
        for lower, rule in by_lower.items()
        if rule.holds_in(year) and (chosen is None or lower in chosen)
    ]
