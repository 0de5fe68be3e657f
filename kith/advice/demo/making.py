"""The demonstration of the advice service: made once, where nobody has an account yet."""

from __future__ import annotations

from datetime import date, time, timedelta

from django.db import transaction
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.advice.asking.slots import slots
from kith.advice.demo.asked import past, waiting
from kith.advice.demo.people import HOST, PASSWORD, PEOPLE
from kith.advice.figures.publishing import publish_over
from kith.advice.models import Adviser, Channel, Contact, ContactWords, Hours, SpecialDay
from kith.advice.opening.clock import Rota, Span
from kith.advice.roles import DOOR
from kith.core.acting import acting

OWNER = "owner"
SINCE = date(2025, 1, 6)
# The phone as a real line has it, Monday to Friday; the chat on two afternoons.
OPEN = (
    (Channel.PHONE, (1, 2, 3, 4, 5), time(9, 30), time(15)),
    (Channel.WEBCHAT, (1, 4), time(13), time(16)),
    (Channel.CALL_BACK, (1, 2, 3, 4, 5), time(10), time(16)),
    (Channel.ENQUIRY, (1, 2, 3, 4, 5), time(9, 30), time(17)),
)


def make_where_nobody_is() -> bool:
    """Make it in a database that holds no account but the public's door; whether it was made."""
    with acting(None, channel="sign-in", using=OWNER):
        if Adviser.objects.using(OWNER).exclude(id=DOOR.id).exists():
            return False
    now = timezone.now().replace(second=0, microsecond=0)
    with transaction.atomic(using=OWNER):
        advisers = [_account(each.name, each.role, each.login) for each in PEOPLE]
        _hours(now.date())
        answering = [each for each in advisers if each.role == "adviser"]
        Contact.objects.using(OWNER).bulk_create(past(now, answering), batch_size=500)
        publish_over(timezone.localdate(now), using=OWNER)
        rota = Rota([Span(n, time(10), time(16), SINCE) for n in range(1, 6)])
        contacts, words = waiting(now, next(iter(slots(rota, now)), None))
        Contact.objects.using(OWNER).bulk_create(contacts)
        ContactWords.objects.using(OWNER).bulk_create(words)
    return True


def refuse_in_production() -> bool:
    """Whether this database holds an account of the demonstration."""
    return Adviser.objects.using(OWNER).filter(login__iendswith=f"@{HOST}").exists()


def _account(name: str, role: str, login: str) -> Adviser:
    made = Adviser(login=login, display_name=name, role=role)
    made.set_password(PASSWORD)
    made.save(using=OWNER, force_insert=True)
    return made


def _hours(today: date) -> None:
    Hours.objects.using(OWNER).bulk_create(
        Hours(channel=channel, weekday=n, opens=opens, closes=closes, during=DateRange(SINCE, None, "[)"))
        for channel, days, opens, closes in OPEN
        for n in days
    )
    training = today + timedelta(days=(2 - today.isoweekday()) % 7 + 14)
    SpecialDay.objects.using(OWNER).create(
        channel=Channel.PHONE, day=training, why="We are learning together"
    )
