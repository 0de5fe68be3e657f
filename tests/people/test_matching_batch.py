"""The batch runs as the worker, reads nobody who is hidden, and leaves what is decided alone."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from kith.core.acting import acting
from kith.core.actor import Actor
from kith.people.matching.run import look_for_duplicates
from kith.people.models import PossibleDuplicate
from kith.people.queries import waiting_pairs
from tests.support import make
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def look() -> int:
    by = Actor(id=uuid4(), role="matcher", channel="task")
    with worker_login(), acting(by):
        return look_for_duplicates(by=by)


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
