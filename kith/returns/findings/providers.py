"""Ofsted's lists of providers, where a council gave them: read once, and again when a file has changed."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
from django.conf import settings

from kith.returns.checking.errors import CheckError
from kith.returns.checking.provider_lists import read_provider_lists

log = logging.getLogger(__name__)


def given_providers() -> pa.Table | None:
    """The lists that KITH_PROVIDERS names, as `check_tables` takes them; None where there are none to be read.

    A list that cannot be read stops no check: the log says so, and rules that need it are not asked.
    """
    if not settings.PROVIDERS:
        return None
    try:
        return _read(tuple((path, Path(path).stat().st_mtime_ns) for path in settings.PROVIDERS))
    except (OSError, CheckError) as why:
        log.warning(
            "Ofsted's lists (KITH_PROVIDERS) cannot be read, and rules that need them are not asked: %s", why
        )
        return None


@lru_cache(maxsize=1)
def _read(files: tuple[tuple[str, int], ...]) -> pa.Table:
    return read_provider_lists([path for path, _ in files])
