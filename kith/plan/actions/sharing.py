"""Sharing lines of the plan: with a person of the family by name, with workers of one partner organisation."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone

from kith.access.allocating.kin import may_be_told
from kith.access.apart import refuse_what_tells
from kith.access.models import NotYetTold, Release
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared
from kith.plan.actions.common import as_far_as_open, line_of, open_plan, said
from kith.plan.actions.where import tells_where
from kith.plan.models import PlanLine, PlanPerson, PlanShare, Progress
from kith.story.actions.releases import NEVER

RULED = "Part of this is kept by a rule that no worker can set aside here."
NOT_TOLD = (
    "This comes from something the family is not told of yet. First record who was told what, and when."
)


@action("plan.share_lines")
def share_lines(
    *, by: Actor, plan: UUID, items: Sequence[UUID], reader: UUID, prepared: bool, how_prepared: str
) -> int:
    """Let `reader` read these lines behind their own door; how many were not shared with them before.

    Raises NotPermittedError: for a line under a rule or from a concern not told, for a reader who is nobody's kin.
    """
    found, about = open_plan(plan, by=by, permission=Permission.RELEASE)
    how = refuse_unprepared(prepared=prepared, how=how_prepared)
    everybody = list(PlanPerson.objects.filter(plan_id=plan).values_list("person_id", flat=True))
    if reader not in may_be_told(everybody):
        raise NotPermittedError("Choose somebody of this family or network.")
    lines = [_may_leave(found.id, found.covert_id, item) for item in dict.fromkeys(items)]
    if tells_where([line.words for line in lines], everybody, reader):
        raise NotPermittedError(
            "One of these lines says where somebody lives or how to reach them, and this reader must not learn it."
            " Say it in other words first."
        )
    refuse_what_tells(reader, [line.words for line in lines])
    held = Release.objects.filter(
        reader_id=reader, item__in=[line.id for line in lines], withdrawn_at=None
    ).values_list("item", flat=True)
    fresh = [line for line in lines if line.id not in set(held)]
    for line in fresh:
        release = Release(
            reader_id=reader, kind=ReleasedKind.PLAN, item=line.id, prepared=prepared,
            how_prepared=how, released_at=timezone.now(), recorded_by=by.id,
        )  # fmt: skip
        with as_far_as_open("This may not be shared with them."):
            release.save(force_insert=True)
    said(
        by,
        found,
        about,
        "Lines of the plan were shared with somebody by name",
        reader=reader,
        prepared=prepared,
    )
    concerns([reader], items=[str(line.id) for line in fresh])
    return len(fresh)


@action("plan.take_back_line")
def take_back_line(*, by: Actor, item: UUID, reader: UUID) -> None:
    """Take back what `reader` could read of a line, and what was said of it. What was read stays read.

    Raises NotPermittedError.
    """
    line = line_of(item)
    found, about = open_plan(line.plan_id, by=by, permission=Permission.RELEASE)
    said_of_it = list(Progress.objects.filter(item=item).values_list("id", flat=True))
    taken = Release.objects.filter(reader_id=reader, item__in=[item, *said_of_it], withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
    if not taken:
        raise NotPermittedError("There was nothing to take back.")
    said(by, found, about, "A line of the plan was taken back from somebody", item=item, reader=reader)
    concerns([reader])


@action("plan.share_with_organisation")
def share_with_organisation(*, by: Actor, plan: UUID, items: Sequence[UUID], organisation: UUID) -> int:
    """Let workers of a partner who work with a child of it read these lines; how many are new.

    Raises NotPermittedError.
    """
    found, about = open_plan(plan, by=by, permission=Permission.RELEASE)
    lines = [_may_leave(found.id, found.covert_id, item) for item in dict.fromkeys(items)]
    ids = [line.id for line in lines]
    held = set(
        PlanShare.objects.filter(item__in=ids, organisation_id=organisation, taken_back_at=None).values_list(
            "item", flat=True
        )
    )
    fresh = [item for item in ids if item not in held]
    with as_far_as_open("This may not be shared with them."):
        PlanShare.objects.bulk_create(
            PlanShare(plan_id=plan, item=item, organisation_id=organisation, recorded_by=by.id)
            for item in fresh
        )
    said(by, found, about, "Lines of the plan were shared with a partner", organisation=organisation)
    return len(fresh)


def _may_leave(plan: UUID, covert: UUID | None, item: UUID) -> PlanLine:
    line = line_of(item)
    if line.plan_id != plan:
        raise NotPermittedError("There is no such line, or it is not open to you.")
    if line.label & NEVER.value:
        raise NotPermittedError(RULED)
    for concern in (line.covert_id, covert):
        if concern is None:
            continue
        ended = NotYetTold.objects.filter(id=concern).values_list("ended_at", flat=True).first()
        if ended is None:
            raise NotPermittedError(NOT_TOLD)
    return line
