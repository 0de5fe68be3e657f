"""Five hundred chats of the advice service at once: how long an ask and a line take, what is lost, and the memory."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg

from kith.bench.figures import Figure, percentile
from kith.bench.processor import seconds_of
from kith.bench.scratch import Scratch
from kith.bench.serving import HOST, site
from kith.core.postgres import Cluster, PostgresError, drop
from kith.core.postgres.urls import with_database

Say = Callable[[str], None]
CHATS = 500
SECONDS = 60.0
EVERY = 30.0
"""Each browser writes a line so often, on average: sixteen lines a second in all."""
DATABASE = "advice_bench_chat"
LATE, HEARD = 1000.0, 6000.0
MEGABYTE = 2**20
FILL = """
INSERT INTO advice_contact (id, reference, asked_at, channel, asker, topic, deadline_kind, may_ring, may_leave_message,
        may_email, introduced, state, taken_at, tried, outcome, unmet_reason, alternative, forget_on,
        answer_key, email_hours, moved_at)
    SELECT gen_random_uuid(), lpad(n::text, 8, '0'), now(), 'webchat', 'parent', 'court', '', false, false, false, false,
           'taken', now(), 0, '', '', '', current_date + 365, '', '', now() FROM generate_series(1, %(chats)s) n;
INSERT INTO advice_chat (id, secret, contact_id, keep, state, began_at, heard_at, lines, revision)
    SELECT gen_random_uuid(), encode(sha256(convert_to(%(begin)s || lpad(reference, 24, '0'), 'UTF8')), 'hex'), id, false,
           'talking', now(), now(), 0, 1 FROM advice_contact;
"""


@dataclass(frozen=True)
class AdviceScratch(Scratch):
    """A scratch database of the advice service, whose process has settings of its own."""

    def environment(self, login: str) -> Mapping[str, str]:
        """See `Scratch.environment`."""
        told = {"KITH_AS": "advice", "DJANGO_SETTINGS_MODULE": "kith.config.advice", "KITH_ENV": ""}
        return dict(super().environment(login)) | told


def time_chat(data: Path, *, seed: int, say: Say) -> list[Figure]:
    """Lines of the report."""
    say(f"{CHATS} chats of the advice service, for {SECONDS:.0f} seconds")
    scratch = _made(data.with_name(f"{data.name}-advice"))
    begin = hashlib.sha256(str(seed).encode()).hexdigest()[:16]
    # The client's own cursor: several statements at once, with values.
    with (
        psycopg.connect(scratch.urls.superuser, autocommit=True) as connection,
        psycopg.ClientCursor(connection) as cursor,
    ):
        cursor.execute(FILL, {"chats": CHATS, "begin": begin})
    secrets = [f"{begin}{n:024d}" for n in range(1, CHATS + 1)]
    try:
        with site(scratch) as server, _Memory(server.pid) as memory:
            order = {
                "host": HOST, "port": server.port, "secrets": secrets, "seconds": SECONDS, "every": EVERY, "seed": seed,
            }  # fmt: skip
            began, before = time.monotonic(), _processor(server.pid)
            told = subprocess.run(
                [sys.executable, "-m", "kith.bench.chatting"],
                input=json.dumps(order),
                capture_output=True,
                text=True,
                check=True,
            )
            wall, busy = time.monotonic() - began, _processor(server.pid) - before
    finally:
        drop(with_database(scratch.urls.superuser, "postgres"), DATABASE)
    return figures(json.loads(told.stdout), wall=wall, busy=busy, memory=memory.most)


def figures(seen: Mapping[str, list[float] | int], *, wall: float, busy: float, memory: int) -> list[Figure]:
    """What was seen, as lines of the report."""
    asks, sends, heard = (list(seen[name]) for name in ("asks", "sends", "heard"))  # type: ignore[arg-type]
    part = f"{CHATS} chats open at once"
    return [
        Figure(part, "asks whether anything is new", len(asks) / wall, "/s"),
        Figure(part, "an ask, 95th", percentile(asks, 0.95), "ms", limit=LATE),
        Figure(part, "a line sent, 95th", percentile(sends, 0.95), "ms", limit=LATE),
        Figure(part, "a line until a browser reads it, 95th", percentile(heard, 0.95), "ms", limit=HEARD),
        Figure(part, f"lost of {seen['sent']} lines", float(seen["lost"]), "", limit=0),  # type: ignore[arg-type]
        Figure(part, "errors", float(seen["errors"]), "", limit=0),  # type: ignore[arg-type]
        Figure(part, "memory of the web processes, most", memory / MEGABYTE, "MB"),
        Figure(part, "processor of the web processes", 100 * busy / wall, "% of a core"),
    ]


def _made(data: Path) -> AdviceScratch:
    cluster = Cluster(data, store="advice")
    drop(with_database(cluster.ensure_running("advice_bench_empty").superuser, "postgres"), DATABASE)
    scratch = AdviceScratch(data, cluster.ensure_running(DATABASE))
    made = subprocess.run(
        [sys.executable, "-m", "kith.bench.migrating"], env=dict(scratch.environment("worker")), check=False
    )
    if made.returncode != 0:
        raise PostgresError("The advice service's database could not be migrated; the lines above say why.")
    return scratch


def _tree(pid: int) -> list[int]:
    """A process and those that it started; of others nothing can be told."""
    found = [pid]
    for task in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(task.read_text("ascii").rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            found.append(int(task.parent.name))
    return found


def _processor(pid: int) -> float:
    return sum(seconds_of(each) or 0.0 for each in _tree(pid))


class _Memory:
    """While it is open, looks each second how much memory a process and its children hold between them."""

    def __init__(self, pid: int) -> None:
        self.most = 0
        self._pid, self._done = pid, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> _Memory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(1.0):
            self.most = max(self.most, sum(_held(each) for each in _tree(self._pid)))


def _held(pid: int) -> int:
    """Bytes of a process's own, and its share of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
