"""What the bench of five hundred chats begins with fits the tables as they are: no new column is forgotten there."""

from __future__ import annotations

import pytest
from django.db import connections

from kith.advice.models import Chat, Contact
from kith.bench.chat import FILL
from tests.advice.people import OWNER

pytestmark = pytest.mark.database


def test_its_chats_are_made() -> None:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(FILL, {"chats": 3, "begin": "begin"})
    assert Chat.objects.using(OWNER).filter(state="talking").count() == 3
    assert Contact.objects.using(OWNER).filter(state="taken", channel="webchat").count() == 3
