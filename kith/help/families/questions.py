"""The questions of an assessment, as data; and what is known of their answers already."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from kith.core.labels import Label
from kith.help.models import AssessmentAnswer, HelpRequest, How
from kith.story.models import EventKind, Passage

FILE = Path(__file__).parent.parent / "data" / "questions.toml"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its id, how it is asked, and where an answer may be known from."""

    id: str
    asks: str
    from_request: str = ""
    from_words: bool = False


@cache
def questions() -> tuple[Question, ...]:
    """All questions in their order. Raises TypeError for a field that is not known, ValueError for an id twice."""
    found = tuple(Question(**each) for each in tomllib.loads(FILE.read_text("utf-8"))["question"])
    if len({each.id for each in found}) != len(found):
        raise ValueError("Two questions have one id.")
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """An answer that nobody need be asked for: its words, its day, and the answer or event it stands in."""

    words: str
    on: date
    answer: UUID | None = None
    event: UUID | None = None


def known(family: UUID, persons: Sequence[UUID]) -> dict[str, Known]:
    """What is known already, by question: the newest earlier answer, else the request, else own words.

    Only what the actor may read, and no private words; of requests those that the family made or knows of, and that
    belong to no concern. Three statements.
    """
    found: dict[str, Known] = {}
    theirs = HelpRequest.objects.filter(Q(how=How.SELF) | Q(family_knows=True), covert__isnull=True)
    requests = theirs.filter(people__person_id__in=persons).order_by("-asked_at").distinct()[:5]
    for request in requests:
        for each in questions():
            words = str(getattr(request, each.from_request, "")) if each.from_request else ""
            if words.strip() and each.id not in found:
                found[each.id] = Known(words, timezone.localdate(request.asked_at))
    said = (
        Passage.objects.filter(
            event__kind=EventKind.OWN_WORDS.value,
            event__about__person_id__in=persons,
            event__covert__isnull=True,
            label__in=[Label.NORMAL.value, Label.FAMILY_ONLY.value],
        )
        .order_by("-event__happened_at", "position")
        .values_list("text", "event__happened_at", "event_id")
        .first()
    )
    for each in questions():
        if said and each.from_words and each.id not in found and said[0].strip():
            found[each.id] = Known(said[0], timezone.localdate(said[1]), event=said[2])
    before = AssessmentAnswer.objects.filter(assessment__family_id=family).order_by(
        "answered_on", "recorded_at"
    )
    for answer in before:
        found[answer.question] = Known(answer.words, answer.answered_on, answer=answer.id)
    return found
