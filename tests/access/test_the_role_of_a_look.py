"""What the log of looks says of who looked is the database's own knowledge, not what the asker's settings say."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from django.db import connection

from kith.access.models import Look
from kith.core.acting import acting
from tests.support import make

pytestmark = pytest.mark.database


def test_a_look_bears_the_role_of_the_account_whatever_is_said() -> None:
    child, parent = make.person(), make.account("parent")
    with acting(make.actor(parent)), connection.cursor() as cursor:
        said = json.dumps({"actor": str(uuid4()), "role": "lead"})
        cursor.execute("SELECT set_config('pghistory.context_metadata', %s, true)", [said])
        looks = json.dumps([{"person": str(child.id), "page": "overview", "reason": "involvement"}])
        cursor.execute("SELECT access_record_looks(%s::jsonb)", [looks])
    assert [(each.actor, each.role) for each in Look.objects.using(make.OWNER).all()] == [
        (parent.id, "parent")
    ]
