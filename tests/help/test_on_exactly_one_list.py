"""Whatever is done with a request for help, in whatever order and by whom: it is on exactly one list."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.access.models import Account
from kith.help.models import HelpRequest, RequestHolder, RequestPerson
from tests.help.asked import answer, as_, asked, give, holder, take
from tests.support import make

pytestmark = pytest.mark.database
WHO = st.integers(0, 4)
STEP = st.one_of(
    st.tuples(st.just("take"), WHO),
    st.tuples(st.just("give"), WHO, st.one_of(WHO, st.none())),
    st.tuples(st.just("yes"), WHO),
    st.tuples(st.just("no"), WHO, st.sampled_from(["", "We are full"])),
    st.tuples(st.just("gone"), WHO),
)


def last_giving() -> Any:
    return RequestHolder.objects.using(make.OWNER).order_by("-given_at", "-recorded_at").first()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=12))
def test_it_is_on_exactly_one_list_whatever_happens(steps: list[tuple[Any, ...]]) -> None:
    roles = ("front_door", "lead", "partner", "manager", "front_door")
    staff = [make.account(role, login=f"{uuid4()}@kithshire.example") for role in roles]
    request = asked()
    assert holder(request) is None
    for kind, who, *more in steps:
        before = holder(request)
        if kind == "take":
            took = take(staff[who], request)
            assert holder(request) == (staff[who].id if took else before)
        elif kind == "give":
            to = None if more[0] is None else staff[more[0]]
            give(staff[who], request, to)
            assert holder(request) == before, "the giver has it until somebody says yes"
        elif kind == "gone":
            Account.objects.using(make.OWNER).filter(id=staff[who].id).update(is_active=False)
        else:
            done = answer(staff[who], last_giving().id, kind == "yes", *more)
            assert kind == "yes" or holder(request) == before, "a no leaves it where it was"
            assert not done or kind == "no" or holder(request) in {staff[who].id, None}
    boss = make.account("front_door", login=f"{uuid4()}@kithshire.example")
    listed = as_(boss, "SELECT count(*) FROM help_front_door() WHERE request = %s", request)
    assert listed == 1, "the front door sees what is not closed, whoever has it"


def test_the_database_itself_refuses_a_request_that_nobody_has() -> None:
    facts = {"reference": "AAAA-BBBB", "asked_at": timezone.now(), "how": "self"}
    with pytest.raises(IntegrityError, match="exactly one list"):
        HelpRequest.objects.using(make.OWNER).create(**facts)
    request = asked()
    with pytest.raises(IntegrityError, match="exactly one list"):
        RequestHolder.objects.using(make.OWNER).filter(request_id=request).delete()
    with pytest.raises(IntegrityError, match="exactly one list"):
        RequestHolder.objects.using(make.OWNER).filter(request_id=request).update(ended_at=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic(using=make.OWNER):
        RequestHolder.objects.using(make.OWNER).create(
            request_id=request, given_at=timezone.now(), accepted_at=timezone.now()
        )
    with pytest.raises(IntegrityError, match="closed by a decision"):
        HelpRequest.objects.using(make.OWNER).filter(id=request).update(
            told_at=timezone.now(), told_how="letter", closed_at=timezone.now()
        )


def test_the_same_asking_sent_twice_is_one_request() -> None:
    from kith.core.acting import acting
    from kith.help.asking.ask import Asking, ask

    one = uuid4()
    said = set()
    for _ in range(2):
        with acting(None, channel="sign-in"):
            said.add(ask(asked=one, asking=Asking(how="self", what_is_hard="x")))
    assert len(said) == 1
    assert HelpRequest.objects.using(make.OWNER).count() == 1
    assert RequestHolder.objects.using(make.OWNER).count() == 1


def test_a_no_needs_a_reason_and_what_was_called_back_cannot_be_answered() -> None:
    request, duty, lead = asked(), make.account("front_door"), make.account("lead")
    first = give(duty, request, lead)
    assert not answer(lead, first, False, "  ")
    assert give(duty, request, make.account("social_worker")) is not None
    assert not answer(lead, first, True)


def test_nobody_answers_or_gives_what_is_anothers() -> None:
    request, duty, lead, other = asked(), *(make.account(each) for each in ("front_door", "lead", "lead"))
    giving = give(duty, request, lead)
    assert not answer(other, giving, True)
    assert not answer(duty, giving, True), "nobody says yes for another"
    assert give(lead, request, other) is None, "who has not said yes has nothing to pass on"
    assert not take(other, request)
    assert answer(lead, giving, True)
    assert not take(duty, request)
    assert give(lead, request, make.account("parent")) is None
    assert give(lead, request, make.account("analyst")) is None
    assert give(lead, request, lead) is None


def test_what_a_worker_who_left_had_is_the_front_doors_again() -> None:
    request, duty, lead = asked(), make.account("front_door"), make.account("lead")
    answer(lead, give(duty, request, lead), True)
    assert not take(duty, request)
    Account.objects.using(make.OWNER).filter(id=lead.id).update(is_active=False)
    assert take(duty, request)
    assert holder(request) == duty.id


def test_bounces_are_counted_over_all_requests_of_a_family() -> None:
    ada, mara, duty = make.person("Ada"), make.person("Mara"), make.account("front_door")
    make.family(ada, mara)
    first, second = asked(), asked()
    for request, person in ((first, ada), (second, mara)):
        RequestPerson.objects.using(make.OWNER).create(request_id=request, person=person)
        lead = make.account("lead")
        assert answer(lead, give(duty, request, lead), False, "Full")
    bounces = "SELECT bounces FROM help_front_door() WHERE request = %s"
    assert as_(duty, bounces, first) == as_(duty, bounces, second) == 2
