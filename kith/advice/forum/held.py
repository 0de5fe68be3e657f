"""What waits for a moderator is sealed with the store's own key: it may tell who a child is."""

from __future__ import annotations

from uuid import UUID

from django.utils.crypto import salted_hmac

from kith.advice.models import Post, PostReport, Thread
from kith.advice.sealed import seal, unseal

POST, THREAD, REPORT = "advice_post", "advice_thread", "advice_postreport"


def sealed_post(post: UUID, words: str) -> bytes:
    """The words of a post."""
    return seal(words, POST, post, "words")


def sealed_title(thread: UUID, title: str) -> bytes:
    """The title of a thread."""
    return seal(title, THREAD, thread, "title")


def sealed_report(report: UUID, words: str) -> bytes | None:
    """What somebody added to a report; None for nothing."""
    return seal(words, REPORT, report, "words") if words.strip() else None


def opened(sealed: bytes | memoryview | None, table: str, row: UUID, field: str, otherwise: str) -> str:
    """The words again, or what stands in clear."""
    return unseal(sealed, table, row, field) if sealed else otherwise


def words_of(post: Post) -> str:
    """What a post says, for a moderator."""
    return opened(post.sealed, POST, post.id, "words", post.words)


def title_of(thread: Thread) -> str:
    """What a thread is called, for a moderator."""
    return opened(thread.sealed, THREAD, thread.id, "title", thread.title)


def added_to(report: PostReport) -> str:
    """What whoever reported it said."""
    return opened(report.sealed, REPORT, report.id, "words", "")


def digest_of(words: str) -> str:
    """By which the same words are known again, and nothing else: it is made with our key."""
    return salted_hmac("kith.advice.forum.same", words, algorithm="sha256").hexdigest()
