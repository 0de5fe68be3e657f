"""What editors do: write a draft, send it to be checked, check another's, take a sheet back."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from kith.advice.lawful import duties
from kith.advice.models import SheetState, SheetVersion
from kith.advice.permissions import may
from kith.advice.roles import Permission
from kith.core.action import CannotBeError, action, concerns
from kith.core.actor import Actor

NOBODY = "a sheet is about nobody"
LONGEST = timedelta(days=366)


@action("advice.write_sheet")
def write(
    *,
    by: Actor,
    slug: str,
    title: str,
    summary: str,
    body: str,
    topic: str,
    who: list[str],
    law: list[str],
    law_checked_on: date,
    review_by: date,
    send: bool = False,
) -> SheetVersion:
    """Begin or go on with the draft of a sheet's next version; `send` gives it to be checked. Raises CannotBeError."""
    may(by, Permission.KEEP_LIBRARY, NOBODY)
    unknown = sorted(set(law) - set(duties()))
    if unknown:
        raise CannotBeError(f"The register of law holds no {', '.join(unknown)}. Such as LA-04.", field="law")
    today = timezone.localdate()
    if law_checked_on > today:
        raise CannotBeError("The day on which the law was checked cannot be to come.", field="law_checked_on")
    if not today < review_by <= today + LONGEST:
        raise CannotBeError("Choose a day to look at it again within a year.", field="review_by")
    open_one = SheetVersion.objects.select_for_update().filter(
        slug=slug, state__in=[SheetState.DRAFT, SheetState.CHECK]
    ).first()  # fmt: skip
    if open_one is None:
        last = SheetVersion.objects.filter(slug=slug).aggregate(last=Max("number"))["last"] or 0
        open_one = SheetVersion(slug=slug, number=last + 1)
    open_one.title, open_one.summary, open_one.body, open_one.topic = title, summary, body, topic
    open_one.who, open_one.law = sorted(set(who)), sorted(set(law))
    open_one.law_checked_on, open_one.review_by = law_checked_on, review_by
    open_one.written_by, open_one.written_at = by.id, timezone.now()
    open_one.state = SheetState.CHECK if send else SheetState.DRAFT
    open_one.came_back = ""
    open_one.save()
    concerns((), sheet=slug, number=open_one.number)
    return open_one


@action("advice.publish_sheet")
def publish(*, by: Actor, version: UUID) -> None:
    """Check and publish another's version, in the place of the one before. Raises CannotBeError."""
    may(by, Permission.KEEP_LIBRARY, NOBODY)
    found = _waiting(version)
    if found.written_by == by.id:
        raise CannotBeError("You wrote this. Somebody else must check it.")
    SheetVersion.objects.filter(slug=found.slug, state=SheetState.PUBLISHED).update(state=SheetState.REPLACED)
    SheetVersion.objects.filter(id=version).update(
        state=SheetState.PUBLISHED, checked_by=by.id, published_at=timezone.now()
    )
    concerns((), sheet=found.slug, number=found.number)


@action("advice.send_sheet_back")
def send_back(*, by: Actor, version: UUID, why: str) -> None:
    """Not yet: it goes back to its writer with a reason."""
    may(by, Permission.KEEP_LIBRARY, NOBODY)
    found = _waiting(version)
    if not why.strip():
        raise CannotBeError("Say what should change.", field="why")
    SheetVersion.objects.filter(id=version).update(state=SheetState.DRAFT, came_back=why.strip()[:300])
    concerns((), sheet=found.slug, number=found.number)


@action("advice.withdraw_sheet")
def withdraw(*, by: Actor, slug: str) -> None:
    """Take the published version back at once: nothing stands in its place."""
    may(by, Permission.KEEP_LIBRARY, NOBODY)
    SheetVersion.objects.filter(slug=slug, state=SheetState.PUBLISHED).update(state=SheetState.WITHDRAWN)
    concerns((), sheet=slug)


def _waiting(version: UUID) -> SheetVersion:
    found = SheetVersion.objects.select_for_update().filter(id=version, state=SheetState.CHECK).first()
    if found is None:
        raise CannotBeError("Nothing waits to be checked here any more.")
    return found
