"""Facts are recorded as they are: what cannot be is refused beside its field, what is odd is marked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.actor import Actor
from kith.core.models import AuditEntry
from kith.people import actions
from kith.people.actions import CannotBeError
from kith.people.facts import all_facts
from kith.people.models import Address, MayKnow, Person, PersonName, Relationship
from kith.people.models.identifier import Scheme
from tests.support import make

pytestmark = pytest.mark.database


@pytest.fixture
def child() -> Person:
    return make.person("Ada", "Ash")


@pytest.fixture
def lead(child: Person) -> Account:
    who = make.account("lead")
    make.involved(who, child)
    return who


@contextmanager
def as_(who: Account) -> Iterator[Actor]:
    with acting(make.actor(who)):
        yield make.actor(who)


def test_a_new_name_to_use_leaves_the_former_one(child: Person, lead: Account) -> None:
    with as_(lead) as by:
        actions.record_name(
            by=by, person=child.id, kind="known_as", given="Addie", family="Ash", preferred=True
        )
        assert [str(n) for n in PersonName.objects.filter(preferred=True)] == ["Addie Ash"]
        assert PersonName.objects.count() == 2
        with pytest.raises(CannotBeError) as raised:
            actions.record_name(by=by, person=child.id, kind="alias", given=" ", family="")
    assert raised.value.field == "given"


def test_the_audit_names_the_action_and_the_person(child: Person, lead: Account) -> None:
    with as_(lead) as by:
        actions.record_need(by=by, person=child.id, need="A quiet room")
    row = AuditEntry.objects.using(make.OWNER).get(action="people.record_need")
    assert (row.persons, row.actor) == ([child.id], lead.id)
    assert "quiet" not in str(row.summary)


def test_a_birth_is_corrected_and_the_unborn_are_born(child: Person, lead: Account) -> None:
    with as_(lead) as by:
        actions.change_born(by=by, person=child.id, born_on=date(2014, 5, 1), birth_knowledge="estimated")
        with pytest.raises(CannotBeError):
            actions.change_born(by=by, person=child.id, born_on=date(2180, 1, 1), birth_knowledge="exact")
        with pytest.raises(CannotBeError):
            actions.change_born(by=by, person=child.id, born_on=None, birth_knowledge="exact")
        actions.change_born(by=by, person=child.id, born_on=date(2014, 5, 1), birth_knowledge="unknown")
        assert Person.objects.get(id=child.id).born_on is None


def test_a_baby_who_is_expected_is_born_and_what_was_believed_stays_in_the_history(lead: Account) -> None:
    due = timezone.localdate() + timedelta(days=60)
    baby = make.person("Baby", "Ash", born=due, birth_knowledge="expected")
    make.involved(lead, baby)
    with as_(lead) as by:
        assert Person.objects.get(id=baby.id).is_unborn
        with pytest.raises(CannotBeError, match="choose “expected”"):
            actions.change_born(by=by, person=baby.id, born_on=due, birth_knowledge="exact")
        came = timezone.localdate() - timedelta(days=1)
        actions.change_born(by=by, person=baby.id, born_on=came, birth_knowledge="exact")
        now = Person.objects.get(id=baby.id)
        assert (now.is_unborn, now.born_on) == (False, came)
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT born_on, birth_knowledge FROM people_personevent WHERE pgh_obj_id = %s", [baby.id]
        )
        assert cursor.fetchall() == [(due, "expected")]


@pytest.mark.parametrize(
    ("number", "more", "says"),
    [
        (("nhs", "9434765919"), {"trace_status": "traced"}, "checked with the NHS"),
        (("nhs", "9434765919"), {"trace_status": "no_match"}, "the NHS knows nobody by it"),
        (("nhs", "9434765919"), {"verified_on": date(2026, 1, 2)}, "last checked 2 January 2026"),
        (("single", "SI-12345"), {"trace_status": "traced"}, ""),
        (("former_upn", "T801200002002"), {}, ""),
    ],
)
def test_a_number_says_whose_it_is_and_how_far_it_was_traced(
    child: Person, lead: Account, number: tuple[str, str], more: dict[str, Any], says: str
) -> None:
    scheme, value = number
    with as_(lead) as by:
        actions.record_identifier(by=by, person=child.id, scheme=scheme, value=value, **more)
        (shown,) = all_facts([child.id]).numbers
    assert (shown.label, shown.text, shown.note) == (Scheme(scheme).label, value, says)


def test_a_number_that_does_not_add_up_is_kept_and_marked(child: Person, lead: Account) -> None:
    with as_(lead) as by:
        recorded = actions.record_identifier(by=by, person=child.id, scheme="nhs", value="943 476 5918")
        assert "does not add up" in recorded.doubts[0]
        assert "does not add up" in all_facts([child.id]).numbers[0].doubt
        with pytest.raises(CannotBeError) as raised:
            actions.record_identifier(by=by, person=child.id, scheme="nhs", value="9434765918")
    assert raised.value.field == "value"


def test_a_councils_number_belongs_to_one_person(child: Person, lead: Account) -> None:
    other = make.person("Bo", "Ash")
    make.involved(lead, other)
    with as_(lead) as by:
        actions.record_identifier(by=by, person=child.id, scheme="local", value="1")
        with pytest.raises(CannotBeError, match="Another record already has this number"):
            actions.record_identifier(by=by, person=other.id, scheme="local", value="1")


def test_both_sides_of_a_tie_are_written_and_ended(child: Person, lead: Account) -> None:
    nan = make.person("Nan", "Elm", born=date(1950, 1, 1))
    with as_(lead) as by:
        made = actions.record_relationship(
            by=by,
            person=child.id,
            other=nan.id,
            kind="grandparent",
            in_their_words="my nan who isn't my real nan",
        )
        both = {(r.person_id, r.kind, r.in_their_words) for r in Relationship.objects.all()}
        assert both == {
            (child.id, "grandparent", "my nan who isn't my real nan"),
            (nan.id, "grandchild", ""),
        }
        with pytest.raises(CannotBeError, match="already recorded"):
            actions.record_relationship(by=by, person=child.id, other=nan.id, kind="grandparent")
        actions.end_relationship(by=by, relationship=made.id, on=date(2026, 1, 1))
        assert {r.during.upper for r in Relationship.objects.all()} == {date(2026, 1, 1)}


def test_an_odd_tie_is_recorded_and_doubted(child: Person, lead: Account) -> None:
    young = make.person("Yan", "Ash", born=date(2010, 1, 1))
    with as_(lead) as by:
        recorded = actions.record_relationship(by=by, person=child.id, other=young.id, kind="mother")
        assert "younger than 12" in recorded.doubts[0]
        assert "younger than 12" in all_facts([child.id]).ties[0].doubt


@pytest.mark.parametrize("kind", ["restricted", "sealed", "relocated"])
def test_a_hidden_person_cannot_be_named_and_looks_like_nobody(
    kind: str, child: Person, lead: Account
) -> None:
    hidden = make.person("Hidden", "Elm")
    make.restricted(hidden, kind)
    nobody = Person().id
    said = set()
    with as_(lead) as by:
        for other in (hidden.id, nobody):
            with pytest.raises(CannotBeError) as raised:
                actions.record_relationship(by=by, person=child.id, other=other, kind="friend")
            said.add(str(raised.value))
    assert len(said) == 1


def test_moving_home_ends_the_last_one_and_two_homes_cannot_share_a_night(
    child: Person, lead: Account
) -> None:
    def live(since: date, until: date | None = None, **more: bool) -> None:
        with as_(lead) as by:
            actions.record_address(
                by=by,
                person=child.id,
                lines="1 Lane",
                postcode="zz11zz",
                from_on=since,
                until_on=until,
                **more,
            )

    live(date(2020, 1, 1))
    live(date(2024, 6, 1))
    homes = list(Address.objects.using(make.OWNER).order_by("during"))
    assert [(h.during.lower, h.during.upper, h.postcode) for h in homes] == [
        (date(2020, 1, 1), date(2024, 6, 1), "ZZ1 1ZZ"),
        (date(2024, 6, 1), None, "ZZ1 1ZZ"),
    ]
    with pytest.raises(CannotBeError) as raised:
        live(date(2021, 1, 1), date(2022, 1, 1))
    assert raised.value.field == "from_on"
    live(date(2021, 1, 1), date(2022, 1, 1), settled=False)
    with pytest.raises(CannotBeError, match="after the first"):
        live(date(2025, 1, 1), date(2025, 1, 1))


def test_a_past_stay_does_not_end_the_home_of_today(child: Person, lead: Account) -> None:
    make.home(child, "1 Lane")
    stay = {"lines": "9 Road", "postcode": "", "from_on": date(2021, 3, 1), "until_on": date(2021, 4, 1)}
    with as_(lead) as by, pytest.raises(CannotBeError, match="settled home since 1 January 2020"):
        actions.record_address(by=by, person=child.id, **stay)
    homes = Address.objects.using(make.OWNER)
    assert [each.during.upper for each in homes.all()] == [None], "it goes on"
    with as_(lead) as by:
        actions.record_address(by=by, person=child.id, settled=False, **stay)
    assert homes.get(settled=True).during.upper is None


def test_who_may_know_is_one_answer_at_a_time(child: Person, lead: Account) -> None:
    father = make.person("Fred", "Ash", born=None)
    with as_(lead) as by:
        for may, day in ((True, date(2024, 1, 1)), (False, date(2025, 1, 1)), (True, date(2025, 1, 1))):
            actions.rule_who_may_know(
                by=by, person=child.id, other=father.id, may=may, reason="Said so.", from_on=day
            )
        rulings = MayKnow.objects.order_by("during")
        assert [(r.may, r.during.upper) for r in rulings] == [(True, date(2025, 1, 1)), (True, None)]


def test_nothing_is_recorded_of_somebody_whose_record_is_not_open(child: Person) -> None:
    with as_(make.account("lead")) as by, pytest.raises(NotPermittedError):
        actions.record_language(by=by, person=child.id, language="Welsh", use="first")


def test_language_need_and_disability(child: Person, lead: Account) -> None:
    with as_(lead) as by:
        actions.record_language(by=by, person=child.id, language="British Sign Language", use="first")
        with pytest.raises(CannotBeError, match="already recorded"):
            actions.record_language(by=by, person=child.id, language="British Sign Language", use="first")
        actions.record_disability(by=by, person=child.id, code="HEAR")
        assert actions.record_disability(by=by, person=child.id, code="NONE").doubts
        actions.record_contact_point(by=by, person=child.id, channel="text", value="07", safety="care")
        facts = all_facts([child.id])
    assert facts.languages[0].text == "British Sign Language"
    assert facts.contacts[0].doubt
