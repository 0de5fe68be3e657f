-- Physical abuse that an assessment found is told by who did it (18B or 18C), and no longer as 18A.
-- severity: query
-- flags: AssessmentFactors
-- columns: AssessmentFactors
-- needs: AssessmentFactors.AssessmentFactors
-- mend: Put 18B (by a child) or 18C (by an adult) in its place.
SELECT row FROM AssessmentFactors WHERE AssessmentFactors = '18A'

/* cases
fires: the older code
    AssessmentFactors | LAchildID | AssessmentFactors
                      | A1        | 18B
                      | A1        | 18A
    flags             | 2
passes: the newer codes, another, and none
    AssessmentFactors | LAchildID | AssessmentFactors
                      | A1        | 18B
                      | A1        | 18C
                      | A1        | 19A
                      | A1        |
*/
