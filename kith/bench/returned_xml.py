"""A CIN census of any size, invented and seeded: every child referred, assessed, and some planned for."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

REFERENCE = date(2027, 3, 31)
BEGINS = date(2026, 4, 1)
_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<Message><Header><CollectionDetails><Collection>CIN</Collection>'
    "<Year>2027</Year><ReferenceDate>2027-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>"
    "<LEA>201</LEA><SoftwareCode>Kith</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo>"
    "<DateTime>2027-05-01T09:00:00</DateTime></Source></Header><Children>\n"
)
_CHILD = (
    "<Child><ChildIdentifiers><LAchildID>K{number}</LAchildID><UPNunknown>UN2</UPNunknown>"
    "<PersonBirthDate>{born}</PersonBirthDate><Sex>{sex}</Sex></ChildIdentifiers><ChildCharacteristics>"
    "<Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>"
    "<CINdetails><CINreferralDate>{referred}</CINreferralDate><ReferralSource>6</ReferralSource>"
    "<PrimaryNeedCode>N1</PrimaryNeedCode><Assessments><AssessmentActualStartDate>{referred}</AssessmentActualStartDate>"
    "<AssessmentAuthorisationDate>{assessed}</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>"
    "<AssessmentFactors>3B</AssessmentFactors><AssessmentFactors>16A</AssessmentFactors>"
    "</FactorsIdentifiedAtAssessment></Assessments>{plan}<ReferralNFA>0</ReferralNFA></CINdetails></Child>\n"
)
_PLAN = "<CINPlanDates><CINPlanStartDate>{assessed}</CINPlanStartDate></CINPlanDates>"


def write_census(file: Path, *, children: int, seed: int) -> Path:
    """Write a census of 2026-27 with so many children, and return its file."""
    dice = random.Random(seed)  # noqa: S311 - invented people
    with file.open("w", encoding="utf-8") as out:
        out.write(_HEAD)
        for number in range(children):
            referred = BEGINS + timedelta(days=dice.randrange(300))
            assessed = referred + timedelta(days=dice.randrange(5, 45))
            out.write(
                _CHILD.format(
                    number=number,
                    born=date(2010, 1, 1) + timedelta(days=dice.randrange(5000)),
                    sex=dice.choice("MF"),
                    referred=referred,
                    assessed=assessed,
                    plan=_PLAN.format(assessed=assessed) if dice.random() < 0.5 else "",
                )
            )
        out.write("</Children></Message>\n")
    return file
