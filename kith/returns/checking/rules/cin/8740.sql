-- An enquiry that is still undecided (no conference held, and none said to be unneeded) began within the year.
-- severity: error
-- flags: Section47
-- columns: S47ActualStartDate, DateOfInitialCPC, ICPCnotRequired
-- needs: Section47.S47ActualStartDate, Section47.DateOfInitialCPC, Section47.ICPCnotRequired
-- mend: Give the day of the conference or say that none was needed, or check the day on which the enquiry began.
SELECT row FROM Section47
WHERE DateOfInitialCPC_text IS NULL AND ICPCnotRequired = '0' AND S47ActualStartDate NOT BETWEEN ys() AND ye()

/* cases
fires: undecided since the day before the year, and begun the day after it
    Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
              | A1        | 31/03/2026         |                  | 0
              | A2        | 01/04/2027         |                  | false
    flags     | 1 | 2
passes: begun on its first or last day, decided either way, not said, and no beginning
    Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
              | A1        | 01/04/2026         |                  | 0
              | A2        | 31/03/2027         |                  | 0
              | A3        | 31/03/2026         | 10/04/2026       | 0
              | A4        | 31/03/2026         |                  | 1
              | A5        | 31/03/2026         |                  |
              | A6        |                    |                  | 0
*/
