"""What papers take of a family's own meeting: that it was held, their plan word for word, and what was answered.

Read as workers read it. What prepared a person, what they said alone, why somebody is never asked and what each answered
to an invitation are in none of it; of private family time only from when to when (kith.decisions).
"""

from __future__ import annotations

from django.urls import reverse

from kith.decisions.models.offer import MeetingKind
from kith.decisions.queries.staff import Meeting, Offer, Plan, offers
from kith.design.dates import plain_date, plain_time
from kith.letters.sheets.readers import SHOWN, STAFF
from kith.letters.sheets.taken import Asked, Block, Taken, as_points, as_table, keyed


def facts(asked: Asked) -> Block:
    """The newest meeting that was held: offered, held, its stages from when to when. Twelve queries for all."""
    held = _held(asked)
    if held is None:
        return as_points(())
    offer, meeting = held
    counts = meeting.counts
    kind = MeetingKind(counts.kind).label if counts else meeting.kind
    said = [
        f"It was offered on {plain_date(offer.offered_on)}. {offer.how_explained}".strip(),
        f"{meeting.coordinator} prepared it with the family.",
        f"It was held on {plain_date(meeting.held_on)}." if meeting.held_on else "",
        f"It counts as a {kind}." if counts else "",
        *(f"For a conference this is lacking: {each}" for each in (counts.lacks if counts else ())),
        *(
            f"{name}: from {plain_time(begun)}{f' to {plain_time(ended)}' if ended else ''}"
            for name, begun, ended in meeting.stages
        ),
    ]
    href = _page(asked)
    # Of two meetings held apart, those of the one are not told of the other: for workers alone.
    key = f"{STAFF}met" if any(each.apart for each in offer.meetings) else "met"
    return as_points(Taken(keyed(key, each), each, href=href) for each in said if each)


def plan(asked: Asked) -> Block:
    """The family's plan as they worded it: nobody words it anew here. Twelve queries for all of the meeting."""
    agreed = _agreed(asked)
    href = _page(asked)
    parts = agreed.parts if agreed else ()
    return as_points(Taken(f"{SHOWN}{each.id}", each.words, href=href) for each in parts)


def answers(asked: Asked) -> Block:
    """What the council answered to each part, with its reason. Twelve queries for all of the meeting."""
    agreed = _agreed(asked)
    href = _page(asked)
    lines = [
        Taken(
            f"{SHOWN}{each.id}-answer",
            "\n".join(filter(None, (each.reason, f"We give: {each.gives}" if each.gives else ""))),
            href=href,
            cells=(each.words, f"{each.answer}, {plain_date(each.answered_on)}"),
        )
        for each in (agreed.parts if agreed else ())
        if each.answered_on
    ]
    return as_table(["What the family plans", "Our answer", "Why"], lines, [40, 20, 40])


def reviews(asked: Asked) -> Block:
    """When the family looked, or looks, at its plan again. Twelve queries for all of the meeting."""
    held = _held(asked)
    href = _page(asked)
    lines = []
    key = f"{STAFF}again" if held and any(each.apart for each in held[0].meetings) else "again"
    for planned, done, came in held[1].reviews if held else ():
        said = f"They meet again on {plain_date(planned)}."
        if done:
            said = f"They met again on {plain_date(done)}."
        lines.append(Taken(keyed(key, said), said, href=href))
        if came:
            lines.append(Taken(keyed(f"{STAFF}again", came), f"What came of it: {came}", href=href))
    return as_points(lines)


def _held(asked: Asked) -> tuple[Offer, Meeting] | None:
    """The newest meeting that was held, of an offer that comes of nothing untold."""
    found = [
        (offer, meeting)
        for offer in asked.once("offers", lambda: offers(asked.ids))
        if not offer.covert
        for meeting in offer.meetings
        if meeting.held_on
    ]
    return max(found, key=lambda pair: str(pair[1].held_on), default=None)


def _agreed(asked: Asked) -> Plan | None:
    held = _held(asked)
    return held[1].plans[0] if held and held[1].plans else None


def _page(asked: Asked) -> str:
    return reverse("family_meetings", args=[asked.person])
