-- In an episode that is closed every enquiry is decided: a conference was held, or it is said that none was needed.
-- severity: error
-- flags: Section47
-- columns: DateOfInitialCPC, ICPCnotRequired, CINclosureDate
-- needs: Section47.DateOfInitialCPC, Section47.ICPCnotRequired, CINdetails.CINclosureDate
-- mend: Give the day of the conference, or say that none was needed.
SELECT row FROM Section47
WHERE DateOfInitialCPC_text IS NULL AND ICPCnotRequired IS DISTINCT FROM '1'
  AND CINdetailsRow IN (SELECT c.row FROM CINdetails AS c WHERE c.CINclosureDate_text IS NOT NULL)

/* cases
fires: undecided, or not said, in a closed case
    CINdetails | LAchildID | CINclosureDate
               | A1        | 01/05/2026
    Section47  | LAchildID | CINdetailsRow | DateOfInitialCPC | ICPCnotRequired
               | A1        | 1             |                  | 0
               | A1        | 1             |                  |
    flags      | 1 | 2
passes: decided either way, in an open case, and in none
    CINdetails | LAchildID | CINclosureDate
               | A1        | 01/05/2026
               | A1        |
    Section47  | LAchildID | CINdetailsRow | DateOfInitialCPC | ICPCnotRequired
               | A1        | 1             | 20/04/2026       | 0
               | A1        | 1             |                  | true
               | A1        | 1             | soon             | 0
               | A1        | 2             |                  | 0
               | A1        |               |                  | 0
*/
