"""The register: what it holds is sound, and a wrong edit is refused with file, duty, field and remedy."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from kith.law import fact_kinds
from kith.law.register import Register, RegisterError, load, shipped

GOOD = """area = "Somewhere"
[[duty]]
id = "ZZ-01"
name = "Something done"
family_name = "We do something"
trigger = "looked_after"
met_by = [{ fact = "looked_after_review" }]
status = "local_default"
confidence = "recalled"
[[duty.clock]]
value = 5
unit = "day"
days = "working"
[duty.source]
citation = "Local procedure"
link = "https://example.org/procedure"
checked_on = 2026-11-22
read = "Nothing"
"""


def faults_of(folder: Path, text: str, name: str = "area.toml") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError) as caught:
        load(folder)
    return [str(fault) for fault in caught.value.faults]


def test_the_register_holds_each_duty_once_with_a_source_in_order(register: Register) -> None:
    ids = [duty.id for duty in register]
    assert ids == sorted(ids)
    assert len(register) >= 198
    assert max(Counter(ids).values()) == 1
    assert all(duty.source.citation and duty.source.read for duty in register)


def test_every_kind_of_fact_is_named_by_a_duty_or_needed_to_work_one_out(register: Register) -> None:
    named = {kind for duty in register for kind in duty.kinds().values()}
    made_of = {each for kind in fact_kinds.known().values() for each in kind.out_of}
    assert set(fact_kinds.known()) - named - made_of == set()


def test_a_duty_is_a_few_lines(tmp_path: Path) -> None:
    (tmp_path / "area.toml").write_text(GOOD, encoding="utf-8")
    assert [duty.id for duty in load(tmp_path)] == ["ZZ-01"]


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        (
            'unit = "day"',
            'unit = "fortnight"',
            "area.toml, line 12: duty ZZ-01: clock.0.unit: Input should be",
        ),
        ("value = 5", "value = -5", "clock.0.value: Input should be greater than or equal to 0 (it says -5)"),
        ('unit = "day"', 'unit = "month"', "only days can be working days"),
        ('trigger = "looked_after"', 'trigger = "lookedafter"', "trigger: 'lookedafter' is not a known kind"),
        ('name = "Something done"\n', "", "name: Field required. Add it."),
        ('status = "local_default"', 'status = "in_force"', "law in force has a commences_on date"),
        ('id = "ZZ-01"', 'id = "first review"', "duty first review: id: String should match"),
        ("[duty.source]", "colour = 3\n[duty.source]", "clock.0.colour: Extra inputs are not permitted"),
        ("https://example.org", "http://example.org", "source.link: String should match"),
        ("met_by = [{", "met_by_end = true\nmet_by = [{", "either met_by facts, or met_by_end = true"),
        ('unit = "day"', 'unit = "day"\ndirection = "before"', "needs same_ref = true"),
        ("[[duty]]", "law = 1\n[[duty]]", "line 2: duty -: law: not known here. Only the area's title and"),
        (
            'status = "local',
            'suspended_by = [{ fact = "birth", says = "no" }]\nstatus = "local',
            "suspended_by",
        ),
        ("[[duty.clock]]", "[[duty.clock", "area.toml, line 10: duty -: -: not readable as TOML"),
        ("value = 5", "value = 5\nheld_from = 2026-02-30", "line 12: duty -: -: not readable as TOML"),
        (
            "checked_on = 2026-11-22",
            'checked_on = "last week"',
            "line 17: duty ZZ-01: source.checked_on: Input",
        ),
        ("checked_on = 2026-11-22\n", "", "line 14: duty ZZ-01: source.checked_on: Field required. Add it."),
        ('read = "Nothing"', 'read = ""', "source.read: String should have at least 3 characters"),
        ('area = "Somewhere"\n', "", "line 1: duty -: area: the area has no title. Begin the file with"),
        ("[[duty]]", "[duty]", "line 2: duty -: duty: not a list of duties. Write [[duty]] with two"),
        ('{ fact = "looked_after_review" }', '{ fact = "a_review" }', "met_by.0: 'a_review' is not a known"),
        (
            'trigger = "looked_after"\nmet_by = [{ fact = "looked_after_review" }]',
            'trigger = "birth"\nmet_by_end = true',
            "line 7: duty ZZ-01: met_by_end: 'birth' does not last, so it has no end. Name met_by facts.",
        ),
        (
            'status = "local_default"',
            'status = "law"',
            "line 8: duty ZZ-01: status: Input should be 'in_force'",
        ),
        (
            'status = "local_default"',
            'status = "guidance"\ncommences_on = 2020-01-01\nends_on = 2019-01-01',
            "ends_on is not after commences_on",
        ),
        (
            'status = "local_default"\nconfidence = "recalled"',
            'status = "guidance"\nconfidence = "local_default"',
            "a number that is a local default is not law",
        ),
        (
            'confidence = "recalled"',
            'confidence = "sure"',
            "line 9: duty ZZ-01: confidence: Input should be 'found'",
        ),
        (
            'status = "local',
            'promised_from = 2026-01-01\nstatus = "local',
            "line 8: duty ZZ-01: promised_from: this",
        ),
        (
            'status = "local',
            'time_in_words = "Each term"\nstatus = "local',
            "time_in_words is for a time that no",
        ),
    ],
)
def test_a_wrong_edit_names_file_duty_field_and_remedy(
    tmp_path: Path, was: str, becomes: str, says: str
) -> None:
    assert was in GOOD
    faults = faults_of(tmp_path, GOOD.replace(was, becomes, 1))
    assert any(says in fault for fault in faults), faults
    assert all(fault.startswith("area.toml, line ") and fault.endswith(".") for fault in faults)


def test_an_id_used_twice_names_the_other_file(tmp_path: Path) -> None:
    (tmp_path / "area.toml").write_text(GOOD, encoding="utf-8")
    (fault,) = faults_of(tmp_path, GOOD, name="later.toml")
    assert fault == (
        "later.toml, line 3: duty ZZ-01: id: this id is already used in area.toml. Give each duty its own id."
    )


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    wrong = GOOD.replace("value = 5", 'value = "five"').replace('name = "Something done"\n', "")
    assert len(faults_of(tmp_path, wrong)) == 2


def test_an_empty_folder_is_a_fault_and_not_a_register_without_law(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"no duties found\. Put \.toml files in this folder"):
        load(tmp_path)


def test_a_duty_that_is_not_there_is_named(register: Register) -> None:
    with pytest.raises(KeyError, match="no duty XX-99"):
        register.only("LA-04", "XX-99")


def test_a_file_that_is_not_text_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "area.toml").write_bytes(b"area = \xff")
    with pytest.raises(RegisterError, match=r"area.toml, line 1: .* not readable as text"):
        load(tmp_path)


def test_the_line_is_that_of_the_second_duty_and_its_second_clock(tmp_path: Path) -> None:
    second = GOOD.split("\n", 1)[1].replace("ZZ-01", "ZZ-02")
    clocks = '[[duty.clock]]\nvalue = 1\nunit = "month"\nrecurrence = "seldom"\n[duty.source]'
    (fault,) = faults_of(tmp_path, GOOD + second.replace("[duty.source]", clocks))
    text = (tmp_path / "area.toml").read_text(encoding="utf-8").splitlines()
    line = text.index('recurrence = "seldom"') + 1
    assert fault.startswith(f"area.toml, line {line}: duty ZZ-02: clock.1.recurrence: Input should be 'once'")


def test_a_spoilt_file_does_not_touch_the_register_that_is_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = shipped()
    (tmp_path / "area.toml").write_text(GOOD.replace("value = 5", "value = -5"), encoding="utf-8")
    monkeypatch.setattr(sys.modules["kith.law.register.load"], "FOLDER", tmp_path)
    with pytest.raises(RegisterError, match=r"area.toml, line 11: duty ZZ-01: clock.0.value"):
        load()
    assert shipped() is good
