"""One assessment for every route: each adult gives once, nobody's words become another's, and each has the last word."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.kinship import actions
from kith.kinship.assessments import asked_again, assessments
from kith.kinship.models import Said
from tests.kinship.kinfolk import Kinfolk, ago, today
from tests.support import make

pytestmark = pytest.mark.database


def starts(kin: Kinfolk, route: str, *adults: object) -> UUID:
    people = [each.id for each in (adults or (kin.nan, kin.grandad))]  # type: ignore[attr-defined]
    made: UUID = kin.does(actions.start_assessment, child=kin.child.id, adults=people, route=route, on=ago(9))
    return made


def says(kin: Kinfolk, assessment: UUID, who: object, question: str, words: str) -> UUID:
    made: UUID = kin.does(
        actions.take_down,
        assessment=assessment,
        adult=who.id,
        question=question,
        words=words,
        on=ago(8),  # type: ignore[attr-defined]
    )
    return made


def test_what_each_gave_goes_along_to_the_next_route_and_nothing_is_asked_twice(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    first = starts(kin, "foster")
    says(kin, first, kin.nan, "story", "I grew up by the sea.")
    says(kin, first, kin.grandad, "story", "I was in care myself.")
    says(kin, first, kin.nan, "training", "First aid.")
    second = starts(kin, "sgo")
    rows = Said.objects.using(make.OWNER).filter(assessment_id=second)
    assert {(each.person_id, each.question, each.words) for each in rows} == {
        (kin.nan.id, "story", "I grew up by the sea."),
        (kin.grandad.id, "story", "I was in care myself."),
    }
    with acting(make.actor(kin.lead), read_only=True):
        assert asked_again([kin.child.id]) == (2, 0)
        now = assessments([kin.child.id])[0]
    assert now.adults[0].open[0].asks.startswith("What is the child like?")
    says(kin, second, kin.nan, "story", "I grew up by the sea, in a big family.")
    with acting(make.actor(kin.lead), read_only=True):
        assert asked_again([kin.child.id]) == (2, 1)


def test_she_alone_reads_what_she_gave_and_her_answer_goes_with_it(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    first = starts(kin, "foster")
    says(kin, first, kin.nan, "health", "My knee.")
    says(kin, first, kin.grandad, "health", "My heart, which she does not know of.")
    for each in (kin.nan, kin.grandad):
        kin.shows(first, each)
    assert [each.body["words"] for each in kin.sees(kin.her).of("said")] == ["My knee."]
    assert "heart" not in str(kin.sees(kin.her).items)
    kin.does(
        actions.answer_my_assessment,
        kin.her,
        assessment=first,
        words="I am stronger than it says.",
        whose="N",
    )
    kin.does(
        actions.say_for_my_assessment, kin.her, assessment=first, question="home", words="The back room."
    )
    with acting(make.actor(kin.lead), read_only=True):
        (one,) = assessments([kin.child.id])
    (nan,) = [each for each in one.adults if each.person == kin.nan.id]
    assert nan.answers == ("I am stronger than it says.",)
    assert "The back room." in [each.words for each in nan.said]
    assert "stronger" not in str(kin.sees(kin.him).items)
    with pytest.raises(NotPermittedError):
        kin.does(actions.say_for_my_assessment, kin.her, assessment=first, question="order", words="x")


def test_nobody_elses_words_are_carried_over_whatever_sql_is_run(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    first = starts(kin, "foster")
    his = says(kin, first, kin.grandad, "health", "My heart.")
    row = {"assessment_id": first, "question": "health", "words": "x", "on": today()}
    with acting(make.actor(kin.lead)), pytest.raises(DatabaseError), transaction.atomic():
        Said.objects.create(person_id=kin.nan.id, carried_id=his, recorded_by=kin.lead.id, **row)
    with acting(make.actor(kin.lead)):
        Said.objects.create(person_id=kin.grandad.id, carried_id=his, recorded_by=kin.lead.id, **row)


def test_a_finished_assessment_takes_no_more_and_its_subject_may_still_answer(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    first = starts(kin, "foster", kin.nan)
    kin.shows(first)
    kin.does(actions.finish_assessment, assessment=first, outcome="not", on=today())
    with pytest.raises(CannotBeError, match="finished"):
        says(kin, first, kin.nan, "health", "x")
    kin.does(
        actions.answer_my_assessment, kin.her, assessment=first, words="I ask for the review.", whose="N"
    )
    with pytest.raises(CannotBeError, match="adults of the household"):
        kin.does(actions.start_assessment, child=kin.child.id, adults=[], route="sgo", on=today())
