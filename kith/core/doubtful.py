"""Audit rows that bear a mark: what an auditor looks at first."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from kith.core.models import AuditEntry
from kith.core.stores import named


def doubtful_entries(at_most: int = 50) -> Sequence[AuditEntry]:
    """Rows of the app's login that name people whom their actor could not find, or stand in a transaction that
    wrote nothing else; newest first, as far as the actor may read the audit. One query.

    Most have an honest cause: a record restricted by the same action, a sign-in link that is only shown.
    """
    marked = Q(alone=True) | ~Q(beyond=[])
    return list(AuditEntry.objects.filter(marked, login=named("kith_app")).order_by("-at", "-id")[:at_most])
