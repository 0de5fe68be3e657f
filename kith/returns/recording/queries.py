"""What is recorded already of one person, as the list of what can be corrected shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kith.care.models import Episode, EpisodePlace
from kith.design.dates import short_date
from kith.returns.load.shapes import FactTable, literal
from kith.returns.recording.facts import RECORDED


@dataclass(frozen=True, slots=True)
class Held:
    """One fact: its id, and the words by which it is known among others of its kind."""

    id: UUID
    known_by: str


def held(persons: Sequence[UUID]) -> dict[str, list[Held]]:
    """The facts of these records that can be corrected, by table, the latest first. One statement."""
    sql = " UNION ALL ".join(_one(table, fact) for table, fact in RECORDED.items())
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT name, id, day, said FROM ({sql}) every ORDER BY name, day DESC NULLS LAST, said DESC, id",
            {"persons": [str(each) for each in persons]},
        )
        rows = cursor.fetchall()
    found: dict[str, list[Held]] = {}
    for name, fact, day, said in rows:
        words = short_date(day) if day else said or "What is recorded"
        found.setdefault(name, []).append(Held(fact, words))
    return found


def _one(table: str, fact: FactTable) -> str:
    day = next((part.column for part in fact.key if part.sort == "day"), None)
    said = "NULL::text"
    if fact.yearly:
        said = "'The year to 31 March ' || (left(t.collection_year, 4)::int + 1)"
    elif fact.key and day is None:
        said = f"t.{fact.key[0].column}"
    return (
        f"SELECT {literal(table)} AS name, t.id, {f't.{day}' if day else 'NULL::date'} AS day, {said} AS said"
        f" FROM {table} t WHERE t.person_id = ANY (%(persons)s::uuid[])"
    )


def home_before(stay: Episode) -> str:
    """The home a child came from, as an episode before this one has it; blank where care began anew. One statement."""
    if stay.reason_new_episode == "S":
        return ""
    before = EpisodePlace.objects.filter(person_id=stay.person_id, episode__started_on__lt=stay.started_on)
    said = (
        before.exclude(home_postcode="")
        .order_by("-episode__started_on")
        .values_list("home_postcode", flat=True)
    )
    return said.first() or ""


def place_of(episode: UUID) -> EpisodePlace | None:
    """Where an episode is, as far as the actor may know it. One statement."""
    return EpisodePlace.objects.filter(episode_id=episode).first()
