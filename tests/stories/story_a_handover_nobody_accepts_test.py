"""A handover that nobody accepts: the request stays with whoever gave it, and a manager has to step in.

Dee at the front door has a mother's request. Rosa says no, with her reason. Hana of the charity says no. Sam does not
answer, and leaves the council. All the while it is Dee's, on exactly one list. After the second no it stands on Mo's
Today, who manages them: Mo reads who said no and why, asks Femi, and Femi's yes ends it. Only then is it not Dee's.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from kith.access.models import Account
from kith.help import actions
from kith.help.models import HelpRequest
from tests.help.asked import asked, holder
from tests.help.families import does
from tests.help.test_deciding_and_handing_over import decides
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
ALERT = "Asked for help, and sent from one to the next"


class Workers:
    """Dee, who holds the request; those who are asked; Mo, who manages."""

    def __init__(self) -> None:
        named = (("front_door", "Dee Duty"), ("manager", "Mo Boss"), ("lead", "Rosa Lindqvist"))
        self.dee, self.mo, self.rosa = (make.account(role, display_name=name) for role, name in named)
        self.hana = make.account("partner", display_name="Hana Harbour")
        self.sam, self.femi = (make.account("lead", display_name=name) for name in ("Sam Hill", "Femi Adu"))


def says_no(desk: Desk, reference: str, why: str) -> None:
    desk.go("/")
    desk.follow(f"Request {reference}")
    desk.does_not_see("i cannot sleep")
    desk.page.get_by_label("No", exact=True).check()
    desk.press("Answer")
    desk.sees("Say why not")
    desk.page.get_by_label("No", exact=True).check()
    desk.write("If not: why?", why)
    desk.press("Answer")
    desk.go("/")
    desk.does_not_see(reference)


def asks(dee: Desk, reference: str, name: str) -> None:
    dee.go("/help/requests/")
    dee.follow(f"Request {reference}")
    dee.follow("Hand it over")
    dee.write("Name of the worker", name.split(maxsplit=1)[0])
    dee.press("Look up")
    dee.follow(name)
    dee.write("What is it about", "A mother who does not sleep")
    dee.press("Ask them")
    dee.sees(f"{name} is asked. Until they say yes it stays where it is.")


def sam_leaves(sam: Account) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    Account.objects.using(make.OWNER).filter(id=sam.id).update(is_active=False, until_on=yesterday)


def mo_steps_in(mo: Desk, reference: str) -> None:
    mo.go("/")
    mo.sees(ALERT)
    mo.follow(f"Request {reference}")
    for words in ("We are full until spring", "This is not ours", "Dee Duty"):
        mo.sees(words)
    asks(mo, reference, "Femi Adu")


def femi_says_yes(femi: Desk, reference: str) -> None:
    femi.go("/")
    femi.follow(f"Request {reference}")
    femi.choose("Yes, I have this")
    femi.press("Answer")
    femi.sees("i cannot sleep")


def test_what_nobody_accepts_stays_with_the_giver_until_a_manager_steps_in(sit: Sit) -> None:
    them = Workers()
    request: UUID = asked()
    does(them.dee, actions.take_request, request=request)
    decides(them.dee, request)
    reference = HelpRequest.objects.using(make.OWNER).get(id=request).reference
    dee, mo = sit(them.dee), sit(them.mo, width=1280)

    for worker, why in ((them.rosa, "We are full until spring"), (them.hana, "This is not ours")):
        mo.go("/")
        mo.does_not_see(ALERT)
        asks(dee, reference, worker.display_name)
        says_no(sit(worker), reference, why)
        assert holder(request) == them.dee.id

    asks(dee, reference, "Sam Hill")
    sam_leaves(them.sam)
    assert holder(request) == them.dee.id, "who does not answer has nothing, and drops nothing"
    mo_steps_in(mo, reference)
    assert holder(request) == them.dee.id
    femi_says_yes(sit(them.femi), reference)
    assert holder(request) == them.femi.id
    mo.go("/help/requests/")
    mo.sees("Femi Adu")
