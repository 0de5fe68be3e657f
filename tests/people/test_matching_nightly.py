"""Each night the worker looks for records that may be one person, and somebody decides by day."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from kith.core.acting import acting
from kith.core.keystore import ring
from kith.core.seal.actor import SEALER
from kith.core.worker import run_worker
from kith.people.models import PossibleDuplicate
from kith.people.tasks import MATCHER
from tests.support import make
from tests.support.keys import as_at_set_up
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
NAME = "people.look_for_duplicates.nightly"


@pytest.fixture(autouse=True)
def _keys(kith_database: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The worker seals as it works, with keys and an anchor of this test."""
    monkeypatch.setenv("KITH_SEAL_ANCHOR", str(tmp_path / "elsewhere" / "anchor"))
    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master-key"))
    as_at_set_up()
    yield
    ring.cache_clear()


def a_night_passes() -> None:
    """What the worker's own clock does at half past two, and the work that follows."""
    with worker_login():
        _until_done()


def _until_done() -> None:
    app.tasks[NAME].defer(timestamp=int(time.time()))
    stop = threading.Event()
    thread = threading.Thread(target=run_worker, args=[stop])
    thread.start()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and jobs("todo", "doing"):
        time.sleep(0.1)
    stop.set()
    thread.join(30)
    assert jobs("todo", "doing", "failed") == 0


def jobs(*states: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE status::text = ANY (%s)", [list(states)]
        )
        return int(cursor.fetchone()[0])


def waiting() -> set[frozenset[object]]:
    pairs = PossibleDuplicate.objects.using(make.OWNER).filter(state="waiting")
    return {frozenset({pair.one_id, pair.other_id}) for pair in pairs}


def test_the_worker_has_it_on_its_list_for_each_night() -> None:
    (found,) = [each for each in app.periodic_registry.periodic_tasks.values() if each.task.name == NAME]
    assert found.cron == "30 2 * * *"


def test_a_night_puts_pairs_before_a_worker_who_decides_and_hidden_people_are_in_none() -> None:
    born = date(2015, 5, 1)
    one, other = (
        make.person("Katherine", "Ashfield", born=born),
        make.person("Katharine", "Ashfield", born=born),
    )
    for kind in ("restricted", "sealed", "relocated"):
        make.restricted(make.person("Katherine", "Ashfield", born=born), kind)
    a_night_passes()
    assert waiting() == {frozenset({one.id, other.id})}
    manager = signed_in(make.account("manager"))
    assert "Katharine Ashfield" in words_of(manager.get("/people/duplicates/"))
    pair = {"pair": str(PossibleDuplicate.objects.using(make.OWNER).get().id)}
    unseen = manager.post("/people/duplicates/", pair)
    assert "Open both records first" in words_of(unseen)
    for each in (one, other):
        manager.post(f"/people/{each.id}/reason", {"kind": "connected", "text": "The same child twice?"})
    assert manager.get(f"/people/{one.id}/link/?with={other.id}").status_code == 200
    assert manager.post("/people/duplicates/", pair).status_code == 302
    assert "Katharine" not in words_of(manager.get("/people/duplicates/"))
    a_night_passes()
    assert waiting() == set()


def test_whoever_is_hidden_after_a_night_is_gone_from_the_page_at_once() -> None:
    born = date(2015, 5, 1)
    make.person("Katherine", "Ashfield", born=born)
    hidden = make.person("Katharine", "Ashfield", born=born)
    a_night_passes()
    make.restricted(hidden, "relocated")
    page = signed_in(make.account("manager")).get("/people/duplicates/")
    assert "Ashfield" not in words_of(page)
    a_night_passes()
    assert waiting() == set()


def test_the_nights_work_stands_in_the_audit_as_the_matchers() -> None:
    a_night_passes()
    with worker_login(), acting(SEALER), connection.cursor() as cursor:
        cursor.execute("SELECT action, actor, channel FROM core_auditentry ORDER BY action")
        assert cursor.fetchall() == [
            ("core.begin_task", MATCHER.id, "task"),
            ("people.look_for_duplicates", MATCHER.id, "task"),
        ]
