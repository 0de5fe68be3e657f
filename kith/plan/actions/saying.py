"""How it goes, as each side says it; and answers to a line, which stay attached to it as they were given."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone

from kith.access.apart import refuse_what_tells
from kith.access.models import DoorAccess, Release
from kith.access.models.door import Capacity, ReleasedKind
from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.marked import marked
from kith.people.page_queries import who
from kith.plan.actions.common import (
    as_far_as_open,
    line_of,
    main_people,
    open_plan,
    opened,
    said,
    words_kept,
)
from kith.plan.actions.where import tells_where
from kith.plan.models import Answer, How, Plan, PlanPerson, Progress, Side
from kith.plan.queries.family import MyRow, my_rows
from kith.story.actions import write_own_words
from kith.story.marks import Marked

STANDS = "it stands beside the line of the plan"


@action("plan.say_progress")
def say_progress(*, by: Actor, item: UUID, how: str, words: str = "", to: Sequence[UUID] = ()) -> UUID:
    """How a line is going. Of what services say, `to` are the readers of the line who may read it as well.

    Raises NotPermittedError, CannotBeError.
    """
    kept = words_kept(words, needed=False)
    if role_named(by.role).family:
        mine = _mine(item)
        said_by_me = Progress(
            plan_id=mine.plan, item=item, how=How(how).value, words=kept, on=today(), recorded_by=by.id,
            side=Side.FAMILY.value, source=Source.FAMILY.value, person_id=_me(by),
        )  # fmt: skip
        _as_family(by, said_by_me, mine, kept)
        return said_by_me.id
    line = line_of(item)
    made = Progress(
        plan_id=line.plan_id, item=item, how=How(how).value, words=kept, on=today(), recorded_by=by.id,
        side=Side.SERVICES.value, source=Source.WORKER.value, account_id=by.id,
    )  # fmt: skip
    tell.permit(by=by, permission=Permission.PLAN)
    with as_far_as_open():
        made.save(force_insert=True)
    _released(by, made, to)
    # A partner beside the family sees the line, and not the plan: it is told of those with whom they work.
    plan = Plan.objects.filter(id=line.plan_id).first() or Plan(id=line.plan_id)
    about = opened(main_people(line.plan_id), by=by)
    said(by, plan, about, "It was said how a line of the plan is going", covert=line.covert_id, item=item)
    return made.id


@action("plan.answer_line")
def answer_line(
    *, by: Actor, item: UUID, words: str = "", agrees: bool | None, person: UUID | None = None
) -> UUID:
    """What somebody answers to a line; `person` is who, where a worker takes it down as it was said.

    Raises NotPermittedError; CannotBeError for disagreement without a word.
    """
    kept = words_kept(words, needed=agrees is not True)
    made = Answer(item=item, words=kept, agrees=agrees, recorded_by=by.id)
    if role_named(by.role).family:
        mine = _mine(item)
        made.plan_id, made.person_id, made.source = mine.plan, _me(by), Source.FAMILY.value
        _as_family(by, made, mine, kept)
        return made.id
    line = line_of(item)
    made.plan_id = line.plan_id
    if person is None:
        raise NotPermittedError("Say whose answer it is.")
    plan, about = open_plan(line.plan_id, by=by)
    made.person_id = person
    with as_far_as_open("Choose somebody whom the plan is about."):
        made.save(force_insert=True)
    said(by, plan, about, "An answer to a line of the plan was taken down", covert=line.covert_id, item=item)
    return made.id


def _mine(item: UUID) -> MyRow:
    """The line as its reader has it. Raises NotPermittedError where it is not theirs to read. One statement."""
    found = next((row for row in my_rows() if row.id == item), None)
    if found is None:
        raise NotPermittedError(marked("There is no such line, or it is not open to you."))
    return found


def _as_family(by: Actor, made: Answer | Progress, line: MyRow, words: str) -> None:
    """Their words go to those who work with them as well, and pass to duty where nobody reads them."""
    me: UUID = made.person_id  # type: ignore[assignment]  # set above: who of the family says it
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS, persons=[me])
    with as_far_as_open(marked("This is not yours to answer.")):
        made.save(force_insert=True)
    if words:
        named = who([me]).get(me)
        about = Marked(f"About this line of the plan: “{line.words}”")
        write_own_words(by=by, persons=[me], text=[about, Marked(words)], whose=named.name if named else "")
    nothing_to_tell(STANDS)
    concerns([me], item=str(made.item))


def _me(by: Actor) -> UUID:
    mine = DoorAccess.objects.filter(
        account_id=by.id, capacity=Capacity.SELF, during__contains=timezone.now()
    )
    me: UUID | None = mine.values_list("person_id", flat=True).first()
    if me is None:
        raise NotPermittedError(marked("This is not yours to answer."))
    return me


def _released(by: Actor, said_of: Progress, to: Sequence[UUID]) -> None:
    """To readers of the line alone, prepared as they were for that."""
    if not to:
        return
    held = {
        each.reader_id: each
        for each in Release.objects.filter(
            kind=ReleasedKind.PLAN, item=said_of.item, withdrawn_at=None, reader_id__in=to
        )
    }
    if set(held) != set(to):
        raise NotPermittedError("Choose somebody who reads this line.")
    persons = list(PlanPerson.objects.filter(plan_id=said_of.plan_id).values_list("person_id", flat=True))
    if any(tells_where([said_of.words], persons, reader) for reader in held):
        raise NotPermittedError(
            marked("This says where somebody lives or how to reach them. Say it in other words.")
        )
    for reader, before in held.items():
        refuse_what_tells(reader, [said_of.words])
        release = Release(
            reader_id=reader, kind=ReleasedKind.PLAN, item=said_of.id, prepared=before.prepared,
            how_prepared=before.how_prepared, released_at=timezone.now(), recorded_by=by.id,
        )  # fmt: skip
        with as_far_as_open("This may not be shared with them."):
            release.save(force_insert=True)
