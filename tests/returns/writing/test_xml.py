"""The census as the DfE's structure asks for it, element by element."""

from __future__ import annotations

import io
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from kith.returns.checking.cin_structure import structure_faults
from kith.returns.codes import Column, layout
from kith.returns.codes.code_sets import codes_in
from kith.returns.writing.cin_xml import Census
from kith.returns.writing.pieces import pieces
from kith.returns.writing.sendable import listed

YEAR = "2026-27"
# The sequence of every group, as the DfE's schema has it.
SEQUENCES = {
    "Child": ["ChildIdentifiers", "ChildCharacteristics", "CINdetails"],
    "ChildIdentifiers": [
        "LAchildID", "UPN", "FormerUPN", "UPNunknown", "PersonBirthDate", "ExpectedPersonBirthDate", "Sex",
        "PersonDeathDate",
    ],
    "ChildCharacteristics": ["Ethnicity", "Disabilities"],
    "CINdetails": [
        "CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate", "ReasonForClosure", "DateOfInitialCPC",
        "Assessments", "CINPlanDates", "Section47", "ReferralNFA", "ChildProtectionPlans", "PreProceedingsandFGDM",
    ],
    "Assessments": [
        "AssessmentActualStartDate", "AssessmentInternalReviewDate", "AssessmentAuthorisationDate",
        "FactorsIdentifiedAtAssessment",
    ],
    "Section47": ["S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"],
    "ChildProtectionPlans": [
        "CPPstartDate", "CPPendDate", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "NumberOfPreviousCPP", "Reviews",
    ],
}  # fmt: skip


FILLED = {
    "LAchildID": "1", "UPN": "A12345678901B", "FormerUPN": "A12345678901B", "NumberOfPreviousCPP": "0", "LEA": "301",
    "ReviewMeetingsCount": "2", "SerialNo": "001", "Collection": "CIN", "Year": "2027", "SourceLevel": "L",
    "DateTime": "2027-05-01T09:00:00", "SoftwareCode": "Kith", "Release": "1",
}  # fmt: skip
DAY = "2026-05-06"


def good(column: Column) -> str:
    """A value that the form takes."""
    if column.kind == "parent":
        return "1"
    return FILLED.get(column.name) or next(iter(codes_in("cin", column.code_set, YEAR)), DAY)


def frames(**given: list[dict[str, str | None]]) -> dict[str, Any]:
    """Frames of every table, a row each unless given; columns that are not given hold what the form takes."""
    made = {}
    for name, table in layout("cin").items():
        columns = [each for each in table.columns if each.name != "GenderCurrent"]
        rows = given.get(name, [{}])
        made[name] = pa.table(
            {
                each.name: pa.array([row.get(each.name, good(each)) for row in rows], pa.string())
                for each in columns
            }
        )
    return made


def census(
    tables: dict[str, Any], name: str = "PreProceedingsandFGDM", year: str = YEAR
) -> tuple[bytes, Census]:
    file = io.BytesIO()
    made = Census(tables, name, year)
    made.write(file)
    return file.getvalue(), made


def written(tables: dict[str, Any], name: str = "PreProceedingsandFGDM") -> etree._Element:
    text, made = census(tables, name)
    assert not made.unsent
    return etree.fromstring(text)


def test_elements_stand_in_the_order_of_the_schema() -> None:
    message = written(frames())
    assert [each.tag for each in message] == ["Header", "Children"]
    for name, sequence in SEQUENCES.items():
        (found,) = message.iter(name)
        assert [each.tag for each in found] == sequence, name


def test_children_and_their_parts_stay_together() -> None:
    message = written(
        frames(
            ChildIdentifiers=[{"LAchildID": "1"}, {"LAchildID": "2"}],
            ChildCharacteristics=[{"LAchildID": "1"}, {"LAchildID": "2"}],
            Disabilities=[{"LAchildID": "2", "Disability": "MOB"}, {"LAchildID": "2", "Disability": "VIS"}],
            CINdetails=[{"LAchildID": "1"}, {"LAchildID": "1"}, {"LAchildID": "2"}],
            Assessments=[{"CINdetailsRow": "2"}, {"CINdetailsRow": "3"}],
            AssessmentFactors=[{"AssessmentsRow": "2", "AssessmentFactors": "3B"}],
        )
    )
    first, second = message.iter("Child")
    assert first.find(".//Disabilities") is None
    assert second.xpath(".//Disability/text()") == ["MOB", "VIS"]
    assert [len(each.findall("Assessments")) for each in message.iter("CINdetails")] == [0, 1, 1]
    assert first.find(".//FactorsIdentifiedAtAssessment") is None
    assert second.xpath(".//FactorsIdentifiedAtAssessment/AssessmentFactors/text()") == ["3B"]


def test_before_2026_27_there_are_no_pre_proceedings_and_their_name_is_a_setting() -> None:
    tables = frames()
    assert written(tables, "PreProceedings").find(".//PreProceedings/PPStartDate") is not None
    del tables["PreProceedings"]
    assert written(tables).find(".//PPStartDate") is None


def test_marks_of_xml_are_escaped() -> None:
    tables = frames(Header=[{"SoftwareCode": "<&>"}])
    assert written(tables).findtext(".//SoftwareCode") == "<&>"


def test_what_the_record_has_not_is_said_by_the_code_for_it_and_counted() -> None:
    text, made = census(
        frames(
            ChildCharacteristics=[{"Ethnicity": None}],
            CINdetails=[{"ReferralSource": None}, {"ReferralSource": "1A"}],
            Disabilities=[],
        )
    )
    message = etree.fromstring(text)
    assert message.findtext(".//Ethnicity") == "NOBT"
    assert [each.text for each in message.iter("ReferralSource")] == ["10", "1A"]
    assert made.filled == {"Ethnicity": 1, "ReferralSource": 1}


