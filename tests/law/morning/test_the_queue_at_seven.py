"""At seven the worker's process finds who wants it, puts each into the queue, and sends; a second round adds nothing."""

from __future__ import annotations

import threading
import time

import pytest
from django.core import mail

from kith.access.models import MorningMessage, MorningSent
from kith.core.tasks import _told
from kith.core.worker import run_worker
from kith.law.tasks import MORNING, mornings
from tests.support import make
from tests.support.told_family import Household

pytestmark = pytest.mark.database


def until_sent(enough: int) -> None:
    stop = threading.Event()
    working = threading.Thread(target=run_worker, args=[stop])
    working.start()
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and len(mail.outbox) < enough:
        time.sleep(0.05)
    stop.set()
    working.join(20)


def test_two_rounds_send_one_message_to_each_who_wants_it(mail_kept: None, worker: None) -> None:
    home = Household()
    home.in_care(60)
    other = make.account("social_worker")
    make.involved(other, home.child)
    for account in (home.lead, other):
        MorningMessage.objects.using(make.OWNER).create(account=account, wanted=True)
    for _round in range(2):
        mornings.run(actor=_told(MORNING), persons=[], ids={})
    until_sent(2)
    assert sorted(message.to[0] for message in mail.outbox) == sorted([home.lead.login, other.login])
    assert set(MorningSent.objects.using(make.OWNER).values_list("outcome", flat=True)) == {"sent"}
