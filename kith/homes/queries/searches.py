"""A child's search for a home, as their workers read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core.homes import unexplored
from kith.homes.models import Choice, Level, Met, Need, Profile, Said, Search, SearchStep
from kith.homes.queries.waiting import Waits, waits
from kith.homes.rules import Coming


@dataclass(frozen=True, slots=True)
class StepLine:
    """Where it was looked, since when and why."""

    level: str
    name: str
    on: date
    reason: str
    skipped: int


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What somebody said to a home, and who wrote it down. `own`: they did, at their own door."""

    id: UUID
    who: str
    yes: bool | None
    words: str
    changed: str
    on: date
    needs: str
    author: str
    own: bool
    answer: str


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One need and, for a choice, how it is met."""

    id: UUID
    rank: int
    words: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """A home thought of, with what each said and how it meets each need."""

    id: UUID
    home: UUID
    name: str
    kind: str
    state: str
    says: str
    on: date
    why: str
    why_no: str
    impact: str
    gaps: str
    outside_until: date | None
    outside_ended: date | None
    said: tuple[SaidLine, ...]
    needs: tuple[NeedLine, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """One search. `group`: those who look for one home together, this child first."""

    id: UUID
    child: UUID
    why: str
    child_wishes: str
    parents_wish: str
    tonight: bool
    ranked_on: date | None
    level: str
    steps: tuple[StepLine, ...]
    needs: tuple[NeedLine, ...]
    choices: tuple[ChoiceLine, ...]
    waits: Waits
    group: tuple[Coming, ...]
    unexplored: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Whether a home has agreed."""
        return any(each.state == "agreed" for each in self.choices)


def search_of(
    child: Sequence[UUID], today: date, *, kin: bool = True, group: bool = True
) -> SearchView | None:
    """The open search of a child (all ids), or None. Ten statements at most.

    Three fewer without asking after `kin`, one without the brothers and sisters who look together.
    """
    row = Search.objects.select_related("profile").filter(child_id__in=child, closed_on__isnull=True).first()
    if row is None:
        return None
    steps = list(SearchStep.objects.filter(search=row).order_by("-recorded_at", "-level"))
    needs = [NeedLine(each.id, each.rank, each.words) for each in _needs(row)]
    beside = Profile.objects.filter(together=row.profile.together).exclude(id=row.profile_id)
    others = list(beside.order_by("reference")) if group else []
    me = waits(row.profile, today, len(others) + 1, row.child_id)
    names = dict(Level.choices)
    return SearchView(
        id=row.id,
        child=row.child_id,
        why=row.why,
        child_wishes=row.child_wishes,
        parents_wish=row.parents_wish,
        tonight=row.tonight,
        ranked_on=row.ranked_on,
        level=steps[0].level if steps else Level.KIN.value,
        steps=tuple(
            StepLine(each.level, str(names[each.level]), each.on, each.reason, each.skipped) for each in steps
        ),
        needs=tuple(needs),
        choices=_choices(row, needs),
        waits=me,
        group=(
            me.coming,
            *(Coming(each.born_on, sex=each.sex, family=each.together) for each in others),
        ),
        unexplored=tuple(unexplored(list(child))) if kin else (),
    )


def _needs(row: Search) -> list[Need]:
    return list(Need.objects.filter(search=row).order_by("rank"))


def _choices(row: Search, needs: Sequence[NeedLine]) -> tuple[ChoiceLine, ...]:
    rows = list(Choice.objects.select_related("home").filter(search=row).order_by("state", "on", "id"))
    said: dict[UUID, list[SaidLine]] = defaultdict(list)
    met: dict[tuple[UUID, UUID], str] = {}
    if rows:
        for one in Said.objects.filter(choice__in=rows).order_by("on", "recorded_at"):
            said[one.choice_id].append(
                SaidLine(
                    one.id,
                    str(one.get_who_display()),
                    one.yes,
                    one.words,
                    one.changed,
                    one.on,
                    one.needs,
                    one.author,
                    one.shown_id is not None,
                    one.answer,
                )
            )
        for how in Met.objects.filter(choice__in=rows):
            met[how.choice_id, how.need_id] = how.how
    return tuple(
        ChoiceLine(
            id=each.id,
            home=each.home_id,
            name=each.home.name,
            kind=each.home.kind,
            state=each.state,
            says=str(each.get_state_display()),
            on=each.on,
            why=each.why,
            why_no=str(each.get_why_no_display()) if each.why_no else "",
            impact=each.impact,
            gaps=each.gaps,
            outside_until=each.outside_terms_until,
            outside_ended=each.outside_ended_on,
            said=tuple(said.get(each.id, ())),
            needs=tuple(
                NeedLine(need.id, need.rank, need.words, met.get((each.id, need.id), "")) for need in needs
            ),
        )
        for each in rows
    )
