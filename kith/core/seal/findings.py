"""What a walk of the chain finds."""

from __future__ import annotations

from dataclasses import dataclass, field

KEPT = 1000


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where, and what. `row` is a primary key, `link` a number in the chain."""

    wrong: str
    table: str = ""
    row: int | None = None
    link: int | None = None

    def __str__(self) -> str:
        where = " ".join(
            part
            for part in (
                self.table,
                f"row {self.row}" if self.row is not None else "",
                f"link {self.link}" if self.link is not None else "",
            )
            if part
        )
        return f"{where}: {self.wrong}" if where else self.wrong


@dataclass
class Report:
    """The whole walk. Only the first thousand findings are kept, so that it stays small; all are counted."""

    links: int = 0
    rows: int = 0
    destroyed: int = 0
    waiting: int = 0
    not_anchored: int = 0
    found: int = 0
    findings: list[Finding] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        """Count a finding, and keep it if it is among the first."""
        self.found += 1
        if len(self.findings) < KEPT:
            self.findings.append(finding)

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not self.found

    @property
    def exit_status(self) -> int:
        """0 for clean, 1 when something was found wrong."""
        return 0 if self.clean else 1
