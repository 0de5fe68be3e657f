from __future__ import annotations

import re
from datetime import date

from kith.demo.generate import generate
from kith.demo.working_days import add_months, add_working_days

TODAY = date(2026, 11, 22)


def test_notes_seldom_repeat_and_none_calls_a_person_a_case() -> None:
    notes, visits = [], []
    for family in generate(1500, 1, today=TODAY):
        for event in family.events:
            text = " ".join(one.text for one in event.passages)
            notes.append(text)
            if event.kind == "visit":
                visits.append(text)
            assert not re.search(r"\bcases?\b", f"{event.title} {text}", re.IGNORECASE)
            assert "  " not in text
    assert len(notes) > 5000
    assert len(set(visits)) > 0.98 * len(visits)


def test_most_families_and_children_are_heard_in_their_own_words() -> None:
    families = list(generate(1500, 1, today=TODAY))
    heard = sum(any(event.kind == "own_words" for event in family.events) for family in families)
    assert heard > 0.5 * len(families)


def test_third_party_passages_are_released_to_nobody() -> None:
    for family in generate(800, 2, today=TODAY):
        for event in family.events:
            for passage in event.passages:
                if passage.label in {"third_party", "staff_restricted"}:
                    assert not passage.audience


def test_working_days_step_over_christmas_and_weekends() -> None:
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert add_working_days(date(2026, 11, 22), 0) == date(2026, 11, 23)
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
