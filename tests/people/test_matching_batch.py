"""The batch runs as the worker, reads nobody who is hidden, and leaves what is decided alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from kith.core.acting import acting
from kith.core.actor import Actor
from kith.people.matching import run
from kith.people.matching.model import LikePair
from kith.people.matching.run import look_for_duplicates
from kith.people.models import PossibleDuplicate
from kith.people.queries import waiting_pairs
from tests.support import make
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def look() -> int:
    by = Actor(id=uuid4(), role="matcher", channel="task")
    with worker_login():
        return look_for_duplicates(by=by)


def test_nothing_is_written_and_no_transaction_is_open_while_they_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for given in ("Katherine", "Katharine"):
        make.person(given, "Ashfield", born=date(2015, 5, 1))
    compare, seen = run.like_pairs, list[object]()

    def watched(rows: Sequence[Mapping[str, Any]]) -> list[LikePair]:
        seen.append(connection.in_atomic_block)
        seen.append(connection.connection.info.transaction_status.name)
        return compare(rows)

    monkeypatch.setattr(run, "like_pairs", watched)
    assert look() == 1
    assert seen == [False, "IDLE"]
    by = Actor(id=uuid4(), role="matcher", channel="task")
    with worker_login(), acting(by), pytest.raises(RuntimeError, match="its own transactions"):
        look_for_duplicates(by=by)


def test_pairs_alike_wait_and_hidden_people_are_in_none() -> None:
    for given in ("Katherine", "Katharine"):
        make.person(given, "Ashfield", born=date(2015, 5, 1))
    for kind in ("restricted", "sealed", "relocated"):
        make.restricted(make.person("Katherine", "Ashfield", born=date(2015, 5, 1)), kind)
    assert look() == 1
    lead = make.account("lead")
    with acting(make.actor(lead)):
        (pair,) = waiting_pairs()
    assert {pair.one_name, pair.other_name} == {"Katherine Ashfield", "Katharine Ashfield"}
    PossibleDuplicate.objects.using(make.OWNER).update(state="different")
    assert look() == 0
