-- Within an episode one enquiry is decided before the next begins, or on that day.
-- severity: error
-- flags: Section47
-- columns: S47ActualStartDate, DateOfInitialCPC, ICPCnotRequired
-- needs: Section47.S47ActualStartDate, Section47.DateOfInitialCPC, Section47.ICPCnotRequired
-- mend: Check the days of this enquiry and of the one before it, or put the two together.
SELECT row FROM Section47
WHERE EXISTS (
    SELECT 1 FROM Section47 AS other
    WHERE other.CINdetailsRow = Section47.CINdetailsRow AND other.row <> Section47.row
      AND other.S47ActualStartDate <= Section47.S47ActualStartDate
      -- Where no conference was needed, the day on which that was decided is not in the return.
      AND (other.DateOfInitialCPC > Section47.S47ActualStartDate
           OR other.DateOfInitialCPC_text IS NULL AND other.ICPCnotRequired = '0'))

/* cases
fires: begun the day before the conference of the other, while it is undecided, and both on one day
    Section47 | LAchildID | CINdetailsRow | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
              | A1        | 1             | 01/05/2026         | 12/05/2026       | 0
              | A1        | 1             | 11/05/2026         |                  | 1
              | A2        | 2             | 01/05/2026         |                  | false
              | A2        | 2             | 11/05/2026         |                  | 1
              | A3        | 3             | 01/05/2026         | 12/05/2026       | 0
              | A3        | 3             | 01/05/2026         | 12/05/2026       | 0
    flags     | 2 | 4 | 5 | 6
passes: begun on the day of the conference, after one that needed none, in another case, and blanks
    Section47 | LAchildID | CINdetailsRow | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
              | A1        | 1             | 01/05/2026         | 12/05/2026       | 0
              | A1        | 1             | 12/05/2026         |                  | 1
              | A1        | 1             | 13/05/2026         |                  | 0
              | A1        | 2             | 05/05/2026         |                  | 1
              | A1        | 2             |                    |                  | 0
              | A2        | 3             | 01/05/2026         | soon             | 0
              | A2        | 3             | 05/05/2026         |                  | 1
              | A2        |               | 01/05/2026         |                  | 0
              | A2        |               | 05/05/2026         |                  | 0
*/
