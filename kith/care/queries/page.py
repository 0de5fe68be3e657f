"""Everything that a worker's page about a child in care says, in one statement beside the child's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kith.care.actions.reviewing import TOOK_PART
from kith.care.models.asking import Answered, Decides, Matter
from kith.care.models.kinds import HomeKind, LegalKind
from kith.care.models.living import CheckKind, PlanPart, Topic
from kith.care.models.matter import MEETS, MatterKind
from kith.care.models.permanence_kinds import WhyWorker
from kith.care.models.reviewing import Chairs, Step, WishKind
from kith.care.models.whereabouts import AwayKind, Corrected
from kith.care.queries.lines import Line, label, lasting, state, talk, told, whys
from kith.care.queries.reads import PAGE
from kith.core.reads import Reads
from kith.design.dates import plain_date
from kith.story.models import Document


@dataclass(frozen=True, slots=True)
class InCare:
    """The page, newest first in each list."""

    homes: list[Line]
    laws: list[Line]
    agreements: list[Line]
    leaving: list[Line]
    away: list[Line]
    slept: list[Line]
    asks: list[Line]
    exceptions: list[Line]
    plans: dict[UUID, Line]
    parts: list[Line]
    reviews: list[Line]
    wishes: list[Line]
    challenges: list[Line]
    health: list[Line]
    matters: list[Line]
    missing: list[Line]
    about: list[Line]
    memories: list[Line]
    corrections: list[Line]
    lasting: list[Line]
    social_workers: list[Line]
    moves: int
    workers: int
    looked_after: bool
    shown: Counter[UUID]
    """How many people read each thing on a page of their own."""

    @property
    def home(self) -> Line | None:
        """Where they live now."""
        return next((each for each in self.homes if each.until is None), None)


_page = Reads(**PAGE)


def in_care(persons: Sequence[UUID]) -> InCare:
    """Of a person by all ids that they go by. One statement; row level security leaves out what is not the reader's."""
    return _made(_page.run(ids=list(persons)))


def pictures_of(persons: Sequence[UUID]) -> list[tuple[str, str]]:
    """(id, name) of the pictures among their documents, the newest first. One statement."""
    found = Document.objects.filter(event__about__person__in=persons, media_type__startswith="image/")
    rows = found.order_by("-recorded_at").values_list("id", "name").distinct()
    return [(str(document), name) for document, name in rows[:50]]


