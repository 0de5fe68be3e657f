"""A drawing of a family as a part of a paper: kept as what it shows, drawn anew each time, the same each time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kith.design.drawing import Drawing, PersonNode, Sex, Tie, TieKind, draw_network
from kith.letters.parts import Part


def as_part(
    people: Sequence[PersonNode], ties: Sequence[Tie], *, subject: str, says: str, whole: bool
) -> Part:
    """The part: people by number, so that no id of a record is in it. `whole`: it tells who shares a home."""
    number = {each.id: str(place) for place, each in enumerate(people)}
    return {
        "part": "picture",
        "says": says,
        "whole": whole,
        "subject": number[subject],
        "people": [
            {
                "name": each.name,
                "sex": each.sex.value,
                "age": each.age,
                "born": each.born.isoformat() if each.born else "",
                "unborn": each.unborn,
                "died": each.died,
                "home": each.lives_with,
                "words": each.words,
            }
            for each in people
        ],
        "ties": [[tie.kind.value, number[tie.a], number[tie.b], tie.note] for tie in ties],
    }


def drawing_of(part: Part, *, key: str = "genogram") -> Drawing:
    """The drawing of such a part. `key` differs between two on a page."""
    people = [
        PersonNode(
            id=str(place),
            name=each["name"],
            sex=Sex(each["sex"]),
            age=each["age"],
            born=date.fromisoformat(each["born"]) if each["born"] else None,
            unborn=each["unborn"],
            died=each["died"],
            lives_with=each["home"],
            words=each["words"],
        )
        for place, each in enumerate(part["people"])
    ]
    ties = [Tie(TieKind(kind), a, b, note) for kind, a, b, note in part["ties"]]
    return draw_network(people, ties, subject=part["subject"], key=key, homes=True)
