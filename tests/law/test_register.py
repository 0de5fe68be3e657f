"""The register: what it holds is sound, and a wrong edit is refused with file, duty, field and remedy."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kith.law import fact_kinds
from kith.law.register import Register, RegisterError, load

GOOD = """
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
    assert len(register) >= 15
    assert max(Counter(ids).values()) == 1
    assert all(duty.source.link.startswith("https://") and duty.source.read for duty in register)


def test_every_kind_of_fact_is_named_by_a_duty_or_needed_to_work_one_out(register: Register) -> None:
    named = {kind for duty in register for kind in duty.kinds().values()}
    assert set(fact_kinds.known()) - named == {"birth", "care_leaver"}


def test_a_duty_is_a_few_lines(tmp_path: Path) -> None:
    (tmp_path / "area.toml").write_text(GOOD, encoding="utf-8")
    assert [duty.id for duty in load(tmp_path)] == ["ZZ-01"]


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ('unit = "day"', 'unit = "fortnight"', "area.toml: duty ZZ-01: clock.0.unit: Input should be"),
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
        ("[[duty]]", "law = 1\n[[duty]]", "duty -: law: not known here. Only [[duty]] tables go here."),
        (
            'status = "local',
            'suspended_by = [{ fact = "birth", says = "no" }]\nstatus = "local',
            "suspended_by",
        ),
        ("[[duty.clock]]", "[[duty.clock", "not readable as TOML"),
    ],
)
def test_a_wrong_edit_names_file_duty_field_and_remedy(
    tmp_path: Path, was: str, becomes: str, says: str
) -> None:
    assert was in GOOD
    faults = faults_of(tmp_path, GOOD.replace(was, becomes, 1))
    assert any(says in fault for fault in faults), faults
    assert all(fault.startswith("area.toml: duty ") and fault.endswith(".") for fault in faults)


def test_an_id_used_twice_names_the_other_file(tmp_path: Path) -> None:
    (tmp_path / "area.toml").write_text(GOOD, encoding="utf-8")
    (fault,) = faults_of(tmp_path, GOOD, name="later.toml")
    assert fault == (
        "later.toml: duty ZZ-01: id: this id is already used in area.toml. Give each duty its own id."
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
