"""Behind a young person's own door: what I asked and was answered, my reviews, what I want people to know, what I keep.

Rows are those that row level security lets this account read; of reviews and of who decides, what a function gives of
those they were told of. Nothing here counts or makes room for what is withheld.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.care.models import AboutMe, Ask, Memory, ReviewWish
from kith.care.models.asking import CARER_DECIDES, Answered, Decides, Matter
from kith.care.models.living import Topic
from kith.care.models.reviewing import Chairs, WishKind
from kith.core.reads import AS_IT_IS, DAY, ID, Called, Reads


@dataclass(frozen=True, slots=True)
class MyAsk:
    """What I asked, by when I am answered, the answer, why, and who decided."""

    id: UUID
    matter: str
    words: str
    asked_on: date
    answer_by: date
    answer: str
    reason: str
    by: str
    unfair: str


@dataclass(frozen=True, slots=True)
class MyAsks:
    """The page. `carer`: what my carer can say yes to; `others`: what somebody else decides, who, and why."""

    asks: list[MyAsk]
    carer: list[str]
    others: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class MyReview:
    """A review that I was told of."""

    id: UUID
    planned_for: date
    chairs: str
    held_on: date | None
    for_child: str


@dataclass(frozen=True, slots=True)
class MyWish:
    """What I want of my review, and what came of it."""

    kind: str
    words: str
    answer: str


_asks = Reads(
    asks=lambda: Ask.objects.order_by("-asked_on", "-recorded_at").values_list(
        "id", "matter", "words", "asked_on", "answer_by", "answer", "reason", "answered_by", "unfair_words"
    ),
    others=lambda: Called(
        "SELECT matter, decides, reason FROM care_my_exceptions()", (AS_IT_IS, AS_IT_IS, AS_IT_IS)
    ),
)
_reviews = Reads(
    reviews=lambda: Called(
        "SELECT review, planned_for, chairs, held_on, for_child FROM care_my_reviews()",
        (ID, DAY, AS_IT_IS, DAY, AS_IT_IS),
    ),
    wishes=lambda: ReviewWish.objects.order_by("-said_on", "-recorded_at").values_list(
        "kind", "words", "answer"
    ),
)


def my_asks() -> MyAsks:
    """One statement."""
    read = _asks.run()
    names, says = dict(Matter.choices), dict(Answered.choices)
    others = [
        (str(names[matter]), str(dict(Decides.choices)[who]), why) for matter, who, why in read["others"]
    ]
    kept = {matter for matter, _who, _why in read["others"]}
    return MyAsks(
        [
            MyAsk(
                ask,
                str(names[matter]),
                words,
                on,
                by_on,
                str(says[answer]) if answer else "",
                reason,
                by,
                unfair,
            )
            for ask, matter, words, on, by_on, answer, reason, by, unfair in read["asks"]
        ],
        [str(names[each]) for each in CARER_DECIDES if each not in kept],
        others,
    )


def my_reviews() -> tuple[list[MyReview], list[MyWish]]:
    """One statement."""
    read = _reviews.run()
    chairs, kinds = dict(Chairs.choices), dict(WishKind.choices)
    return (
        [MyReview(each, on, str(chairs[by]), held, says) for each, on, by, held, says in read["reviews"]],
        [MyWish(str(kinds[kind]), words, answer) for kind, words, answer in read["wishes"]],
    )


def my_topics() -> list[tuple[str, str, str]]:
    """(code, title, words) of every topic, written or not. One statement."""
    written = dict(AboutMe.objects.values_list("topic", "words"))
    return [(code, str(title), written.get(code, "")) for code, title in Topic.choices]


def my_memories() -> list[tuple[str, str, str]]:
    """(title, when, words), the newest first. One statement."""
    return list(Memory.objects.order_by("-recorded_at").values_list("title", "happened", "words"))
