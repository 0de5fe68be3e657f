"""Read one duty from its table, or say line by line what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kith.law import fact_kinds
from kith.law.register.duty import Duty
from kith.law.register.errors import Fault
from kith.law.register.lines import line_of

# What the loader and the council's settings say, not whoever writes the duty.
NOT_WRITTEN = ("area", "promised_from")
# How the family's door must know a kind of fact, by the field that names it, before a duty may be shown.
TOLD = {"trigger": "by_name", "suspended_by": "ends_it"}


@dataclass(frozen=True, slots=True)
class Written:
    """One [[duty]] as it stands in its file: the file, its text, which duty of it, and what it says."""

    file: str
    text: str
    number: int
    table: dict[str, Any]

    def fault(self, at: tuple[str | int, ...], wrong: str, remedy: str) -> Fault:
        """A fault of a field, with the line on which it stands."""
        name = str(self.table.get("id", f"number {self.number + 1} in the file"))
        shown = ".".join(str(part) for part in at) or "the whole duty"
        return Fault(self.file, line_of(self.text, self.number, at), name, shown, wrong, remedy)


def read(written: Written, area: str) -> tuple[Duty | None, list[Fault]]:
    """The duty of an area, and every fault found in it; no duty where its fields cannot be used."""
    faults = [
        written.fault((each,), "this is not written in a duty", "Take it away.")
        for each in NOT_WRITTEN
        if each in written.table
    ]
    try:
        duty = Duty.model_validate(written.table | {"area": area})
    except ValidationError as error:
        return None, faults + [written.fault(each["loc"], *_said(each)) for each in error.errors()]
    return duty, faults + _kinds(written, duty)


def _kinds(written: Written, duty: Duty) -> list[Fault]:
    """Faults of the kinds of fact that it names."""
    known = fact_kinds.known()
    faults = []
    for at, kind in duty.kinds().items():
        if kind not in known:
            remedy = "Use a kind listed in fact_kinds.toml, or add it there."
            faults.append(written.fault(_path(at), f"{kind!r} is not a known kind of fact", remedy))
    faults += [
        written.fault((field,), f"{match.fact!r} does not last", "Name a span.")
        for field in ("suspended_by", "paused_by")
        for match in getattr(duty, field)
        if match.fact in known and not known[match.fact].span
    ]
    if duty.met_by_end and duty.trigger in known and not known[duty.trigger].span:
        wrong = f"{duty.trigger!r} does not last, so it has no end"
        faults.append(written.fault(("met_by_end",), wrong, "Name met_by facts."))
    return faults + _told(written, duty)


def _told(written: Written, duty: Duty) -> list[Fault]:
    """Faults of a duty that may be shown to a family though it names a fact that the family may not know."""
    known = fact_kinds.known()
    named = duty.kinds().items() if duty.shown else ()
    return [
        written.fault(("shown",), f"{kind!r} in {at} is not told to families", "Take [duty.shown] away.")
        for at, kind in named
        if kind in known and not _may_stand(known[kind], at.split(".")[0])
    ]


def _may_stand(kind: fact_kinds.FactKind, at: str) -> bool:
    """A trigger is told by name itself, or along with a matter that is."""
    goes_along = at == "trigger" and kind.told == "with_its_matter" and bool(kind.matter)
    return goes_along or kind.told == TOLD.get(at, "with_its_matter")


def _path(at: str) -> tuple[str | int, ...]:
    return tuple(int(part) if part.isdigit() else part for part in at.split("."))


def _said(error: ErrorDetails) -> tuple[str, str]:
    """What is wrong and what would mend it, in words."""
    given = error.get("input")
    shown = "" if isinstance(given, dict) or error["type"] == "missing" else f" (it says {given!r})"
    remedies = {"missing": "Add it.", "extra_forbidden": "Remove it, or mend its spelling."}
    wrong = error["msg"].removeprefix("Value error, ")
    return f"{wrong}{shown}", remedies.get(error["type"], "Correct this field.")
