"""After each migration: mark every log, new ones too, and guard who may read history."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


def mark_logs_after_migrate() -> None:
    """Have every `migrate` end with `mark_logs`."""
    post_migrate.connect(mark_logs, dispatch_uid="kith.core.seal.mark_logs")


def mark_logs(using: str = "default", sender: AppConfig | None = None, **_kwargs: Any) -> None:
    """Bring the marks and guards of all logs up to date. Safe to repeat; does nothing but as the owner."""
    if using != "owner" or (sender is not None and sender.label != "core"):
        return
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('core_guard_history()') IS NOT NULL")
        if cursor.fetchone()[0]:  # a database that is only part of the way there has neither function
            cursor.execute("SELECT core_mark_logs(), core_guard_history()")
