"""Forums: boards, members who are known by a made-up name alone, threads and posts. No post keeps what was taken out."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from kith.marked import marked


class Board(models.TextChoices):
    """Boards are apart: whoever reads one is not led to another's posts."""

    PARENTS = "parents", marked("Parents")
    KINSHIP = "kinship", marked("Kinship carers")
    YOUNG = "young", marked("Young people")


class PostState(models.TextChoices):
    HELD = "held", "waits for a moderator"
    SHOWN = "shown", "shown"
    REMOVED = "removed", "taken down"


class ReportWhy(models.TextChoices):
    IDENTIFIES = "identifies", marked("It tells who a child or family is")
    UNSAFE = "unsafe", marked("Somebody may be in danger")
    UNKIND = "unkind", marked("It is unkind or threatening")
    WRONG = "wrong", marked("It gives wrong advice")
    OTHER = "other", marked("Something else")


class Member(models.Model):
    """Somebody who writes: a made-up name and a way to come back. No e-mail address, no number, no place of theirs."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=30, help_text="The made-up name, as others see it.")
    folded = models.CharField(
        max_length=30, unique=True, help_text="The name without its letters' size and gaps."
    )
    password = models.CharField(max_length=128, help_text="Hash of the password.")
    joined_at = models.DateTimeField(default=timezone.now, help_text="When (UTC).")
    allowed = models.IntegerField(default=0, help_text="How many posts a moderator has let through.")
    blocked = models.BooleanField(default=False, help_text="May read, and write no more.")


class Seat(models.Model):
    """A browser in which a member is signed in, by a digest of what it holds. Gone after twelve hours."""

    secret = models.CharField(max_length=64, primary_key=True, help_text="Digest of what the browser holds.")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField(help_text="Until when (UTC).")


class Thread(models.Model):
    """One question and what others say to it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.CharField(max_length=10, choices=Board.choices)
    title = models.CharField(
        max_length=120, blank=True, help_text="As the list shows it; empty while it waits or is gone."
    )
    sealed = models.BinaryField(
        null=True, help_text="The title, sealed, while a moderator has not let it through."
    )
    began_at = models.DateTimeField(default=timezone.now, help_text="When (UTC).")
    last_at = models.DateTimeField(default=timezone.now, help_text="When the latest post was shown (UTC).")
    shown = models.BooleanField(default=False, help_text="Whether its first post is shown.")
    closed = models.BooleanField(default=False, help_text="Nobody may add to it.")

    class Meta:
        indexes = [models.Index(fields=["board", "-last_at"], name="advice_thread_board")]


class Post(models.Model):
    """One post. What a moderator took out is nowhere: no history keeps it."""

    id = models.UUIDField(
        primary_key=True, editable=False, help_text="Drawn by the page: sent twice it is one."
    )
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="posts")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, help_text="When it came (UTC).")
    words = models.TextField(
        blank=True, help_text="What it says, as it may be read; empty while it waits or is gone."
    )
    sealed = models.BinaryField(
        null=True, help_text="The words, sealed, while a moderator has not let them through."
    )
    same = models.CharField(
        max_length=64,
        blank=True,
        default="",
        help_text="Keyed digest of the words: the same sent again is known.",
    )
    state = models.CharField(max_length=8, choices=PostState.choices, default=PostState.HELD)
    marks = models.IntegerField(default=0, help_text="How many things in it may tell who somebody is.")
    taken_out = models.IntegerField(default=0, help_text="How many things a moderator took out.")
    by = models.UUIDField(null=True, help_text="The moderator who decided.")
    why = models.CharField(
        max_length=200, blank=True, default="", help_text="Why it was taken down, for its writer."
    )

    class Meta:
        indexes = [
            models.Index(fields=["thread", "at"], name="advice_post_thread"),
            models.Index(fields=["state", "at"], name="advice_post_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="held") | models.Q(words="", sealed__isnull=False),
                name="post_that_waits_is_sealed",
            )
        ]


class PostReport(models.Model):
    """Somebody says that a post should not stand as it is. Who, is not asked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reports")
    why = models.CharField(max_length=10, choices=ReportWhy.choices)
    sealed = models.BinaryField(null=True, help_text="What they add, sealed; gone once it is dealt with.")
    came_at = models.DateTimeField(default=timezone.now, help_text="When (UTC).")
    done_at = models.DateTimeField(null=True, help_text="When a moderator dealt with it (UTC).")
