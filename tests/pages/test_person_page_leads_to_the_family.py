"""From a person's page a worker comes to the help of the family that they are of today, and to no other."""

from __future__ import annotations

from datetime import date

import pytest
from psycopg.types.range import DateRange

from kith.people.models import FamilyMember
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


def test_it_leads_to_todays_family_and_not_to_one_that_they_left() -> None:
    child, lead = make.person(), make.account("lead")
    now, before = make.family(child, known_as="The Reeds"), make.family(known_as="The Pikes")
    FamilyMember.objects.using(make.OWNER).create(
        family=before, person=child, during=DateRange(date(2020, 1, 1), date(2021, 1, 1), "[)")
    )
    make.involved(lead, child)
    client = signed_in(lead)
    page = client.get(f"/people/{child.id}/").content.decode()
    assert f"/families/{now.id}/help/" in page
    assert "The Reeds" in page
    assert str(before.id) not in page
    assert client.get(f"/families/{now.id}/help/").status_code == 200
