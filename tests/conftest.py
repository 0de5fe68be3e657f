"""Every test that needs it talks to a real PostgreSQL, as the app's own login, with real commits."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support import hashing, hours, remembered, server, stores

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says more of what else the machine does than of the code: speed is for `kith bench`.
settings.register_profile("kith", deadline=None)
settings.load_profile("kith")
# What is read while tests are gathered stays for the whole run: to look through it for garbage takes seconds, and finds
# none. What tests themselves make is looked through as ever.
gc.disable()
# Before any of Kith is imported: the settings read their database from the environment.
SERVER = server.from_environment()
# Rooms with tests of a minute each, and those that make a house of their own for a whole file. Begun last, they leave one
# worker at it when the other has nothing left; or the file is shared out, and its house is made twice.
LONG = tuple(Path(__file__).parent / room for room in ("walk", "house"))


def pytest_configure(config: pytest.Config) -> None:
    """Point Django at this worker's own database; it is made when the first test needs it.

    The tests of a locked store run with its settings, in a process of their own, as it does: those of tests/advice alone.
    """
    settings_module = stores.chosen(config, SERVER)
    os.environ["KITH_DATA"] = str(SERVER.data)
    os.environ["DJANGO_SETTINGS_MODULE"] = settings_module
    os.environ.setdefault("KITH_SECRET_KEY", "only-for-tests")
    SERVER.announce()
    import django

    from kith.design.words.catalogue import make_ready

    make_ready()

    django.setup()
    hashing.lightly()
    hours.none_strike()
    remembered.static_files()
    remembered.addresses()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """The tests of a locked store are another run's, and its run has no others."""
    return stores.is_anothers(collection_path, SERVER)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest, the rest stays in its order; mark what opens a browser (docs/adr/0280)."""
    items.sort(key=lambda item: not any(item.path.is_relative_to(room) for room in LONG))
    for item in items:
        if "file_browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """What was gathered is left out of what is looked through for garbage from here on."""
    gc.freeze()
    # A test makes some thousands of objects and drops nearly all: to look through them after each 700 finds little.
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session")
def kith_database() -> Iterator[None]:
    """The database, migrated once and copied for each run."""
    SERVER.make()
    SERVER.collect_static()
    yield
    from django.db import connections

    connections.close_all()
    SERVER.remove()


@pytest.fixture(autouse=True)
def _environment() -> Iterator[None]:
    """Give back the environment as it was: a command run inside a test sets its login for the processes after it."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(autouse=True)
def _clean(request: pytest.FixtureRequest) -> Iterator[None]:
    """Empty every table after a test marked `database`."""
    if request.node.get_closest_marker("database") is None:
        yield
        return
    request.getfixturevalue("kith_database")
    yield
    from django.db import connections

    for alias in ("default", "owner"):
        assert not connections[alias].in_atomic_block, "the test left a transaction open"
    SERVER.empty()


@pytest.fixture
def browser(file_browser: Browser) -> Iterator[Browser]:
    """The file's Chromium; what a test opened in it is closed with the test."""
    yield file_browser
    for context in file_browser.contexts:
        context.close()


@pytest.fixture(scope="module")
def file_browser(worker_browser: Browser) -> Iterator[Browser]:
    """The Chromium of this process, for the tests of a file."""
    from django.db import connections

    from tests.design.browser import at_work

    with pytest.MonkeyPatch.context() as patch, at_work(worker_browser):
        # The browser's own loop runs in this thread; Django's calls stay in turn with it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield worker_browser
        # Django keeps the connections of the loop apart: what is left there is found again by the next browser.
        connections.close_all()


@pytest.fixture(scope="session")
def worker_browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process: to start one is dearer than most of what a file does in it."""
    from tests.design.browser import at_rest, chromium

    with chromium() as opened:
        at_rest()
        yield opened
