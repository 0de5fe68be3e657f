"""Who matters to a person, drawn: from the ties of the record to the shapes of a genogram."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from kith.design.dates import age_or_unborn
from kith.design.drawing import Drawing, PersonNode, Sex, Tie, TieKind, draw_network
from kith.people.page_queries import Matters, Who

SEXES = {"M": Sex.MALE, "F": Sex.FEMALE, "U": Sex.UNKNOWN}
# The tie, and whether the other is its `a` (the parent, the carer, the friend).
OTHER_FIRST = {
    "mother": TieKind.PARENT,
    "father": TieKind.PARENT,
    "parent": TieKind.PARENT,
    "adoptive_parent": TieKind.ADOPTIVE_PARENT,
    "step_parent": TieKind.STEP_PARENT,
    "foster_carer": TieKind.FOSTER_CARER,
    "special_guardian": TieKind.KINSHIP_CARER,
}
PERSON_FIRST = {
    "child": TieKind.PARENT,
    "step_child": TieKind.STEP_PARENT,
    "foster_child": TieKind.FOSTER_CARER,
    "ward": TieKind.KINSHIP_CARER,
}
EITHER = {
    "sibling": TieKind.SIBLING,
    "half_sibling": TieKind.SIBLING,
    "step_sibling": TieKind.SIBLING,
    "twin": TieKind.SIBLING,
    "foster_sibling": TieKind.SIBLING,
    "spouse": TieKind.MARRIED,
    "partner": TieKind.TOGETHER,
    "former_partner": TieKind.PARTED,
}
WIDER = {
    "friend": TieKind.FRIEND,
    "school_friend": TieKind.FRIEND,
    "neighbour": TieKind.NEIGHBOUR,
    "cultural_kin": TieKind.CULTURAL_KIN,
    "godparent": TieKind.CULTURAL_KIN,
    "mentor": TieKind.PROFESSIONAL,
}


def drawn(subject: UUID, people: Mapping[UUID, Who], ties: Sequence[Matters], today: date) -> Drawing:
    """The drawing of `subject` and everybody around whom the reader may know, with the list beside it."""
    nodes, made = read(subject, people, ties, today)
    return draw_network(nodes, made, subject=str(subject))


def read(
    subject: UUID, people: Mapping[UUID, Who], ties: Sequence[Matters], today: date
) -> tuple[list[PersonNode], list[Tie]]:
    """People and ties as drawings take them: the one reading of the record's relations."""
    words = {tie.other: tie.in_their_words for tie in ties if tie.person == subject}
    close = {tie.other: tie.closeness for tie in ties if tie.person == subject}
    with_me = {tie.other for tie in ties if tie.person == subject and tie.lives_together}
    with_me |= {tie.person for tie in ties if tie.other == subject and tie.lives_together}
    nodes = [
        PersonNode(
            id=str(each.id),
            name=each.name,
            sex=SEXES.get(each.sex, Sex.UNKNOWN),
            age=_age(each, today),
            born=each.born_on,
            unborn=each.unborn,
            died=each.died_on is not None,
            lives_with=each.id in with_me,
            words=words.get(each.id, ""),
            closeness=close.get(each.id),
            href="" if each.id == subject else f"/people/{each.id}/",
        )
        for each in people.values()
    ]
    made = [_tie(tie, subject) for tie in ties if tie.person in people and tie.other in people]
    return nodes, list(dict.fromkeys(tie for tie in made if tie))


def _age(each: Who, today: date) -> str:
    if each.born_on is None:
        return ""
    if each.unborn:
        return age_or_unborn(None, each.born_on, today)
    return age_or_unborn(each.born_on, None, each.died_on or today)


def _tie(tie: Matters, subject: UUID) -> Tie | None:
    person, other = str(tie.person), str(tie.other)
    note = "" if tie.current else "in the past"
    if tie.kind in OTHER_FIRST:
        return Tie(OTHER_FIRST[tie.kind], other, person, note)
    if tie.kind in PERSON_FIRST:
        return Tie(PERSON_FIRST[tie.kind], person, other, note)
    if tie.kind in EITHER:
        first, second = sorted((person, other))
        return Tie(EITHER[tie.kind], first, second, note)
    # The wider circle is drawn around the subject alone.
    if subject not in {tie.person, tie.other}:
        return None
    near = other if tie.person == subject else person
    said = tie.says if tie.person == subject else ""
    return Tie(WIDER.get(tie.kind, TieKind.OTHER_FAMILY), near, str(subject), said)
