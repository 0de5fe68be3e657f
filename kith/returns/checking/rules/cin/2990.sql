-- An episode that closed after assessment (RC8, RC9) has no section 47 enquiry, no initial conference and no
-- child protection plan.
-- severity: error
-- flags: CINdetails
-- columns: ReasonForClosure, DateOfInitialCPC
-- needs: CINdetails.ReasonForClosure
-- mend: Check why the episode closed: what went on to an enquiry or a plan did not close after assessment.
SELECT row FROM CINdetails
WHERE ReasonForClosure IN ('RC8', 'RC9') AND (
    DateOfInitialCPC_text IS NOT NULL
    OR EXISTS (SELECT 1 FROM Section47 AS s WHERE s.CINdetailsRow = CINdetails.row)
    OR EXISTS (SELECT 1 FROM ChildProtectionPlans AS p WHERE p.CINdetailsRow = CINdetails.row))

/* cases
fires: a conference, an enquiry, and a plan
    CINdetails           | LAchildID | ReasonForClosure | DateOfInitialCPC
                         | C1        | RC8              | 05/05/2026
                         | C2        | RC9              |
                         | C3        | RC8              |
    Section47            | LAchildID | CINdetailsRow | S47ActualStartDate
                         | C2        | 2             | 05/05/2026
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate
                         | C3        | 3             | 05/05/2026
    flags                | 1 | 2 | 3
passes: closed for another reason, still open, or with the enquiry in another episode
    CINdetails           | LAchildID | ReasonForClosure | DateOfInitialCPC
                         | C1        | RC7              | 05/05/2026
                         | C2        |                  |
                         | C3        | RC8              |
                         | C3        | RC1              |
    Section47            | LAchildID | CINdetailsRow | S47ActualStartDate
                         | C2        | 2             | 05/05/2026
                         | C3        | 4             | 05/05/2026
*/
