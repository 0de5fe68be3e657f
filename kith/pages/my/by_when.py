"""What the council must do for a family, and by when, in the family's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kith.access.models import Account, DoorAccess
from kith.access.models.door import Capacity
from kith.core.reads import ACCOUNT, NOW, Reads
from kith.design.dates import plain_date
from kith.design.language import said
from kith.design.text import safe_text
from kith.law.facts import Fact
from kith.law.telling.promises import Promise, promises
from kith.marked import marked
from kith.people.page_queries import Who, who

LAW = marked("The law says so.")
GUIDED = marked("Guidance says so. We must follow it unless there is a good reason not to.")
OURS = marked("This is our own promise. It is not the law.")
# How it begins, and what makes it so: told as it is, for a family may hold us to it.
# First while it is to be done by a day, then once the day is over or it was done, and the reason.
BOUND = (
    marked("We must %(words)s by %(day)s."),
    marked("We must %(words)s."),
    marked("We had to %(words)s by %(day)s."),
    marked("We had to %(words)s."),
)
GUIDE = (
    marked("We should %(words)s by %(day)s."),
    marked("We should %(words)s."),
    marked("We were meant to %(words)s by %(day)s."),
    marked("We were meant to %(words)s."),
)
PROMISED = (
    marked("We have said that we will %(words)s by %(day)s."),
    marked("We have said that we will %(words)s."),
    marked("We said that we would %(words)s by %(day)s."),
    marked("We said that we would %(words)s."),
)
MUST = {
    "in_force": (BOUND, LAW),
    "prospective": (BOUND, LAW),
    "guidance": (GUIDE, GUIDED),
    "local_default": (PROMISED, OURS),
    "beyond_the_law": (PROMISED, OURS),
}
# What is over is shown for a year: a kept word is seen, and a broken one is not tidied away.
OVER = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Line:
    """One promise: what it is, how it stands, and what makes it so. `late`: not done in time, and still not done."""

    text: str
    stands: str
    because: str
    late: bool
    over: bool


@dataclass(frozen=True, slots=True)
class ForPerson:
    """The promises about one person; `mine` where that is the reader."""

    name: str
    mine: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of the first page's list of what the family waits for. It leads nowhere: its page is linked below."""

    text: str
    when: str
    href: str = ""


def door_read() -> QuerySet[DoorAccess, Any]:
    """Whose door the account comes in by, and as what."""
    held = DoorAccess.objects.filter(account_id=ACCOUNT, during__contains=NOW)
    return held.values_list("person_id", "capacity")


_door = Reads(door=door_read)


def door_of(account: Account) -> list[tuple[UUID, str]]:
    """What `door_read` gives, by itself. One statement."""
    found = _door.run(account=account.id, now=timezone.now())["door"]
    return [(person, capacity) for person, capacity in found]


def by_when(
    account: Account,
    today: date,
    door: Sequence[tuple[UUID, str]] | None = None,
    people: Mapping[UUID, Who] | None = None,
    facts: Sequence[Fact] | None = None,
) -> list[ForPerson]:
    """What was told to this account: the reader's own first, then by name; late first in each. Seven statements.

    `door`, `people` of whom the names are known and the `facts` told, where they were read already: four less.
    """
    held = door_of(account) if door is None else door
    groups: dict[UUID, list[Line]] = {}
    for each in promises(account.id, today, held, facts):
        if each.standing in {"late", "due"} or (each.done or each.by) >= today - OVER:
            groups.setdefault(each.person, []).append(line(each))
    if not groups:
        return []
    own = {person for person, capacity in held if capacity == Capacity.SELF}
    known = dict(people or {})
    known |= who(missing) if (missing := [each for each in groups if each not in known]) else {}
    names = {each: one.known_as or one.name for each, one in known.items()}
    found = [ForPerson(names[one], one in own, tuple(lines)) for one, lines in groups.items() if one in names]
    return sorted(found, key=lambda each: (not each.mine, each.name))


def waiting(groups: Iterable[ForPerson]) -> list[Waiting]:
    """What is still to be done, for the first page."""
    return [
        Waiting(each.text if group.mine else _about(group.name, each.text), each.stands if each.late else "")
        for group in groups
        for each in group.lines
        if not each.over
    ]


def _about(name: str, text: str) -> SafeString:
    """The name set apart, so that no letters of it turn the words beside it."""
    return format_html("<bdi>{}</bdi>: {}", safe_text(name), text)


def line(each: Promise) -> Line:
    """One promise in words."""
    (to_do, to_do_late, was_to_do, was_late), because = MUST[each.status]
    over = each.standing not in {"late", "due"}
    by, late = plain_date(each.by), each.standing in {"late", "not_kept"}
    said_late, said_else = (was_late, was_to_do) if over else (to_do_late, to_do)
    text = said(said_late if late else said_else) % {"words": said(each.words), "day": by}
    return Line(text, _stands(each, by), said(because), late, over)


def _stands(each: Promise, by: str) -> str:
    if each.standing == "late":
        return gettext("This should have happened by %(day)s. It has not.") % {"day": by}
    if each.standing == "not_kept":
        return gettext("This should have happened by %(day)s. It did not.") % {"day": by}
    if each.done is None:
        return ""
    done = {"day": plain_date(each.done)}
    if each.standing == "kept":
        return gettext("Done on %(day)s. We kept to this.") % done
    return gettext("Done on %(day)s. It was late.") % done
