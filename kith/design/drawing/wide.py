"""The family in rows, for a wide screen and for paper: a genogram as it is usually drawn."""

from __future__ import annotations

from kith.design.drawing.homes import Place, round_home
from kith.design.drawing.kin import Family, Kin
from kith.design.drawing.lines import DASHES, child_line, couple_line
from kith.design.drawing.rows import SLOT, place
from kith.design.drawing.svg import INK, element, line
from kith.design.drawing.symbols import label_lines, person

SIZE = 40.0
MARGIN = 18.0
STEP = 9.0


class Rows:
    """One drawing in the making: where each person stands, and how far the lines between rows reach."""

    def __init__(self, kin: Kin, subject: str) -> None:
        self.kin = kin
        self.subject = subject
        places = place(kin)
        self.x = {p: x + MARGIN + SLOT / 2 for p, x in places.items()}
        self.width = max(self.x.values()) + SLOT / 2 + MARGIN
        self.labels = {p: label_lines(kin.nodes[p], SLOT - 14) for p in kin.generation}
        self.starts = {family: self._start(family) for family in kin.families}
        self.joins = {family: self._channel(family) for family in kin.families}
        self.level = self._levels()
        self.bridges = self._far_couples()
        self.y = self._heights()

    def _start(self, family: Family) -> float:
        """The x at which a family's line leaves its parents."""
        if not family.parents:
            return self.x[family.children[0]]
        if len(family.parents) == 1:
            return self.x[family.parents[0]]
        left, right = sorted(self.x[p] for p in family.parents)
        return (left + right) / 2 if right - left < SLOT * 1.5 else right - SLOT / 2

    def _channel(self, family: Family) -> float:
        """The x at which the line comes down: beside, not through, people of the rows that it passes."""
        start = self.starts[family]
        top = max((self.kin.generation[p] for p in family.parents), default=0)
        low = self.kin.generation[family.children[0]]
        passed = [self.x[p] for p, g in self.kin.generation.items() if top < g < low]
        free = SLOT / 2 - 7
        ways = [start, *(x + side * (SLOT / 2 + 6) for x in passed for side in (-1, 1))]
        clear = [way for way in ways if all(abs(way - x) >= free for x in passed)]
        if not family.parents or not clear:
            return start
        # Where a couple's own line comes down there is little room left beside it.
        others = [x for other, x in self.starts.items() if other != family]
        crowded = {way: any(abs(way - x) < 10 for x in others) for way in clear}
        return min(clear, key=lambda way: (abs(way - start) + SLOT * crowded[way], way))

    def upside_down(self, family: Family) -> bool:
        """True where ties contradict: a parent not above the child. Such a tie is drawn as a curve."""
        return any(
            self.kin.generation[p] >= self.kin.generation[c] for p in family.parents for c in family.children
        )

    def _levels(self) -> dict[Family, int]:
        """Which bar each family's children hang from, so that no two bars lie on each other."""
        taken: dict[int, list[list[float]]] = {}
        level: dict[Family, int] = {}
        for family in sorted(self.kin.families, key=lambda f: (self.reach(f), f.kind.value)):
            rows = taken.setdefault(self.kin.generation[family.children[0]], [])
            left, right = self.reach(family)
            spot = next((n for n, ends in enumerate(rows) if all(left > end + 6 for end in ends)), len(rows))
            if spot == len(rows):
                rows.append([])
            rows[spot].append(right)
            level[family] = spot
        return level

    def reach(self, family: Family) -> tuple[float, float]:
        ends = [self.x[c] for c in family.children] + [self.joins[family]]
        return min(ends), max(ends)

    def _far_couples(self) -> dict[tuple[str, str], int]:
        """Couples who could not stand side by side, each with the height of the bridge over those between."""
        far: dict[int, list[tuple[str, str]]] = {}
        for a, b in self.kin.couples:
            same_row = self.kin.generation[a] == self.kin.generation[b]
            if not same_row or abs(self.x[a] - self.x[b]) > SLOT * 1.5:
                far.setdefault(self.kin.generation[a], []).append((a, b))
        return {pair: n + 1 for pairs in far.values() for n, pair in enumerate(pairs)}

    def _heights(self) -> list[float]:
        """The y of each row's centre: above it room for bars and bridges, below it for words."""
        heights: list[float] = []
        bottom = MARGIN
        for row in range(max(self.kin.generation.values()) + 1):
            people = [p for p, g in self.kin.generation.items() if g == row]
            bars = max(
                (self.level[f] + 1 for f in self.level if self.kin.generation[f.children[0]] == row),
                default=0,
            )
            bridges = max(
                (n for (a, _), n in self.bridges.items() if self.kin.generation[a] == row), default=0
            )
            above = (bars * STEP + 16 if bars else 0) + (bridges * STEP + 4 if bridges else 0)
            centre = bottom + above + SIZE / 2 + 6
            heights.append(centre)
            words = max((sum(size + 3 for _, size in self.labels[p]) for p in people), default=0)
            bottom = centre + SIZE / 2 + words + 12
        self.height = bottom + 4
        return heights

    def at(self, name: str) -> tuple[float, float]:
        return self.x[name], self.y[self.kin.generation[name]]

    def words_end(self, name: str) -> float:
        return self.at(name)[1] + SIZE / 2 + 8 + sum(size + 3 for _, size in self.labels[name])


