-- An episode with a day of closing tells why it was closed.
-- severity: error
-- flags: CINdetails
-- columns: CINclosureDate, ReasonForClosure
-- needs: CINdetails.CINclosureDate, CINdetails.ReasonForClosure
-- mend: Give the reason for closing, or take out the day where the episode is open.
SELECT row FROM CINdetails WHERE CINclosureDate_text IS NOT NULL AND ReasonForClosure IS NULL

/* cases
fires: closed, and not said why
    CINdetails | LAchildID | CINclosureDate | ReasonForClosure
               | A1        | 01/05/2026     |
    flags      | 1
passes: both, and neither
    CINdetails | LAchildID | CINclosureDate | ReasonForClosure
               | A1        | 01/05/2026     | RC7
               | A2        |                |
*/
