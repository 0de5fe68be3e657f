"""How each relative is related to the person, in the words of a family."""

from __future__ import annotations

from kith.design.drawing.kin import Kin
from kith.design.drawing.model import BY_LAW_OR_BIRTH, COUPLES, PARENTAL, Sex, Tie, TieKind

_WORDS = {
    "parent": ("father", "mother", "parent"),
    "child": ("son", "daughter", "child"),
    "sibling": ("brother", "sister", "brother or sister"),
    "grandparent": ("grandfather", "grandmother", "grandparent"),
    "great-grandparent": ("great-grandfather", "great-grandmother", "great-grandparent"),
    "grandchild": ("grandson", "granddaughter", "grandchild"),
    "aunt": ("uncle", "aunt", "aunt or uncle"),
    "niece": ("nephew", "niece", "niece or nephew"),
    "cousin": ("cousin",) * 3,
}

_LOOKED_AFTER = {
    TieKind.STEP_PARENT: "stepchild",
    TieKind.KINSHIP_CARER: "child cared for",
    TieKind.FOSTER_CARER: "foster child",
}


def worded(relation: str, sex: Sex) -> str:
    """The word for a relation by sex: brother, sister, or both where it is neither or not known."""
    return _WORDS[relation][{Sex.MALE: 0, Sex.FEMALE: 1}.get(sex, 2)]


def relations(kin: Kin, ties: list[Tie], subject: str) -> dict[str, str]:
    """For each relative a few words: `mother`, `half-sister`, `kinship carer`, or through whom."""
    said = {person: _said(kin, ties, subject, person) for person in kin.generation if person != subject}
    # Whoever is not close enough for a word of their own is tied through somebody who is nearer.
    for person in sorted(said, key=lambda p: kin.order[p]):
        said[person] = said[person] or _through(kin, ties, person, subject)
    return said


def _above(ties: list[Tie], people: set[str]) -> set[str]:
    return {tie.a for tie in ties if tie.kind in BY_LAW_OR_BIRTH and tie.b in people}


def _below(ties: list[Tie], people: set[str]) -> set[str]:
    return {tie.b for tie in ties if tie.kind in BY_LAW_OR_BIRTH and tie.a in people}


def _beside(ties: list[Tie], person: str) -> set[str]:
    told = {t.b if t.a == person else t.a for t in ties if t.kind is TieKind.SIBLING and person in (t.a, t.b)}
    return (told | _below(ties, _above(ties, {person}))) - {person}


def _said(kin: Kin, ties: list[Tie], subject: str, person: str) -> str:
    sex = kin.nodes[person].sex
    words = [_direct(tie, subject, sex) for tie in ties if {tie.a, tie.b} == {subject, person}]
    parents = _above(ties, {subject})
    siblings = _beside(ties, subject)
    grandparents = _above(ties, parents)
    aunts = {aunt for parent in parents for aunt in _beside(ties, parent)} - parents
    sets = (
        ("sibling", siblings),
        ("grandparent", grandparents),
        ("great-grandparent", _above(ties, grandparents)),
        ("grandchild", _below(ties, _below(ties, {subject}))),
        ("aunt", aunts),
        ("niece", {n for one in siblings for n in _below(ties, {one})}),
        ("cousin", _below(ties, aunts)),
    )
    for relation, people in sets:
        if person in people:
            half = relation == "sibling" and _is_half(ties, subject, person)
            words.append(_halved(worded(relation, sex)) if half else worded(relation, sex))
            break
    return " and ".join(dict.fromkeys(word for word in words if word))


def _halved(word: str) -> str:
    return " or ".join(f"half-{part}" for part in word.split(" or "))


def _is_half(ties: list[Tie], a: str, b: str) -> bool:
    """Half only where both have two known parents and share one: an unknown parent is not a different one."""
    first, second = _above(ties, {a}), _above(ties, {b})
    return len(first) >= 2 and len(second) >= 2 and len(first & second) == 1


def _direct(tie: Tie, subject: str, sex: Sex) -> str:
    if tie.kind in BY_LAW_OR_BIRTH:
        prefix = "adoptive " if tie.kind is TieKind.ADOPTIVE_PARENT and tie.b == subject else ""
        return prefix + worded("parent" if tie.b == subject else "child", sex)
    if tie.kind in PARENTAL:
        return tie.kind.value if tie.b == subject else _LOOKED_AFTER[tie.kind]
    if tie.kind in COUPLES:
        return {
            TieKind.PARTED: "former partner",
            TieKind.DIVORCED: "former husband or wife",
            TieKind.MARRIED: "husband or wife",
        }.get(tie.kind, "partner")
    return ""


def _through(kin: Kin, ties: list[Tie], person: str, subject: str) -> str:
    near = [
        t
        for t in ties
        if person in (t.a, t.b) and (t.kind in PARENTAL or t.kind in COUPLES or t.kind is TieKind.SIBLING)
    ]
    if not near:
        return "family"
    tie = min(near, key=lambda t: kin.order.get(t.b if t.a == person else t.a, 0))
    other = tie.b if tie.a == person else tie.a
    word = _direct(tie, other, kin.nodes[person].sex) or worded("sibling", kin.nodes[person].sex)
    return f"{word} of {kin.nodes[other].name}"
