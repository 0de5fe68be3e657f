"""Rows that wait in staging tell where a child lives only to those who may know it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Person
from kith.returns.models import LoadedFile, StagedRow
from tests.support import make

pytestmark = pytest.mark.database


def staged(child: Person, **values: str) -> None:
    file = LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="episodes.csv", kind="ssda903")
    StagedRow.objects.using(make.OWNER).create(
        person=child, loaded_file=file, file=file.name, kind="ssda903", table="Episodes", row=1, values=values,
        digest=uuid4().hex, outcome="held", reason="overlaps another",
    )  # fmt: skip


def rows_seen_by(account: Account) -> int:
    with acting(make.actor(account)):
        return StagedRow.objects.count()


def test_a_row_with_a_postcode_is_for_those_who_may_know_addresses() -> None:
    child, lead, partner = make.person(), make.account("lead"), make.account("partner")
    make.involved(lead, child)
    make.involved(partner, child, role="partner")
    staged(child, PL_POST="ZZ1 1ZZ")
    staged(child, REVIEW="01/02/2025")
    assert rows_seen_by(lead) == 2
    assert rows_seen_by(partner) == 1


def test_the_returns_officer_sees_rows_but_none_of_a_home_kept_safe() -> None:
    plain, safe, officer = make.person("Ada"), make.person("Bo"), make.account("returns")
    make.home(safe, protected=True)
    staged(plain, PL_POST="ZZ1 1ZZ")
    staged(safe, PL_POST="ZZ2 2ZZ")
    assert rows_seen_by(officer) == 1


def test_nobody_else_sees_any() -> None:
    staged(make.person(), PL_POST="ZZ1 1ZZ")
    assert rows_seen_by(make.account("analyst")) == 0
