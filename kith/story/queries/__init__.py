"""Every read of the story that a screen or an export needs."""

from kith.story.queries.drafts import DraftLine, DraftText, draft_text, drafts_of, other_versions
from kith.story.queries.event import EventPage, event_page
from kith.story.queries.names import may_be_readers
from kith.story.queries.shared import SharedItem, document_for, sent_by_me, shared_item, shared_with_me
from kith.story.queries.timeline import Line, Page, timeline

__all__ = [
    "DraftLine",
    "DraftText",
    "EventPage",
    "Line",
    "Page",
    "SharedItem",
    "document_for",
    "draft_text",
    "drafts_of",
    "event_page",
    "may_be_readers",
    "other_versions",
    "sent_by_me",
    "shared_item",
    "shared_with_me",
    "timeline",
]
