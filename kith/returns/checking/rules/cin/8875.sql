-- The initial conference that followed an enquiry was held on a working day.
-- severity: error
-- flags: Section47
-- columns: DateOfInitialCPC
-- needs: Section47.DateOfInitialCPC
-- mend: Check the day of the initial conference.
SELECT row FROM Section47 WHERE NOT is_working_day(DateOfInitialCPC)

/* cases
fires: a Saturday, a Sunday, Good Friday, and the Monday in place of Boxing Day
    Section47 | LAchildID | DateOfInitialCPC
              | A1        | 09/05/2026
              | A2        | 10/05/2026
              | A3        | 03/04/2026
              | A4        | 28/12/2026
    flags     | 1 | 2 | 3 | 4
passes: the Friday before, the Monday after, none, and a day that cannot be read
    Section47 | LAchildID | DateOfInitialCPC
              | A1        | 08/05/2026
              | A2        | 11/05/2026
              | A3        |
              | A4        | soon
*/
