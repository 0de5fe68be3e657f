"""What a release before this one calls is still there: while a new one is brought in, both run on one database."""

from __future__ import annotations

import pytest

from kith.access.models import SignedIn
from tests.access.tries import reads
from tests.support import make

pytestmark = pytest.mark.database


def test_a_sign_in_is_written_down_as_the_release_before_did_it() -> None:
    mother, father = make.account("parent"), make.account("parent")
    assert reads(mother, "SELECT access_signed_in(%s, %s)", [mother.id, "a phone"])
    assert reads(father, "SELECT access_signed_in(%s, %s)", [mother.id, "his phone"])
    (line,) = SignedIn.objects.using(make.OWNER).values_list("account_id", "device", "how")
    assert line == (mother.id, "a phone", "")