def _made(read: Mapping[str, Sequence[Sequence[Any]]]) -> InCare:
    places = {stay: (called, lines, postcode) for stay, called, lines, postcode in read["places"]}
    no_homes = {stay: f"{whys([why])} since {plain_date(since)}" for stay, since, why in read["no_homes"]}
    sleeping = {slept: where for slept, where in read["slept_places"]}  # rows are sequences
    talks = {missing: rest for missing, *rest in read["talks"]}
    episodes = read["episodes"]
    return InCare(
        homes=told(episodes, 4, HomeKind, "another kind of home")
        if not read["stays"]
        else [
            Line(
                stay,
                label(HomeKind, kind, "another kind of home"),
                whys(unlawful) or no_homes.get(stay, ""),
                began,
                ended,
                quiet=", ".join(each for each in places.get(stay, ()) if each),
                words=child,
                state=kind,
            )
            for stay, kind, began, ended, unlawful, child, _planned in read["stays"]
        ],
        laws=told(episodes, 5, LegalKind, "a law that is not recorded")
        if not read["laws"]
        else [
            Line(law, label(LegalKind, kind, kind), court, began, ended, quiet=str(ends_by or ""), state=kind)
            for law, kind, began, ended, ends_by, court in read["laws"]
        ],
        agreements=[
            Line(
                item,
                name,
                words,
                on,
                taken_back,
                quiet=back_words,
                state="taken_back" if taken_back else "no" if not agrees else "yes" if able else "unable",
            )
            for item, name, agrees, on, taken_back, _again, words, back_words, able, _law in read[
                "agreements"
            ]
        ],
        leaving=[
            Line(
                item, "", "", proposed, left, state="left" if left else "approved" if approved else "proposed"
            )
            for item, proposed, approved, left in read["leaving"]
        ],
        away=[
            Line(item, label(AwayKind, kind, kind), words, on, back)
            for item, kind, on, back, words in read["away"]
        ],
        slept=[
            Line(item, whys(why), child, first, last, quiet=sleeping.get(item, ""))
            for item, first, last, why, child in read["slept"]
        ],
        asks=[
            Line(
                item,
                label(Matter, matter, matter),
                words,
                on,
                by_on,
                quiet=f"{label(Answered, answer, '')}: {reason}" if answer else "",
                words=unfair,
                state="unfair" if unfair and not seen else "answered" if answer else "open",
            )
            for item, matter, words, on, by_on, answer, reason, unfair, seen in read["asks"]
        ],
        exceptions=[
            Line(
                item,
                label(Matter, matter, matter),
                reason,
                since,
                state="told" if told else "",
                quiet=label(Decides, decides, ""),
            )
            for item, matter, decides, reason, since, told in read["exceptions"]
        ],
        plans={
            stay: Line(item, "", days, made, agreed, state="delegated" if delegated else "")
            for item, stay, made, agreed, delegated, days in read["plans"]
        },
        parts=[
            Line(item, label(PlanPart, part, part), words, on, state=part)
            for item, part, words, on in read["parts"]
        ],
        reviews=[
            Line(
                item,
                label(Chairs, chairs, ""),
                decided,
                planned,
                held,
                quiet=TOOK_PART.get(part, ""),
                state="sent" if sent else "held" if held else "told" if told else "planned",
            )
            for item, planned, held, chairs, told, part, decided, sent in read["reviews"]
        ],
        wishes=[
            Line(
                item,
                label(WishKind, kind, kind),
                words,
                on,
                quiet=answer,
                state="answered" if answer else "open",
            )
            for item, kind, words, on, answer in read["wishes"]
        ],
        challenges=[
            Line(
                item,
                about,
                wants,
                raised,
                settled,
                quiet=outcome or label(Step, step, step),
                words=str(settle_by),
                state="settled" if settled else "stops" if stops else "open",
            )
            for item, about, wants, raised, step, stops, settle_by, settled, outcome in read["challenges"]
        ],
        health=[
            Line(
                item,
                label(CheckKind, kind, kind),
                words,
                on,
                quiet="" if score is None else f"Score {score}",
            )
            for item, kind, on, score, words in read["health"]
        ],
        matters=[
            Line(
                item,
                label(MatterKind, kind, kind),
                words,
                on,
                done,
                state="" if kind in MEETS else "met elsewhere",
            )
            for item, kind, on, done, words in read["matters"]
        ],
        missing=[
            Line(
                item,
                "Missing" if kind == "M" else "Away without leave",
                talk(talks.get(item)),
                on,
                back,
                state=state(back, talks.get(item)),
            )
            for item, kind, on, back in read["missing"]
        ],
        about=[
            Line(item, label(Topic, topic, topic), words, on, state=who)
            for item, topic, words, on, who in read["about"]
            if words
        ],
        memories=[
            Line(item, title, words, None, quiet=happened, state="" if seen else "waits")
            for item, title, words, happened, seen in read["memories"]
        ],
        corrections=[
            Line(item, label(Corrected, of, of), why, since, quiet=said)
            for item, of, why, said, since in read["corrections"]
        ],
        lasting=lasting(read["placed"], read["adopted"], read["before"]),
        social_workers=[
            Line(item, number, label(WhyWorker, why, why), began, ended)
            for item, number, began, ended, why in read["social_workers"]
        ],
        moves=sum(1 for row in episodes if row[2] is False or (row[3] in {"P", "B"} and row[2] is None)),
        workers=len({row[0] for row in read["leads"]}),
        shown=Counter(item for (item,) in read["shown"]),
        looked_after=(bool(episodes) and any(row[1] is None for row in episodes)) or bool(read["stays"]),
    )
