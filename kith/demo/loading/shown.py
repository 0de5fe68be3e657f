"""The boy in care of the demo is shown a home that is thought of for him, and says what he thinks; its carer says yes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from kith.access.models import Account, DoorAccess, Release
from kith.access.models.door import Capacity, ReleasedKind
from kith.demo.dice import Dice
from kith.demo.sign_in_host import SIGN_IN_HOST
from kith.homes.models import Choice, Home, Member, Said, Search, Shown, Wish

BOY, CARER = "in-care@", "carer@"
HOME = "A foster home with a dog and a garden. Two grown-ups live there. You would have a room of your own."
CHILD = "A boy of 13 who is good at football and kind to little ones. He wants to see his brother and sister each week."
WISH = "I want to live where Poppy and Toby can come on Sundays. And nobody wakes me at six."
THINKS = "I like dogs. Can I bring my bike, and can they come for tea?"
YES = "Yes. We have room for a bike, and for two more at the table."
ANSWER = "Yes to the bike. They come for tea on the first Sunday, and then we see how it goes."
HOW = "Read together at home."


def show_the_boy(new: Any, dice: Dice, today: date) -> int:
    """Of the search for him, where there is one. `new` makes a row. How many things were shown."""
    boy, carer = _person(BOY), _person(CARER)
    if boy is None or carer is None:
        return 0
    search = Search.objects.filter(child_id=boy[1], closed_on__isnull=True).first()
    home = (
        Home.objects.filter(kind="foster", provider__kind="council", closed_on__isnull=True, free__gt=0)
        .order_by("-reference")
        .first()
    )
    if search is None or home is None:
        return 0
    on, asked = today - timedelta(days=6), today - timedelta(days=4)
    new(Member, home=home, person_id=carer[1], part="carer", since=home.opened_on)
    new(Wish, person_id=boy[1], words=WISH, on=on)
    choice = Choice.objects.filter(search=search, home=home).first() or new(
        Choice, search=search, child_id=boy[1], home=home, state="asked", on=on, level="2_own",
        why="Near his school, and his brother and sister can come on Sundays.",
    )  # fmt: skip
    told = ((boy, False, HOME, THINKS), (carer, True, CHILD, YES))
    at = timezone.make_aware(datetime.combine(on, time(16)))
    for reader, as_carer, words, says in told:
        shown = new(
            Shown, choice=choice, child_id=boy[1], reader_id=reader[1], as_carer=as_carer, words=words, on=on
        )
        new(
            Release, reader_id=reader[1], kind=ReleasedKind.HOME, item=shown.id, prepared=True, how_prepared=HOW,
            released_at=at, recorded_at=at,
        )  # fmt: skip
        Said.objects.create(
            id=dice.new_id(), choice=choice, child_id=boy[1], who="carers" if as_carer else "child",
            yes=True if as_carer else None, words=says, on=asked, shown=shown, author=reader[2],
            answer="" if as_carer else ANSWER, answered_on=None if as_carer else today - timedelta(days=2),
            answered_as="" if as_carer else "Your social worker", recorded_by=reader[0], source="family",
        )  # fmt: skip

    return len(told)


def boy_in_care() -> UUID | None:
    """Who he is, where the demo has him."""
    found = _person(BOY)
    return found[1] if found else None


def _person(login: str) -> tuple[UUID, UUID, str] | None:
    """The account of a sign-in, whose it is, and what it is called."""
    account = Account.objects.filter(login=login + SIGN_IN_HOST).first()
    door = account and DoorAccess.objects.filter(account=account, capacity=Capacity.SELF).first()
    return (account.id, door.person_id, account.display_name) if account and door else None
