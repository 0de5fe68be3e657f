from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from kith.core.postgres import Cluster, PostgresError, drop

START = (
    "import sys; from pathlib import Path; from kith.core.postgres import Cluster;"
    "print(Cluster(Path(sys.argv[1])).ensure_running().app)"
)


def start_elsewhere(data: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", START, str(data)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_many_processes_that_start_it_at_once_get_one_server(folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(start_elsewhere, [folder / "var"] * 4))
    cluster = Cluster(folder / "var")
    assert answers == {cluster.urls().app}
    assert cluster.ensure_running().app in answers


def test_it_stops_and_starts_again_with_its_data(folder: Path) -> None:
    cluster = Cluster(folder / "var")
    with psycopg.connect(cluster.ensure_running().owner) as owner:
        owner.execute("CREATE TABLE kept AS SELECT 7 AS n")
    cluster.stop()
    assert not cluster.is_running()
    with pytest.raises(PostgresError, match="is not running"):
        cluster.urls()
    cluster.stop()
    with psycopg.connect(cluster.ensure_running().owner) as owner:
        assert owner.execute("SELECT n FROM kept").fetchone() == (7,)


def test_a_database_that_was_dropped_is_prepared_anew(folder: Path) -> None:
    cluster = Cluster(folder / "var")
    drop(cluster.ensure_running().superuser, "kith")
    with psycopg.connect(cluster.ensure_running().owner) as owner:
        assert owner.execute("SELECT unaccent('É')").fetchone() == ("E",)


def test_nobody_else_can_reach_it(folder: Path) -> None:
    cluster = Cluster(folder / "var")
    urls = cluster.ensure_running()
    with psycopg.connect(urls.superuser) as root:
        settings: dict[str, str] = dict(
            root.execute(
                "SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'fsync',"
                " 'synchronous_commit', 'unix_socket_permissions', 'data_checksums', 'password_encryption')"
            ).fetchall()
        )
    assert settings == {
        "listen_addresses": "",
        "fsync": "on",
        "synchronous_commit": "on",
        "unix_socket_permissions": "0700",
        "data_checksums": "on",
        "password_encryption": "scram-sha-256",
    }
    assert (folder / "var" / "postgres.json").stat().st_mode & 0o777 == 0o600
    for private in ("pgdata", "socket"):
        assert (folder / "var" / "postgres" / private).stat().st_mode & 0o777 == 0o700
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(urls.app.replace("kith_app:", "kith_app:wrong"))


def test_the_addresses_keep_their_passwords_out_of_what_is_printed(folder: Path) -> None:
    urls = Cluster(folder / "var").ensure_running()
    assert repr(urls) == "Urls(database='kith')"


def test_the_log_of_the_server_holds_nothing_that_somebody_typed(folder: Path) -> None:
    cluster = Cluster(folder / "var")
    with psycopg.connect(cluster.ensure_running().owner, autocommit=True) as owner:
        owner.execute("CREATE TABLE child (name text UNIQUE)")
        owner.execute("INSERT INTO child VALUES ('Zebedee')")
        for wrong in ("INSERT INTO child VALUES ('Zebedee')", "SELECT 'Zebedee' FROM nowhere"):
            with pytest.raises(psycopg.Error):
                owner.execute(wrong.encode())
    cluster.stop()  # the log is written behind the scenes; stopping writes it out
    logs = "".join(path.read_text() for path in (folder / "var/postgres/log").glob("*.log"))
    assert "duplicate key" in logs
    assert "Zebedee" not in logs


def test_a_folder_with_a_very_long_name_works(folder: Path) -> None:
    data = folder / ("long" * 30)
    cluster = Cluster(data)
    try:
        cluster_url = cluster.ensure_running().app
        with psycopg.connect(cluster_url) as app:
            assert app.execute("SELECT 1").fetchone() == (1,)
    finally:
        cluster.stop()
    assert not Path(parse_qs(urlsplit(cluster_url).query)["host"][0]).exists()


def test_no_parent_of_the_data_folder_is_ever_opened_to_others(folder: Path) -> None:
    private = folder / "private"
    private.mkdir(mode=0o700)
    said: list[str] = []
    cluster = Cluster(private / "var", say=said.append)
    try:
        with psycopg.connect(cluster.ensure_running().app) as app:
            assert app.execute("SELECT 1").fetchone() == (1,)
        assert private.stat().st_mode & 0o777 == 0o700
        # Only root's server is another user, who cannot pass: then the other folder is said in one line.
        assert len(said) == (1 if os.geteuid() == 0 else 0)
        assert all(str(private) in line and "\n" not in line for line in said)
    finally:
        cluster.stop()
        for line in said:
            shutil.rmtree(re.findall(r"kept in (\S+)", line)[0])
