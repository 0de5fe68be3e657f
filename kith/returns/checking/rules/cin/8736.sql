-- An assessment that is still open began within the year of the return.
-- severity: error
-- flags: Assessments
-- columns: AssessmentActualStartDate, AssessmentAuthorisationDate
-- needs: Assessments.AssessmentActualStartDate, Assessments.AssessmentAuthorisationDate
-- mend: Give the day on which the assessment was signed off, or check the day on which it began.
SELECT row FROM Assessments
WHERE AssessmentAuthorisationDate_text IS NULL AND AssessmentActualStartDate NOT BETWEEN ys() AND ye()

/* cases
fires: open since the day before the year, and begun the day after it
    Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                | A1        | 31/03/2026                |
                | A2        | 01/04/2027                |
    flags       | 1 | 2
passes: begun on its first or last day, signed off, and with a day that cannot be read
    Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                | A1        | 01/04/2026                |
                | A2        | 31/03/2027                |
                | A3        | 31/03/2026                | 01/04/2026
                | A4        | 31/03/2026                | soon
                | A5        |                           |
*/
