"""No room on the disk: each command that writes people's facts says so in a line, and leaves nothing behind.

A full disk is made by a limit on the size of files, set on the one process that writes (RLIMIT_FSIZE).
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.writing.making import CENSUS, SSDA903

pytestmark = pytest.mark.database
ROOM = 20


@pytest.mark.parametrize(
    "words",
    [
        ("return", "ssda903", "--year", "2025-26"),
        ("return", "ssda903", "--year", "2025-26", "--format", "xml"),
        ("return", "cin", "--year", "2025-26"),
        ("annex-a",),
        ("ssd", "--identified"),
    ],
    ids=" ".join,
)
def test_it_is_said_in_one_line_and_nothing_is_left(
    words: tuple[str, ...], write: Callable[..., Path], officer: Any, tmp_path: Path
) -> None:
    from kith.returns.load import load

    this_year = {name: told.replace("/2026", "/2025") for name, told in SSDA903.items()}
    (tmp_path / "cin.xml").write_text(CENSUS.replace("2026-", "2025-").replace("2027", "2026"))
    load([write("2025-26", **this_year), tmp_path / "cin.xml"])
    done = subprocess.run(
        [sys.executable, "-m", "kith.cli.main", *words, "--out", str(tmp_path / "new" / "out")],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM)),
    )
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    *before, last = done.stderr.splitlines()
    assert last == f"kith: The disk is full, so nothing was written: {tmp_path / 'new' / 'out'}"
    assert all(line.endswith(" ...") for line in before)
    assert not (tmp_path / "new").exists()
