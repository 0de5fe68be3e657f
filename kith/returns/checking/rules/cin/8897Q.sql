-- An assessment signed off within the year tells what it found: its factors, or 21 for none.
-- severity: query
-- flags: Assessments
-- columns: AssessmentAuthorisationDate, AssessmentFactors
-- needs: AssessmentFactors.AssessmentFactors, Assessments.AssessmentAuthorisationDate
-- mend: Put in the factors that the assessment found, or 21 where there were none.
SELECT row FROM Assessments
WHERE AssessmentAuthorisationDate BETWEEN ys() AND ye()
  AND row NOT IN (
      SELECT f.AssessmentsRow FROM AssessmentFactors AS f
      WHERE f.AssessmentsRow IS NOT NULL AND f.AssessmentFactors IS NOT NULL)
  -- A factor of the child of which it is not said in what assessment it stands may be this one's.
  AND LAchildID NOT IN (
      SELECT f.LAchildID FROM AssessmentFactors AS f WHERE f.AssessmentsRow IS NULL AND f.LAchildID IS NOT NULL)

/* cases
fires: none on the first day and the last, and a blank one
    Assessments       | LAchildID | AssessmentAuthorisationDate
                      | A1        | 01/04/2026
                      | A1        | 31/03/2027
                      | A1        | 01/05/2026
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              |
                      | A9        |                | 3B
    flags             | 1 | 2 | 3
passes: a factor, one that stands in no assessment, outside the year, and still open
    Assessments       | LAchildID | AssessmentAuthorisationDate
                      | A1        | 01/05/2026
                      | A1        | 31/03/2026
                      | A1        | 01/04/2027
                      | A1        |
                      | A2        | 01/05/2026
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              | 21
                      | A2        |                | 3B
*/
