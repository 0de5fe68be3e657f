"""The plan behind the family's door: lines released to the reader by name, and what the reader said of them.

Nothing here counts, numbers or makes room for what is withheld; who is thought to cause harm, which step keeps
somebody safe, and which service does it are not in what is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from kith.access.working_with import workers_told_from, workers_told_read
from kith.core.reads import AS_IT_IS, DAY, ID, Called, Read, Reads
from kith.design.dates import plain_date, today
from kith.marked import marked
from kith.people.page_queries import Who, who
from kith.plan.models import How


@dataclass(frozen=True, slots=True)
class MySaid:
    """What was said of a line, as far as the reader may know: by them, or by us to them."""

    mine: bool
    words: str
    how: str
    on: date


@dataclass(frozen=True, slots=True)
class MyLine:
    """One line as its reader sees it. `does`: who does it; `late`: it is ours, and was not done in time."""

    id: UUID
    words: str
    does: str
    ours: bool
    by: str
    stands: str
    late: bool
    over: bool
    goal: UUID | None
    said: tuple[MySaid, ...]
    order: date


@dataclass(frozen=True, slots=True)
class MyPlan:
    """The page: what has to change, what we owe (late first), goals with their steps, what goes well."""

    changes: list[MyLine]
    owed: list[MyLine]
    theirs: list[MyLine]
    goals: list[tuple[MyLine, list[MyLine]]]
    strengths: list[MyLine]

    @property
    def empty(self) -> bool:
        """Whether nothing was shared yet."""
        return not (self.changes or self.owed or self.theirs or self.goals or self.strengths)

    @property
    def lines(self) -> list[MyLine]:
        """All of them, each once."""
        found = [*self.changes, *self.owed, *self.theirs, *self.strengths]
        found += [line for goal, steps in self.goals for line in (goal, *steps)]
        return list({each.id: each for each in found}.values())


@dataclass(frozen=True, slots=True)
class MyRow:
    """A line as the database gives it to its reader: never which service does it, nor who wrote it down."""

    id: UUID
    plan: UUID
    kind: str
    words: str
    ours: bool
    person: UUID | None
    worker: UUID | None
    goal: UUID | None
    by_on: date | None
    done_on: date | None
    not_done_on: date | None
    reached_on: date | None
    dropped_on: date | None
    met_on: date | None

    @property
    def over(self) -> bool:
        """Whether nothing more is to be done of it."""
        return any((self.met_on, self.reached_on, self.dropped_on, self.done_on, self.not_done_on))


def my_rows_read() -> Called:
    """The lines that the acting family account, or whose eyes are looked through, may read, oldest first."""
    return Called(
        "SELECT line, plan, kind, words, ours, person, worker, goal, by_on, done_on, not_done_on, reached_on,"
        " dropped_on, met_on FROM plan_my_lines() ORDER BY place",
        (ID, ID, AS_IT_IS, AS_IT_IS, AS_IT_IS, ID, ID, ID, *[DAY] * 6),
    )


def my_said_read() -> Called:
    """What was said of those lines, as far as the reader may know."""
    return Called(
        "SELECT item, mine, words, how, agrees, said_on FROM plan_my_said()",
        (ID, AS_IT_IS, AS_IT_IS, AS_IT_IS, AS_IT_IS, DAY),
    )


_lines = Reads(lines=my_rows_read)


def my_rows() -> list[MyRow]:
    """What `my_rows_read` gives, by itself. One statement."""
    return my_rows_from(_lines.run()["lines"])


def my_rows_from(rows: Iterable[Sequence[Any]]) -> list[MyRow]:
    """Lines from the rows of `my_rows_read`."""
    return [MyRow(*row) for row in rows]


MY_PLAN: dict[str, Read] = {"lines": my_rows_read, "said": my_said_read, "workers": workers_told_read}
"""Everything that the page asks, but for the names of people."""
_page = Reads(**MY_PLAN)


def my_plan(
    read: Mapping[str, Sequence[Sequence[Any]]] | None = None, people: Mapping[UUID, Who] | None = None
) -> MyPlan:
    """What the acting family account, or whose eyes are looked through, may read. Three statements at most.

    `read`: the answers to the reads of `MY_PLAN`, and the `people` whose names it knows, where they were read already.
    """
    read = _page.run() if read is None else read
    rows = my_rows_from(read["lines"])
    if not rows:
        return MyPlan([], [], [], [], [])
    said = _said(read["said"])
    known = dict(people or {})
    unknown = {row.person for row in rows if row.person is not None} - set(known)
    known |= who(unknown) if unknown else {}
    names = {each: one.known_as or one.name for each, one in known.items()}
    told = {each.account: each.name for each in workers_told_from(read["workers"])}
    shown = {row.id: _line(row, said.get(row.id, ()), names, told) for row in rows}

    def of_kind(kind: str) -> list[MyLine]:
        return [shown[row.id] for row in rows if row.kind == kind]

    walked = of_kind("step")
    return MyPlan(
        changes=of_kind("change"),
        owed=_first(line for line in walked if line.ours),
        theirs=_first(line for line in walked if not line.ours and line.goal is None),
        # Ours stand above already, late ones first.
        goals=[
            (goal, _first(line for line in walked if line.goal == goal.id and not line.ours))
            for goal in of_kind("goal")
        ],
        strengths=of_kind("strength"),
    )


def my_plan_in_short(rows: Sequence[MyRow]) -> list[MyLine]:
    """Of these lines the three to know first: what we owe, late ones first, then what has to change."""
    owed = [row for row in rows if row.kind == "step" and row.ours and not row.over]
    change = [row for row in rows if row.kind == "change" and not row.over]
    return [
        *_first(_line(row, (), {}, {}) for row in owed),
        *(_line(row, (), {}, {}) for row in change),
    ][:3]


def my_line(item: UUID) -> MyLine | None:
    """One of those lines, or None. Three statements at most."""
    return next((each for each in my_plan().lines if each.id == item), None)


def _said(rows: Iterable[Sequence[Any]]) -> dict[UUID, tuple[MySaid, ...]]:
    found: dict[UUID, tuple[MySaid, ...]] = {}
    hows = {name: str(label) for name, label in How.choices}
    says = {True: marked("You agree"), False: marked("No, this is not what you said"), None: ""}
    for item, mine, words, how, agrees, on in rows:
        one = MySaid(mine, words, hows[how] if how else says[agrees], on)
        found[item] = (*found.get(item, ()), one)
    return found


def _line(row: MyRow, said: tuple[MySaid, ...], names: dict[UUID, str], told: dict[UUID, str]) -> MyLine:
    late = row.ours and not row.over and row.by_on is not None and row.by_on < today()
    return MyLine(
        id=row.id,
        words=row.words,
        does=_does(row, names, told) if row.kind == "step" else "",
        ours=row.ours,
        by=plain_date(row.by_on) if row.by_on else "",
        stands=_stands(row, late=late),
        late=late,
        over=row.over,
        goal=row.goal,
        said=said,
        order=row.by_on or date.max,
    )


def _does(row: MyRow, names: dict[UUID, str], told: dict[UUID, str]) -> str:
    """A worker by name only where the reader was told of them; never a service, which may stand near a home."""
    if row.ours:
        return told.get(row.worker, gettext("We")) if row.worker else gettext("We")
    return names.get(row.person, gettext("Your family")) if row.person else gettext("Your family")


def _stands(row: MyRow, *, late: bool) -> str:
    if row.kind == "step":
        if row.done_on:
            return gettext("Done on %(day)s.") % {"day": plain_date(row.done_on)}
        if row.not_done_on:
            return gettext("Not done.")
        return gettext("This is late. We are sorry.") if late else ""
    if row.kind == "goal":
        return (
            gettext("You got there.")
            if row.reached_on
            else gettext("We let this one go.")
            if row.dropped_on
            else ""
        )
    return gettext("This is so now.") if row.met_on else ""


def _first(lines: Iterable[MyLine]) -> list[MyLine]:
    """Ours that are late first, then what is to come, then what is over."""
    return sorted(lines, key=lambda line: (not line.late, line.over, line.order))
