-- An assessment is authorised on the day that it started, or later.
-- severity: error
-- flags: Assessments
-- columns: AssessmentActualStartDate, AssessmentAuthorisationDate
-- needs: Assessments.AssessmentActualStartDate, Assessments.AssessmentAuthorisationDate
-- mend: Check both days of the assessment.
SELECT row FROM Assessments WHERE AssessmentAuthorisationDate < AssessmentActualStartDate

/* cases
fires: the day before
    Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                | C1        | 05/05/2026                | 04/05/2026
    flags       | 1
passes: on the day, after it, and where one is not known
    Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                | C1        | 05/05/2026                | 05/05/2026
                | C2        | 05/05/2026                | 06/05/2026
                | C3        | 05/05/2026                |
                | C4        |                           | 04/05/2026
*/
