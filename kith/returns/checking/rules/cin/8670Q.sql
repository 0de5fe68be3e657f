-- An assessment that is still open began within the 45 working days before the last day of the year.
-- severity: query
-- flags: Assessments
-- columns: AssessmentActualStartDate, AssessmentAuthorisationDate
-- needs: Assessments.AssessmentActualStartDate, Assessments.AssessmentAuthorisationDate
-- mend: Give the day on which the assessment was signed off, or say why it is taking longer.
SELECT row FROM Assessments
WHERE AssessmentAuthorisationDate_text IS NULL AND AssessmentActualStartDate < working_days_before(ye(), 45)

/* cases
fires: begun on the Sunday and on the Friday before the 45th working day, which is 25 January
    Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                | A1        | 24/01/2027                |
                | A2        | 22/01/2027                |
    flags       | 1 | 2
passes: begun on the 45th working day, signed off, with a day that cannot be read, and no beginning
    Assessments | LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate
                | A1        | 25/01/2027                |
                | A2        | 22/01/2027                | 31/03/2027
                | A3        | 22/01/2027                | soon
                | A4        |                           |
fires: the year before, where Easter lay after its last day
    year        | 2025-26
    Assessments | LAchildID | AssessmentActualStartDate
                | A1        | 26/01/2026
                | A2        | 27/01/2026
    flags       | 1
*/
