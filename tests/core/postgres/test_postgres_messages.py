from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kith.core.postgres import Cluster, PostgresError
from kith.core.postgres.home import check_owner, check_room
from kith.core.postgres.system_user import SystemUser, run, server_user


def one_line_of(cluster: Cluster) -> str:
    with pytest.raises(PostgresError) as refused:
        cluster.ensure_running()
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_data_folder_that_cannot_be_written_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    said = one_line_of(Cluster(tmp_path / "file" / "var"))
    assert str(tmp_path / "file" / "var") in said
    assert "KITH_DATA" in said


def test_data_of_another_major_version_is_named_with_the_remedy(folder: Path) -> None:
    cluster = Cluster(folder / "var")
    cluster.ensure_running()
    cluster.stop()
    (folder / "var/postgres/pgdata/PG_VERSION").write_text("14\n")
    said = one_line_of(cluster)
    assert "made by PostgreSQL 14 and this Kith brings 18" in said
    assert "pg_dump" in said


def test_data_of_another_user_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PostgresError, match="belongs to another user"):
        check_owner(tmp_path, SystemUser(os.geteuid() + 1, os.getegid()))


def test_a_full_disk_is_said_before_anything_is_made(tmp_path: Path) -> None:
    room = shutil.disk_usage(tmp_path).free
    check_room(tmp_path, room // 2)
    with pytest.raises(PostgresError, match="disk is full"):
        check_room(tmp_path, room * 2)


def test_a_spoilt_password_file_is_said_and_removing_it_helps(folder: Path) -> None:
    cluster = Cluster(folder / "var")
    cluster.ensure_running()
    (folder / "var/postgres.json").write_text("{")
    assert "remove it" in one_line_of(cluster)
    (folder / "var/postgres.json").unlink()
    cluster.ensure_running()


def test_settings_that_the_server_will_not_take_are_told_in_its_own_words(folder: Path) -> None:
    cluster = Cluster(folder / "var")
    cluster.ensure_running()
    cluster.stop()
    with (folder / "var/postgres/pgdata/postgresql.conf").open("a") as settings:
        settings.write("no_such_setting = 1\n")
    assert "did not start" in one_line_of(cluster)


def test_a_program_that_fails_is_told_in_one_line_with_its_words() -> None:
    with pytest.raises(PostgresError, match="sh failed: first second"):
        run(["/bin/sh", "-c", "echo first; echo second >&2; exit 3"], user=server_user())


def test_a_database_that_is_gone_is_said_and_not_made_anew_in_silence(folder: Path) -> None:
    cluster = Cluster(folder / "var")
    cluster.ensure_running()
    cluster.stop()
    shutil.rmtree(folder / "var/postgres")
    assert "is gone" in one_line_of(cluster)
