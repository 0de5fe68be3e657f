"""Content that must go goes, by two people, and the chain stays whole."""

from __future__ import annotations

import pytest

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.seal import destroy, seal_once, verify
from kith.people.models import Person
from tests.core.seal.acts import Superuser
from tests.support import make

pytestmark = pytest.mark.database
WHY = "Regulation 50, Care Planning 2010: kept until the 75th birthday"
NAMES = "people_personnameevent"


@pytest.fixture
def seniors(written: Person) -> tuple[Account, Account]:
    seal_once()
    return make.account("manager"), make.account("director")


def test_destroyed_rows_are_gone_and_the_chain_stays_clean(
    seniors: tuple[Account, Account], superuser: Superuser
) -> None:
    rows = [row for (row,) in superuser(f"SELECT pgh_id FROM {NAMES}")]
    one, two = seniors
    with acting(make.actor(one)):
        assert destroy(by=make.actor(one), agreed_by=make.actor(two), table=NAMES, rows=rows, reason=WHY) == 2
    assert superuser(f"SELECT count(*) FROM {NAMES}") == [(0,)]
    seal_once()
    report = verify()
    assert (report.findings, report.destroyed) == ([], 2)
    assert superuser(
        "SELECT summary ->> 'agreed_by' FROM core_auditentry WHERE action = 'core.destroy_rows'"
    ) == [(str(two.id),)]


def test_destruction_takes_two_who_may(seniors: tuple[Account, Account], superuser: Superuser) -> None:
    one, _two = seniors
    lead = make.account("lead")
    for by, other in ((one, one), (one, lead), (lead, one)):
        with pytest.raises(NotPermittedError), acting(make.actor(by)):
            destroy(by=make.actor(by), agreed_by=make.actor(other), table=NAMES, rows=[1], reason=WHY)
    assert superuser(f"SELECT count(*) FROM {NAMES}") == [(2,)]
    assert verify().clean


def test_what_is_not_sealed_is_not_destroyed(seniors: tuple[Account, Account], superuser: Superuser) -> None:
    one, two = seniors
    [(row,)] = superuser(f"SELECT min(pgh_id) FROM {NAMES}")
    with pytest.raises(ValueError, match="1 of 2"), acting(make.actor(one)):
        destroy(by=make.actor(one), agreed_by=make.actor(two), table=NAMES, rows=[row, row + 900], reason=WHY)
    assert superuser(f"SELECT count(*) FROM {NAMES}") == [(2,)]


def test_a_deletion_cannot_be_excused_as_a_destruction(
    seniors: tuple[Account, Account], superuser: Superuser
) -> None:
    [(row,)] = superuser(
        f"DELETE FROM {NAMES} WHERE pgh_id = (SELECT min(pgh_id) FROM {NAMES}) RETURNING pgh_id"
    )
    superuser(f"UPDATE core_sealedrow SET destruction = 7 WHERE row = {row} AND \"table\" = '{NAMES}'")
    assert [(finding.table, finding.row) for finding in verify().findings] == [(NAMES, row)]
    superuser(
        """INSERT INTO core_destruction (id, at, "table", rows, reason, asked_by, agreed_by, key, signature)
           SELECT 7, now(), %s, ARRAY[%s], 'Retention', gen_random_uuid(), gen_random_uuid(), key, signature
             FROM core_sealbatch""",
        NAMES,
        row,
    )
    assert any("by hand" in finding.wrong for finding in verify().findings)
