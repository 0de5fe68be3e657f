-- “No factors” (21) stands alone in an assessment.
-- severity: error
-- flags: AssessmentFactors
-- columns: AssessmentFactors
-- needs: AssessmentFactors.AssessmentFactors
-- mend: Take 21 out where the assessment found other factors.
SELECT row FROM AssessmentFactors
WHERE AssessmentFactors = '21'
  AND AssessmentsRow IN (SELECT f.AssessmentsRow FROM AssessmentFactors AS f WHERE f.AssessmentFactors <> '21')

/* cases
fires: beside another factor
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              | 3B
                      | A1        | 1              | 21
    flags             | 2
passes: alone, beside itself or a blank, and in another assessment
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              | 21
                      | A1        | 2              | 3B
                      | A1        | 3              | 21
                      | A1        | 3              | 21
                      | A1        | 4              | 21
                      | A1        | 4              |
                      | A2        |                | 21
                      | A2        |                | 3B
*/
