-- Each factor of an assessment is told once.
-- severity: error
-- flags: AssessmentFactors
-- columns: AssessmentFactors
-- needs: AssessmentFactors.AssessmentFactors
-- mend: Take out the row that says the same again.
SELECT row FROM AssessmentFactors
WHERE AssessmentsRow IS NOT NULL AND AssessmentFactors IS NOT NULL
  AND row NOT IN (SELECT min(f.row) FROM AssessmentFactors AS f GROUP BY f.AssessmentsRow, f.AssessmentFactors)

/* cases
fires: every time after the first
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              | 3B
                      | A1        | 1              | 16A
                      | A1        | 1              | 3B
                      | A1        | 1              | 3B
    flags             | 3 | 4
passes: of two assessments of a child, and blanks
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              | 3B
                      | A1        | 2              | 3B
                      | A1        | 2              |
                      | A1        | 2              |
                      | A1        |                | 3B
                      | A1        |                | 3B
*/
