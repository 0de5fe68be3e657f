"""The story: everything that happened, written once; drafts, documents, a child's own words."""

from kith.story.models.addressed import Addressed
from kith.story.models.document import Document
from kith.story.models.draft import Draft
from kith.story.models.event import About, Event, EventKind, Passage
from kith.story.models.other_words import OtherWords
from kith.story.models.visited import Visited
from kith.story.models.words import WordsRead, WordsSent
from kith.story.models.words_use import WordsUse

__all__ = [
    "About",
    "Addressed",
    "Document",
    "Draft",
    "Event",
    "EventKind",
    "OtherWords",
    "Passage",
    "Visited",
    "WordsRead",
    "WordsSent",
    "WordsUse",
]
