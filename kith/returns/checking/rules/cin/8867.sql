-- In an episode that is closed every assessment has been signed off.
-- severity: error
-- flags: Assessments
-- columns: AssessmentAuthorisationDate, CINclosureDate
-- needs: Assessments.AssessmentAuthorisationDate, CINdetails.CINclosureDate
-- mend: Give the day on which the assessment was signed off.
SELECT row FROM Assessments
WHERE AssessmentAuthorisationDate_text IS NULL
  AND CINdetailsRow IN (SELECT c.row FROM CINdetails AS c WHERE c.CINclosureDate_text IS NOT NULL)

/* cases
fires: an open assessment in a closed case
    CINdetails  | LAchildID | CINclosureDate
                | A1        |
                | A1        | 01/05/2026
    Assessments | LAchildID | CINdetailsRow | AssessmentAuthorisationDate
                | A1        | 1             |
                | A1        | 2             | 01/05/2026
                | A1        | 2             |
    flags       | 3
passes: an open case, signed off, and a day that cannot be read
    CINdetails  | LAchildID | CINclosureDate
                | A1        |
                | A1        | 01/05/2026
    Assessments | LAchildID | CINdetailsRow | AssessmentAuthorisationDate
                | A1        | 1             |
                | A1        | 2             | 01/05/2026
                | A1        | 2             | soon
                | A1        |               |
*/
