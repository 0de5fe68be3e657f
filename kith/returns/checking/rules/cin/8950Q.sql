-- Sexual abuse that an assessment found is told by who did it (19B or 19C), and no longer as 19A.
-- severity: query
-- flags: AssessmentFactors
-- columns: AssessmentFactors
-- needs: AssessmentFactors.AssessmentFactors
-- mend: Put 19B (by a child) or 19C (by an adult) in its place.
SELECT row FROM AssessmentFactors WHERE AssessmentFactors = '19A'

/* cases
fires: the older code
    AssessmentFactors | LAchildID | AssessmentFactors
                      | A1        | 19B
                      | A1        | 19A
    flags             | 2
passes: the newer codes, another, and none
    AssessmentFactors | LAchildID | AssessmentFactors
                      | A1        | 19B
                      | A1        | 19C
                      | A1        | 18A
                      | A1        |
*/
