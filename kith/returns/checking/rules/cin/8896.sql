-- An episode has at most one assessment that is still open.
-- severity: error
-- flags: Assessments
-- columns: AssessmentActualStartDate, AssessmentAuthorisationDate
-- needs: Assessments.AssessmentAuthorisationDate
-- mend: Give the day on which the earlier assessment was signed off, or put the two together.
SELECT row FROM Assessments
WHERE AssessmentAuthorisationDate_text IS NULL
  AND CINdetailsRow IN (
      SELECT a.CINdetailsRow FROM Assessments AS a
      WHERE a.AssessmentAuthorisationDate_text IS NULL
      GROUP BY a.CINdetailsRow HAVING count(*) > 1)

/* cases
fires: both open ones of a case
    Assessments | LAchildID | CINdetailsRow | AssessmentAuthorisationDate
                | A1        | 1             |
                | A1        | 1             | 01/05/2026
                | A1        | 1             |
    flags       | 1 | 3
passes: one open beside one signed off, one in each of two cases
    Assessments | LAchildID | CINdetailsRow | AssessmentAuthorisationDate
                | A1        | 1             |
                | A1        | 1             | 01/05/2026
                | A1        | 1             | soon
                | A1        | 2             |
                | A2        |               |
                | A2        |               |
*/
