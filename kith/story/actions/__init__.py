"""Every write of the story, as a verb."""

from kith.story.actions.concerns import end_not_yet_told, start_not_yet_told
from kith.story.actions.corrections import correct_event
from kith.story.actions.documents import add_document
from kith.story.actions.drafts import discard_draft, save_draft, share_draft, start_draft
from kith.story.actions.notes import record_call, record_meeting, record_visit, write_note
from kith.story.actions.own_words import read_words, write_own_words
from kith.story.actions.releases import release, withdraw_release

__all__ = [
    "add_document",
    "correct_event",
    "discard_draft",
    "end_not_yet_told",
    "read_words",
    "record_call",
    "record_meeting",
    "record_visit",
    "release",
    "save_draft",
    "share_draft",
    "start_draft",
    "start_not_yet_told",
    "withdraw_release",
    "write_note",
    "write_own_words",
]
