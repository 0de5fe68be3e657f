-- An enquiry that is still undecided (no conference held, and none said to be unneeded) began within the 15
-- working days before the last day of the year.
-- severity: query
-- flags: Section47
-- columns: S47ActualStartDate, DateOfInitialCPC, ICPCnotRequired
-- needs: Section47.S47ActualStartDate, Section47.DateOfInitialCPC, Section47.ICPCnotRequired
-- mend: Give the day of the conference, or say that none was needed, or why it is taking longer.
SELECT row FROM Section47
WHERE DateOfInitialCPC_text IS NULL AND ICPCnotRequired = '0'
  AND S47ActualStartDate < working_days_before(ye(), 15)

/* cases
fires: begun on the Sunday and on the Friday before the 15th working day, which is 8 March
    Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
              | A1        | 07/03/2027         |                  | 0
              | A2        | 05/03/2027         |                  | false
    flags     | 1 | 2
passes: begun on the 15th working day, decided either way, not said, and no beginning
    Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
              | A1        | 08/03/2027         |                  | 0
              | A2        | 05/03/2027         | 19/03/2027       | 0
              | A3        | 05/03/2027         |                  | 1
              | A4        | 05/03/2027         | soon             | 0
              | A5        | 05/03/2027         |                  |
              | A6        |                    |                  | 0
*/
