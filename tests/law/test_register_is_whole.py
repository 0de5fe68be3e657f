"""The shipped register holds every duty of the survey, in words that can be read, with sources that are named."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlparse

from kith.law import fact_kinds
from kith.law.register import Duty, Register

IDS = Path(__file__).parent / "data" / "duty_ids.txt"
FORBIDDEN = re.compile(r"\bcases?\b|\bcaseload", re.IGNORECASE)
# Whose pages the public can read and trust: statute, guidance, judgments.
SOURCES = ("legislation.gov.uk", "gov.uk", "judiciary.uk")
# Long to count, but known: everyday words, and those that a child in care hears from the start.
LEARNED = {"pathway", "kinship", "adviser", "emergency", "somebody", "family", "adoption"}
MOST_WORDS, MOST_SYLLABLES, LONGEST = 13, 1.75, 11


def syllables(word: str) -> int:
    """About how many: groups of vowels, a silent e left out."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", plain))
    silent = plain.endswith("e") and not plain.endswith("le") and groups > 1
    return max(1, groups - silent)


def hard(name: str) -> list[str]:
    """What makes a name hard to read at nine to eleven."""
    words = [each for each in re.findall(r"[A-Za-z'’]+", name) if each.lower() not in LEARNED]
    found = [f"{len(words)} words"] if len(words) > MOST_WORDS else []
    found += [word for word in words if len(word) > LONGEST or syllables(word) > 3]
    average = sum(syllables(word) for word in words) / len(words)
    return [*found, f"{average:.2f} syllables a word"] if average > MOST_SYLLABLES else found


def test_every_duty_of_the_survey_is_in_the_register(register: Register) -> None:
    wanted = IDS.read_text(encoding="utf-8").split()
    assert len(wanted) == 198
    assert set(wanted) - {duty.id for duty in register} == set()


def test_no_name_says_the_word_that_people_are_not() -> None:
    assert FORBIDDEN.search("caseload")
    assert not FORBIDDEN.search("casework is one word")


def test_no_name_in_the_register_says_it_either(register: Register) -> None:
    said = [
        f"{duty.id}: {words}"
        for duty in register
        for words in (duty.name, duty.family_name, duty.area, duty.applies.says, duty.time_in_words)
        if FORBIDDEN.search(words)
    ]
    assert said == []
    assert [kind for kind, held in fact_kinds.known().items() if FORBIDDEN.search(kind + held.says)] == []


def test_a_ten_year_old_can_read_what_families_read(register: Register) -> None:
    too_hard = {duty.id: (duty.family_name, hard(duty.family_name)) for duty in register}
    assert {id_: why for id_, why in too_hard.items() if why[1]} == {}


def test_the_check_of_reading_would_catch_a_hard_name() -> None:
    assert hard("Accommodation assessment documentation is disseminated to relevant authorities")
    assert not hard("First meeting about how your care is going")


def test_links_go_to_statute_guidance_or_judgments(register: Register) -> None:
    elsewhere = [
        f"{duty.id}: {duty.source.link}"
        for duty in register
        if duty.source.link
        and not any(
            (host := urlparse(duty.source.link).hostname or "") == each or host.endswith(f".{each}")
            for each in SOURCES
        )
    ]
    assert elsewhere == []


def test_what_is_law_or_guidance_has_a_link(register: Register) -> None:
    without = [
        duty.id
        for duty in register
        if not duty.source.link and duty.status in {"in_force", "prospective", "guidance"}
    ]
    assert without == []


def test_found_means_that_something_was_read(register: Register) -> None:
    unread = [
        duty.id
        for duty in register
        if duty.confidence in {"found", "partly_found"}
        and (len(duty.source.read) < 12 or duty.source.read.startswith("Not read"))
    ]
    assert unread == []


def test_recalled_never_claims_that_the_number_was_read(register: Register) -> None:
    hedged = re.compile(r"recalled|not (read|seen)|no number", re.IGNORECASE)
    sure = [
        duty.id for duty in register if duty.confidence == "recalled" and not hedged.search(duty.source.read)
    ]
    assert sure == []


def test_a_time_that_no_law_gives_says_that_it_is_local(register: Register) -> None:
    def local(duty: Duty) -> bool:
        return duty.confidence != "local_default" or duty.status in {"local_default", "beyond_the_law"}

    assert [duty.id for duty in register if not local(duty)] == []


def test_no_duty_of_the_new_act_binds_without_its_day(register: Register) -> None:
    """Section 5 alone began by itself, on 29 June 2026; regulations name the day of the others (s78)."""
    act = [duty for duty in register if "ukpga/2026/21" in duty.source.link]
    binding = {duty.id for duty in act if duty.status == "in_force"}
    assert binding == {"KC-06", "KC-07"}
    assert {str(duty.commences_on) for duty in act if duty.id in binding} == {"2026-06-29"}
    assert all(duty.commences_on is None for duty in act if duty.status == "prospective")


def test_every_area_has_a_title_and_holds_its_duties(register: Register) -> None:
    assert sorted(id_ for area in register.areas for id_ in area.ids) == [duty.id for duty in register]
    assert all(duty.area for duty in register)
    assert len(register.areas) >= 20


def test_worked_out_facts_say_what_they_are_made_of() -> None:
    known = fact_kinds.known()
    for kind, held in known.items():
        assert bool(held.out_of) == held.worked_out, kind
        assert set(held.out_of) <= set(known), kind
