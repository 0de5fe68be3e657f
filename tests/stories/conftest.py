"""What stories stand on: one browser, the house served to it, a child and the one who works with her."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test.utils import override_settings
from playwright.sync_api import Browser

from tests.story.serving import served
from tests.story.set_up import story_set_up
from tests.support.desk import Desk

if TYPE_CHECKING:
    # Late: this file is read before the settings are there.
    from kith.access.models import Account
    from kith.people.models import Person

Sit = Callable[..., Desk]


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


@pytest.fixture
def house(kith_database: None, tmp_path: Path) -> Iterator[str]:
    """The address of the whole house, served."""
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"), served() as address:
        yield address


@pytest.fixture(params=["with scripts", "without scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Stories that ask for it are told twice: the second time in a browser without JavaScript."""
    return bool(request.param == "with scripts")


@pytest.fixture
def sit(browser: Browser, house: str) -> Iterator[Sit]:
    """Puts somebody at a browser: sit(account) already signed in, sit() not."""
    desks: list[Desk] = []

    def down(account: Any = None, **how: Any) -> Desk:
        desks.append(Desk(browser, house, account=account, **how))
        return desks[-1]

    yield down
    for desk in desks:
        desk.leave()
