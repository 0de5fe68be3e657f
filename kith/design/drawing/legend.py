"""The key: what the shapes and lines of this drawing mean, and no others."""

from __future__ import annotations

from collections.abc import Sequence

from kith.design.drawing.homes import DASH
from kith.design.drawing.kin import Kin
from kith.design.drawing.lines import MEANINGS, child_line, couple_line
from kith.design.drawing.model import COUPLES, PersonNode, Sex, TieKind
from kith.design.drawing.svg import INK, SOFT, element, text, wrap
from kith.design.drawing.symbols import symbol

ENTRY = 140.0
HIGH = 26.0


def draw_legend(
    kin: Kin, shown: Sequence[PersonNode], subject: PersonNode, width: float, *, homes: bool = False
) -> tuple[str, float]:
    """The key at this width, with its height in pixels; `homes`: who shares a home has a line round them."""
    entries: list[tuple[tuple[PersonNode, bool] | TieKind | None, str]] = [
        ((node, is_subject), words) for node, is_subject, words in _people(shown, subject)
    ]
    entries += [(kind, words) for kind, words in MEANINGS if kind in _ties(kin)]
    columns = max(1, int((width - 20) // ENTRY))
    drawn = ""
    for n, (sign, words) in enumerate(entries):
        x = 14 + (n % columns) * ENTRY
        y = 14 + (n // columns) * HIGH
        if isinstance(sign, tuple) and homes and sign[0].lives_with:
            drawn += element(
                "rect", x=x, y=y - 9, width=30, height=18, fill="none", stroke=INK, stroke_dasharray=DASH
            )
        elif isinstance(sign, tuple):
            drawn += symbol(sign[0], x + 14, y, 15, subject=sign[1])
        elif sign in COUPLES or sign is None:
            drawn += couple_line(sign, x, x + 30, y)
        else:
            drawn += child_line(sign, x, y, x + 30, y)
        drawn += text(words, x + 36, y + 4, 12, fill=SOFT)
    rows = -(-len(entries) // columns)
    return drawn, rows * HIGH + 12


def _people(shown: Sequence[PersonNode], subject: PersonNode) -> list[tuple[PersonNode, bool, str]]:
    words = {
        Sex.FEMALE: "woman or girl",
        Sex.MALE: "man or boy",
        Sex.NEITHER: "neither",
        Sex.UNKNOWN: "not recorded",
    }
    found = [(PersonNode("", "", sex=subject.sex, unborn=subject.unborn), True, _short(subject))]
    born = [node for node in shown if not node.unborn]
    found += [
        (PersonNode("", "", sex=sex), False, words[sex]) for sex in words if any(n.sex is sex for n in born)
    ]
    if any(node.unborn for node in shown):
        found.append((PersonNode("", "", unborn=True), False, "not yet born"))
    if any(node.died for node in shown):
        found.append((PersonNode("", "", sex=Sex.MALE, died=True), False, "has died"))
    if any(node.lives_with and node is not subject for node in shown):
        found.append(
            (PersonNode("", "", sex=Sex.MALE, lives_with=True), False, f"lives with {_short(subject)}")
        )
    return found


def _short(subject: PersonNode) -> str:
    """The first of the subject's names, so that the key fits."""
    return (wrap(subject.name.split(" ")[0], 84, 12, 1) or ["this person"])[0]


def _ties(kin: Kin) -> set[TieKind | None]:
    return set(kin.couples.values()) | {family.kind for family in kin.families}
