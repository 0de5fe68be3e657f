"""What `kith check` writes: text, JSON, CSV or HTML, to a file of its owner's or to standard output."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from kith.cli.check_report.json_text import json_text
from kith.cli.check_report.lines import write_csv
from kith.cli.check_report.private_file import SAYS, write_private
from kith.cli.check_report.text import closing, place_of, summary
from kith.cli.errors import CannotError
from kith.cli.outlet import drop_output
from kith.core.visible import visible
from kith.returns.checking.findings import Findings, findings
from kith.returns.checking.gathered import Gathered

MAX_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Told:
    """A check that is done: its answer, and the files that it was made of."""

    answer: dict[str, Any]
    of: Gathered

    def write(self, form: str, place: Path | None) -> None:
        """Write it as text, json, csv or html; what a CSV cannot hold goes to standard error.

        `place`: the file to write, else standard output. Raises CannotError where it cannot be written.
        """
        found = findings(self.answer)
        if place:
            write_private(place, lambda out: self._write(form, found, out))
            sys.stderr.write(f"{closing(found)}\nThe report is in {place}. {SAYS}\n")
        else:
            try:
                self._write(form, found, sys.stdout)
                sys.stdout.flush()
            except OSError as why:
                drop_output()
                reason = (why.strerror or str(why)).lower()
                raise CannotError(
                    f"The check is done, but its report could not be written ({reason})."
                ) from why
        if form == "csv":
            for fault in self.answer["structure"]:
                sys.stderr.write(visible(f"{place_of(fault)}: {fault['message']}") + "\n")

    def _write(self, form: str, found: Findings, out: IO[str]) -> None:
        if form == "json":
            for piece in json_text(self.answer):
                out.write(piece)
        elif form == "csv":
            write_csv(found, out)
        elif form == "html":
            from kith.returns.checking.html import page

            out.write(page(found, self.of))
        else:
            width = min(shutil.get_terminal_size((100, 24)).columns, MAX_WIDTH)
            for line in summary(found, self.of.notes, self.of.authority, max(width, 60)):
                out.write(visible(line) + "\n")
