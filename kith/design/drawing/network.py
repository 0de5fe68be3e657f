"""Drawing who matters to a person: the family, the wider circle, and the same as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from kith.design.drawing.kin import Kin, read_kin
from kith.design.drawing.legend import draw_legend
from kith.design.drawing.model import WIDER, Drawing, ListLine, PersonNode, Tie
from kith.design.drawing.relations import relations
from kith.design.drawing.rings import draw_rings
from kith.design.drawing.svg import element, picture
from kith.design.drawing.tall import draw_branches
from kith.design.drawing.wide import draw_rows
from kith.design.text import safe_text

RING_NAMES = ("Closest", "Close", "Further away")
NAMELESS = "Name not known"
NOT_SAID = "How close: not said yet"
TALL_WIDTH = 300.0
# Widths at which the page's style sheet changes from the tall drawing to the wide one.
STEPS = (480, 640, 800, 960, 1120)


def draw_network(
    people: Sequence[PersonNode],
    ties: Sequence[Tie],
    *,
    subject: str,
    ring_names: Sequence[str] = RING_NAMES,
    key: str = "network",
    homes: bool = False,
) -> Drawing:
    """Draw the family and wider network of `subject`, an id among `people`.

    Pure and repeatable: the same people and ties give the same bytes. `key` begins the ids in the markup
    and must differ between two drawings on a page. The markup holds a tall drawing 300 pixels wide and,
    where the family fits in 1,120 pixels, a wide one; the style sheet shows one of them. Shapes and lines
    follow the genogram conventions; `homes` draws the broken line round who shares the subject's home.
    Ties to anybody not given are left out. Raises ValueError when `subject`
    is not among the people, or when an id is given twice.
    """
    people = [replace(node, name=safe_text(node.name) or NAMELESS) for node in people]
    nodes = {node.id: node for node in people}
    ties = [tie for tie in ties if tie.a in nodes and tie.b in nodes and tie.a != tie.b]
    if len(nodes) != len(people):
        raise ValueError("Two people in a drawing have the same id")
    if subject not in nodes:
        raise ValueError(f"The person whom the drawing is about ({subject}) is not among its people")
    kin = read_kin(people, ties, subject)
    rings = _rings(kin, people, subject, ring_names)
    listed = _as_list(kin, people, ties, subject)
    title = f"Who matters to {nodes[subject].name}"
    wider = len(people) - len(kin.generation)
    desc = (
        f"{len(kin.generation) - 1} in the family and {wider} in the wider circle. "
        "The same is in the list beside it."
    )
    links = any(node.href for node in people)

    def finish(body: str, width: float, height: float, kind: str) -> Markup:
        for part, high in (
            draw_rings(rings, nodes[subject], width) if rings else ("", 0.0),
            draw_legend(kin, people, nodes[subject], width, homes=homes and kind == "wide"),
        ):
            body += element("g", part, transform=f"translate(0 {height:.1f})") if part else ""
            height += high
        return picture(
            body,
            width,
            height,
            key=f"{key}-{kind}",
            title=title,
            desc=desc,
            classes=f"kith-drawing__{kind}",
            links=links,
        )

    tall, tall_height = draw_branches(kin, subject, TALL_WIDTH)
    drawn = finish(tall, TALL_WIDTH, tall_height, "tall")
    rows, width, rows_height = draw_rows(kin, subject, homes=homes)
    step = next((step for step in STEPS if max(width, 440.0) <= step), None)
    if step is None:
        return Drawing(Markup('<div class="kith-drawing">{}</div>').format(drawn), listed, drawn)
    room = max(width, 440.0)
    centred = element("g", rows, transform=f"translate({(room - width) / 2:.1f} 0)")
    wide = finish(centred, room, rows_height, "wide")
    both = Markup('<div class="kith-drawing kith-drawing--{}">{}</div>').format(step, drawn + wide)
    return Drawing(both, listed, wide)


def _rings(
    kin: Kin, people: Sequence[PersonNode], subject: str, names: Sequence[str]
) -> list[tuple[str, list[PersonNode]]]:
    """Everybody outside the family drawing, and those of the family whom the person placed in a ring."""
    rings: list[tuple[str, list[PersonNode]]] = [(name, []) for name in names]
    unsaid: list[PersonNode] = []
    for node in people:
        if node.id == subject:
            continue
        if node.closeness is not None:
            rings[min(max(node.closeness, 1), len(rings)) - 1][1].append(node)
        elif node.id not in kin.generation:
            unsaid.append(node)
    used = [ring for ring in rings if ring[1]]
    return [*used, (NOT_SAID, unsaid)] if unsaid else used


def _as_list(kin: Kin, people: Sequence[PersonNode], ties: list[Tie], subject: str) -> list[ListLine]:
    """Family by nearness, then the wider circle by closeness and as given."""
    related = relations(kin, ties, subject)
    nodes = {node.id: node for node in people}
    family = [nodes[p] for p in sorted(related, key=lambda p: kin.order[p])]
    wider = [node for node in people if node.id not in kin.generation]
    wider.sort(key=lambda node: node.closeness if node.closeness is not None else len(people))
    return [_line("Family", node, related[node.id], ties, subject) for node in family] + [
        _line("Wider circle", node, _wider_words(node.id, ties), ties, subject) for node in wider
    ]


def _wider_words(person: str, ties: list[Tie]) -> str:
    return (
        " and ".join(dict.fromkeys(tie.kind.value for tie in ties if tie.kind in WIDER and tie.a == person))
        or "knows them"
    )


def _line(group: str, node: PersonNode, how: str, ties: list[Tie], subject: str) -> ListLine:
    notes = [tie.note for tie in ties if tie.note and {tie.a, tie.b} == {node.id, subject}]
    facts = [
        node.age,
        "died" if node.died else "",
        "lives in the same home" if node.lives_with else "",
        *notes,
    ]
    return ListLine(
        group=group,
        id=node.id,
        name=safe_text(node.name),
        how=safe_text(how),
        words=safe_text(node.words),
        facts=tuple(safe_text(fact) for fact in facts if fact),
        href=node.href
        if node.href.startswith(("/", "#")) and not node.href.startswith(("//", "/\\"))
        else "",
    )