NO_FORM = {
    ("CINdetails", "ReferralNFA", None): "CINdetails of 2026-05-06 has no ReferralNFA.",
    ("Section47", "ICPCnotRequired", None): "Section47 of 2026-05-06 has no ICPCnotRequired.",
    (
        "ChildProtectionPlans",
        "NumberOfPreviousCPP",
        "",
    ): "ChildProtectionPlans of 2026-05-06 has no NumberOfPreviousCPP.",
    ("CINdetails", "PrimaryNeedCode", "N99"): (
        "PrimaryNeedCode of CINdetails of 2026-05-06 has “N99”, which is no code of this year."
    ),
    ("ChildIdentifiers", "UPN", "AB"): "UPN of ChildIdentifiers has “AB”, which is not",
    ("CINdetails", "ReasonForClosure", "\x01"): "Its record holds a character that XML cannot hold.",
}


@pytest.mark.parametrize(("what", "says"), NO_FORM.items())
def test_who_cannot_be_sent_stays_out_whole_and_is_listed_with_the_reason(
    what: tuple[str, str, str | None], says: str
) -> None:
    table, column, value = what
    two: dict[str, list[dict[str, str | None]]] = {
        name: [{"LAchildID": "1"}, {"LAchildID": "2"}]
        for name in ("ChildIdentifiers", "ChildCharacteristics", "CINdetails")
    }
    two.setdefault(table, [{"LAchildID": "1"}])[0][column] = value
    text, made = census(frames(**two))
    assert [each.findtext(".//LAchildID") for each in etree.fromstring(text).iter("Child")] == ["2"]
    (unsent,) = made.unsent
    assert unsent.child == "1"
    assert any(reason.startswith(says) for reason in unsent.reasons)
    assert f"1: {says}" in listed(made.unsent)
    assert "\x01" not in listed(made.unsent)


def test_an_id_with_a_character_that_xml_cannot_hold_is_listed_with_a_mark_in_its_place() -> None:
    odd: list[dict[str, str | None]] = [{"LAchildID": "1\x02"}]
    _, made = census(frames(ChildIdentifiers=odd, ChildCharacteristics=odd, CINdetails=odd))
    assert [each.child for each in made.unsent] == ["1\ufffd"]


def test_a_value_of_several_lines_is_laid_to_no_other_child() -> None:
    three: list[dict[str, str | None]] = [{"LAchildID": "1"}, {"LAchildID": "2"}, {"LAchildID": "3"}]
    needs = [three[0] | {"CINreferralDate": f"{DAY}\n\r\n"}, three[1], three[2] | {"ReferralNFA": None}]
    text, made = census(frames(ChildIdentifiers=three, ChildCharacteristics=three, CINdetails=needs))
    assert [each.child for each in made.unsent] == ["3"]
    assert [each.text for each in etree.fromstring(text).iter("CINreferralDate")] == [f"{DAY}\n\r\n", DAY]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_census_is_the_same_in_pieces_of_any_size(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ids: list[dict[str, str | None]] = [{"LAchildID": str(each)} for each in range(1, 6)]
    odd: list[dict[str, str | None]] = [*ids[:3], ids[3] | {"PrimaryNeedCode": "N99"}, ids[4]]
    needs: list[dict[str, str | None]] = [{"CINdetailsRow": row} for row in ("1", "3", "3", "5")]
    tables = frames(
        ChildIdentifiers=ids,
        ChildCharacteristics=[*ids[:2], ids[2] | {"Ethnicity": None}, *ids[3:]],
        CINdetails=odd,
        Assessments=needs,
        AssessmentFactors=[{"AssessmentsRow": row} for row in ("1", "2", "4", "4")],
        ChildProtectionPlans=needs,
        Reviews=[{"ChildProtectionPlansRow": row} for row in ("2", "3")],
    )
    whole, made = census(tables)
    monkeypatch.setattr(pieces, "__defaults__", (size,))
    assert census(tables)[0] == whole
    assert ([each.child for each in made.unsent], made.filled) == (["4"], {"Ethnicity": 1})
    children = list(etree.fromstring(whole).iter("Child"))
    assert [len(each.findall("*/Assessments")) for each in children] == [1, 0, 2, 1]
    assert [len(each.xpath(".//FactorsIdentifiedAtAssessment/AssessmentFactors")) for each in children] == [
        1,
        0,
        1,
        2,
    ]
    assert [len(each.xpath(".//Reviews/CPPreviewDate")) for each in children] == [0, 0, 2, 0]


def test_where_nobody_can_be_sent_there_is_no_census() -> None:
    text, made = census(frames(CINdetails=[{"ReferralNFA": None}]))
    assert text == b""
    assert len(made.unsent) == 1


VALUES = (
    st.none()
    | st.sampled_from(["", "x", "0", "1", "U", "N1", DAY, "\x07", "A12345678901B"])
    | st.text(max_size=3)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_the_record_lacks_what_is_written_has_the_form_of_the_census(data: st.DataObject) -> None:
    broken: dict[str, list[dict[str, str | None]]] = {}
    for name, table in layout("cin").items():
        if name == "Header" or not data.draw(st.booleans()):
            continue
        own = [each.name for each in table.columns if each.kind != "parent" and each.name != "LAchildID"]
        broken[name] = [data.draw(st.dictionaries(st.sampled_from(own), VALUES, max_size=2))]
    text, made = census(frames(**broken))
    assert bool(text) != bool(made.unsent)
    if text:
        assert structure_faults(lambda: io.BytesIO(text), "cin.xml", YEAR) == []
