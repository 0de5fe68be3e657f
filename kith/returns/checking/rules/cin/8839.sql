-- An episode has at most one enquiry that is undecided: no conference held, and none said to be unneeded.
-- severity: error
-- flags: Section47
-- columns: S47ActualStartDate, DateOfInitialCPC, ICPCnotRequired
-- needs: Section47.DateOfInitialCPC, Section47.ICPCnotRequired
-- mend: Give the day of the conference, or say that none was needed, for the enquiry that has ended.
SELECT row FROM Section47
WHERE DateOfInitialCPC_text IS NULL AND ICPCnotRequired = '0'
  AND CINdetailsRow IN (
      SELECT s.CINdetailsRow FROM Section47 AS s
      WHERE s.DateOfInitialCPC_text IS NULL AND s.ICPCnotRequired = '0'
      GROUP BY s.CINdetailsRow HAVING count(*) > 1)

/* cases
fires: both undecided ones of a case
    Section47 | LAchildID | CINdetailsRow | DateOfInitialCPC | ICPCnotRequired
              | A1        | 1             |                  | 0
              | A1        | 1             | 01/05/2026       | 0
              | A1        | 1             |                  | False
    flags     | 1 | 3
passes: one undecided beside others that are decided or not said, one in each of two cases
    Section47 | LAchildID | CINdetailsRow | DateOfInitialCPC | ICPCnotRequired
              | A1        | 1             |                  | 0
              | A1        | 1             |                  | 1
              | A1        | 1             | 01/05/2026       | 0
              | A1        | 1             |                  |
              | A1        | 2             |                  | 0
              | A2        |               |                  | 0
              | A2        |               |                  | 0
*/
