-- A referral that went no further has nothing after it: no assessment or factors, no enquiry, no conference,
-- no main need, and no closing.
-- severity: error
-- flags: CINdetails
-- columns: ReferralNFA, PrimaryNeedCode, DateOfInitialCPC, CINclosureDate, ReasonForClosure
-- needs: CINdetails.ReferralNFA, Assessments.LAchildID, Section47.LAchildID
-- mend: Say that the referral led to help, or take out what came after it.
SELECT row FROM CINdetails
WHERE ReferralNFA = '1'
  AND (coalesce(PrimaryNeedCode, DateOfInitialCPC_text, CINclosureDate_text, ReasonForClosure) IS NOT NULL
       OR row IN (SELECT a.CINdetailsRow FROM Assessments AS a)
       OR row IN (SELECT f.CINdetailsRow FROM AssessmentFactors AS f)
       OR row IN (SELECT s.CINdetailsRow FROM Section47 AS s))

/* cases
fires: something told in the case itself
    CINdetails | LAchildID | ReferralNFA | PrimaryNeedCode | DateOfInitialCPC | CINclosureDate | ReasonForClosure
               | A1        | 1           | N1              |                  |                |
               | A2        | 1           |                 | 01/05/2026       |                |
               | A3        | true        |                 |                  | 01/05/2026     |
               | A4        | 1           |                 |                  |                | RC7
    flags      | 1 | 2 | 3 | 4
fires: an assessment, factors, an enquiry
    CINdetails        | LAchildID | ReferralNFA
                      | A1        | 1
                      | A2        | 1
                      | A3        | 1
    Assessments       | LAchildID | CINdetailsRow
                      | A1        | 1
                      | A9        |
    AssessmentFactors | LAchildID | CINdetailsRow
                      | A2        | 2
    Section47         | LAchildID | CINdetailsRow
                      | A3        | 3
    flags             | 1 | 2 | 3
passes: a referral that led to help, one that did not and has nothing, and one of which it is not said
    CINdetails  | LAchildID | ReferralNFA | PrimaryNeedCode
                | A1        | 0           | N1
                | A1        | 1           |
                | A2        |             | N1
    Assessments | LAchildID | CINdetailsRow
                | A1        | 1
                | A1        |
*/
