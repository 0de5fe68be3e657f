"""Why something is late is always recordable and moves nothing; what moves or excuses a date, the register allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test.utils import override_settings
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.law import pause
from kith.law.due import obligations
from kith.law.engine import derive
from kith.law.models import DutyNote
from kith.law.notes.actions import RefusedNoteError, Said, say_of_due, take_back_note
from kith.law.obligation import Obligation
from kith.law.register import Register
from kith.pages.due_lines import may_be_said
from kith.people.models import Person
from kith.protection.models import OrderApplication
from kith.story.models import Event
from tests.law.conftest import Told
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

ISSUED = date(2026, 3, 2)
END = date(2026, 8, 30)  # 26 weeks, the day of issue the first: Children Act 1989 s32(1)(a)(ii)


def test_what_the_register_allows_is_this_and_nothing_else_of_what_is_derived(register: Register) -> None:
    """A duty of which the law allows nothing says so on its page; this list is read with its sources."""
    allowed = {each.id: [(one.how, one.reason) for one in each.allows] for each in register if each.allows}
    assert allowed == {
        "CO-01": [("extended", "complex")],
        "CO-02": [("extended", "complex")],
        "IG-01": [("extended", "complex")],
        "IG-06": [("paused", "clarification")],
        "LA-12": [("excused", "refused")],
        "PL-04": [("extended", "senior_manager")],
        "PL-06": [("extended", "court")],
    }
    assert all(len(one.source) > 40 for each in register for one in each.allows)
    assert all(not each.shown for each in register if each.allows), (
        "no date that a family reads is moved here"
    )


@pytest.mark.parametrize(
    ("given", "as_at", "then"),
    [
        ([("2026-08-03", "2026-10-05")], "2026-09-20", ("2026-10-05", "due")),
        # Eight weeks at most, from the end of what is extended.
        ([("2026-08-03", "2027-01-01")], "2026-11-20", ("2026-10-25", "late")),
        # Before it was given, nothing is known of it.
        ([("2026-09-10", "2026-10-05")], "2026-09-09", ("2026-08-30", "late")),
        # Given late: eight weeks from the day on which it was given.
        ([("2026-09-10", "2027-01-01")], "2026-09-12", ("2026-11-05", "due")),
        # Twice.
        ([("2026-08-03", "2026-10-20"), ("2026-10-12", "2026-12-01")], "2026-11-20", ("2026-12-01", "due")),
    ],
)  # fmt: skip
def test_the_court_may_give_eight_weeks_more_at_a_time(
    register: Register, told: Told, given: list[tuple[str, str]], as_at: str, then: tuple[str, str]
) -> None:
    facts = [told("care_application", "2026-03-02", ref="a")]
    facts += [told("duty_extended", on, until, ref="a", duty="PL-06", reason="court") for on, until in given]
    (found,) = derive(facts, register.only("PL-06"), as_at=date.fromisoformat(as_at))
    assert (found.due.isoformat(), found.state) == then
    assert any("The court allowed more time" in step.text for step in found.because) == (
        then[0] != "2026-08-30"
    )


def test_more_time_in_another_matter_or_of_another_duty_moves_nothing(register: Register, told: Told) -> None:
    facts = [
        told("care_application", "2026-03-02", ref="a"),
        told("duty_extended", "2026-08-03", "2026-10-05", ref="b", duty="PL-06", reason="court"),
        told("duty_extended", "2026-08-03", "2026-10-05", ref="a", duty="PL-04", reason="court"),
    ]
    (found,) = derive(facts, register.only("PL-06"), as_at=date(2026, 9, 20))
    assert (found.due, found.state) == (END, "late")


def test_more_time_in_all_is_counted_once(register: Register, told: Told) -> None:
    """SI 2006/1738 reg 14: ten working days, and ten more at most, however often it is asked."""
    facts = [told("complaint", "2026-11-02", ref="a")]
    for on, until in (("2026-11-12", "2026-11-25"), ("2026-11-24", "2027-01-29")):
        facts.append(told("duty_extended", on, until, ref="a", duty="CO-01", reason="complex"))
    (found,) = derive(facts, register.only("CO-01"), as_at=date(2026, 12, 1))
    assert (found.due, found.state) == (date(2026, 11, 30), "late")


def test_a_clock_stands_still_while_the_answer_is_awaited(register: Register, told: Told) -> None:
    """Freedom of Information Act 2000 s10(6): twenty working days, without those on which the council waited."""
    facts = [told(register["IG-06"].trigger, "2026-11-02", ref="a")]
    facts.append(
        told("duty_paused", "2026-11-09", "2026-11-16", ref="a", duty="IG-06", reason="clarification")
    )
    (found,) = derive(facts, register.only("IG-06"), as_at=date(2026, 11, 20))
    assert found.due == date(2026, 12, 7)
    (lasting,) = derive(
        [facts[0], told("duty_paused", "2026-11-09", ref="a", duty="IG-06", reason="clarification")],
        register.only("IG-06"),
        as_at=date(2027, 3, 1),
    )
    assert lasting.state == "due"


def test_nothing_is_moved_once_the_thing_was_done() -> None:
    more = pause.More(date(2026, 8, 20), date(2026, 10, 1))
    assert list(pause.extended(END, date(2026, 8, 19), [more])) == []
    assert list(pause.extended(END, None, [more])) == [(more, date(2026, 10, 1))]


class TestOnThePage:
    """With a record: actions, the page, and who reads it."""

    pytestmark = pytest.mark.database

    @pytest.fixture(autouse=True)
    def _here(self, kith_database: None, tmp_path: Path) -> Iterator[None]:
        live = date(2026, 1, 1)
        with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls", LIVE_FROM=live):
            yield

    @pytest.fixture
    def ada(self) -> Person:
        made = make.person("Ada", born=date(2014, 5, 1))
        OrderApplication.objects.using(make.OWNER).create(
            person=made, applied_on=ISSUED, kind="care", meeting_stood="held", binding=False
        )
        return made

    @pytest.fixture
    def worker(self, ada: Person) -> Account:
        made = make.account("social_worker", display_name="Rosa Lindqvist")
        make.involved(made, ada)
        return made

    def test_why_it_is_late_is_shown_and_changes_no_date(self, worker: Account, ada: Person) -> None:
        before = due(worker, ada)
        assert may_be_said(before) == "Say why it is late, or what the law allows"
        assert may_be_said(replace(before, state="due")) == "What the law allows"
        assert may_be_said(replace(before, duty="PL-07", state="due")) == ""
        assert may_be_said(replace(before, duty="PL-07", state="met_late")) == "Say why it was late"
        page = f"/people/{ada.id}/duties/say/PL-06/2026-03-02/"
        assert "Say why it is late" in words_of(signed_in(worker).get(f"/people/{ada.id}/duties/"))
        sent = signed_in(worker).post(page, {"what": "late", "why": "The expert fell ill."})
        assert sent.status_code == 302, words_of(sent)
        assert due(worker, ada) == before
        assert before.state == "late"
        said = words_of(signed_in(worker).get(f"/people/{ada.id}/duties/"))
        assert "Why it is late: The expert fell ill. (Rosa Lindqvist," in said

    def test_the_courts_more_time_moves_the_date_and_is_taken_back(
        self, worker: Account, ada: Person
    ) -> None:
        on, until = timezone.localdate(), timezone.localdate() + timedelta(days=30)
        page = f"/people/{ada.id}/duties/say/PL-06/2026-03-02/"
        given = (
            days("on", on) | days("until", until) | {"what": "court", "why": "An expert's report is awaited."}
        )
        sent = signed_in(worker).post(page, given)
        assert sent.status_code == 302, words_of(sent)
        moved = due(worker, ada)
        assert (moved.due, moved.state) == (until, "due")
        note = DutyNote.objects.using(make.OWNER).get()
        title = Event.objects.using(make.OWNER).latest("recorded_at").title
        assert title == "More time was allowed", "the story, which others read, does not say of which duty"
        signed_in(worker).post(f"/people/{ada.id}/duties/said/", {"note": str(note.id)})
        assert due(worker, ada).due == END
        with acting(make.actor(worker)):
            (believed,) = obligations(
                [ada.id], duty="PL-06", believed=note.recorded_at + timedelta(milliseconds=1)
            )
        assert believed.due == until, "what was believed is kept"

    def test_a_duty_of_which_the_law_allows_nothing_says_so(self, worker: Account, ada: Person) -> None:
        starts = due(worker, ada, "PL-07").starts
        page = f"/people/{ada.id}/duties/say/PL-07/{starts}/"
        said = words_of(signed_in(worker).get(page))
        assert "allows no more time and no pause" in said
        sent = signed_in(worker).post(page, {"why": "The court had no day.", "what": "court"})
        assert sent.status_code == 302
        assert DutyNote.objects.using(make.OWNER).get().how == "late"

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            (Said(" "), "why"),
            (Said("So.", "court", date(2026, 8, 1)), "until"),
            (Said("So.", "court", date(2026, 8, 1), date(2026, 8, 1)), "until"),
            (Said("So.", "court", date(2026, 3, 1), date(2026, 10, 1)), "on"),
            (Said("So.", "court", date(2100, 1, 1), date(2100, 2, 1)), "on"),
            (Said("So.", "weather", date(2026, 8, 1), date(2026, 9, 1)), "what"),
        ],
    )
    def test_what_cannot_be_is_refused_in_words(
        self, worker: Account, ada: Person, said: Said, field: str
    ) -> None:
        about, by = due(worker, ada), make.actor(worker)
        with pytest.raises(RefusedNoteError) as refused, acting(by):
            say_of_due(by=by, about=about, said=said)
        assert refused.value.field == field

    def test_only_a_role_that_the_register_names_records_it(self, worker: Account, ada: Person) -> None:
        nurse, about = make.account("health"), due(worker, ada)
        make.involved(nurse, ada)
        by = make.actor(nurse)
        with pytest.raises(NotPermittedError), acting(by):
            say_of_due(by=by, about=about, said=Said("So.", "court", date(2026, 8, 1), date(2026, 9, 1)))

    @pytest.mark.parametrize("role", ["partner", "school", "coordinator"])
    def test_no_charity_or_school_reads_it(self, worker: Account, ada: Person, role: str) -> None:
        by = make.actor(worker)
        with acting(by):
            note = say_of_due(by=by, about=due(worker, ada), said=Said("The expert fell ill."))
            assert DutyNote.objects.count() == 1
        other = make.account(role)
        make.involved(other, ada)
        theirs = make.actor(other)
        with acting(theirs):
            assert DutyNote.objects.count() == 0
        with pytest.raises(NotPermittedError), acting(theirs):
            take_back_note(by=theirs, persons=[ada.id], note=note)


def due(by: Account, child: Person, duty: str = "PL-06") -> Obligation:
    with acting(make.actor(by)):
        (found,) = obligations([child.id], duty=duty)
    return found


def days(name: str, day: date) -> dict[str, Any]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}
