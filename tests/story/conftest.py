"""What the story's tests stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story.set_up import story_set_up


@pytest.fixture(autouse=True)
def _keys_and_files(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    if request.node.get_closest_marker("database") is None:
        yield
        return
    request.getfixturevalue("kith_database")
    with story_set_up(tmp_path):
        yield
