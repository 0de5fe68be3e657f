"""What Today asks about homes and laws: a yes taken back, a law that runs out; and what a director must know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from kith.care.models.asking import Matter
from kith.care.models.kinds import LegalKind, Unlawful
from kith.core.asked import Asked
from kith.core.reads import AS_IT_IS, DAY, ID, IDS, TODAY, Called
from kith.design.dates import plain_date
from kith.people.page_queries import Who

TOLD = """
SELECT kind, person, day, said FROM (
    SELECT 'taken_back' AS kind, a.person_id AS person, max(a.taken_back_on) AS day, max(a.name) AS said
      FROM care_agreement a JOIN care_legalbasis l ON l.id = a.basis_id AND l.ended_on IS NULL
     WHERE a.person_id = ANY (%s::uuid[]) AND a.taken_back_on IS NOT NULL
       AND NOT EXISTS (SELECT FROM care_legalbasis o WHERE o.person_id = a.person_id AND o.ended_on IS NULL
                          AND o.kind IN ('E1', 'C2', 'C1', 'L2', 'L1')) GROUP BY a.person_id
    UNION ALL
    SELECT 'runs_out', l.person_id, l.ends_by, l.kind FROM care_legalbasis l
     WHERE l.person_id = ANY (%s::uuid[]) AND l.ended_on IS NULL AND l.ends_by <= CAST(%s AS date) + 2
    UNION ALL
    SELECT CASE WHEN a.answer = '' THEN 'ask' ELSE 'unfair' END, a.person_id, a.answer_by, a.matter || ' ' || a.id::text
      FROM care_ask a WHERE a.person_id = ANY (%s::uuid[])
       AND (a.answer = '' OR a.unfair_on IS NOT NULL AND a.seen_on IS NULL)
    UNION ALL
    SELECT 'unlawful', u.person, u.first_on, array_to_string(u.why, ',') FROM care_unlawful_told() u
) told ORDER BY day, kind, person
"""


def care_today_read() -> Called:
    """For the acting account and the ids of its people."""
    return Called(TOLD, (AS_IT_IS, ID, DAY, AS_IT_IS), (IDS, IDS, TODAY, IDS))


def care_today_from(rows: Iterable[Sequence[Any]], names: Mapping[UUID, Who]) -> list[Asked]:
    """One thing to see to for each row of `care_today_read`."""
    return [_asked(kind, person, day, said, names) for kind, person, day, said in rows]


def _asked(kind: str, person: UUID | None, day: date, said: str, names: Mapping[UUID, Who]) -> Asked:
    at = timezone.make_aware(datetime.combine(day, time()))
    if kind == "unlawful" or person is None:
        why = "; ".join(str(Unlawful(each).label) for each in said.split(","))
        return Asked(
            "A child slept where no child should",
            reverse("in_care", args=[person]) if person else "/people/",
            f"From {plain_date(day)}: {why}."
            + ("" if person else " The record is kept among few: ask whoever keeps it."),
            at,
        )
    of = names[person].name if person in names else "A child"
    href = reverse("in_care", args=[person])
    if kind in {"ask", "unfair"}:
        matter, ask = said.split(" ")
        what = dict(Matter.choices)[matter]
        step = "answer" if kind == "ask" else "answer-again"
        return Asked(
            f"{of} asks: {what}" if kind == "ask" else f"{of} says that an answer is unfair: {what}",
            reverse("in_care_step_of", args=[person, step, UUID(ask)]),
            f"Answer by {plain_date(day)}: they see that day."
            if kind == "ask"
            else "A manager looks at it again.",
            at,
        )
    if kind == "taken_back":
        return Asked(
            f"{said} took back their yes to {of} being looked after",
            href,
            f"On {plain_date(day)}. Without another law the child may go home now. Decide today, with the family.",
            at,
        )
    return Asked(
        f"{LegalKind(said).label.capitalize()} for {of} runs out",
        href,
        f"On {plain_date(day)}. Say what holds from then on, or that it ended.",
        at,
    )
