"""Placing a family in rows, one for each generation: couples side by side, children under their parents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, product

from kith.design.drawing.kin import Kin, eldest_first
from kith.design.drawing.model import BY_LAW_OR_BIRTH, Sex

SLOT = 112.0
GAP = 14.0
SWEEPS = 4

Cluster = tuple[str, ...]


def mean(values: Iterable[float]) -> float:
    """The plain mean; the library's exact one is what most of a drawing's time went on."""
    found = tuple(values)
    return sum(found) / len(found)


def pack(wanted: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Centres for boxes in this order, as near (least squares) to where each is wanted as they can be.

    None touch. Pool adjacent violators: boxes that press on each other move as one block to their mean.
    """
    offsets = [0.0]
    for before, after in pairwise(widths):
        offsets.append(offsets[-1] + (before + after) / 2 + GAP)
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        value, size = want - offset, 1
        while blocks and blocks[-1][0] > value:
            earlier, count = blocks.pop()
            value = (earlier * count + value * size) / (count + size)
            size += count
        blocks.append((value, size))
    flat = [value for value, size in blocks for _ in range(size)]
    return [value + offset for value, offset in zip(flat, offsets, strict=True)]


def clusters(kin: Kin) -> list[list[Cluster]]:
    """For each generation its clusters: people joined as couples, each beside a partner where that can be."""
    rows: list[list[Cluster]] = [[] for _ in range(max(kin.generation.values(), default=0) + 1)]
    seen: set[str] = set()
    for person in sorted(kin.generation, key=lambda p: kin.order[p]):
        if person not in seen:
            members = _joined(kin, person)
            seen |= set(members)
            rows[kin.generation[person]].append(_in_a_line(kin, members))
    return rows


def _joined(kin: Kin, start: str) -> list[str]:
    found = [start]
    for person in found:
        found += [
            p for p in kin.partners(person) if p not in found and kin.generation[p] == kin.generation[start]
        ]
    return found


def _in_a_line(kin: Kin, members: list[str]) -> Cluster:
    """Ends first: somebody with two partners stands between them; of a pair, the man stands left."""

    def links(person: str) -> int:
        return sum(other in members for other in kin.partners(person))

    start = min(members, key=lambda p: (links(p), kin.nodes[p].sex is not Sex.MALE, kin.order[p]))
    placed: list[str] = []
    waiting = [start]
    while waiting:
        person = waiting.pop()
        if person not in placed:
            placed.append(person)
            # The longest chain is walked last, so that it stays in one piece.
            nexts = sorted(
                (p for p in kin.partners(person) if p in members and p not in placed),
                key=lambda p: (-links(p), kin.order[p]),
            )
            waiting += nexts
    return tuple(placed)


def place(kin: Kin) -> dict[str, float]:
    """The x of each person's centre, from 0. Eldest left among children; parents over their children.

    How the oldest and the pairs begin decides where the sweeps settle, so the few ways are all tried and the
    one with the fewest lines across each other is kept.
    """
    best: tuple[float, dict[str, float]] | None = None
    for way in product((False, True), repeat=3):
        tried = _swept(kin, *way)
        score = tangle(kin, tried)
        if best is None or score < best[0]:
            best = score, tried
        if not score:
            break
    at = best[1] if best else {}
    left = min(at.values(), default=0.0)
    return {person: x - left for person, x in at.items()}


def tangle(kin: Kin, at: dict[str, float]) -> float:
    """How hard a placing is to read: bars that overlap (carers' count less), children out of age order."""
    spans: dict[int, list[tuple[float, float, float]]] = {}
    for family in kin.families:
        if family.parents:
            ends = [at[c] for c in family.children] + [mean(at[p] for p in family.parents)]
            spans.setdefault(kin.generation[family.children[0]], []).append(
                (min(ends), max(ends), 1 if family.kind in BY_LAW_OR_BIRTH else 0.3)
            )
    overlaps = sum(
        min(a[2], b[2])
        for row in spans.values()
        for a, b in combinations(row, 2)
        if a[0] < b[1] and b[0] < a[1]
    )
    broods: dict[str, set[str]] = {}
    for family in kin.families:
        for parent in family.parents:
            broods.setdefault(parent, set()).update(family.children)
    # Those of unknown age have no place to be out of.
    dated = [
        [c for c in children if kin.nodes[c].born or kin.nodes[c].unborn] for children in broods.values()
    ]
    order = [eldest_first(kin.nodes, children) for children in dated]
    younger_left = sum(at[a] > at[b] for children in order for a, b in combinations(children, 2))
    return overlaps + younger_left / 2


