"""`kith load` when the database goes away or a disk is full: nothing half written, a plain line, and it works again.

On a server of its own, for it is killed. A full disk is made by a limit on the size of files, set on the one process
that writes (RLIMIT_FSIZE): a write that would pass it comes back short or refused, as on a disk without room, and
anybody may set it on their own processes, where a small file system can be mounted by root alone.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest

from kith.bench.returned import write_return
from kith.bench.scratch import Scratch
from kith.core.postgres import Cluster, PostgresError
from kith.core.postgres.postmaster import find
from tests.returns.load.making import HEADER, header, text

pytestmark = pytest.mark.database
ROWS = 99_999
PATIENCE = 60.0
MB = 2**20


@pytest.fixture(scope="module")
def scratch() -> Iterator[Scratch]:
    """A server of its own with an empty, migrated database."""
    folder = Path(tempfile.mkdtemp(prefix="kith-test-"))
    folder.chmod(0o711)  # the server's system user may pass through
    cluster = Cluster(folder / "var", say=lambda _: None)
    made = Scratch(cluster.data, cluster.ensure_running())
    done = subprocess.run(
        [sys.executable, "-m", "kith.bench.migrating"],
        env=dict(made.environment("worker")),
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    yield made
    cluster.stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("2024-25")
    write_return(folder, rows=ROWS, seed=1)
    return folder


@pytest.fixture(autouse=True)
def _nothing_left(scratch: Scratch) -> Iterator[None]:
    yield
    comes_back(scratch)
    assert people(scratch) == (0, 0, 0)


def comes_back(scratch: Scratch) -> None:
    """Started again if need be, and waited for while it recovers."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            Cluster(scratch.data).ensure_running()
            psycopg.connect(scratch.urls.superuser).close()
        except (PostgresError, psycopg.OperationalError):
            assert time.monotonic() < deadline
            time.sleep(0.2)
        else:
            return


def start(scratch: Scratch, *paths: Path, **more: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "kith.cli.main", "load", *map(str, paths), "--format", "json"],
        env=dict(scratch.environment("worker")),
        stdout=more.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        text=True,
        # A shell that runs tests beside other work may have told its children to ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - it alone is called
        **more,
    )


def end(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit status, and the one line that it said."""
    _, said = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in said
    assert said.strip().count("\n") == 0
    return process.returncode, said


def people(scratch: Scratch) -> tuple[Any, ...]:
    """People, waiting rows, and statements laid aside."""
    with psycopg.connect(scratch.urls.superuser) as looking:
        found = looking.execute(
            "SELECT (SELECT count(*) FROM people_person), (SELECT count(*) FROM returns_stagedrow),"
            " (SELECT count(*) FROM returns_laidaside)"
        ).fetchone()
    assert found is not None
    return found


def backend(scratch: Scratch, doing: Callable[[str], bool]) -> int:
    """The server's process that works for the load, once it is `doing` what is looked for."""
    deadline = time.monotonic() + PATIENCE
    with psycopg.connect(scratch.urls.superuser, autocommit=True) as looking:
        while time.monotonic() < deadline:
            for pid, query in looking.execute(
                "SELECT pid, query FROM pg_stat_activity WHERE usename = 'kith_worker' AND state <> 'idle'"
            ).fetchall():
                if doing(query):
                    return int(pid)
            time.sleep(0.005)
    raise AssertionError("the load never came so far")


def writing(query: str) -> bool:
    return query.startswith(("INSERT INTO care_", "CREATE TEMP TABLE work"))


def test_its_process_of_the_server_is_killed(scratch: Scratch, files: Path) -> None:
    load = start(scratch, files)
    os.kill(backend(scratch, writing), signal.SIGKILL)
    status, said = end(load)
    assert status == 2
    assert "did not answer, or went away. Check that it runs, then load again. Nothing was loaded." in said


def test_the_whole_server_is_killed_and_comes_back(scratch: Scratch, files: Path) -> None:
    load = start(scratch, files)
    backend(scratch, writing)
    running = find(scratch.data / "postgres" / "pgdata") or find(_home(scratch) / "pgdata")
    assert running is not None
    family = [psutil.Process(running.pid), *psutil.Process(running.pid).children(recursive=True)]
    for process in family:
        process.send_signal(signal.SIGKILL)
    status, said = end(load)
    assert status == 2
    assert "Nothing was loaded." in said


def _home(scratch: Scratch) -> Path:
    """Where the server's files are: root's server may keep them elsewhere."""
    kept = json.loads((scratch.data / "postgres.json").read_text())["home"]
    return Path(kept) if kept else scratch.data / "postgres"


def test_it_is_stopped_by_the_one_who_started_it(scratch: Scratch, files: Path) -> None:
    load = start(scratch, files)
    backend(scratch, writing)
    load.send_signal(signal.SIGINT)
    status, said = end(load)
    assert status == 130
    assert "Stopped before the end. Nothing was loaded." in said


def limit_files(pid: int, limit: int) -> None:
    """No file that this process writes may pass `limit`. Asked as the process's own user, who alone may."""
    of = psutil.Process(pid)
    if os.geteuid() == 0:
        os.setresgid(of.gids().real, of.gids().real, 0)
        os.setresuid(of.uids().real, of.uids().real, 0)
    try:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit, limit))
    finally:
        if os.getresuid()[2] == 0:
            os.setresuid(0, 0, 0)
            os.setresgid(0, 0, 0)


