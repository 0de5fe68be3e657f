"""Who released something to a person, and how they were prepared, no family account reads, whatever SQL it could run."""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.access.models import Account, Release
from kith.access.models.door import ReleasedKind
from kith.access.released import released_to_me
from kith.core.acting import acting
from tests.access.tries import reads
from tests.plan.street import Street
from tests.support import make

pytestmark = pytest.mark.database
ALL = "SELECT recorded_by, how_prepared, item FROM access_release"


@pytest.fixture
def street() -> Street:
    """The mother and the father were each given something; one gift was taken back, so that a history is there."""
    found = Street()
    for reader in (found.mum, found.dad):
        release = Release.objects.using(make.OWNER).create(
            reader=reader, kind="event", item=found.family.id, prepared=True, how_prepared="At the refuge.",
            released_at=timezone.now(), recorded_by=found.lead.id,
        )  # fmt: skip
    Release.objects.using(make.OWNER).filter(id=release.id).update(withdrawn_at=timezone.now())
    return found


@pytest.mark.parametrize("who", ["mother", "father", "young"])
def test_no_family_account_reads_a_row_of_a_release_or_of_its_history(street: Street, who: str) -> None:
    account: Account = getattr(street, who)
    assert reads(account, ALL) == []
    assert reads(account, "SELECT count(*) FROM access_release") == [(0,)]
    assert reads(account, "SELECT * FROM access_releaseevent") == []


def test_staff_who_work_with_the_reader_read_it_as_before(street: Street) -> None:
    assert {row[0] for row in reads(street.lead, ALL)} == {street.lead.id}
    assert len(reads(street.lead, ALL)) == 2
    assert len(reads(street.lead, "SELECT recorded_by FROM access_releaseevent")) == 1


def test_what_was_released_comes_by_a_function_that_tells_neither_who_nor_how(street: Street) -> None:
    [row] = reads(street.mother, "SELECT * FROM access_my_released()")
    assert street.lead.id not in row
    assert "At the refuge." not in row
    assert row[0] == street.family.id
    assert reads(street.father, "SELECT * FROM access_my_released()") == [], "what was taken back is gone"
    assert reads(street.lead, "SELECT * FROM access_my_released()") == []


def test_through_their_eyes_it_is_theirs(street: Street) -> None:
    with acting(make.actor(street.lead).seeing_as(street.mother.id), read_only=True):
        assert released_to_me(ReleasedKind.EVENT) == [street.family.id]
