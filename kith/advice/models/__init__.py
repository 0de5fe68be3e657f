"""Tables of the advice service. No key leads out of it: who asked is no Person of anybody's."""

from kith.advice.models.account import Adviser
from kith.advice.models.chat import Chat, ChatLine, ChatState
from kith.advice.models.contact import (
    WHY_NOT,
    Asker,
    Channel,
    Contact,
    ContactWords,
    DeadlineKind,
    EmailHours,
    Outcome,
    State,
    Topic,
    UnmetReason,
    WordsField,
)
from kith.advice.models.figures import PublishedQuarter, PublishedReason
from kith.advice.models.forum import Member, Post, PostReport, PostState, Seat, Thread
from kith.advice.models.hours import Hours, SpecialDay
from kith.advice.models.keeping import KeepRule
from kith.advice.models.library import SheetState, SheetVersion
from kith.advice.models.look import Look
from kith.advice.models.second_step import SecondStep

__all__ = [
    "WHY_NOT",
    "Adviser",
    "Asker",
    "Channel",
    "Chat",
    "ChatLine",
    "ChatState",
    "Contact",
    "ContactWords",
    "DeadlineKind",
    "EmailHours",
    "Hours",
    "KeepRule",
    "Look",
    "Member",
    "Outcome",
    "Post",
    "PostReport",
    "PostState",
    "PublishedQuarter",
    "PublishedReason",
    "Seat",
    "SecondStep",
    "SheetState",
    "SheetVersion",
    "SpecialDay",
    "State",
    "Thread",
    "Topic",
    "UnmetReason",
    "WordsField",
]
