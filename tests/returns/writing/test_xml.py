"""The census as the DfE's structure asks for it, element by element."""

from __future__ import annotations

import io
from typing import Any

import pyarrow as pa
import pytest
from lxml import etree

from kith.returns.codes import layout
from kith.returns.writing.cin_xml import Census

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


def frames(**given: list[dict[str, str]]) -> dict[str, Any]:
    """Frames of every table; columns that are not given are filled with words of their own."""
    made = {}
    for name, table in layout("cin").items():
        columns = [each.name for each in table.columns if each.name != "GenderCurrent"]
        rows = given.get(name, [{}])
        made[name] = pa.table(
            {
                each: pa.array(
                    [
                        row.get(each, "1" if each.endswith("Row") or each == "LAchildID" else "x")
                        for row in rows
                    ]
                )
                for each in columns
            }
        )
    return made


def written(tables: dict[str, Any], name: str = "PreProceedingsandFGDM") -> etree._Element:
    file = io.BytesIO()
    Census(tables, name).write(file)
    return etree.fromstring(file.getvalue())


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


def test_marks_of_xml_are_escaped_and_what_it_cannot_hold_is_refused() -> None:
    tables = frames(ChildCharacteristics=[{"Ethnicity": "<&>"}])
    assert written(tables).findtext(".//Ethnicity") == "<&>"
    with pytest.raises(ValueError, match="XML"):
        written(frames(ChildCharacteristics=[{"Ethnicity": "\x01"}]))
