"""What is kept for a time only: forms that were sent and done, codes, and sessions that have ended."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from kith.access.models import SignInCode
from kith.access.permissions import Permission
from kith.access.sessions import SessionStore
from kith.core import tell
from kith.core.action import action, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models import SentForm

CODES_KEPT = timedelta(days=1)
KEPT = timedelta(days=30)
"""Far longer than a session lasts, without which a page that is still open cannot be sent again."""


@action("access.sweep")
def sweep(*, by: Actor) -> int:
    """Take away what no page can need any more; returns how many forms. Under the worker's login."""
    tell.permit(by=by, permission=Permission.MANAGE_ACCOUNTS)
    forgotten, _ = SentForm.objects.filter(at__lt=timezone.now() - KEPT).delete()
    SignInCode.objects.filter(made_at__lt=timezone.now() - CODES_KEPT).delete()
    SessionStore.clear_expired()
    nothing_to_tell("that a form was sent once is nobody's story")
    return forgotten
