"""What Today asks: somebody asked to see a person, or a child to find one, and nobody has answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.urls import reverse

from kith.core.asked import Asked, Asks
from kith.core.reads import AS_IT_IS, AT, DAY, ID, IDS, Called, Row
from kith.design.dates import plain_date

# Who stopped Lifelong Links asks for nobody whom they named before.
WAITS = """
SELECT w.kind, w.child, coalesce(n.given, ''), w.whom, w.by_when, w.at FROM (
    SELECT 'time' AS kind, t.child_id AS child, t.whom, t.answer_by AS by_when, t.recorded_at AS at
      FROM bonds_timeask t WHERE t.child_id = ANY (%s::uuid[]) AND t.answered_on IS NULL
    UNION ALL
    SELECT 'link', p.child_id, p.name, NULL::date, p.recorded_at FROM bonds_linkperson p
     WHERE p.child_id = ANY (%s::uuid[]) AND p.by_child AND p.stands = 'wanted'
       AND NOT EXISTS (SELECT FROM bonds_linksjourney j
                        WHERE j.child_id = p.child_id
                          AND j.ended_on >= (p.recorded_at AT TIME ZONE 'Europe/London')::date)
    UNION ALL
    SELECT 'again', j.child_id, '', j.ask_again_on, j.recorded_at FROM bonds_linksjourney j
     WHERE j.child_id = ANY (%s::uuid[]) AND j.answer = 'not_now' AND j.ended_on IS NULL
       AND j.ask_again_on <= (now() AT TIME ZONE 'Europe/London')::date
) w LEFT JOIN LATERAL (SELECT x.given FROM people_personname x WHERE x.person_id = w.child
                        ORDER BY x.preferred DESC, x.kind, x.id LIMIT 1) n ON true
 ORDER BY w.at
"""


def _waits() -> Called:
    return Called(WAITS, (AS_IT_IS, ID, AS_IT_IS, AS_IT_IS, DAY, AT), (IDS, IDS, IDS))


def _lines(read: Mapping[str, Sequence[Row]]) -> list[Asked]:
    found = []
    for kind, child, given, whom, by_when, at in read["asked of bonds"]:
        if kind == "time":
            href = reverse("family_time", args=[child])
            found.append(
                Asked(
                    f"{given} and {whom}: somebody asks for time",
                    href,
                    f"Answer by {plain_date(by_when)}.",
                    at,
                )
            )
        elif kind == "again":
            href = reverse("lifelong_links", args=[child])
            says = f"They said not now, and to ask again on {plain_date(by_when)}."
            found.append(Asked(f"Offer {given} Lifelong Links again", href, says, at))
        else:
            href = reverse("lifelong_links", args=[child])
            found.append(
                Asked(f"{given} asks for {whom}", href, "Lifelong Links: they wait for an answer.", at)
            )
    return found


TODAY_ASKS = Asks({"asked of bonds": _waits}, _lines)
