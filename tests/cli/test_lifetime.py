"""What is started is stopped once, by the process that started it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kith.cli.lifetime import end, stopped_after


def test_it_stops_at_the_end_and_after_a_failure() -> None:
    stopped: list[str] = []
    with stopped_after(lambda: stopped.append("end")):
        pass
    with pytest.raises(ZeroDivisionError), stopped_after(lambda: stopped.append("failure")):
        raise ZeroDivisionError
    assert stopped == ["end", "failure"]


def test_a_forked_web_process_that_ends_stops_nothing(tmp_path: Path) -> None:
    """As gunicorn renews its processes: the child leaves the block by SystemExit."""
    script = f"""
import os, sys
from pathlib import Path
from kith.cli.lifetime import stopped_after
with stopped_after(lambda: Path({str(tmp_path)!r}, str(os.getpid())).touch()):
    if os.fork() == 0:
        sys.exit(0)
    os.wait()
print(os.getpid())
"""
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=30
    )
    assert [file.name for file in tmp_path.iterdir()] == [done.stdout.strip()]


def test_a_process_is_ended() -> None:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    end(process)
    assert process.returncode == -15
    assert not os.path.exists(f"/proc/{process.pid}")
