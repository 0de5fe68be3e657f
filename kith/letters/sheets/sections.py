"""A paper's template cut into its headed sections, and the paper laid out from what was picked and typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kith.core.action import CannotBeError
from kith.core.labels import Label
from kith.letters.fields import BLOCKS, GAP, NAMED, filled
from kith.letters.parts import Part, heading, parts_of, text
from kith.letters.sheets.taken import MARKED, Block, Taken, may_be_taken
from kith.story.marks import UnknownMarkError, passages
from kith.story.writing import clean_text

NOTHING = "Nothing is written here."


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a section. `sort`: words (as they stand), block (by name), or box (typed there, by key)."""

    sort: str
    said: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, in order."""

    title: str
    items: tuple[Item, ...]

    @property
    def only_a_box(self) -> bool:
        """Whether its heading is the box's own label on the page."""
        return [each.sort for each in self.items] == ["box"]


def sections_of(words: str, values: Mapping[str, str]) -> list[Section]:
    """Sections of a template's words: `#` begins one, a block's name takes from the record, … alone is typed."""
    found: list[tuple[str, list[Item]]] = []
    for line in words.splitlines():
        said = line.strip()
        if said.startswith("#"):
            found.append((filled(said.lstrip("#").strip(), values), []))
        elif said and found:
            title, items = found[-1]
            named = NAMED.fullmatch(said)
            if named and named[1] in BLOCKS:
                items.append(Item("block", named[1]))
            elif said == GAP:
                items.append(Item("box", _key(title, sum(each.sort == "box" for each in items))))
            else:
                items.append(Item("words", filled(said, values)))
    return [Section(title, tuple(items)) for title, items in found]


def _key(title: str, number: int) -> str:
    return f"say-{re.sub('[^a-z0-9]+', '-', title.lower()).strip('-')[:60]}-{number}"


def laid_out(
    sections: Sequence[Section],
    blocks: Mapping[str, Block],
    picked: Collection[str],
    typed: Mapping[str, str],
    readers: Sequence[UUID],
) -> list[Part]:
    """The parts of the paper. What was typed, and what each line comes of, is kept beside them.

    Raises CannotBeError, for the box in which it stands, for a mark that is not known or of what no paper may hold.
    """
    made: list[Part] = []
    for each in sections:
        under: list[Part] = []
        boxes: dict[str, str] = {}
        for item in each.items:
            if item.sort == "words":
                under.append(text(item.said))
            elif item.sort == "block":
                under += _taken(blocks[item.said], picked, readers)
            elif said := clean_text(typed.get(item.said, "")).strip():
                boxes[item.said] = said
                under += [part for part, _label in _typed(item.said, said)]
        made += [{**heading(each.title), "boxes": boxes}, *(under or [text(NOTHING)])]
    return made


def _taken(block: Block, picked: Collection[str], readers: Sequence[UUID]) -> list[Part]:
    lines = [each for each in block.lines if each.id in picked]
    return block.lay(lines, readers) if lines or block.always else []


def _typed(key: str, said: str) -> list[tuple[Part, int]]:
    try:
        found = passages(said)
    except UnknownMarkError as error:
        raise CannotBeError(str(error), field=key) from None
    parts: list[tuple[Part, int]] = []
    for each in found:
        label = Label.THIRD_PARTY if each.person and each.label == Label.NORMAL else each.label
        if not may_be_taken(label.value):
            raise CannotBeError("Words under this mark go into no paper. Take them out.", field=key)
        mark = MARKED.get(label, "")
        parts += [(_marked(part, mark), label.value) for part in parts_of(each.text)]
    return parts


def _marked(part: Part, mark: str) -> Part:
    """Each paragraph and each point bears the mark, so that none beside it seems to."""
    if not mark:
        return part
    if "points" in part:
        return {**part, "points": [f"[{mark}] {each}" for each in part["points"]]}
    return {**part, "words": f"[{mark}] {part['words']}"}


def labels_of(blocks: Mapping[str, Block], picked: Collection[str], typed: Mapping[str, str]) -> int:
    """Every label of what was picked and typed. Raises CannotBeError as `laid_out`."""
    found = Label.NORMAL.value
    for line in taken(blocks, picked):
        found |= line.label
    for key, said in typed.items():
        for _part, label in _typed(key, clean_text(said)):
            found |= label
    return found


def taken(blocks: Mapping[str, Block], picked: Collection[str]) -> list[Taken]:
    """The lines that were picked, each once."""
    found = {each.id: each for block in blocks.values() for each in block.lines if each.id in picked}
    return list(found.values())
