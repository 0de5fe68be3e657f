"""The family as branches down the page, for a phone and for families too wide for rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from kith.design.drawing.kin import Kin, eldest_first
from kith.design.drawing.lines import DASHES, MEANINGS, SLASHES, child_line
from kith.design.drawing.model import TieKind
from kith.design.drawing.svg import SOFT, line, text
from kith.design.drawing.symbols import label_lines, person

SIZE = 28.0
INDENT = 24.0
DEEPEST = 6
LEFT = 26.0


@dataclass
class Branch:
    """One line of the drawing: a person, and what hangs from them. `again` means drawn elsewhere already."""

    person: str
    kind: TieKind | None
    as_partner: bool = False
    again: bool = False
    below: list[Branch] = field(default_factory=list)


def branches(kin: Kin) -> list[Branch]:
    """The whole family, each person once; where lines meet again there is a short pointer."""
    seen: set[str] = set()
    roots = [p for p in kin.generation if not kin.families_of_child(p)]
    ordered = sorted(roots, key=lambda p: (kin.generation[p], kin.order[p]))
    # A family whose ties go round in a circle has no root: whoever is left begins one.
    left_over = sorted(kin.generation, key=lambda p: kin.order[p])
    return [_grow(kin, p, None, seen) for p in [*ordered, *left_over] if p not in seen]


def _grow(kin: Kin, name: str, kind: TieKind | None, seen: set[str]) -> Branch:
    if name in seen:
        return Branch(name, kind, again=True)
    seen.add(name)
    branch = Branch(name, kind)
    for other in kin.partners(name):
        pair = (name, other) if (name, other) in kin.couples else (other, name)
        again = other in seen
        partner = Branch(other, kin.couples[pair], as_partner=True, again=again)
        if not again:
            # Those with parents of their own hang there; here they stand beside their partner.
            seen.add(other)
        partner.below = [] if again else _children(kin, {name, other}, seen)
        branch.below.append(partner)
        if not again:
            partner.below += [
                Branch(third, kin.couples[_pair(kin, other, third)], as_partner=True, again=third in seen)
                for third in kin.partners(other)
                if third != name and third in seen
            ]
            waiting = [third for third in kin.partners(other) if third not in seen]
            for third in waiting:
                seen.add(third)
                partner.below.append(
                    Branch(
                        third,
                        kin.couples[_pair(kin, other, third)],
                        as_partner=True,
                        below=_children(kin, {other, third}, seen) + _children(kin, {third}, seen),
                    )
                )
            partner.below += _children(kin, {other}, seen)
    branch.below += _children(kin, {name}, seen)
    return branch


def _pair(kin: Kin, a: str, b: str) -> tuple[str, str]:
    return (a, b) if (a, b) in kin.couples else (b, a)


def _children(kin: Kin, parents: set[str], seen: set[str]) -> list[Branch]:
    found = {child: f.kind for f in kin.families if set(f.parents) == parents for child in f.children}
    return [_grow(kin, child, found[child], seen) for child in eldest_first(kin.nodes, found)]


def _tie_words(branch: Branch) -> list[tuple[str, int]]:
    """How this person is tied, in words: the line beside them is too short to show it by itself."""
    told = branch.as_partner or branch.kind not in (None, TieKind.PARENT)
    return [(f"({dict(MEANINGS)[branch.kind]})", 13)] if told else []


class Column:
    """One drawing in the making, growing downwards."""

    def __init__(self, kin: Kin, subject: str, width: float) -> None:
        self.kin = kin
        self.subject = subject
        self.width = width
        self.lines = ""
        self.people = ""
        self.y = 12.0
        self.places: dict[str, float] = {}

    def add(self, branch: Branch, depth: int) -> float:
        """Draw a branch and all below it; returns the y of its shape's centre."""
        x = LEFT + min(depth, DEEPEST) * INDENT
        if branch.again:
            return self._pointer(branch, x)
        node = self.kin.nodes[branch.person]
        words = label_lines(node, self.width - x - SIZE / 2 - 20) + _tie_words(branch)
        tall = max(SIZE + 10, sum(size + 3 for _, size in words) + 12)
        centre = self.y + SIZE / 2 + 6
        self.places[branch.person] = centre
        self.people += person(
            node,
            x,
            centre,
            SIZE,
            words,
            at=(x + SIZE / 2 + 10, centre - 13),
            anchor="start",
            subject=branch.person == self.subject,
        )
        self.y += tall + 4
        self._below(branch, depth, x, centre)
        return centre

    def _below(self, branch: Branch, depth: int, x: float, centre: float) -> None:
        down = centre + SIZE / 2 + (5 if branch.person == self.subject else 0)
        last = down
        for part in branch.below:
            there = self.add(part, depth + 1)
            elbow = (
                x + INDENT - (SIZE / 2 if not part.again else 6) - (5 if part.person == self.subject else 0)
            )
            if part.as_partner:
                self.lines += line(x, there, elbow, there, DASHES[part.kind])
                self.lines += "".join(
                    line(x + 3 + n * 4, there + 6, x + 7 + n * 4, there - 6)
                    for n in range(SLASHES.get(part.kind, 0) if part.kind else 0)
                )
            else:
                self.lines += child_line(part.kind or TieKind.PARENT, x, there, elbow, there)
            last = max(last, there)
        if last > down:
            self.lines += line(x, down, x, last)

    def _pointer(self, branch: Branch, x: float) -> float:
        centre = self.y + 12
        name = self.kin.nodes[branch.person].name
        short = label_lines(self.kin.nodes[branch.person], self.width - x - 60, 1)[0][0] if name else ""
        self.people += text(f"→ {short} (see elsewhere)", x - 2, centre + 5, 13, fill=SOFT)
        self.y += 26
        return centre

    def brothers_and_sisters(self) -> None:
        """Those whose parents are not known are joined by a dotted line down the side."""
        rail = 8.0
        for family in self.kin.families:
            ends = sorted(self.places[c] for c in family.children if c in self.places)
            if not family.parents and len(ends) > 1:
                self.lines += line(rail, ends[0], rail, ends[-1], DASHES[TieKind.SIBLING])
                self.lines += "".join(
                    line(rail, y, LEFT - SIZE / 2, y, DASHES[TieKind.SIBLING]) for y in ends
                )


def draw_branches(kin: Kin, subject: str, width: float) -> tuple[str, float]:
    """The markup of the branches at this width, with its height in pixels."""
    column = Column(kin, subject, width)
    for root in branches(kin):
        column.add(root, 0)
    column.brothers_and_sisters()
    return column.lines + column.people, column.y + 6
