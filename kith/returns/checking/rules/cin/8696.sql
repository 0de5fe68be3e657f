-- An assessment was signed off within the year of the return.
-- severity: error
-- flags: Assessments
-- columns: AssessmentAuthorisationDate
-- needs: Assessments.AssessmentAuthorisationDate
-- mend: Check the day of the signing off; an assessment signed off before the year is not in this return.
SELECT row FROM Assessments WHERE AssessmentAuthorisationDate NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year, and the day after it
    Assessments | LAchildID | AssessmentAuthorisationDate
                | A1        | 31/03/2026
                | A2        | 01/04/2027
    flags       | 1 | 2
passes: its first and its last day, and none
    Assessments | LAchildID | AssessmentAuthorisationDate
                | A1        | 01/04/2026
                | A2        | 31/03/2027
                | A3        |
*/
