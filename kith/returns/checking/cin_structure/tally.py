"""Faults gathered by kind: the first few of each are told in full, and the rest counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from kith.returns.checking.result import Structure

TOLD = 5
"""How many of one kind are told in full."""
KINDS = 100
"""How many kinds are told: a file with more is not this return at all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`kind` and `element` make faults alike; `what` says what is wrong and what to do; `line` is nought for none."""

    kind: str
    element: str | None
    line: int
    what: str


@dataclass(slots=True)
class _Kind:
    told: list[tuple[Fault, str]] = field(default_factory=list)
    count: int = 0


class Tally:
    """The faults of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._kinds: dict[tuple[str, str | None], _Kind] = {}
        self._untold = 0

    def add(self, fault: Fault, child: str = "") -> None:
        """Take one fault; `child` is the id of the child whose it is, ready to be shown."""
        key = (fault.kind, fault.element)
        if key not in self._kinds and len(self._kinds) >= KINDS:
            self._untold += 1
            return
        kind = self._kinds.setdefault(key, _Kind())
        kind.count += 1
        if len(kind.told) < TOLD:
            kind.told.append((fault, child))

    def listed(self) -> list[Structure]:
        """Faults of each kind together, kinds as they were met, in the shape of a report."""
        found: list[Structure] = []
        for kind in self._kinds.values():
            found += [self._structure(fault.element, _said(fault, child)) for fault, child in kind.told]
            if kind.count > TOLD:
                found[-1]["message"] += f" {kind.count - TOLD:,} more like this are in the file."
        if self._untold:
            found.append(
                self._structure(None, f"{self._untold:,} more faults, of other kinds, are not listed.")
            )
        return found

    def _structure(self, element: str | None, message: str) -> Structure:
        return {"file": self.file, "row": None, "column": element, "message": message}


def _said(fault: Fault, child: str) -> str:
    if not fault.line:
        return fault.what
    return f"Line {fault.line:,}{f', child {child}' if child else ''}: {fault.what}"
