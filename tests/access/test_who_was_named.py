"""Who was named for a child in a role that a duty asks for, alone or by way of the family."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from kith.access.models import Account, Involvement, Named
from kith.core.acting import acting
from kith.law.recorded import facts_of
from kith.people.models import FamilyMember, Person
from kith.story import actions
from tests.support import make

pytestmark = pytest.mark.database
DAY = timedelta(days=1)


def facts(by: Account, person: Person) -> list[tuple[str, date, date | None]]:
    with acting(make.actor(by)):
        found = facts_of([person.id])
    return sorted((each.kind, each.on, each.until) for each in found if each.kind.endswith("_named"))


def test_a_lead_of_the_family_is_the_lead_of_each_child_while_they_are_of_it() -> None:
    ada, ben = make.person("Ada"), make.person("Ben")
    family = make.family(ada)
    lead, began = make.account("lead"), timezone.localdate() - 40 * DAY
    held = Involvement.objects.using(make.OWNER).create(
        account=lead, family=family, role="lead_practitioner", label_mask=1, during=make.always(began)
    )
    assert facts(lead, ada) == [("lead_practitioner_named", began, None)]
    joined = began + 10 * DAY
    FamilyMember.objects.using(make.OWNER).create(family=family, person=ben, during=make.always(joined))
    assert facts(lead, ben) == [("lead_practitioner_named", joined, None)]
    from psycopg.types.range import DateRange

    ends = timezone.localdate() + DAY
    Involvement.objects.using(make.OWNER).filter(id=held.id).update(during=DateRange(began, ends, "[)"))
    assert facts(lead, ben) == [("lead_practitioner_named", joined, ends)]


def test_who_is_named_in_another_role_is_not_told_to_the_law() -> None:
    ada, lead = make.person("Ada"), make.account("lead")
    make.involved(lead, ada, role="family_support")
    assert facts(lead, ada) == []
    make.involved(make.account("reviewing"), ada, role="reviewing_officer")
    assert [kind for kind, *_ in facts(lead, ada)] == ["reviewing_officer_named"]


def test_a_school_does_not_learn_of_a_worker_whom_a_concern_brought() -> None:
    ada, lead, school = make.person("Ada"), make.account("lead"), make.account("school")
    for each in (lead, school):
        make.involved(each, ada, role="family_support")
    by = make.actor(lead)
    with acting(by):
        concern = actions.start_not_yet_told(
            by=by, persons=[ada.id], reason="Police ask.", since=timezone.now()
        )
    make.involved(make.account("protection"), ada, role="lead_protection", arises_from_id=concern)
    assert [kind for kind, *_ in facts(lead, ada)] == ["lead_protection_practitioner_named"]
    assert facts(school, ada) == []


def test_nobody_names_by_hand() -> None:
    from django.db import DatabaseError

    ada, lead = make.person("Ada"), make.account("lead")
    held = make.involved(lead, ada, role="family_support")
    row = Named(
        id=uuid4(),
        involvement_id=held.id,
        person_id=ada.id,
        role="lead_practitioner",
        named_on=timezone.localdate(),
    )
    with pytest.raises(DatabaseError), acting(make.actor(lead)):
        row.save(force_insert=True)
