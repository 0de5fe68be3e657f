"""What papers take of the people: who they are, who matters to them, who works with them, how to reach them safely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.urls import reverse

from kith.access.working_with import workers_from
from kith.core.labels import Label
from kith.design.dates import age_or_unborn, short_date, today
from kith.letters.parts import Part, points
from kith.letters.sheets.readers import HOME, STAFF, known_to
from kith.letters.sheets.record import matters_of, people_of, workers_of
from kith.letters.sheets.taken import Asked, Block, Taken, as_points, keyed, sourced
from kith.people.models.address import ContactChannel, Safety
from kith.people.page_queries import Matters, homes_from, phrases, who_from


def person(asked: Asked) -> Block:
    """Name, age, how to say it, language and what helps. No query of its own."""
    them = who_from(asked.own["persons"])[asked.person]
    on = today()
    expected = them.born_on if them.unborn else None
    age = age_or_unborn(None if them.unborn else them.born_on, expected, them.died_on or on)
    born = f", born {short_date(them.born_on)}" if them.born_on and not them.unborn else ""
    lines = [
        f"{them.name}{f', {age}' if age else ''}{born}",
        f"Known as {them.known_as}" if them.known_as else "",
        f"How to say it: {them.how_to_say}" if them.how_to_say else "",
        f"Died {short_date(them.died_on)}" if them.died_on else "",
        *(each[:1].upper() + each[1:] for each in phrases(asked.own["languages"], asked.own["needs"])),
    ]
    return as_points(_plain(asked, "person", lines))


def around(asked: Asked) -> Block:
    """Who matters to them, in the record's kinds and their own words, as far as the worker may know. One query for both.

    To a reader who is kept apart it names those alone to whom they are tied themselves, and tells nobody's home.
    """
    ties = [each for each in matters_of(asked) if each.current and each.person in asked.ids]
    known = people_of(asked, {each.other for each in ties})
    pairs = [
        (
            _tied(asked, tie, known[tie.other].name, at_home=True),
            _tied(asked, tie, known[tie.other].name, at_home=False),
        )
        for tie in sorted(ties, key=lambda each: (each.closeness or 9, each.kind))
        if tie.other in known
    ]
    bare = {full.id: told for full, told in pairs}

    def lay(picked: Sequence[Taken], readers: Sequence[UUID]) -> list[Part]:
        near = known_to(asked, readers)
        shown = picked if near is None else [bare[each.id] for each in picked if each.whom in near]
        return [sourced(points(each.said for each in shown), shown)]

    return Block(tuple(full for full, _told in pairs), lay)


def _tied(asked: Asked, tie: Matters, name: str, *, at_home: bool) -> Taken:
    said = f"{name}: {tie.says}"
    said += ", has parental responsibility" if tie.parental_responsibility else ""
    told = at_home and bool(tie.lives_together or tie.in_their_words)
    if told:
        said += f", “{tie.in_their_words}”" if tie.in_their_words else ""
        said += ", lives with them" if tie.lives_together else ""
    href = reverse("person", args=[asked.person])
    return Taken(keyed(HOME if told else "around", said), said, href=href, whom=tie.other)


def workers(asked: Asked) -> Block:
    """Who works with them today. One query with whoever matters."""
    return as_points(
        _plain(
            asked,
            f"{STAFF}worker",
            (
                ", ".join(filter(None, (each.name, each.role, each.organisation, each.phone)))
                for each in workers_from(workers_of(asked), today())
                if each.current
            ),
        )
    )


def reach(asked: Asked) -> Block:
    """Where they live and learn, and how to reach them safely; what is kept safe is marked, and left out until picked.

    No query of its own.
    """
    on = today()
    lines = []
    for home in homes_from(asked.own["homes"]):
        where = ", ".join(filter(None, [*home.lines.splitlines(), home.postcode]))
        if where and not home.over(on) and (home.lived_in or home.learnt_in):
            lines.append(_kept(asked, f"{home.kind.capitalize()}: {where}", home.protected))
    channels = dict(ContactChannel.choices)
    for channel, value, safety, how, protected in asked.own["points"]:
        safe = how or {
            Safety.UNSAFE: "never use it",
            Safety.UNKNOWN: "nobody asked if it is safe",
        }.get(Safety(safety), "safe")
        lines.append(_kept(asked, f"{str(channels[channel]).capitalize()}: {value} ({safe})", protected))
    return as_points(lines)


def _plain(asked: Asked, sort: str, lines: Iterable[str]) -> list[Taken]:
    href = reverse("person", args=[asked.person])
    return [Taken(keyed(sort, each), each, href=href) for each in dict.fromkeys(lines) if each]


def _kept(asked: Asked, words: str, protected: bool) -> Taken:
    label = Label.ADDRESS_PROTECTED if protected else Label.NORMAL
    href = reverse("person", args=[asked.person])
    return Taken(keyed(f"{STAFF}reach", words), words, label.value, href=href, ready=not protected)
