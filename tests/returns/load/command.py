"""`kith load` itself, as it is typed: its exit status, and what it prints where."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The JSON on standard output."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def refused(self) -> list[tuple[str, int | None, str | None, str]]:
        """File, row, field and reason of everything refused."""
        return [tuple(each.values()) for each in self.report["refused"]]  # type: ignore[misc]

    def total(self, name: str) -> int:
        return sum(each[name] for each in self.report["files"])


def kith_load(*paths: Path | str, output: str = "json") -> Ran:
    """Run the command in this process; needs the worker's login."""
    from kith.cli.main import run

    out, err, status = io.StringIO(), io.StringIO(), 0
    argv = ["kith", "load", *(str(path) for path in paths), "--format", output]
    with patch.object(sys, "argv", argv), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            run()
        except SystemExit as ended:
            status = int(ended.code or 0)
    assert "Traceback" not in out.getvalue() + err.getvalue()
    return Ran(status, out.getvalue(), err.getvalue())
