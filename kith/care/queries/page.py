"""Everything that a worker's page about a child in care says, in one statement beside the child's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q

from kith.access.models import Involvement, Release
from kith.access.models.door import ReleasedKind
from kith.care.actions.reviewing import TOOK_PART
from kith.care.models import (
    AboutMe,
    Agreement,
    Ask,
    Away,
    CarePlanPart,
    Correction,
    Episode,
    HealthCheck,
    IroChallenge,
    LeftCare,
    LegalBasis,
    Memory,
    MissingEpisode,
    NotDelegated,
    PlacementPlan,
    ReturnTalk,
    ReviewPlanned,
    ReviewWish,
    Slept,
    SleptPlace,
    Stay,
    StayPlace,
)
from kith.care.models.asking import Answered, Decides, Matter
from kith.care.models.kinds import HomeKind, LegalKind
from kith.care.models.living import CheckKind, PlanPart, Topic
from kith.care.models.reviewing import Chairs, Step, WishKind
from kith.care.models.whereabouts import AwayKind, Corrected
from kith.care.queries.lines import Line, label, state, talk, told, whys
from kith.core.reads import IDS, Read, Reads
from kith.story.models import Document

LEADS = ("social_worker", "lead_practitioner")


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
    missing: list[Line]
    about: list[Line]
    memories: list[Line]
    corrections: list[Line]
    moves: int
    workers: int
    looked_after: bool
    shown: Counter[UUID]
    """How many people read each thing on a page of their own."""

    @property
    def home(self) -> Line | None:
        """Where they live now."""
        return next((each for each in self.homes if each.until is None), None)


def _of(model: Any, order: str, *columns: str) -> Read:
    return lambda: model.objects.filter(person_id__among=IDS).order_by(order, "id").values_list(*columns)


def _shown() -> Any:
    """What stands released of this child: by what it is of, as far as the worker reads it."""
    of = [
        model.objects.filter(person_id__among=IDS).values("id")
        for model in (
            Stay,
            PlacementPlan,
            NotDelegated,
            Ask,
            ReviewPlanned,
            HealthCheck,
            CarePlanPart,
            Agreement,
        )
    ]
    found = Release.objects.filter(kind=ReleasedKind.CARE, withdrawn_at=None)
    return found.filter(reduce(or_, (Q(item__in=each) for each in of)))


PAGE: dict[str, Read] = {
    "stays": _of(
        Stay, "-began_on", "id", "kind", "began_on", "ended_on", "unlawful", "child_says", "planned"
    ),
    "places": _of(StayPlace, "recorded_at", "stay_id", "called", "lines", "postcode"),
    "laws": _of(LegalBasis, "-began_on", "id", "kind", "began_on", "ended_on", "ends_by", "court"),
    "agreements": _of(
        Agreement,
        "-on",
        "id",
        "name",
        "agrees",
        "on",
        "taken_back_on",
        "looked_at_on",
        "words",
        "taken_back_words",
        "capacity",
        "basis_id",
    ),
    "leaving": _of(LeftCare, "-proposed_on", "id", "proposed_on", "approved_on", "left_on"),
    "away": _of(Away, "-began_on", "id", "kind", "began_on", "back_on", "words"),
    "slept": _of(Slept, "-first_on", "id", "first_on", "last_on", "unlawful", "child_says"),
    "slept_places": _of(SleptPlace, "recorded_at", "slept_id", "where"),
    "asks": _of(
        Ask,
        "-asked_on",
        "id",
        "matter",
        "words",
        "asked_on",
        "answer_by",
        "answer",
        "reason",
        "unfair_words",
        "seen_on",
    ),
    "exceptions": lambda: (
        NotDelegated.objects.filter(person_id__among=IDS, until__isnull=True)
        .order_by("matter")
        .values_list("id", "matter", "decides", "reason", "since", "told_on")
    ),
    "plans": _of(
        PlacementPlan, "-made_on", "id", "stay_id", "made_on", "carer_agreed_on", "delegated_on", "days"
    ),
    "parts": _of(CarePlanPart, "part", "id", "part", "words", "on"),
    "reviews": _of(
        ReviewPlanned,
        "-planned_for",
        "id",
        "planned_for",
        "held_on",
        "chairs",
        "child_told_on",
        "participation",
        "decided",
        "decisions_sent_on",
    ),
    "wishes": _of(ReviewWish, "-said_on", "id", "kind", "words", "said_on", "answer"),
    "challenges": _of(
        IroChallenge,
        "-raised_on",
        "id",
        "about",
        "wants",
        "raised_on",
        "step",
        "stops",
        "settle_by",
        "settled_on",
        "outcome",
    ),
    "health": _of(HealthCheck, "-on", "id", "kind", "on", "score", "words"),
    "missing": _of(MissingEpisode, "-began_on", "id", "kind", "began_on", "ended_on"),
    "talks": _of(ReturnTalk, "-offered_on", "missing_id", "offered_on", "held_on", "not_wanted", "words"),
    "about": _of(AboutMe, "said_on", "id", "topic", "words", "said_on", "source"),
    "memories": _of(Memory, "-recorded_at", "id", "title", "words", "happened", "for_child"),
    "corrections": _of(Correction, "-since", "id", "of", "why", "said", "since"),
    "episodes": _of(
        Episode,
        "started_on",
        "started_on",
        "ceased_on",
        "same_home_as_before",
        "reason_new_episode",
        "placement_type",
        "legal_status",
    ),
    "shown": lambda: _shown().values_list("item"),
    "leads": lambda: (
        Involvement.objects.filter(person_id__among=IDS, role__in=LEADS)
        .order_by("account_id")
        .values_list("account_id")
        .distinct()
    ),
}
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
                whys(unlawful),
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
        moves=sum(1 for row in episodes if row[2] is False or (row[3] in {"P", "B"} and row[2] is None)),
        workers=len({row[0] for row in read["leads"]}),
        shown=Counter(UUID(row[0]) if isinstance(row[0], str) else row[0] for row in read["shown"]),
        looked_after=(bool(episodes) and any(row[1] is None for row in episodes)) or bool(read["stays"]),
    )
