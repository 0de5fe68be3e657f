from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from kith.core.postgres import Cluster, PostgresError
from kith.core.postgres.postmaster import Postmaster, find
from kith.core.postgres.system_user import server_user


@pytest.fixture
def cluster(folder: Path) -> Iterator[Cluster]:
    """A running server with one committed row."""
    cluster = Cluster(folder / "var")
    with psycopg.connect(cluster.ensure_running().owner) as owner:
        owner.execute("CREATE TABLE kept AS SELECT 7 AS n")
    yield cluster
    cluster.stop()


def pgdata(cluster: Cluster) -> Path:
    return cluster.data / "postgres" / "pgdata"


def running(cluster: Cluster) -> Postmaster:
    found = find(pgdata(cluster))
    assert found is not None
    return found


def kill_everything(cluster: Cluster) -> None:
    postmaster = psutil.Process(running(cluster).pid)
    family = [postmaster, *postmaster.children(recursive=True)]
    for process in family:
        process.send_signal(signal.SIGKILL)
    psutil.wait_procs(family, timeout=10)
    assert not cluster.is_running()


def assert_kept(cluster: Cluster) -> None:
    with psycopg.connect(cluster.ensure_running().owner) as owner:
        assert owner.execute("SELECT n FROM kept").fetchone() == (7,)


def test_a_hard_kill_of_everything_loses_nothing_committed(cluster: Cluster) -> None:
    kill_everything(cluster)
    assert_kept(cluster)


def test_after_a_reboot_the_old_process_number_may_belong_to_another_program(cluster: Cluster) -> None:
    kill_everything(cluster)
    user = server_user()
    account = {"user": user.uid, "group": user.gid} if user else {}
    stranger = subprocess.Popen(["sleep", "60"], **account)  # type: ignore[call-overload]
    try:
        for lock in (pgdata(cluster) / "postmaster.pid", *(cluster.data / "postgres/socket").glob("*.lock")):
            lines = lock.read_text().splitlines(keepends=True)
            lock.write_text("".join([f"{stranger.pid}\n", *lines[1:]]))
        assert not cluster.is_running()
        assert_kept(cluster)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_backend_that_outlived_a_killed_server_is_ended_first(cluster: Cluster) -> None:
    postmaster = psutil.Process(running(cluster).pid)
    with psycopg.connect(cluster.urls().owner) as survivor:
        backend = psutil.Process(survivor.info.backend_pid)
        backend.suspend()
        postmaster.kill()
        psutil.wait_procs([postmaster], timeout=10)
        assert backend.is_running()
        assert_kept(cluster)
        assert not backend.is_running()
        survivor.close()


def test_a_socket_that_was_cleaned_away_is_made_again(cluster: Cluster) -> None:
    shutil.rmtree(running(cluster).socket)
    assert_kept(cluster)


def test_lost_passwords_are_set_anew_and_the_data_stays(cluster: Cluster) -> None:
    before = cluster.urls().app
    (cluster.data / "postgres.json").unlink()
    assert_kept(cluster)
    assert cluster.urls().app != before


def test_a_set_up_that_was_killed_half_way_is_begun_again(folder: Path) -> None:
    cluster = Cluster(folder / "var")
    cluster.ensure_running()
    cluster.stop()
    home = folder / "var" / "postgres"
    (home / "pgdata").rename(home / "pgdata.new")
    with psycopg.connect(cluster.ensure_running().app) as app:
        assert app.execute("SELECT 1").fetchone() == (1,)


def test_a_moved_data_folder_works_where_it_is_now(cluster: Cluster, folder: Path) -> None:
    cluster.stop()
    (folder / "var").rename(folder / "moved")
    moved = Cluster(folder / "moved")
    try:
        assert_kept(moved)
    finally:
        moved.stop()


def test_the_server_outlives_the_process_that_started_it(cluster: Cluster) -> None:
    assert os.getsid(running(cluster).pid) != os.getsid(0)


def test_it_is_revived_when_it_is_gone_and_only_with_its_own_data(cluster: Cluster) -> None:
    assert not cluster.revive()
    kill_everything(cluster)
    assert cluster.revive()
    assert_kept(cluster)
    cluster.stop()
    away = cluster.data.with_name("away")
    cluster.data.rename(away)
    with pytest.raises(PostgresError, match="put it back and start again"):
        cluster.revive()
    assert not cluster.data.exists()
    away.rename(cluster.data)
