"""A CIN census and an SSDA903 as XML, as small as can be."""

from __future__ import annotations

import pytest

CIN = """<?xml version="1.0" encoding="utf-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2018</Year>
<ReferenceDate>2018-03-31</ReferenceDate></CollectionDetails><Source><LEA>201</LEA></Source></Header>
<Children><Child>
<ChildIdentifiers><LAchildID>A1</LAchildID><PersonBirthDate>2010-02-03</PersonBirthDate>
<GenderCurrent>2</GenderCurrent></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>wbri</Ethnicity><Disabilities><Disability>MOB</Disability>
<Disability>VIS</Disability></Disabilities></ChildCharacteristics>
<CINdetails><CINreferralDate>2017-05-06</CINreferralDate><ReferralSource>1A</ReferralSource>
<Assessments><AssessmentActualStartDate>2017-05-07</AssessmentActualStartDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment>
</Assessments><Assessments><AssessmentActualStartDate>2017-08-07</AssessmentActualStartDate>
<FactorsIdentifiedAtAssessment/></Assessments>
<Section47><S47ActualStartDate>2017-06-01</S47ActualStartDate><ICPCnotRequired>false</ICPCnotRequired></Section47>
<ReferralNFA>true</ReferralNFA>
<ChildProtectionPlans><CPPstartDate>2017-06-20</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2017-09-01</CPPreviewDate><CPPreviewDate>2018-02-01</CPPreviewDate></Reviews>
</ChildProtectionPlans></CINdetails></Child>
<Child><ChildIdentifiers><LAchildID>A2</LAchildID><Sex>9</Sex></ChildIdentifiers></Child>
</Children></Message>
"""

SSDA903 = """<EXPSSDA903><CHILD><HEADER><CHILDID>7</CHILDID><UPN>UN4</UPN><SEX>1</SEX><DOB>01/02/2005</DOB>
<ETHNIC>BCRB</ETHNIC><UASC>1</UASC><DUC>31/01/2023</DUC><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM>
<AREVIEW><REVIEW>05/06/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<AREVIEW><REVIEW>05/12/2017</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>
<AMISSING><MISSING>M</MISSING><MIS_START>01/07/2017</MIS_START><MIS_END>02/07/2017</MIS_END></AMISSING>
<PERMANENCE><PREV_PERM>P1</PREV_PERM><LA_PERM>301</LA_PERM><DATE_PERM>zz/03/2012</DATE_PERM></PERMANENCE>
<OC2><SDQ_SCORE>12</SDQ_SCORE><HEALTH_CHECK>1</HEALTH_CHECK></OC2></HEADER>
<EPISODE><DECOM>09/04/2017</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><DEC>31/10/2017</DEC></EPISODE>
<EPISODE><DECOM>31/10/2017</DECOM><RNE>P</RNE><LS>C2</LS><CIN>N1</CIN><PL>K2</PL></EPISODE></CHILD></EXPSSDA903>
"""


@pytest.fixture
def cin_text() -> str:
    return CIN


@pytest.fixture
def ssda903_text() -> str:
    return SSDA903
