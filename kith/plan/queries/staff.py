"""A plan as staff read it: every line that is open to them, with what was said of it and who may read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, F, Func, OuterRef, QuerySet, Subquery

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.core.labels import Label
from kith.core.reads import IDS
from kith.design.dates import today
from kith.people.page_queries import who
from kith.plan.models import (
    OURS,
    Answer,
    Basis,
    Change,
    DoesIt,
    Goal,
    How,
    Part,
    Plan,
    PlanBasis,
    PlanLine,
    PlanPerson,
    PlanShare,
    PlanVersion,
    Progress,
    Step,
    Strength,
)
from kith.plan.models.lines import LINE_LABELS

NOT_OPEN = "Somebody whose name is not open to you"


@dataclass(frozen=True, slots=True)
class SaidView:
    """What somebody said of a line: an answer (`agrees`) or how it goes (`how`)."""

    name: str
    words: str
    on: date
    how: str = ""
    agrees: bool | None = None
    answer: bool = False


@dataclass(frozen=True, slots=True)
class LineView:
    """One line. `does`: who does it; `stands`: what became of it; `readers`: who reads it behind their own door."""

    id: UUID
    kind: str
    words: str
    mark: str
    covert: bool
    whose: str
    does: str
    ours: bool
    keeps_safe: bool
    by_on: date | None
    stands: str
    late: bool
    goal: UUID | None
    said: tuple[SaidView, ...]
    readers: tuple[tuple[UUID, str], ...]
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """The page. `steps` are by goal; those of no goal stand under None."""

    plan: Plan | None
    names: dict[UUID, str]
    people: tuple[tuple[str, str], ...]
    basis: str
    version: PlanVersion | None
    may_write: bool
    goals: list[LineView] = field(default_factory=list)
    steps: dict[UUID | None, list[LineView]] = field(default_factory=dict)
    strengths: list[LineView] = field(default_factory=list)
    changes: list[LineView] = field(default_factory=list)

    @property
    def lines(self) -> list[LineView]:
        """All of them."""
        return [
            *self.changes,
            *self.goals,
            *(s for each in self.steps.values() for s in each),
            *self.strengths,
        ]

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.plan is not None and self.plan.ended_on is not None


def plans_read() -> QuerySet[Plan, Any]:
    """The ids of plans that are about these people, those that hold and the family's own first."""
    return _in_order(PlanPerson.objects.filter(person_id__among=IDS).values("plan_id")).values_list("id")


def _in_order(known: Any) -> QuerySet[Plan]:
    return Plan.objects.filter(id__in=known).order_by(
        F("ended_on").desc(nulls_first=True), F("covert_id").asc(nulls_first=True), "-started_on"
    )


def plans_of(persons: Sequence[UUID]) -> list[UUID]:
    """Plans that are about somebody, those that hold and the family's own first. One statement, or two.

    A partner beside the family knows of a plan, and reads of it what was shared.
    """
    known = PlanPerson.objects.filter(person_id__in=persons).values("plan_id")
    found = list(_in_order(known).values_list("id", flat=True))
    return found or sorted(known.values_list("plan_id", flat=True).distinct(), key=str)


def plan_page(plan: UUID, *, also: Iterable[UUID] = ()) -> PlanView:
    """One plan, as far as it is open; `also`: others who are named on the page. Twelve statements at most."""
    held = PlanBasis.objects.filter(plan_id=OuterRef("pk"), during__contains=today()).values("basis")[:1]
    writes = Func(F("id"), function="plan_written", output_field=BooleanField())
    found = Plan.objects.filter(id=plan).annotate(basis=Subquery(held), may_write=writes).first()
    people = list(
        PlanPerson.objects.filter(plan_id=plan).order_by("part", "id").values_list("person_id", "part")
    )
    agreed = PlanVersion.objects.filter(plan_id=plan).select_related("agreed_by").order_by("-number")
    lines = lines_of([plan], [*also, *(each for each, _part in people)])
    names = lines.names
    steps: dict[UUID | None, list[LineView]] = {}
    goals = [each for each in lines.views if each.kind == "goal"]
    known = {each.id for each in goals}
    for each in lines.views:
        if each.kind == "step":
            steps.setdefault(each.goal if each.goal in known else None, []).append(each)
    parts = dict(Part.choices)
    return PlanView(
        plan=found,
        names=names,
        people=tuple((names.get(person, NOT_OPEN), str(parts[part])) for person, part in people),
        basis=str(dict(Basis.choices).get(found.basis, "")) if found else "",
        version=agreed.first() if found else None,
        may_write=bool(found and found.may_write),
        goals=goals,
        steps={goal: sorted(each, key=_order) for goal, each in steps.items()},
        strengths=[each for each in lines.views if each.kind == "strength"],
        changes=[each for each in lines.views if each.kind == "change"],
    )


