"""The family drawn for a paper, and the same in words: what the record's ties say, for those who will read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.urls import reverse

from kith.design.dates import today
from kith.design.drawing import PersonNode, Tie
from kith.letters.parts import Part, points
from kith.letters.pictures import as_part, drawing_of
from kith.letters.sheets.readers import HOME, known_to
from kith.letters.sheets.record import matters_of, people_of
from kith.letters.sheets.taken import Asked, Block, Taken
from kith.people.drawn import read

SAYS = "The family as a drawing, and the same in words"


def genogram(asked: Asked) -> Block:
    """One line to pick; its picture is made for its readers. One query."""
    href = reverse("person", args=[asked.person])

    def lay(_picked: Sequence[Taken], readers: Sequence[UUID]) -> list[Part]:
        nodes, ties, whole = _for(asked, readers)
        part = as_part(
            nodes, ties, subject=str(asked.person), says=f"The family of {asked.name}", whole=whole
        )
        lines = [
            ", ".join(filter(None, (f"{each.name}: {each.how}", f"“{each.words}”" if each.words else "", *each.facts)))
            for each in drawing_of(part).as_list
        ]  # fmt: skip
        beside = {"ids": [f"{HOME if whole else ''}genogram"], "from": [href]}
        return [part, {**points(lines), **beside}] if lines else [{**part, **beside}]

    return Block((Taken("genogram", SAYS, href=href),), lay)


def _for(asked: Asked, readers: Sequence[UUID]) -> tuple[list[PersonNode], list[Tie], bool]:
    """People and ties, and whether that is all of it: for somebody kept apart, no home, and nobody new to them."""
    matters = matters_of(asked)
    ends = {end for tie in matters for end in (tie.person, tie.other)}
    people = people_of(asked, {*ends, *asked.ids})
    nodes, ties = read(asked.person, people, matters, today())
    bare = [replace(each, href="", closeness=None) for each in nodes]
    near = known_to(asked, readers)
    if near is None:
        return bare, ties, True
    shown = [replace(each, lives_with=False, words="") for each in bare if UUID(each.id) in near]
    kept = {each.id for each in shown}
    return shown, [tie for tie in ties if tie.a in kept and tie.b in kept], False
