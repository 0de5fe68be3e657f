-- What an assessment found (its factors) is told once the assessment has been signed off, with the day of that.
-- severity: error
-- flags: AssessmentFactors
-- columns: AssessmentFactors, AssessmentAuthorisationDate
-- needs: AssessmentFactors.AssessmentFactors, Assessments.AssessmentAuthorisationDate
-- mend: Give the day on which the assessment was signed off, or take its factors out until it is.
SELECT row FROM AssessmentFactors
WHERE AssessmentFactors IS NOT NULL
  AND AssessmentsRow IN (SELECT a.row FROM Assessments AS a WHERE a.AssessmentAuthorisationDate_text IS NULL)

/* cases
fires: each factor of the assessment that is not signed off
    Assessments       | LAchildID | AssessmentAuthorisationDate
                      | A1        | 01/05/2026
                      | A1        |
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              | 3B
                      | A1        | 2              | 3B
                      | A1        | 2              | 16A
    flags             | 2 | 3
passes: signed off, whether or not the day can be read; and a blank factor
    Assessments       | LAchildID | AssessmentAuthorisationDate
                      | A1        | 01/05/2026
                      | A1        | soon
                      | A1        |
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              | 3B
                      | A1        | 2              | 3B
                      | A1        | 3              |
*/