def line_view(plan: UUID, item: UUID) -> LineView | None:
    """One line of a plan, or None. Ten statements at most."""
    return next((each for each in lines_of([plan], []).views if each.id == item), None)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines with the names of everybody they speak of."""

    views: list[LineView]
    names: dict[UUID, str]


def goals_and_steps(plan: UUID, names: Callable[[Iterable[UUID]], Mapping[UUID, str]]) -> list[LineView]:
    """What a plan wants to be different, and who does what; nothing of who reads it or what was said. Two statements.

    `names`: how whoever is named in them is called.
    """
    rows: list[PlanLine] = [
        *Goal.objects.filter(plan_id=plan).order_by("recorded_at", "id"),
        *Step.objects.filter(plan_id=plan).select_related("account").order_by("recorded_at", "id"),
    ]
    named = {getattr(row, name, None) for row in rows for name in ("person_id", "whose_id")}
    called = dict(names(each for each in named if each))
    return [_view(row, called, [], (), ()) for row in rows]


def lines_of(plans: Sequence[UUID], more: Iterable[UUID] = (), *, said_too: bool = True) -> Lines:
    """Every line of these plans that is open to the actor. Nine statements at most; `more`: others to be named.

    Without `said_too` what was said of them and the partners they are shared with are left out: six statements.
    """
    rows: list[PlanLine] = [
        *Change.objects.filter(plan_id__in=plans).order_by("recorded_at", "id"),
        *Goal.objects.filter(plan_id__in=plans).order_by("recorded_at", "id"),
        *Step.objects.filter(plan_id__in=plans).select_related("account").order_by("recorded_at", "id"),
        *Strength.objects.filter(plan_id__in=plans).order_by("recorded_at", "id"),
    ]
    of = plans if said_too else []
    said = list(Progress.objects.filter(plan_id__in=of).select_related("account").order_by("recorded_at"))
    answers = list(Answer.objects.filter(plan_id__in=of).order_by("recorded_at"))
    items = [row.id for row in rows]
    released = list(
        Release.objects.filter(kind=ReleasedKind.PLAN, item__in=items, withdrawn_at=None).values_list(
            "item", "reader_id"
        )
    )
    shares = list(
        PlanShare.objects.filter(item__in=items if said_too else [], taken_back_at=None).values_list(
            "item", "organisation__name"
        )
    )
    named: set[UUID | None] = {*more, *(reader for _item, reader in released)}
    named |= {each.person_id for each in said} | {each.person_id for each in answers}
    named |= {getattr(row, name, None) for row in rows for name in ("person_id", "whose_id")}
    names = {each: one.name for each, one in who({each for each in named if each}).items()}
    views = [
        _view(
            row,
            names,
            [_progress(each, names) for each in said if each.item == row.id]
            + [_answer(each, names) for each in answers if each.item == row.id],
            tuple((reader, names.get(reader, NOT_OPEN)) for item, reader in released if item == row.id),
            tuple(sorted(name for item, name in shares if item == row.id)),
        )
        for row in rows
    ]
    return Lines(views, names)


def _view(
    row: PlanLine,
    names: dict[UUID, str],
    said: list[SaidView],
    readers: tuple[tuple[UUID, str], ...],
    partners: tuple[str, ...],
) -> LineView:
    step = row if isinstance(row, Step) else None
    whose = getattr(row, "whose_id", None)
    quoted = getattr(row, "in_whose_words", "")
    stands, late = _stands(row)
    return LineView(
        id=row.id,
        kind=type(row).__name__.lower(),
        words=row.words,
        mark="" if row.label == Label.NORMAL else dict(LINE_LABELS)[row.label],
        covert=row.covert_id is not None,
        whose=f"In the words of {quoted}" if quoted else f"For {names.get(whose, NOT_OPEN)}" if whose else "",
        does=_does(step, names) if step else "",
        ours=step is not None and step.does_it in OURS,
        keeps_safe=step is not None and step.keeps_safe,
        by_on=step.by_on if step else None,
        stands=stands,
        late=late,
        goal=step.goal_id if step else None,
        said=tuple(sorted(said, key=lambda each: each.on)),
        readers=readers,
        partners=partners,
    )


def _does(step: Step, names: dict[UUID, str]) -> str:
    named = (
        step.account.display_name if step.account else names.get(step.person_id, "") if step.person_id else ""
    )
    kind = str(dict(DoesIt.choices)[step.does_it])
    by_name = ", ".join(each for each in (named, step.service) if each)
    return f"{by_name} ({kind})" if by_name else kind.capitalize()


def _stands(row: PlanLine) -> tuple[str, bool]:
    if isinstance(row, Step):
        if row.done_on:
            return f"Done{': ' + row.how_done.rstrip('. ') if row.how_done else ''}", False
        if row.not_done_on:
            return f"Not done: {row.not_done_why}", False
        return "", row.by_on is not None and row.by_on < today()
    if isinstance(row, Goal):
        if row.dropped_on:
            return f"Let go: {row.why_dropped}", False
        return ("Reached" if row.reached_on else ""), False
    return ("It is so now" if isinstance(row, Change) and row.met_on else ""), False


def _order(line: LineView) -> tuple[bool, date]:
    return bool(line.stands), line.by_on or date.max


def _progress(row: Progress, names: dict[UUID, str]) -> SaidView:
    name = (
        row.account.display_name
        if row.account
        else names.get(row.person_id, NOT_OPEN)
        if row.person_id
        else ""
    )
    return SaidView(name, row.words, row.on, how=str(dict(How.choices)[row.how]))


def _answer(row: Answer, names: dict[UUID, str]) -> SaidView:
    return SaidView(
        names.get(row.person_id, NOT_OPEN), row.words, row.recorded_at.date(), agrees=row.agrees, answer=True
    )
