"""What an action may need, beside a grant on the person it concerns."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    FIND = "find people"
    OPEN_WITH_REASON = "open a record without an involvement, giving a reason"
    SEE_INDEX_LINE = "see that a child is known, and whom to ring"
    CREATE_PERSON = "add a person"
    EDIT_PERSON = "change what is recorded of a person"
    LINK_IDENTITY = "say that two records are one person"
    WRITE_STORY = "write on the story"
    WRITE_OWN_WORDS = "write one's own words"
    RELEASE = "release an item to a named person"
    ANSWER_FOR = "see who has looked at a record, and see it as the family will"
    ALLOCATE = "say who works with whom"
    RESTRICT = "restrict a record to named people"
    UNMASK = "agree with another to open a restricted record"
    START_NOT_YET_TOLD = "start a concern that the family is not yet told of"
    LIFT_NOT_YET_TOLD = "lift a concern that the family was not told of"
    DUTIES_OF_ALL = "see the duties of everybody, for a stated purpose"
    WRITE_RETURNS = "read identified return rows and write returns"
    READ_LOGS = "read the logs"
    AGREE_ROLE = "agree to a role that an administrator gives"
    MANAGE_ACCOUNTS = "make and end accounts"
    READ_AGGREGATES = "read counts in which nobody can be known"
    SEE_ACCOUNTABILITY = "see in figures how duties are kept"
    PLAN = "write the family's plan with them"
    AGREE_PLAN = "agree to a plan that others wrote"
    SCREEN = "decide what becomes of a request for help"
    OFFER_MEETING = "offer a family a meeting of their own"
    COORDINATE = "prepare a family meeting"
    EXEMPT_MEETING = "say that a family meeting would be against the child's best interests"
    PROTECT = "record enquiries into harm and what is done before court"
    SET_DUTIES = "set the council's own times and promises"
    SET_WORDS = "change which words are offered instead of words that hurt"