def test_the_disk_of_the_database_is_full(scratch: Scratch, tmp_path: Path) -> None:
    path = tmp_path / "header-2022-23.csv"
    path.write_text(text(HEADER, *(header(str(child), ethnic="X" * 250) for child in range(80_000))))
    load = start(scratch, path)
    pid = backend(scratch, lambda query: True)
    # Past one segment of the write-ahead log, and no whole number of pages.
    limit = 17 * MB + 4096
    limit_files(pid, limit)
    status, said = end(load)
    assert status == 2
    assert "The disk of the database is full. Make room on it, then load again. Nothing was loaded." in said


def test_the_temporary_folder_is_full(scratch: Scratch, tmp_path: Path) -> None:
    path = tmp_path / "header-2022-23.csv"
    path.write_text(text(HEADER, *(header(str(child), "30/02/2010") for child in range(12_000))))
    load = start(scratch, path)
    resource.prlimit(load.pid, resource.RLIMIT_FSIZE, (MB // 2, MB // 2))
    status, said = end(load)
    assert status == 2
    assert "temporary folder" in said
    assert "Make room there, or name another in TMPDIR, then load again. Nothing was loaded." in said


def test_there_is_no_room_for_the_report_and_the_load_is_done(scratch: Scratch, tmp_path: Path) -> None:
    path = tmp_path / "header-2022-23.csv"
    path.write_text(text(HEADER, header("1")))
    with Path("/dev/full").open("w") as full:
        status, said = end(start(scratch, path, stdout=full))
    assert status == 2
    assert "The load is done, but its report could not be written" in said
    assert people(scratch)[0] == 1
    with psycopg.connect(scratch.urls.superuser) as owner:
        owner.execute("SET session_replication_role = replica")
        for table in ("story_about", "story_event", "people_identifier", "returns_childinreturn"):
            owner.execute(f"DELETE FROM {table}")
        owner.execute("DELETE FROM care_motherhood")
        owner.execute("DELETE FROM people_person")


def test_after_all_that_it_loads(scratch: Scratch, files: Path) -> None:
    out, _ = start(scratch, files).communicate(timeout=PATIENCE)
    assert sum(each["new"] for each in json.loads(out)["files"]) == ROWS
    found = people(scratch)
    assert found == (ROWS // 9, 0, 0)
    with psycopg.connect(scratch.urls.superuser) as owner:
        owner.execute("TRUNCATE people_person CASCADE")
