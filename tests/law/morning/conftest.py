"""A morning: mail goes into a list. The worker that the queue needs comes from the tests of sealing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test.utils import override_settings

from tests.core.seal.conftest import anchor, worker

__all__ = ["anchor", "worker"]


@pytest.fixture
def mail_kept() -> Iterator[None]:
    from django.core import mail

    mail.outbox = []
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        yield
