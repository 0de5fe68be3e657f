"""What every story stands on: a browser, Kith served, a child and the one who works with her."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser

from tests.design.browser import chromium
from tests.story.serving import served
from tests.story.set_up import story_set_up

if TYPE_CHECKING:
    # Late: this file is read before the settings are there.
    from kith.access.models import Account
    from kith.people.models import Person


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, chromium() as opened:
        # The browser's own loop runs in this thread; Django's calls stay in turn with it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield opened


@pytest.fixture
def site(kith_database: None, tmp_path: Path) -> Iterator[str]:
    with story_set_up(tmp_path), served() as address:
        yield address


@pytest.fixture
def ada() -> Person:
    from tests.support import make

    return make.person("Ada")


@pytest.fixture
def lead(ada: Person) -> Account:
    from tests.support import make

    account = make.account("lead", display_name="Rosa Lindqvist")
    make.involved(account, ada)
    return account
