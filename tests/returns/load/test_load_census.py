"""The CIN census goes into help and protection, with what belongs together tied together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.load.making import counts, reasons

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
Rows = Callable[..., list[tuple[Any, ...]]]

CENSUS = """<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>
<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails></Header><Children><Child>
<ChildIdentifiers><LAchildID>A1</LAchildID><ExpectedPersonBirthDate>2024-06-01</ExpectedPersonBirthDate>
<Sex>U</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities>
</ChildCharacteristics>
<CINdetails><CINreferralDate>2023-05-06</CINreferralDate><ReferralSource>1A</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode>
<Assessments><AssessmentActualStartDate>{assessed}</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2023-06-20</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors><AssessmentFactors>1C</AssessmentFactors>
</FactorsIdentifiedAtAssessment></Assessments>
<Section47><S47ActualStartDate>2023-06-01</S47ActualStartDate><DateOfInitialCPC>2023-06-15</DateOfInitialCPC>
<ICPCnotRequired>0</ICPCnotRequired></Section47>
<ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2023-06-15</CPPstartDate>{ended}
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>0</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2023-09-10</CPPreviewDate></Reviews></ChildProtectionPlans>
</CINdetails></Child></Children></Message>"""


def census(folder: Path, *, year: int = 2024, assessed: str = "2023-05-07", ended: str = "") -> Path:
    path = folder / f"cin_{year}.xml"
    closing = f"<CPPendDate>{ended}</CPPendDate>" if ended else ""
    path.write_text(CENSUS.format(year=year, assessed=assessed, ended=closing), encoding="utf-8")
    return path


def test_everything_in_a_census_reaches_its_table_and_a_second_run_changes_nothing(
    tmp_path: Path, rows: Rows
) -> None:
    from kith.returns.load import load

    path = census(tmp_path)
    load([path])
    assert rows("SELECT birth_knowledge, born_on::text, sex, ethnicity FROM people_person") == [
        ("expected", "2024-06-01", "U", "WBRI")
    ]
    assert rows("SELECT code FROM people_disability") == [("NONE",)]
    tied = """
SELECT f.code FROM help_assessmentfactor f JOIN help_assessment a ON a.id = f.assessment_id
  JOIN help_referral r ON r.id = a.referral_id WHERE r.referred_on = '2023-05-06' ORDER BY 1"""
    assert rows(tied) == [("1C",), ("3B",)]
    protection = """
SELECT v.reviewed_on::text, p.latest_category, e.conference_on::text FROM protection_protectionplanreview v
  JOIN protection_childprotectionplan p ON p.id = v.plan_id JOIN help_referral r ON r.id = p.referral_id
  JOIN protection_section47 e ON e.referral_id = r.id"""
    assert rows(protection) == [("2023-09-10", "NEG", "2023-06-15")]
    again = counts(load([path]))
    assert again["read"] == again["unchanged"]


def test_a_later_census_ends_the_plan_that_the_earlier_one_left_open(tmp_path: Path, rows: Rows) -> None:
    from kith.returns.load import load

    report = load([census(tmp_path, year=2025, ended="2024-07-01"), census(tmp_path)])
    assert counts(report, "ChildProtectionPlans") == {"read": 2, "new": 1, "changed": 1}
    assert rows("SELECT ended_on::text, reported_year FROM protection_childprotectionplan") == [
        ("2024-07-01", "2024-25")
    ]


def test_an_assessment_that_waits_keeps_its_factors_waiting_and_nothing_else(
    tmp_path: Path, rows: Rows
) -> None:
    from kith.returns.load import load

    report = load([census(tmp_path, assessed="2028-01-01")])
    assert counts(report, "Assessments") == {"read": 1, "held": 1}
    assert counts(report, "AssessmentFactors") == {"read": 2, "held": 2}
    assert "row 1 of Assessments" in reasons(report)[1][3]
    assert rows("SELECT count(*) FROM protection_childprotectionplan") == [(1,)]
