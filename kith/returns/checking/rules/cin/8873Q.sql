-- An episode with one assessment, which found no factors (21), is closed as one that needed nothing more than the
-- assessment (RC8) or was passed to early help (RC9).
-- severity: query
-- flags: CINdetails
-- columns: ReasonForClosure, AssessmentFactors
-- needs: CINdetails.ReasonForClosure, AssessmentFactors.AssessmentFactors, Assessments.LAchildID
-- mend: Check the reason for closing and the factors of the assessment.
SELECT row FROM CINdetails
WHERE ReasonForClosure NOT IN ('RC8', 'RC9')
  AND row IN (
      SELECT a.CINdetailsRow FROM Assessments AS a
      LEFT JOIN AssessmentFactors AS f ON f.AssessmentsRow = a.row AND f.AssessmentFactors = '21'
      GROUP BY a.CINdetailsRow HAVING count(DISTINCT a.row) = 1 AND count(f.row) > 0)

/* cases
fires: one assessment that found no factors, closed for another reason
    CINdetails        | LAchildID | ReasonForClosure
                      | A1        | RC7
    Assessments       | LAchildID | CINdetailsRow
                      | A1        | 1
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              | 21
                      | A1        | 1              | 21
    flags             | 1
passes: RC8, RC9, still open, two assessments, factors found, and none told
    CINdetails        | LAchildID | ReasonForClosure
                      | A1        | RC8
                      | A2        | RC9
                      | A3        |
                      | A4        | RC7
                      | A5        | RC7
                      | A6        | RC7
    Assessments       | LAchildID | CINdetailsRow
                      | A1        | 1
                      | A2        | 2
                      | A3        | 3
                      | A4        | 4
                      | A4        | 4
                      | A5        | 5
                      | A6        | 6
                      | A9        |
    AssessmentFactors | LAchildID | AssessmentsRow | AssessmentFactors
                      | A1        | 1              | 21
                      | A2        | 2              | 21
                      | A3        | 3              | 21
                      | A4        | 4              | 21
                      | A5        | 6              | 3B
                      | A9        | 8              | 21
*/
