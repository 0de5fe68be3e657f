-- An episode with a reason for closing tells the day on which it was closed.
-- severity: error
-- flags: CINdetails
-- columns: ReasonForClosure, CINclosureDate
-- needs: CINdetails.ReasonForClosure, CINdetails.CINclosureDate
-- mend: Give the day of the closing, or take out the reason where the episode is open.
SELECT row FROM CINdetails WHERE ReasonForClosure IS NOT NULL AND CINclosureDate_text IS NULL

/* cases
fires: a reason, and no day
    CINdetails | LAchildID | CINclosureDate | ReasonForClosure
               | A1        |                | RC7
    flags      | 1
passes: both, neither, and a day that cannot be read
    CINdetails | LAchildID | CINclosureDate | ReasonForClosure
               | A1        | 01/05/2026     | RC7
               | A2        |                |
               | A3        | soon           | RC7
*/