def draw_rows(kin: Kin, subject: str, *, homes: bool = False) -> tuple[str, float, float]:
    """The markup of the rows with its width and height in pixels; `homes`: with a line round who shares a home."""
    rows = Rows(kin, subject)
    drawn = round_home(_places(rows), SLOT) if homes else ""
    drawn += "".join(_couple(rows, pair) for pair in kin.couples)
    drawn += "".join(_family(rows, family) for family in kin.families)
    for name in sorted(kin.generation, key=lambda p: (kin.generation[p], rows.x[p])):
        x, y = rows.at(name)
        node = kin.nodes[name]
        drawn += person(
            node,
            x,
            y,
            SIZE,
            rows.labels[name],
            at=(x, y + SIZE / 2 + 5),
            anchor="middle",
            subject=name == subject,
        )
    return drawn, rows.width, rows.height


def _places(rows: Rows) -> list[Place]:
    return [
        Place(
            generation,
            rows.x[name],
            rows.y[generation] - SIZE / 2 - 8,
            rows.words_end(name),
            name == rows.subject or rows.kin.nodes[name].lives_with,
        )
        for name, generation in rows.kin.generation.items()
    ]


def _couple(rows: Rows, pair: tuple[str, str]) -> str:
    kind = rows.kin.couples[pair]
    (x1, y1), (x2, y2) = sorted(rows.at(p) for p in pair)
    if pair not in rows.bridges:
        return couple_line(kind, x1 + SIZE / 2, x2 - SIZE / 2, y1)
    top = min(y1, y2) - SIZE / 2 - 4 - rows.bridges[pair] * STEP
    posts = line(x1 + 6, y1 - SIZE / 2, x1 + 6, top, DASHES[kind]) + line(
        x2 - 6, y2 - SIZE / 2, x2 - 6, top, DASHES[kind]
    )
    return posts + couple_line(kind, x1 + 6, x2 - 6, top)


def _family(rows: Rows, family: Family) -> str:
    if rows.upside_down(family):
        return "".join(_curve(rows, p, c) for p in family.parents for c in family.children)
    first = rows.at(family.children[0])[1]
    bar = first - SIZE / 2 - 10 - (rows.level[family] + 1) * STEP
    bar -= max((n * STEP + 4 for (a, _), n in rows.bridges.items() if rows.at(a)[1] == first), default=0)
    left, right = rows.reach(family)
    join = rows.joins[family]
    drawn = _drop(rows, family, join, bar) if family.parents else ""
    if right - left > 1:
        drawn += line(left, bar, right, bar, DASHES[family.kind])
    for child in family.children:
        x, y = rows.at(child)
        drawn += child_line(family.kind, x, bar, x, y - SIZE / 2 - (4 if child == rows.subject else 0))
    return drawn


def _drop(rows: Rows, family: Family, join: float, bar: float) -> str:
    """The line from parents down to their children's bar, stepping aside where it passes another row."""
    start, top = rows.starts[family], _drop_from(rows, family)
    if abs(start - join) < 1:
        return child_line(family.kind, join, top, join, bar)
    row = rows.kin.generation[family.parents[0]]
    step = max(rows.words_end(p) for p, g in rows.kin.generation.items() if g == row) + 4
    drawn = child_line(family.kind, start, top, start, step) + child_line(
        family.kind, start, step, join, step
    )
    return drawn + child_line(family.kind, join, step, join, bar)


def _drop_from(rows: Rows, family: Family) -> float:
    """A couple's line begins on the line between them; one parent's below their words."""
    if len(family.parents) == 1:
        return rows.words_end(family.parents[0])
    pair = family.parents[0], family.parents[1]
    y = rows.at(pair[0])[1]
    return y - SIZE / 2 - 4 - rows.bridges[pair] * STEP if pair in rows.bridges else y


def _curve(rows: Rows, parent: str, child: str) -> str:
    (x1, y1), (x2, y2) = rows.at(parent), rows.at(child)
    low = max(y1, y2) - SIZE
    return element(
        "path",
        d=f"M{x1:.1f} {y1 - SIZE / 2:.1f}Q{(x1 + x2) / 2:.1f} {low - SIZE:.1f} {x2:.1f} {y2 - SIZE / 2:.1f}",
        fill="none",
        stroke=INK,
        stroke_width=1.4,
        stroke_dasharray="2 4",
    )