def _swept(kin: Kin, turning: bool, mirrored: bool, couples_first: bool) -> dict[str, float]:
    """Sweep down and up until parents and children agree where to stand."""
    rows = [row[::-1] if mirrored else row for row in clusters(kin)]
    at: dict[str, float] = {}
    for row in rows:
        _settle(row, [0.0] * len(row), at)
    for sweep in range(SWEEPS):
        for row in rows[1:]:
            if turning:
                row[:] = [_turned(kin, cluster, at) for cluster in row]
            _arrange(kin, row, at, couples_first)
        for row in reversed(rows[:-1]):
            wanted = [_over_children(kin, cluster, at) for cluster in row]
            if sweep < SWEEPS - 1:
                order = sorted(range(len(row)), key=lambda n: (wanted[n], n))
                row[:], wanted = [row[n] for n in order], [wanted[n] for n in order]
            _settle(row, wanted, at)
    return at


def _arrange(kin: Kin, row: list[Cluster], at: dict[str, float], couples_first: bool) -> None:
    """Sort a row under its parents, eldest first among brothers and sisters, and place it."""
    leads = {cluster: _lead(kin, cluster) for cluster in row}
    by_age = {person: n for n, person in enumerate(eldest_first(kin.nodes, leads.values()))}

    def rank(cluster: Cluster) -> tuple[float, bool, int, int]:
        lead = leads[cluster]
        # Where dates of birth are not known, whether couples stand left or right is free to choose.
        free = 0 if kin.nodes[lead].born else len(cluster) * (-1 if couples_first else 1)
        return round(_under_parents(kin, lead, at), 3), kin.nodes[lead].born is None, free, by_age[lead]

    row.sort(key=rank)
    wanted = [_under_parents(kin, leads[c], at) - (c.index(leads[c]) - (len(c) - 1) / 2) * SLOT for c in row]
    _settle(row, wanted, at)


def _turned(kin: Kin, cluster: Cluster, at: dict[str, float]) -> Cluster:
    """Turn a cluster round when its members' own parents stand the other way round."""
    hanging = [_under_parents(kin, p, at) for p in cluster if kin.families_of_child(p)]
    return cluster[::-1] if len(hanging) > 1 and hanging[0] > hanging[-1] else cluster


def _lead(kin: Kin, cluster: Cluster) -> str:
    """The member through whom the cluster hangs: one whose parents are drawn, nearest the subject."""
    return min(cluster, key=lambda p: (not kin.families_of_child(p), kin.order[p]))


def _under_parents(kin: Kin, person: str, at: dict[str, float]) -> float:
    above = kin.families_of_child(person)
    return mean(at[p] for p in above[0].parents) if above else at[person]


def _over_children(kin: Kin, cluster: Cluster, at: dict[str, float]) -> float:
    """Where a cluster's centre should stand for its families to be over their children."""
    middle = mean(at[p] for p in cluster)
    pulls = [
        mean(at[c] for c in family.children) - (mean(at[p] for p in family.parents) - middle)
        for family in kin.families
        if family.parents and set(family.parents) <= set(cluster)
    ]
    return mean(pulls) if pulls else middle


def _settle(row: list[Cluster], wanted: list[float], at: dict[str, float]) -> None:
    centres = pack(wanted, [len(cluster) * SLOT for cluster in row])
    for cluster, centre in zip(row, centres, strict=True):
        for n, person in enumerate(cluster):
            at[person] = centre + (n - (len(cluster) - 1) / 2) * SLOT
