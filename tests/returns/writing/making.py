"""Small returns of every table, and what is written of them as plain rows."""

from __future__ import annotations

import datetime as dt
from typing import Any

TODAY = dt.date(2027, 11, 1)
YEAR = "2026-27"

SSDA903 = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
    "1,F,05/05/2010,WBRI,A123456789012,1,03/02/2027\n2,M,06/06/2009,MWBA,UN3,,\n",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "1,01/05/2026,S,C2,N1,U4,PR1,10/08/2026,X1,CARPL,AB1 2CD,EF3 4GH,1234567\n"
    "1,10/08/2026,P,C2,N1,U1,PR2,,,,AB1 2CD,EF3 5GH,7654321\n"
    "2,02/04/2026,S,C1,N5,K2,PR4,01/02/2027,E4A,,AB1 3CD,EF3 6GH,1111111\n",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE\n1,05/05/2010,20/05/2026,PN1\n1,05/05/2010,20/09/2026,PN0\n",
    "uasc": "CHILD,SEX,DOB,DUC\n2,M,06/06/2009,01/12/2026\n",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n1,05/05/2010,12,,0,,1,0,1,1,0,1\n",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n3,07/07/2007,YES,F1,B1\n",
    "ad1": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n"
    "2,06/06/2009,01/05/2026,01/09/2026,0,2,MF,L11\n",
    "placed_adoption": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n"
    "2,06/06/2009,01/05/2026,,\n1,05/05/2010,01/06/2026,01/07/2026,RD1\n",
    "previous_permanence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n1,05/05/2010,P1,301,zz/03/2012\n2,06/06/2009,Z1,,\n",
    "missing": "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,05/05/2010,M,03/06/2026,05/06/2026\n1,05/05/2010,A,30/03/2027,\n",
    "social_worker_episodes": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n1,05/05/2010,SW123456,01/05/2026,,FCONTA\n",
    "dolo": "CHILD,DOB,DOLO_START,DOLO_END\n1,05/05/2010,01/09/2026,01/11/2026\n",
}
CENSUS = """<?xml version="1.0" encoding="utf-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2027</Year>
<ReferenceDate>2027-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>199</LEA></Source>
</Header><Children><Child><ChildIdentifiers><LAchildID>A1</LAchildID><UPN>A123456789012</UPN>
<FormerUPN>B123456789012</FormerUPN><PersonBirthDate>2012-02-03</PersonBirthDate><Sex>F</Sex>
<PersonDeathDate>2027-03-01</PersonDeathDate></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity>
<Disabilities><Disability>MOB</Disability><Disability>VIS</Disability></Disabilities></ChildCharacteristics>
<CINdetails><CINreferralDate>2026-05-06</CINreferralDate><ReferralSource>1A</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode><CINclosureDate>2027-03-01</CINclosureDate><ReasonForClosure>RC2</ReasonForClosure>
<DateOfInitialCPC>2026-05-20</DateOfInitialCPC>
<Assessments><AssessmentActualStartDate>2026-05-07</AssessmentActualStartDate>
<AssessmentInternalReviewDate>2026-06-01</AssessmentInternalReviewDate>
<AssessmentAuthorisationDate>2026-06-30</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>
<AssessmentFactors>16A</AssessmentFactors><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment>
</Assessments><Assessments><AssessmentActualStartDate>2026-08-07</AssessmentActualStartDate></Assessments>
<CINPlanDates><CINPlanStartDate>2026-07-01</CINPlanStartDate><CINPlanEndDate>2026-09-01</CINPlanEndDate></CINPlanDates>
<Section47><S47ActualStartDate>2026-06-01</S47ActualStartDate><InitialCPCtarget>2026-06-22</InitialCPCtarget>
<DateOfInitialCPC>2026-06-20</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
<ReferralNFA>0</ReferralNFA><ChildProtectionPlans><CPPstartDate>2026-06-20</CPPstartDate><CPPendDate>2027-02-20</CPPendDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>1</NumberOfPreviousCPP><Reviews><CPPreviewDate>2026-09-01</CPPreviewDate>
<CPPreviewDate>2027-02-01</CPPreviewDate></Reviews></ChildProtectionPlans>
<PreProceedingsandFGDM><PPStartDate>2026-07-09</PPStartDate><LBPSentDate>2026-07-20</LBPSentDate>
<FGDMMeetingOffer>1</FGDMMeetingOffer><FGDMMeetingFac>0</FGDMMeetingFac>
<InitialPPMeetingDate>2026-07-28</InitialPPMeetingDate><ReviewMeetingsCount>3</ReviewMeetingsCount>
<StepDecisionDate>2026-12-01</StepDecisionDate><PPOutcome>A</PPOutcome><CourtAppDate>2026-12-18</CourtAppDate>
<LetterInitCPDate>2027-02-05</LetterInitCPDate></PreProceedingsandFGDM></CINdetails>
<CINdetails><CINreferralDate>2027-03-20</CINreferralDate><ReferralSource>2B</ReferralSource><ReferralNFA>1</ReferralNFA>
</CINdetails></Child><Child><ChildIdentifiers><LAchildID>A2</LAchildID><UPNunknown>UN1</UPNunknown>
<ExpectedPersonBirthDate>2027-06-01</ExpectedPersonBirthDate><Sex>U</Sex></ChildIdentifiers><ChildCharacteristics>
<Ethnicity>NOBT</Ethnicity></ChildCharacteristics><CINdetails><CINreferralDate>2026-12-01</CINreferralDate>
<ReferralSource>3A</ReferralSource><PrimaryNeedCode>N2</PrimaryNeedCode>
<Assessments><AssessmentActualStartDate>2026-12-02</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>
<AssessmentFactors>4A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
<ReferralNFA>0</ReferralNFA></CINdetails></Child></Children></Message>
"""


def window(year: str = YEAR) -> Any:
    from kith.returns.writing import window_of

    return window_of(year, today=TODAY)


def plain(frame: Any, *columns: str) -> list[tuple[str | None, ...]]:
    """The rows of a frame, of all columns or of some."""
    return [tuple(row.values()) for row in frame.select(list(columns) or frame.column_names).to_pylist()]


def lines(text: str) -> list[tuple[str | None, ...]]:
    """The rows of a file as a frame has them."""
    return [tuple(value or None for value in line.split(",")) for line in text.splitlines()[1:]]


def typed(*paths: Any) -> dict[str, list[dict[str, Any]]]:
    """What `kith.returns.reading` reads of files, by table, in any order of rows; asserts that nothing is refused."""
    from kith.returns.reading import read

    found: dict[str, list[dict[str, Any]]] = {}
    for batch in read(paths, today=TODAY):
        assert not batch.refusals
        if batch.typed is not None and batch.table:
            found.setdefault(batch.table, []).extend(
                {name: value for name, value in row.items() if name != "row"}
                for row in batch.typed.to_pylist()
            )
    return {table: sorted(rows, key=repr) for table, rows in found.items()}
