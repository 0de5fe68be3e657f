"""Faults of the register, told so that whoever edits the law can mend them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: in which file and line, which duty and which field, what is wrong and what to do."""

    file: str
    line: int
    duty: str
    field: str
    wrong: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: duty {self.duty}: {self.field}: {self.wrong}. {self.remedy}"


class RegisterError(ValueError):
    """The register cannot be used. `faults` lists every fault found, not only the first."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in faults))
