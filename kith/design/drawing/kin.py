"""Working out a family from its ties: generations, couples and sets of brothers and sisters."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from kith.design.drawing.model import BY_LAW_OR_BIRTH, COUPLES, PARENTAL, PersonNode, Tie, TieKind


@dataclass(frozen=True)
class Family:
    """Parents (two, one or none known) and their children, eldest first, tied in one way."""

    parents: tuple[str, ...]
    kind: TieKind
    children: tuple[str, ...]


@dataclass
class Kin:
    """The family part of a drawing. Generation 0 is the oldest; `order` is nearness to the subject."""

    nodes: dict[str, PersonNode]
    generation: dict[str, int] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    couples: dict[tuple[str, str], TieKind | None] = field(default_factory=dict)
    families: list[Family] = field(default_factory=list)

    def families_of_child(self, person: str) -> list[Family]:
        return [f for f in self.families if person in f.children and f.parents]

    def partners(self, person: str) -> list[str]:
        found = [b if a == person else a for a, b in self.couples if person in (a, b)]
        return sorted(found, key=lambda other: self.order[other])


def eldest_first(nodes: dict[str, PersonNode], people: Iterable[str]) -> tuple[str, ...]:
    """By date of birth; the unborn last, people of unknown date between."""

    def key(person: str) -> tuple[int, date, str, str]:
        node = nodes[person]
        rank = 2 if node.unborn else 0 if node.born else 1
        return rank, node.born or date.max, node.name, person

    return tuple(sorted(people, key=key))


def read_kin(people: Sequence[PersonNode], ties: Sequence[Tie], subject: str) -> Kin:
    """Everybody tied by family to somebody in the family; ties to people not given are left out."""
    nodes = {node.id: node for node in people}
    kin_ties = [
        tie
        for tie in dict.fromkeys(ties)
        if tie.kind in (*PARENTAL, *COUPLES, TieKind.SIBLING)
        and tie.a in nodes
        and tie.b in nodes
        and tie.a != tie.b
    ]
    kin = Kin(nodes)
    _walk(kin, kin_ties, [subject, *(node.id for node in people)])
    _pair(kin, kin_ties)
    _gather(kin, kin_ties)
    return kin


def _walk(kin: Kin, ties: list[Tie], starts: list[str]) -> None:
    """Give each person a generation, nearest ties first; where ties contradict, the nearer one holds."""
    steps: dict[str, list[tuple[bool, str, int]]] = {}
    for tie in ties:
        down = 1 if tie.kind in PARENTAL else 0
        weak = tie.kind in PARENTAL and tie.kind not in BY_LAW_OR_BIRTH
        steps.setdefault(tie.a, []).append((weak, tie.b, down))
        steps.setdefault(tie.b, []).append((weak, tie.a, -down))
    level: dict[str, int] = {}
    for position, start in enumerate(starts):
        if start in level or (position and start not in steps):
            continue
        level[start] = 0
        near, far = deque([start]), deque[tuple[str, int]]()
        while near or far:
            if not near:
                person, generation = far.popleft()
                if person in level:
                    continue
                level[person] = generation
                near.append(person)
            here = near.popleft()
            for weak, other, change in steps.get(here, []):
                if other in level:
                    continue
                if weak:
                    far.append((other, level[here] + change))
                else:
                    level[other] = level[here] + change
                    near.append(other)
    top = min(level.values(), default=0)
    kin.generation = {person: generation - top for person, generation in level.items()}
    kin.order = {person: n for n, person in enumerate(level)}


def _pair(kin: Kin, ties: list[Tie]) -> None:
    for tie in ties:
        if tie.kind in COUPLES:
            a, b = sorted((tie.a, tie.b), key=lambda p: kin.order[p])
            kin.couples[(a, b)] = tie.kind


def _gather(kin: Kin, ties: list[Tie]) -> None:
    """Families by their parents; parents who are no couple otherwise become one with an unspoken tie."""
    parents: dict[tuple[str, TieKind], dict[str, TieKind]] = {}
    for tie in ties:
        if tie.kind in PARENTAL:
            group = tie.kind if tie.kind not in BY_LAW_OR_BIRTH else TieKind.PARENT
            parents.setdefault((tie.b, group), {})[tie.a] = tie.kind
    made: dict[tuple[tuple[str, ...], TieKind], list[str]] = {}
    for (child, _), who in parents.items():
        for pair, kind in _sets_of_parents(kin, who):
            if kind is TieKind.STEP_PARENT and _is_partner_of_parent(kin, pair, child, ties):
                continue
            made.setdefault((pair, kind), []).append(child)
    for (pair, kind), children in made.items():
        if len(pair) == 2 and (pair[0], pair[1]) not in kin.couples:
            kin.couples[(pair[0], pair[1])] = None
        kin.families.append(Family(pair, kind, eldest_first(kin.nodes, children)))
    for brood in _broods(ties):
        if not any(brood <= set(f.children) for f in kin.families):
            kin.families.append(Family((), TieKind.SIBLING, eldest_first(kin.nodes, brood)))


def _sets_of_parents(kin: Kin, who: dict[str, TieKind]) -> list[tuple[tuple[str, ...], TieKind]]:
    """Split a child's parents into pairs that can be drawn: birth apart from adoptive once past two."""
    kinds = set(who.values())
    if len(who) > 2 and len(kinds) > 1:
        return [
            pair
            for kind in sorted(kinds, key=lambda k: k.value)
            for pair in _sets_of_parents(kin, {p: k for p, k in who.items() if k is kind})
        ]
    people = sorted(who, key=lambda p: kin.order[p])
    kind = next(iter(kinds)) if len(kinds) == 1 else TieKind.PARENT
    if len(people) == 2 and kin.generation[people[0]] == kin.generation[people[1]]:
        return [(tuple(people), kind)]
    return [((person,), who[person]) for person in people]


def _is_partner_of_parent(kin: Kin, group: tuple[str, ...], child: str, ties: list[Tie]) -> bool:
    own = {tie.a for tie in ties if tie.b == child and tie.kind in BY_LAW_OR_BIRTH}
    return any(set(kin.partners(person)) & own for person in group)


def _broods(ties: list[Tie]) -> list[set[str]]:
    """Sets of people tied as brothers and sisters, joined through each other."""
    broods: list[set[str]] = []
    for tie in ties:
        if tie.kind is TieKind.SIBLING:
            joined = {tie.a, tie.b}
            apart = []
            for brood in broods:
                if brood & joined:
                    joined |= brood
                else:
                    apart.append(brood)
            broods = [*apart, joined]
    return broods
