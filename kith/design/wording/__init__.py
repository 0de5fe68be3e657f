"""Words that hurt, and other words: the list as data, and where its phrases stand in a text (docs/adr/0142)."""

from kith.design.wording.entry import Entry
from kith.design.wording.load import WordingError, shipped
from kith.design.wording.matching import Hint, hints

__all__ = ["Entry", "Hint", "WordingError", "hints", "shipped"]
