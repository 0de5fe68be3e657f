-- An assessment starts on the day of the referral that it belongs to, or later.
-- severity: error
-- flags: Assessments
-- columns: AssessmentActualStartDate
-- needs: Assessments.AssessmentActualStartDate, CINdetails.CINreferralDate
-- mend: Check the day the assessment started and the day of the referral, and which referral it belongs to.
SELECT row FROM Assessments
WHERE EXISTS (
    SELECT 1 FROM CINdetails AS c
    WHERE c.row = Assessments.CINdetailsRow AND c.CINreferralDate > Assessments.AssessmentActualStartDate)

/* cases
fires: the day before the referral
    CINdetails  | LAchildID | CINreferralDate
                | C1        | 05/05/2026
    Assessments | LAchildID | CINdetailsRow | AssessmentActualStartDate
                | C1        | 1             | 04/05/2026
    flags       | 1
passes: on the day of the referral, after it, and where it is not known
    CINdetails  | LAchildID | CINreferralDate
                | C1        | 05/05/2026
                | C2        |
    Assessments | LAchildID | CINdetailsRow | AssessmentActualStartDate
                | C1        | 1             | 05/05/2026
                | C1        | 1             | 06/05/2026
                | C1        | 1             |
                | C2        | 2             | 06/05/2026
fires: after the child's first referral, and before the one it belongs to
    CINdetails  | LAchildID | CINreferralDate
                | C1        | 05/05/2026
                | C1        | 05/11/2026
    Assessments | LAchildID | CINdetailsRow | AssessmentActualStartDate
                | C1        | 2             | 01/06/2026
    flags       | 1
*/
