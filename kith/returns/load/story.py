"""One event on the story of each person about whom a run told something new, and one audit entry."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from kith.core import action
from kith.returns.load import ids
from kith.returns.load.sheets import OUTCOMES

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet

PERSONS_IN_AN_ENTRY = 10_000


def prepare(cursor: CursorWrapper) -> None:
    """Make the empty `touched`: how many rows changed what is held of a person, by sheet."""
    cursor.execute("CREATE TEMP TABLE touched (person uuid, new integer, changed integer) ON COMMIT DROP")


def touch(cursor: CursorWrapper) -> None:
    """Add the people of whom `work` told something."""
    cursor.execute(
        "INSERT INTO touched SELECT person, count(*) FILTER (WHERE outcome = 'new'),"
        " count(*) FILTER (WHERE outcome = 'changed') FROM work WHERE outcome IN ('new', 'changed')"
        " GROUP BY person"
    )


def tell(cursor: CursorWrapper, run: UUID, sheets: list[Sheet]) -> int:
    """Write the events, staff-only until released. Returns how many people they are about."""
    kinds = sorted({sheet.kind for sheet in sheets})
    years = sorted({sheet.year for sheet in sheets if sheet.year})
    names = {"ssda903": "SSDA903 return", "cin": "children in need census"}
    title = "Loaded from the " + " and the ".join(names[kind] for kind in kinds)
    if years:
        title += f", {years[0]}" if len(years) == 1 else f", {years[0]} to {years[-1]}"
    cursor.execute(f"""
CREATE TEMP TABLE telling ON COMMIT DROP AS
SELECT {ids.of_person("story_event", 0, "person")} AS event, person, sum(new) AS new, sum(changed) AS changed
  FROM touched GROUP BY person""")
    cursor.execute("CREATE INDEX ON telling (person)")  # `audit` goes through it a slice at a time
    cursor.execute(
        "INSERT INTO story_event (id, recorded_at, recorded_by, source, kind, action, happened_at,"
        " all_day, title,"
        " facts, label, written_by_name) SELECT event, now(), (SELECT kith_actor()), %s, 'loaded',"
        " 'returns.load', now(), false,"
        " %s, jsonb_build_object('new', new, 'changed', changed, 'run', %s::text), 1, '' FROM telling"
        " ORDER BY event",  # the key of events stays on during a first load, and takes them in order
        [kinds[0], title[:200], str(run)],
    )
    cursor.execute(
        "INSERT INTO story_about (id, recorded_at, recorded_by, source, event_id, person_id,"
        " happened_at, part)"
        f" SELECT {ids.of_person('story_about', 0, 'person')}, now(), (SELECT kith_actor()), %s, event, person, now(), ''"
        " FROM telling",
        [kinds[0]],
    )
    return int(cursor.rowcount)


def audit(cursor: CursorWrapper, run: UUID, sheets: list[Sheet]) -> None:
    """Tell the action under way whom the run concerned; a great load writes several entries."""
    totals = {name: sum(s.counts[name] for s in sheets) for name in OUTCOMES}
    summary = {"run": str(run), "sheets": len(sheets), **totals}
    action.concerns([], **summary)
    part, last = 0, UUID(int=0)
    while True:
        cursor.execute(
            "SELECT person FROM telling WHERE person > %s ORDER BY person LIMIT %s",
            [last, PERSONS_IN_AN_ENTRY],
        )
        persons: list[UUID] = [row[0] for row in cursor.fetchall()]
        if part == 0:
            action.concerns(persons)
        elif persons:
            action.record("returns.load", persons, summary | {"part": part + 1})
        if len(persons) < PERSONS_IN_AN_ENTRY:
            return
        part, last = part + 1, persons[-1]
