"""What every test would work out anew though it comes out the same: the static folder's files, the addresses."""

from __future__ import annotations

from typing import Any


def static_files() -> None:
    """WhiteNoise looks through the static folder once, not for each client that a test makes."""
    from django.conf import settings
    from whitenoise.middleware import WhiteNoiseMiddleware

    look = WhiteNoiseMiddleware.update_files_dictionary
    seen: dict[tuple[object, ...], dict[str, Any]] = {}

    def once(middleware: Any, root: str, prefix: str) -> None:
        # How long a browser may keep a file hangs on how the storage names it.
        key = root, prefix, middleware.max_age, settings.STORAGES["staticfiles"]["BACKEND"]
        if key not in seen:
            there, middleware.files = middleware.files, {}
            look(middleware, root, prefix)
            seen[key], middleware.files = middleware.files, there
        middleware.files |= seen[key]

    WhiteNoiseMiddleware.update_files_dictionary = once


def addresses() -> None:
    """Another ROOT_URLCONF takes effect, and what is known of the one before is kept: each is known by its name."""
    from django.core.signals import setting_changed
    from django.test.signals import root_urlconf_changed
    from django.urls import set_urlconf

    def changed(*, setting: str, **_: object) -> None:
        if setting == "ROOT_URLCONF":
            set_urlconf(None)

    assert setting_changed.disconnect(root_urlconf_changed)
    setting_changed.connect(changed, weak=False)
