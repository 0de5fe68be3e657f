"""Health, being missing and the talk after it, parts of the care plan, what a child wants known, and what they keep."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.apart import refuse_what_tells
from kith.access.permissions import Permission
from kith.care.actions.asking import by_family, me
from kith.care.actions.common import (
    NOT_HERE,
    as_the_nights_allow,
    in_order,
    may_change,
    needed,
    not_to_come,
    told,
    words,
)
from kith.care.models import (
    AboutMe,
    CarePlanPart,
    HealthCheck,
    HealthYear,
    Memory,
    MissingEpisode,
    ReturnTalk,
)
from kith.care.models.living import CheckKind, PlanPart, Topic
from kith.care.models.missing import MissingKind
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.design.text import safe_text
from kith.marked import marked

OC2 = {
    "first": "health_assessment",
    "again": "health_assessment",
    "dentist": "teeth_check",
    "immunised": "immunisations",
}
"""Which check says yes to which question of the return's health page."""


@action("care.check_health")
def check_health(
    *,
    by: Actor,
    person: UUID,
    kind: str,
    on: date,
    by_whom: str = "",
    score: int | None = None,
    said: str = "",
) -> UUID:
    """One check of health; its id. What the return asks of the year is filled from it, typed once.

    Raises NotPermittedError; CannotBeError for a day to come, and a score without its questionnaire.
    """
    may_change(by, person)
    not_to_come(on, "on")
    if score is not None and (kind != CheckKind.FEELINGS or not 0 <= score <= 40):
        raise CannotBeError("A score belongs to the questionnaire, and is 0 to 40.", field="score")
    with as_the_nights_allow(person, field="on"):
        made = HealthCheck.objects.create(
            person_id=person, kind=CheckKind(kind).value, on=on, by_whom=safe_text(by_whom)[:120], score=score,
            words=words(said), recorded_by=by.id,
        )  # fmt: skip
        _oc2(by, person, kind, on, score)
    told(by, person, "A health check", check=made.id, on=on)
    return made.id


def _oc2(by: Actor, person: UUID, kind: str, on: date, score: int | None) -> None:
    first = on.year if on.month > 3 else on.year - 1
    told_of = {"sdq_score": score} if score is not None else {OC2[kind]: True} if kind in OC2 else {}
    if not told_of:
        return
    year = HealthYear.objects.filter(
        person_id=person, collection_year=f"{first}-{(first + 1) % 100:02}"
    ).first()
    row = year or HealthYear(
        person_id=person, collection_year=f"{first}-{(first + 1) % 100:02}", recorded_by=by.id
    )
    for column, value in told_of.items():
        setattr(row, column, value)
    row.source = Source.WORKER.value
    row.save(force_insert=year is None)


@action("care.go_missing")
def go_missing(*, by: Actor, person: UUID, kind: str, began_on: date) -> UUID:
    """A child is missing, or away without leave; the id. Ring the police first.

    Raises NotPermittedError, CannotBeError.
    """
    may_change(by, person)
    not_to_come(began_on, "began_on")
    made = MissingEpisode.objects.create(
        person_id=person, kind=MissingKind(kind).value, began_on=began_on, recorded_by=by.id
    )
    told(by, person, "Missing", missing=made.id, on=began_on, kind=kind)
    return made.id


@action("care.found")
def found(*, by: Actor, missing: UUID, on: date) -> None:
    """They were found or came back: a talk is offered in 72 hours. Raises NotPermittedError, CannotBeError."""
    row = MissingEpisode.objects.select_for_update().filter(id=missing).first()
    if row is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, row.person_id)
    not_to_come(on, "on")
    in_order(row.began_on, on, field="on")
    row.ended_on, row.source = on, Source.WORKER.value
    row.save(update_fields=["ended_on", "source"])
    told(by, row.person_id, "Found or back", missing=missing, on=on)


