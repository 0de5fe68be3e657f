"""Lifelong Links from the child's own page: ask for somebody, answer, stop, draw; and the choice of a bond for life."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.bonds.actions.common import NOT_HERE, needed, not_to_come, words_of
from kith.bonds.models import Closeness, LifelongBond, LinkDrawn, LinkPerson, LinkWhen
from kith.care.actions.asking import me
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, doing
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.design.text import safe_text
from kith.marked import marked

AGAIN = timedelta(days=91)
"""After a not now from the child's own page we ask again: our own promise, no law's."""
WHO = marked("Say who it is, as you call them.")


@action("bonds.ask_for_link")
def ask_for_link(*, by: Actor, name: str, tie: str = "") -> UUID:
    """A child asks for somebody, on their own page, offered or not; the id. Raises NotPermittedError, CannotBeError."""
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    child, called = me(by), safe_text(name)[:120]
    if not called:
        raise CannotBeError(WHO, field="name")
    made = LinkPerson(
        child_id=child,
        name=called,
        tie=safe_text(tie)[:120],
        by_child=True,
        recorded_by=by.id,
        source=Source.FAMILY,
    )
    made.save(force_insert=True)
    _told(by, child, link=made.id)
    return made.id


@action("bonds.answer_links")
def answer_links(*, by: Actor, answer: str) -> None:
    """The child answers the offer on their own page. Raises NotPermittedError where nothing is offered."""
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    _called("SELECT bonds_answer_links(%s, %s)", [answer, today() + AGAIN], by, answer=answer)


@action("bonds.stop_links")
def stop_links(*, by: Actor, why: str = "") -> None:
    """The child stops it, at any time, with or without why. Raises NotPermittedError where nothing runs."""
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
    said = words_of(why, 400)
    ends = f"The child stopped it: {said}" if said else "The child stopped it."
    _called("SELECT bonds_stop_links(%s)", [ends], by)


@action("bonds.draw_link")
def draw_link(
    *, by: Actor, when: str, name: str, closeness: int, tie: str = "", child: UUID | None = None
) -> UUID:
    """Somebody in the child's drawing, and how close; the id. `child` where a worker draws with them.

    Said anew of the same name it takes the place of what was said. Raises NotPermittedError, CannotBeError.
    """
    whose, source = _whose(by, child)
    called = safe_text(name)[:120]
    if not called:
        raise CannotBeError(WHO, field="name")
    LinkDrawn.objects.filter(child_id=whose, when=LinkWhen(when).value, name=called).delete()
    made = LinkDrawn(
        child_id=whose, when=LinkWhen(when).value, name=called, tie=safe_text(tie)[:120],
        closeness=Closeness(int(closeness)).value, source=source, recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    _told(by, whose, drawn=made.id, when=when)
    return made.id


@action("bonds.undraw_link")
def undraw_link(*, by: Actor, drawn: UUID) -> None:
    """Take somebody out of the drawing; what it was is kept in its history. Raises NotPermittedError."""
    found = LinkDrawn.objects.filter(id=drawn).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    _whose(by, None if role_named(by.role).family else found.child_id)
    found.delete()
    _told(by, found.child_id, "draw_link", when=found.when)


@action("bonds.draw_again")
def draw_again(*, by: Actor, child: UUID | None = None) -> None:
    """Begin the drawing of now with the first. Raises NotPermittedError; CannotBeError where it is begun."""
    whose, source = _whose(by, child)
    rows = list(LinkDrawn.objects.filter(child_id=whose))
    if any(each.when == LinkWhen.AFTER for each in rows):
        raise CannotBeError(marked("You have begun it already."))
    LinkDrawn.objects.bulk_create(
        LinkDrawn(
            child_id=whose, when=LinkWhen.AFTER.value, name=each.name, tie=each.tie, closeness=each.closeness,
            source=source, recorded_by=by.id,
        )
        for each in rows
    )  # fmt: skip
    _told(by, whose, "draw_link", when=LinkWhen.AFTER.value)


@action("bonds.choose_bond")
def choose_bond(
    *, by: Actor, name: str, words: str, link: UUID | None = None, child: UUID | None = None
) -> UUID:
    """The child chooses somebody for life, and says what it means; the id. It stands once the other chooses as well.

    Raises NotPermittedError; CannotBeError without a name or words.
    """
    whose, source = _whose(by, child)
    called = safe_text(name)[:120]
    if not called:
        raise CannotBeError(WHO, field="name")
    made = LifelongBond(
        child_id=whose, link_id=link, name=called, child_chose_on=today(), source=source, recorded_by=by.id,
        child_words=needed(words, marked("Say what it means to you."), "words", 500),
    )  # fmt: skip
    made.save(force_insert=True)
    _told(by, whose, bond=made.id)
    return made.id


@action("bonds.other_chose")
def other_chose(*, by: Actor, bond: UUID, other_words: str, other_how: str, other_chose_on: date) -> None:
    """The other chose as well, and how they said so: now it stands. Raises NotPermittedError, CannotBeError."""
    found = LifelongBond.objects.filter(id=bond, ended_on=None).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    if found.link_id and not LinkPerson.objects.filter(id=found.link_id, stands__in=("yes", "met")).exists():
        raise CannotBeError("They have not said yes to being found.")
    LifelongBond.objects.filter(id=bond).update(
        other_words=needed(other_words, "Write what they say, in their words.", "other_words", 500),
        other_how=needed(other_how, "Say how they said so, and to whom.", "other_how", 300),
        other_chose_on=not_to_come(other_chose_on, "other_chose_on"),
    )
    concerns([found.child_id], bond=bond)
    tell.tell(by=by, about=[found.child_id], title="A bond for life stands: both chose it")


@action("bonds.end_bond")
def end_bond(*, by: Actor, bond: UUID) -> None:
    """Either ends it, or the other did not choose it. Raises NotPermittedError."""
    found = LifelongBond.objects.filter(id=bond, ended_on=None).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    _whose(by, None if role_named(by.role).family else found.child_id)
    with connection.cursor() as cursor:
        # Written and not read again: what ended is on the child's page no more.
        cursor.execute("SELECT bonds_end_bond(%s)", [bond])
        if not cursor.fetchone()[0]:
            raise NotPermittedError(NOT_HERE)
    _told(by, found.child_id, bond=bond)


def _whose(by: Actor, child: UUID | None) -> tuple[UUID, str]:
    """Of whom it is: the child whose page it is, or the one beside whom a worker writes. Raises NotPermittedError."""
    if role_named(by.role).family:
        tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS)
        return me(by), Source.FAMILY.value
    if child is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child])
    return child, Source.WORKER.value


def _called(sql: str, params: list[Any], by: Actor, **ids: Any) -> None:
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute(sql, params)
        done = cursor.fetchone()[0]
    if done is None:
        raise NotPermittedError(marked("There is nothing to answer here."))
    _told(by, me(by), journey=done, **ids)


def _told(by: Actor, child: UUID, code: str = "", **ids: Any) -> None:
    """On the child's story for staff, and in the audit by ids and codes alone."""
    concerns([child], **{name: str(value) for name, value in ids.items()})
    code = code or doing().name.removeprefix("bonds.")
    if role_named(by.role).family:
        with connection.cursor() as cursor:
            cursor.execute("SELECT bonds_tell_self(%s)", [code])
            doing().summary["event"] = str(cursor.fetchone()[0])
        doing().told = True
        return
    tell.tell(by=by, about=[child], title=TITLES[code])


TITLES = {
    "draw_link": "Who matters to the child was drawn with them",
    "choose_bond": "The child chose somebody for life",
    "end_bond": "A bond for life ended, or was not chosen by both",
}
