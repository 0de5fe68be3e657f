"""The room's gates as the house fills them, and its addresses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings


@pytest.fixture(autouse=True)
def _gates_and_addresses() -> Iterator[None]:
    from kith.access import gates
    from kith.people import gates as ports

    ports.staff_gate.fill(gates.staff)
    ports.permission_gate.fill(gates.staff_who_may)
    ports.person_gate.fill(gates.person_page)
    with override_settings(ROOT_URLCONF="tests.people.addresses"):
        yield
