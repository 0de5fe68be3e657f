"""`kith demo` alone is enough: in an empty data folder it makes the database, its tables and its keys."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kith.core.postgres import Cluster

ADDRESSES = ("DATABASE_URL", "KITH_OWNER_URL", "KITH_WORKER_URL", "KITH_MASTER_KEY_FILE", "KITH_LOGIN")


@pytest.fixture
def data() -> Iterator[Path]:
    """An empty data folder that the server's system user may pass through."""
    made = Path(tempfile.mkdtemp(prefix="kith-test-"))
    made.chmod(0o711)
    yield made / "data"
    Cluster(made / "data").stop()
    shutil.rmtree(made)


def kith(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if name not in ADDRESSES}
    return subprocess.run(
        [sys.executable, "-m", "kith.cli.main", *words],
        env=outside | {"KITH_DATA": str(data)},
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_the_demo_is_made_in_an_empty_folder_and_not_twice(data: Path) -> None:
    made = kith(data, "demo", "--children", "2")
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["people_person"] > 2
    # "How we are doing" has a quarter to show from the first day on.
    with psycopg.connect(Cluster(data).urls().superuser) as root:
        assert root.execute("SELECT count(*) > 0 FROM insight_publishedfigure").fetchone() == (True,)
    again = kith(data, "demo", "--children", "2")
    assert (again.returncode, again.stdout) == (2, "")
    assert "already holds people" in again.stderr
