"""Fixtures of kinship care."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kinship.kinfolk import Kinfolk


@pytest.fixture
def kin_folk(kith_database: None) -> Kinfolk:
    from tests.kinship.kinfolk import Kinfolk

    return Kinfolk()
