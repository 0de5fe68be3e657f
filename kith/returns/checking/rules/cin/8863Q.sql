-- Within an episode one assessment is signed off before the next begins, or on that day.
-- severity: query
-- flags: Assessments
-- columns: AssessmentActualStartDate, AssessmentAuthorisationDate
-- needs: Assessments.AssessmentActualStartDate, Assessments.AssessmentAuthorisationDate
-- mend: Check the days of this assessment and of the one before it, or put the two together.
SELECT row FROM Assessments
WHERE EXISTS (
    SELECT 1 FROM Assessments AS other
    WHERE other.CINdetailsRow = Assessments.CINdetailsRow AND other.row <> Assessments.row
      AND other.AssessmentActualStartDate <= Assessments.AssessmentActualStartDate
      AND (other.AssessmentAuthorisationDate > Assessments.AssessmentActualStartDate
           OR other.AssessmentAuthorisationDate_text IS NULL))

/* cases
fires: begun the day before the other is signed off, while it is open, and both on one day
    Assessments | LAchildID | CINdetailsRow | AssessmentActualStartDate | AssessmentAuthorisationDate
                | A1        | 1             | 01/05/2026                | 10/05/2026
                | A1        | 1             | 09/05/2026                | 12/05/2026
                | A2        | 2             | 01/05/2026                |
                | A2        | 2             | 09/05/2026                | 12/05/2026
                | A3        | 3             | 01/05/2026                | 10/05/2026
                | A3        | 3             | 01/05/2026                | 12/05/2026
    flags       | 2 | 4 | 5 | 6
passes: begun on the day of the signing off, the day after, in another case, and blanks
    Assessments | LAchildID | CINdetailsRow | AssessmentActualStartDate | AssessmentAuthorisationDate
                | A1        | 1             | 01/05/2026                | 10/05/2026
                | A1        | 1             | 10/05/2026                | 11/05/2026
                | A1        | 1             | 12/05/2026                |
                | A1        | 2             | 05/05/2026                | 10/05/2026
                | A1        | 2             |                           |
                | A2        | 3             | 01/05/2026                | soon
                | A2        | 3             | 05/05/2026                | 10/05/2026
                | A2        |               | 01/05/2026                |
                | A2        |               | 05/05/2026                |
*/
