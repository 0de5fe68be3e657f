"""What moderators do. The audit holds ids and numbers: of what was taken out, no word is kept anywhere."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from kith.advice.forum.held import sealed_post, sealed_title, title_of, words_of
from kith.advice.forum.telling import without
from kith.advice.models import Member, Post, PostReport, PostState, Seat, Thread
from kith.advice.permissions import may
from kith.advice.roles import Permission
from kith.core.action import CannotBeError, action, concerns
from kith.core.actor import Actor

NOBODY = "no timeline hears of the store"
TITLE_GONE = "[taken down]"


@action("advice.allow_post")
def allow(*, by: Actor, post: UUID, out: dict[str, str], seen: str) -> None:
    """Show a post without what is in `out` (words and their kind), wherever they stand in its thread, title and all.

    `seen`: the words that the moderator read. Raises CannotBeError where they have changed meanwhile.
    """
    may(by, Permission.MODERATE, NOBODY)
    found = _locked(post)
    held = words_of(found)
    if held != seen:
        raise CannotBeError("Somebody else changed this post just now. Read it again.")
    words = without(held, out)
    moved: dict[str, Any] = {"last_at": timezone.now()}
    if found.thread.shown or begins(found):
        title = without(title_of(found.thread), out)
        moved |= {"shown": True, "title": title[:120], "sealed": None}
    Thread.objects.filter(id=found.thread_id).update(**moved)
    _out_of_the_rest(found, out)
    new = found.state == PostState.HELD and found.by is None
    Post.objects.filter(id=post).update(
        words=words,
        sealed=None,
        state=PostState.SHOWN,
        taken_out=F("taken_out") + len(out),
        by=by.id,
        why="",
        marks=0,
    )
    if new and not out:
        Member.objects.filter(id=found.member_id).update(allowed=F("allowed") + 1)
    _done(post)
    concerns((), post=post, taken_out=len(out))


@action("advice.take_post_down")
def take_down(*, by: Actor, post: UUID, why: str) -> None:
    """Take a post down, with a reason for its writer. Its words are destroyed."""
    may(by, Permission.MODERATE, NOBODY)
    found = _locked(post)
    if not why.strip():
        raise CannotBeError("Say why, for whoever wrote it.", field="why")
    Post.objects.filter(id=post).update(
        words="", sealed=None, state=PostState.REMOVED, by=by.id, why=why.strip()[:200]
    )
    others = Post.objects.filter(thread_id=found.thread_id, state=PostState.SHOWN).exclude(id=post)
    if not others.exists():
        Thread.objects.filter(id=found.thread_id).update(shown=False, title="", sealed=None)
    elif begins(found):
        # The title was its writer's as well; what others answered stays.
        Thread.objects.filter(id=found.thread_id).update(shown=True, title=TITLE_GONE, sealed=None)
    _done(post)
    concerns((), post=post)


@action("advice.block_member")
def block(*, by: Actor, member: UUID) -> None:
    """A member writes no more, and sits nowhere."""
    may(by, Permission.MODERATE, NOBODY)
    Member.objects.filter(id=member).update(blocked=True)
    Seat.objects.filter(member_id=member).delete()
    concerns((), member=member)


@action("advice.close_thread")
def close(*, by: Actor, thread: UUID) -> None:
    """Nobody adds to a thread any more."""
    may(by, Permission.MODERATE, NOBODY)
    Thread.objects.filter(id=thread).update(closed=True)
    concerns((), thread=thread)


def begins(post: Post) -> bool:
    """Whether it is the first of its thread, whose title goes with it."""
    return not Post.objects.filter(thread_id=post.thread_id, at__lt=post.at).exists()


def _locked(post: UUID) -> Post:
    found = Post.objects.select_for_update(of=("self",)).select_related("thread").filter(id=post).first()
    if found is None:
        raise CannotBeError("This post is no longer there.")
    return found


def _out_of_the_rest(post: Post, out: dict[str, str]) -> None:
    """Others may have said the same, and its writer elsewhere: it goes from the thread, and from all that they wrote.

    From what is shown, from what waits, and from the titles that they gave.
    """
    if not out:
        return
    whose = Q(thread_id=post.thread_id) | Q(member_id=post.member_id)
    others = Post.objects.filter(whose, state__in=[PostState.SHOWN, PostState.HELD]).exclude(id=post.id)
    for other in others.select_related("thread"):
        words = words_of(other)
        left = without(words, out)
        if left != words:
            shown = other.state == PostState.SHOWN
            kept = {"words": left} if shown else {"sealed": sealed_post(other.id, left)}
            Post.objects.filter(id=other.id).update(**kept, taken_out=F("taken_out") + 1)
        title = title_of(other.thread)
        if other.thread_id != post.thread_id and begins(other) and without(title, out) != title:
            left = without(title, out)[:120]
            seals = (
                {"sealed": sealed_title(other.thread_id, left)} if other.thread.sealed else {"title": left}
            )
            Thread.objects.filter(id=other.thread_id).update(**seals)


def _done(post: UUID) -> None:
    PostReport.objects.filter(post_id=post, done_at__isnull=True).update(done_at=timezone.now(), sealed=None)
