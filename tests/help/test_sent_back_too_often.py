"""Two who say no to a family's requests raise an alert: on the Today of managers, until somebody says yes."""

from __future__ import annotations

import pytest

from kith.help.models import HelpRequest
from tests.help.asked import answer, asked, give, holder, take
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
ALERT = "sent from one to the next"


def test_the_second_no_is_an_alert_and_the_first_is_none() -> None:
    duty, manager = make.account("front_door"), make.account("manager")
    request = asked()
    assert take(duty, request)
    reference = HelpRequest.objects.using(make.OWNER).get(id=request).reference
    today = signed_in(manager)
    for said_no in (1, 2):
        lead = make.account("lead")
        assert answer(lead, give(duty, request, lead), False, "We are full")
        found = words_of(today.get("/"))
        assert (ALERT in found) is (said_no == 2)
        assert (f"Request {reference}" in found) is (said_no == 2)
    assert "sent back 2 times" in words_of(today.get("/"))
    assert ALERT not in words_of(signed_in(lead).get("/")), "it is for those who can find somebody"
    assert holder(request) == duty.id, "and all the while somebody has it"
