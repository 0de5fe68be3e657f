"""Saying that two records are one person, and taking it back. Nothing moves and nothing is lost."""

from __future__ import annotations

from uuid import UUID

from django.db import ProgrammingError, connection, transaction
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.people.actions.common import Recorded, moment, written
from kith.people.actions.conflicts import CannotBeError, plainly
from kith.people.linking import preview_link
from kith.people.may import LINK_IDENTITY
from kith.people.models import PersonIdentity, PossibleDuplicate
from kith.people.models.duplicate import DuplicateState


@action("people.link_identity")
def link_identity(*, by: Actor, person: UUID, canonical: UUID, reason: str, seen: str) -> Recorded:
    """Say that `person` is the same human being as `canonical`, whose address stays. `seen` is the
    preview's digest.

    Raises CannotBeError when either is restricted, sealed or relocated, or already linked, or when what is
    recorded
    has changed since the preview. Contradictions do not stop it: they are listed on the person's page to
    settle.
    """
    tell.permit(by=by, permission=LINK_IDENTITY, persons=[person, canonical])
    if person == canonical:
        raise CannotBeError("These are the same record already.")
    if not reason.strip():
        raise CannotBeError("Say how you know that they are one person.", field="reason")
    _take_turns(person, canonical)
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_may_link(%s, %s)", [person, canonical])
        if not cursor.fetchone()[0]:
            raise CannotBeError("These two records cannot be linked here. Ask your manager.")
    now = moment()
    # A link made while this one waited its turn begins after this transaction did.
    standing = PersonIdentity.objects.filter(during__overlap=TimestamptzRange(now, None, "[)"))
    if (
        standing.filter(person_id__in=[person, canonical]).exists()
        or standing.filter(canonical_id=person).exists()
    ):
        raise CannotBeError(
            "One of these is linked already. Choose that one as the record to keep, or undo its link first."
        )
    preview = preview_link(canonical, person)
    if preview.digest != seen:
        raise CannotBeError("Something was recorded since you looked. Here is how it stands now: look again.")
    made = PersonIdentity(
        person_id=person,
        canonical_id=canonical,
        during=TimestamptzRange(now, None, "[)"),
        reason=reason.strip(),
        **written(by),
    )
    try:
        with plainly(), transaction.atomic():
            made.save(force_insert=True)
    except ProgrammingError as refused:
        # The database lets nobody join a record to their own that only a reason opened.
        raise CannotBeError(
            "Both must be people you work with. Ask the other worker or your manager."
        ) from refused
    _settle_pair(person, canonical, by=by, state=DuplicateState.LINKED)
    concerns([person, canonical], link=made.id, contradictions=len(preview.contradictions))
    tell.tell(by=by, about=[canonical], title="Two records were found to be the same person")
    return Recorded(made.id, tuple(f"{c.about}: {c.one}, or {c.other}?" for c in preview.contradictions))


@action("people.undo_link")
def undo_link(*, by: Actor, link: UUID) -> None:
    """Take a link back: both records stand again as they were, with all that was written to either."""
    row = PersonIdentity.objects.filter(id=link, during__contains=moment()).first()
    tell.permit(by=by, permission=LINK_IDENTITY, persons=[row.canonical_id] if row else [])
    if row is None:
        raise CannotBeError("This link has been undone already.")
    row.during = TimestamptzRange(row.during.lower, moment(), "[)")
    row.save(update_fields=["during"])
    _settle_pair(row.person_id, row.canonical_id, by=by, state=DuplicateState.WAITING)
    concerns([row.person_id, row.canonical_id], link=link)
    tell.tell(by=by, about=[row.canonical_id], title="Two records were found to be two people after all")


@action("people.keep_apart")
def keep_apart(*, by: Actor, pair: UUID) -> None:
    """Say that a possible duplicate is two people, so that it is not offered again."""
    row = PossibleDuplicate.objects.filter(id=pair).first()
    tell.permit(by=by, permission=LINK_IDENTITY, persons=[row.one_id, row.other_id] if row else [])
    if row is None:
        raise CannotBeError("Open both records first: say why you need to, then decide.")
    _settle_pair(row.one_id, row.other_id, by=by, state=DuplicateState.DIFFERENT)
    concerns([row.one_id, row.other_id], pair=pair)
    tell.tell(by=by, about=[row.one_id, row.other_id], title="A like record was found to be somebody else")


def _take_turns(*records: UUID) -> None:
    """Whoever links one of these records at the same moment waits until this transaction ends, and then sees it.

    In one order for all, so that no two wait for each other.
    """
    with connection.cursor() as cursor:
        for each in sorted(str(record) for record in records):
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 13))", [each])


def _settle_pair(one: UUID, other: UUID, *, by: Actor, state: DuplicateState) -> None:
    first, second = sorted([one, other])
    decided = state is not DuplicateState.WAITING
    PossibleDuplicate.objects.filter(one_id=first, other_id=second).update(
        state=state, decided_by=by.id if decided else None, decided_at=timezone.now() if decided else None
    )
