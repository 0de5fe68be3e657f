"""What was tried against asking for help by a nosy partner, the worker of another household and a worker left out."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from psycopg.types.range import DateRange, TimestamptzRange

from kith.access.models import NotYetTold
from kith.core.acting import acting
from kith.help.actions import answer_giving, give_request, match_person, take_request
from kith.help.families.questions import known
from kith.help.models import HelpRequest, Pot, PracticalHelp, RequestPerson
from kith.people.models import FamilyMember, PersonIdentity
from kith.story.models import Event
from tests.access.tries import reads
from tests.help.asked import answer, asked, give, take
from tests.help.families import Mosses, does
from tests.support import make

pytestmark = pytest.mark.database
ABOUT = "SELECT person_id FROM help_requestperson"
SPENT = "SELECT what FROM help_practicalhelp"


def test_what_is_done_with_a_request_of_a_concern_bears_the_concern() -> None:
    request, child = asked(how="other"), make.person("Ada")
    duty, lead = make.account("front_door"), make.account("lead")
    for account in (duty, lead):
        make.involved(account, child)
    concern = NotYetTold.objects.using(make.OWNER).create(
        persons=[child.id], reason="Police ask.", since=timezone.now()
    )
    does(duty, match_person, request=request, person=child.id)
    does(duty, take_request, request=request)
    giving = does(duty, give_request, request=request, to=lead.id, words="Please")
    does(lead, answer_giving, giving=giving, yes=True)
    told = Event.objects.using(make.OWNER).filter(action__startswith="help.")
    assert told.count() == 4
    assert {each.covert_id for each in told} == {concern.id}


def test_a_charity_that_has_a_request_does_not_learn_whom_of_the_record_it_is_about() -> None:
    request, child, sister = asked(), make.person("Ada"), make.person("Eve")
    duty, charity, lead = make.account("front_door"), make.account("partner"), make.account("lead")
    make.involved(charity, sister, role="partner")
    for each in (child, sister):
        RequestPerson.objects.using(make.OWNER).create(id=uuid4(), request_id=request, person=each)
    take(duty, request)
    assert answer(charity, give(duty, request, charity), True)
    assert reads(charity, ABOUT) == [(sister.id,)]
    assert len(reads(duty, ABOUT)) == 2
    assert answer(lead, give(charity, request, lead), True)
    assert len(reads(lead, ABOUT)) == 2


def test_a_request_about_somebody_restricted_is_not_handed_to_who_is_left_out() -> None:
    request, child = asked(), make.person("Ada")
    duty, lead = make.account("front_door"), make.account("lead")
    take(duty, request)
    giving = give(duty, request, lead)
    assert giving is not None
    make.restricted(child)
    RequestPerson.objects.using(make.OWNER).create(id=uuid4(), request_id=request, person=child)
    assert reads(lead, "SELECT id FROM help_helprequest") == []
    assert not answer(lead, giving, True)


def paid(family: Mosses) -> None:
    pot = Pot.objects.using(make.OWNER).create(
        name="Help", pays_for="x", pence=9000, from_on=date(2020, 1, 1)
    )
    PracticalHelp.objects.using(make.OWNER).create(
        family=family.family, what="A fare to the new school", pence=500, pot=pot, on=date(2026, 11, 1),
        agreed_by=family.mo,
    )  # fmt: skip


def test_the_worker_of_who_left_the_family_reads_nothing_of_its_help_since() -> None:
    mosses, father = Mosses(), make.person("Rhys", "Pike", born=None)
    left = DateRange(date(2020, 1, 1), date(2024, 1, 1), "[)")
    FamilyMember.objects.using(make.OWNER).create(family=mosses.family, person=father, during=left)
    paid(mosses)
    theirs = make.account("lead")
    make.involved(theirs, father)
    assert reads(theirs, SPENT) == []
    of_child = make.account("lead")
    make.involved(of_child, mosses.ada)
    assert len(reads(of_child, SPENT)) == 1


def test_a_restriction_on_a_linked_record_of_one_of_them_closes_the_familys_help() -> None:
    mosses, before = Mosses(), make.person("Mara", "Stone", born=None)
    paid(mosses)
    since = timezone.now() - timedelta(days=9)
    PersonIdentity.objects.using(make.OWNER).create(
        person=before, canonical=mosses.mara, during=TimestamptzRange(since, None, "[)"), reason="One person."
    )
    of_child = make.account("lead")
    make.involved(of_child, mosses.ada)
    assert len(reads(of_child, SPENT)) == 1
    make.restricted(before, kind="relocated")
    assert reads(of_child, SPENT) == []


def test_an_assessment_is_not_filled_with_what_another_said_unknown_to_the_family() -> None:
    mosses = Mosses()
    make.involved(mosses.mo, mosses.ada)
    said = {
        "A teacher asked them first": {"how": "other", "family_knows": True},
        "A neighbour hears shouting": {"how": "other"},
        "The police ask": {"how": "other", "family_knows": True},
        "i cannot sleep": {"how": "self"},
    }
    for words, more in said.items():
        request = asked(what_is_hard=words, **more)
        RequestPerson.objects.using(make.OWNER).create(id=uuid4(), request_id=request, person=mosses.ada)
        if words == "The police ask":
            concern = NotYetTold.objects.using(make.OWNER).create(
                persons=[mosses.ada.id], reason="x", since=timezone.now()
            )
            HelpRequest.objects.using(make.OWNER).filter(id=request).update(covert=concern)

    def filled() -> set[str]:
        with acting(make.actor(mosses.mo)):
            return {each.words for each in known(mosses.family.id, [mosses.ada.id]).values()}

    assert "i cannot sleep" in filled()
    HelpRequest.objects.using(make.OWNER).filter(how="self").update(what_is_hard="")
    assert filled() & set(said) == {"A teacher asked them first"}
