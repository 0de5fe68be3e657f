"""What stands in the forums of the demonstration: invented people under made-up names, and one post that must wait."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from kith.advice.forum.held import digest_of, sealed_post, sealed_title
from kith.advice.forum.seats import folded
from kith.advice.forum.telling import marks
from kith.advice.models import Member, Post, PostState, Thread

OWNER = "owner"
# A board, a title, and who said what: a name that ends in * is new here.
SAID = (
    ("parents", "what do i bring to a conference", (
        ("Blue Kettle", "Mine is next week. I have the report but half of it is wrong. What do I bring?"),
        ("Old Umbrella", "Write down what is wrong line by line and give a copy to the chair first. That helped."),
        ("Blue Kettle", "Thank you. I will use the letter on here."),
    )),
    ("parents", "seeing my little one only once a week", (
        ("Paper Moon", "It was cancelled twice. Do others keep a list?"),
        ("Old Umbrella", "Yes, with days and who cancelled. The reviewing officer read it out."),
    )),
    ("kinship", "nobody told us about money", (
        ("Garden Gate", "We said yes in one night and nobody said what we could get. Where do you start?"),
        ("Second Supper", "Ask for what they publish for kinship carers, in writing, and ask for reasons if it is a no."),
    )),
    ("kinship", "my grandson starts school", (
        ("Tin Whistle*", "My grandson Alfie starts at Carrow Primary School and they ask who picks him up."),
    )),
)  # fmt: skip


def forums_of_the_demo() -> int:
    """Write it all; how many posts. Whoever wrote is nobody, and nobody can sign in as them."""
    now, made = timezone.now(), 0
    members: dict[str, Member] = {}
    with transaction.atomic(using=OWNER):
        for n, (board, title, posts) in enumerate(SAID):
            began = now - timedelta(days=9 - 2 * n, hours=3)
            held = posts[0][0].endswith("*")
            thread = Thread(
                board=board, title="" if held else title, began_at=began, last_at=began, shown=not held
            )
            thread.sealed = sealed_title(thread.id, title) if held else None
            thread.save(using=OWNER)
            for hour, (who, words) in enumerate(posts):
                new = who.endswith("*")
                name = who.rstrip("*")
                if name not in members:
                    members[name] = Member(
                        name=name, folded=folded(name), password=make_password(None), allowed=0 if new else 5,
                        joined_at=began - timedelta(days=0 if new else 60),
                    )  # fmt: skip
                    members[name].save(using=OWNER)
                post = uuid4()
                Post(
                    id=post, thread=thread, member=members[name], at=began + timedelta(hours=hour),
                    words="" if new else words, sealed=sealed_post(post, words) if new else None, same=digest_of(words),
                    state=PostState.HELD if new else PostState.SHOWN, marks=len(marks(words)) if new else 0,
                ).save(using=OWNER, force_insert=True)  # fmt: skip
                made += 1
    return made
