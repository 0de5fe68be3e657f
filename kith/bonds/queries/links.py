"""Lifelong Links as a child's workers read it, and as the child does: who matters, how far it is, the drawing, bonds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kith.bonds.models import (
    LifelongBond,
    LinkDrawn,
    LinkPerson,
    LinksAnswer,
    LinksJourney,
    LinkStands,
    LinkWhen,
)
from kith.bonds.queries.drawing import Drawing, drawing
from kith.core.reads import AS_IT_IS, DAY, ID, IDS, Called, Read, Reads
from kith.people.page_queries import who

JOURNEY = (
    "id", "offered_on", "how", "answer", "answered_on", "ask_again_on", "plan", "plan_with", "plan_on", "ended_on",
    "why_ended",
)  # fmt: skip
LINK = (
    "id", "name", "tie", "by_child", "known_id", "stands", "found", "despite", "why", "told_on", "look_again_on",
    "consent_on", "consent_how", "shares",
)  # fmt: skip
BOND = ("id", "name", "child_words", "child_chose_on", "other_words", "other_chose_on", "ended_on")
DRAWN = ("id", "when", "name", "tie", "closeness")


@dataclass(frozen=True, slots=True)
class Journey:
    """One offer, and what came of it."""

    id: UUID
    offered_on: date
    how: str
    answer: str
    answered_on: date | None
    ask_again_on: date | None
    plan: str
    plan_with: str
    plan_on: date | None
    ended_on: date | None
    why_ended: str

    @property
    def says(self) -> str:
        return str(LinksAnswer(self.answer).label) if self.answer else ""

    @property
    def looks(self) -> bool:
        """Whether the child said yes, and it has not ended."""
        return self.answer == LinksAnswer.YES and self.ended_on is None


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody who matters, as staff read it. `known`: their name in the record, if they are in it."""

    id: UUID
    name: str
    tie: str
    by_child: bool
    known: str
    stands: str
    found: str
    despite: str
    why: str
    told_on: date | None
    look_again_on: date | None
    consent_on: date | None
    consent_how: str
    shares: str

    @property
    def says(self) -> str:
        return str(LinkStands(self.stands).label)

    @property
    def untold(self) -> bool:
        """The child waits for an answer that nobody has given them."""
        return self.by_child and self.stands in {"not_safe", "not_found", "no"} and self.told_on is None


@dataclass(frozen=True, slots=True)
class Bond:
    """A choice for life. `stands`: both chose."""

    id: UUID
    name: str
    child_words: str
    child_chose_on: date | None
    other_words: str
    other_chose_on: date | None
    ended_on: date | None

    @property
    def stands(self) -> bool:
        return self.ended_on is None and self.child_chose_on is not None and self.other_chose_on is not None

    @property
    def since(self) -> date | None:
        """The day on which the second of the two chose."""
        if self.child_chose_on is None or self.other_chose_on is None:
            return None
        return max(self.child_chose_on, self.other_chose_on)


@dataclass(frozen=True, slots=True)
class LinksPage:
    """The staff's page."""

    journeys: tuple[Journey, ...]
    links: tuple[Link, ...]
    bonds: tuple[Bond, ...]
    before: Drawing
    after: Drawing

    @property
    def now(self) -> Journey | None:
        return next((each for each in self.journeys if each.ended_on is None), None)


_page = Reads(
    journeys=lambda: (
        LinksJourney.objects.filter(child_id__among=IDS)
        .order_by("-offered_on", "-recorded_at")
        .values_list(*JOURNEY)
    ),
    links=lambda: (
        LinkPerson.objects.filter(child_id__among=IDS).order_by("recorded_at", "id").values_list(*LINK)
    ),
    bonds=lambda: (
        LifelongBond.objects.filter(child_id__among=IDS).order_by("recorded_at", "id").values_list(*BOND)
    ),
    drawn=lambda: (
        LinkDrawn.objects.filter(child_id__among=IDS).order_by("closeness", "name").values_list(*DRAWN)
    ),
)


def links_page(persons: Sequence[UUID]) -> LinksPage:
    """Two statements, of which one asks for names."""
    read = _page.run(ids=list(persons))
    names = who([row[4] for row in read["links"] if row[4] is not None])
    return LinksPage(
        tuple(Journey(*row) for row in read["journeys"]),
        tuple(_link(row, names[row[4]].name if row[4] in names else "") for row in read["links"]),
        tuple(Bond(*row) for row in read["bonds"]),
        drawing(read["drawn"], LinkWhen.BEFORE),
        drawing(read["drawn"], LinkWhen.AFTER),
    )


def _link(row: Sequence[Any], known: str) -> Link:
    first, then = list(row[:4]), list(row[5:])
    return Link(*[*first, known, *then])


@dataclass(frozen=True, slots=True)
class MyLink:
    """Somebody who matters to me, and how far it is. `shares`: what they want me to know."""

    id: UUID
    name: str
    tie: str
    stands: str
    why: str
    look_again_on: date | None
    shares: str

    @property
    def yes(self) -> bool:
        return self.stands in {LinkStands.YES, LinkStands.MET}


@dataclass(frozen=True, slots=True)
class MyLinks:
    """The child's own page. `journey`: (offered, answer, ask again, plan, with whom, plan agreed, ended), or None."""

    journey: Sequence[Any] | None
    links: tuple[MyLink, ...]
    bonds: tuple[Bond, ...]
    before: Drawing
    after: Drawing

    @property
    def offered(self) -> bool:
        """Whether an answer is wanted."""
        return self.journey is not None and self.journey[6] is None and self.journey[1] != LinksAnswer.YES

    @property
    def runs(self) -> bool:
        return self.journey is not None and self.journey[6] is None

    @property
    def looks(self) -> bool:
        return self.runs and self.journey is not None and self.journey[1] == LinksAnswer.YES

    @property
    def drawn_by_then(self) -> str:
        """Into which drawing somebody goes whom I add now."""
        return LinkWhen.AFTER if self.after.people else LinkWhen.BEFORE


MY_LINKS: dict[str, Read] = {
    "journey": lambda: Called(
        "SELECT offered_on, answer, ask_again_on, plan, plan_with, plan_on, ended_on FROM bonds_my_journey()",
        (DAY, AS_IT_IS, DAY, AS_IT_IS, AS_IT_IS, DAY, DAY),
    ),
    "links": lambda: Called(
        "SELECT link, name, tie, stands, why, look_again_on, shares FROM bonds_my_links()",
        (ID, AS_IT_IS, AS_IT_IS, AS_IT_IS, AS_IT_IS, DAY, AS_IT_IS),
    ),
    "bonds": lambda: LifelongBond.objects.order_by("recorded_at", "id").values_list(*BOND),
    "drawn": lambda: LinkDrawn.objects.order_by("closeness", "name").values_list(*DRAWN),
}
_mine = Reads(**MY_LINKS)


def my_links(read: Mapping[str, Sequence[Sequence[Any]]] | None = None) -> MyLinks:
    """What row level security and two functions let the young person read. One statement, where not read already."""
    read = _mine.run() if read is None else read
    return MyLinks(
        read["journey"][0] if read["journey"] else None,
        tuple(MyLink(*row) for row in read["links"]),
        tuple(Bond(*row) for row in read["bonds"]),
        drawing(read["drawn"], LinkWhen.BEFORE),
        drawing(read["drawn"], LinkWhen.AFTER),
    )
