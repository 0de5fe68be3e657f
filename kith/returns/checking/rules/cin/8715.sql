-- The initial conference that followed an enquiry was held within the year of the return.
-- severity: error
-- flags: Section47
-- columns: DateOfInitialCPC
-- needs: Section47.DateOfInitialCPC
-- mend: Check the day of the initial conference.
SELECT row FROM Section47 WHERE DateOfInitialCPC NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year, and the day after it
    Section47 | LAchildID | DateOfInitialCPC
              | A1        | 31/03/2026
              | A2        | 01/04/2027
    flags     | 1 | 2
passes: its first and its last day, and none
    Section47 | LAchildID | DateOfInitialCPC
              | A1        | 01/04/2026
              | A2        | 31/03/2027
              | A3        |
*/