@action("care.talk_after_missing")
def talk_after_missing(
    *,
    by: Actor,
    missing: UUID,
    offered_on: date,
    held_on: date | None = None,
    not_wanted: bool = False,
    by_whom: str = "",
    said: str = "",
    what_next: str = "",
    plan_looked_at_on: date | None = None,
) -> UUID:
    """The talk after being missing: offered, held or not wanted; its id. Raises NotPermittedError, CannotBeError."""
    row = MissingEpisode.objects.filter(id=missing).first()
    if row is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, row.person_id)
    for day, field in (
        (offered_on, "offered_on"),
        (held_on, "held_on"),
        (plan_looked_at_on, "plan_looked_at_on"),
    ):
        not_to_come(day, field)
    in_order(offered_on, held_on, field="held_on")
    if held_on is not None and not_wanted:
        raise CannotBeError("They talked, or they did not want to: choose one.", field="not_wanted")
    if held_on is not None and not safe_text(by_whom):
        raise CannotBeError(
            "Say who talked with them: somebody who is neither carer nor worker.", field="by_whom"
        )
    talk = ReturnTalk.objects.filter(missing=row).first()
    new = talk is None
    talk = talk or ReturnTalk(missing=row, person_id=row.person_id, recorded_by=by.id)
    talk.offered_on, talk.held_on, talk.not_wanted = offered_on, held_on, not_wanted
    talk.by_whom, talk.words, talk.what_next = safe_text(by_whom)[:120], words(said, 2000), words(what_next)
    talk.plan_looked_at_on = plan_looked_at_on
    talk.save(force_insert=new)
    told(by, row.person_id, "The talk after being missing", talk=talk.id)
    return talk.id


@action("care.plan_part")
def plan_part(*, by: Actor, person: UUID, part: str, said: str) -> UUID:
    """One part of the care plan, as it says from today; its id. Raises NotPermittedError, CannotBeError."""
    may_change(by, person)
    kept = words(said, 4000)
    if not kept:
        raise CannotBeError("Write what is planned, in plain words.", field="said")
    row = CarePlanPart.objects.filter(person_id=person, part=part).first()
    new = row is None
    row = row or CarePlanPart(person_id=person, part=PlanPart(part).value)
    row.words, row.on, row.recorded_by = kept, today(), by.id
    row.save(force_insert=new)
    told(by, person, f"Care plan: {PlanPart(part).label}", part=part)
    return row.id


@action("care.about_me")
def about_me(*, by: Actor, topic: str, said: str, person: UUID | None = None) -> UUID:
    """What a child wants known of one topic, in their words; blank takes it back. `person` where a worker takes it down.

    Raises NotPermittedError, CannotBeError.
    """
    if by_family(by):
        tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
        whose, source = me(by), Source.FAMILY.value
    elif person is not None:
        may_change(by, person)
        whose, source = person, Source.WORKER.value
        refuse_what_tells(whose, [said])
    else:
        raise NotPermittedError(NOT_HERE)
    row = AboutMe.objects.filter(person_id=whose, topic=topic).first()
    new = row is None
    if row is not None and row.source == Source.FAMILY.value and source == Source.WORKER.value:
        raise CannotBeError(
            "They wrote this themselves: nobody else changes it. Write it with them, on their page."
        )
    row = row or AboutMe(person_id=whose, topic=Topic(topic).value)
    row.words, row.said_on, row.source, row.recorded_by = words(said, 2000), today(), source, by.id
    row.save(force_insert=new)
    told(by, whose, "What they want people to know", topic=topic)
    return row.id


@action("care.keep_memory")
def keep_memory(
    *,
    by: Actor,
    title: str,
    said: str = "",
    happened: str = "",
    person: UUID | None = None,
    picture: UUID | None = None,
    who_agreed: str = "",
    for_child: bool = True,
) -> UUID:
    """Something a child keeps; its id. A picture asks who is on it, and that each agreed.

    Raises NotPermittedError, CannotBeError.
    """
    if by_family(by):
        tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
        whose, source = me(by), Source.FAMILY.value
    elif person is not None:
        may_change(by, person)
        whose, source = person, Source.WORKER.value
        refuse_what_tells(whose, [title, said, happened, who_agreed] if for_child else [])
    else:
        raise NotPermittedError(NOT_HERE)
    if picture is not None and not safe_text(who_agreed):
        raise CannotBeError(marked("Say who is on the picture, and that each agreed."), field="who_agreed")
    name = needed(title, "title", str(marked("Say what it is.")))
    made = Memory(
        person_id=whose, title=name, words=words(said, 2000), happened=safe_text(happened)[:60], picture_id=picture,
        who_agreed=safe_text(who_agreed)[:300], for_child=for_child, source=source, recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    told(by, whose, "A memory was kept", memory=made.id)
    return made.id
